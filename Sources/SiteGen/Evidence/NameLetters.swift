/// A name or title as its letters and digits alone, in lower case. It is found in a text whatever the capitals, white
/// space, punctuation and hyphens there: "Coast Wire" is in "www.coastwire.example".
struct NameLetters: Sendable {
  private var letters: [UInt8] = []
  /// For each number of letters, the length of the longest shorter start of the name with which they end.
  private var borders: [Int] = []

  init(_ name: String) {
    var collector = LetterCollector()
    forEachLetter(of: Array(name.utf8), &collector)
    letters = collector.letters
    borders = [Int](repeating: 0, count: letters.count + 1)
    var border = 0
    for index in letters.indices.dropFirst() {
      while border > 0, letters[index] != letters[border] { border = borders[border] }
      if letters[index] == letters[border] { border += 1 }
      borders[index + 1] = border
    }
  }

  var isEmpty: Bool { letters.isEmpty }

  /// The places of the name in a text, as whole words, in bytes of the text; at most 100. The text must be UTF-8.
  ///
  /// Takes linear time: the search is that of Knuth, Morris and Pratt.
  func places(in text: [UInt8]) -> [Range<Int>] {
    guard !letters.isEmpty else { return [] }
    var search = LetterSearch(letters, borders)
    forEachLetter(of: text, &search)
    search.endWord()
    return search.places
  }
}

/// What visits the letters of a text. Why no closure: it would check for each letter that nothing else has access to its
/// variables, which takes most of the time of a long text.
private protocol LetterVisitor {
  /// Returns false to end the visit.
  mutating func visit(_ letter: Letter) -> Bool
}

private struct LetterCollector: LetterVisitor {
  var letters: [UInt8] = []

  mutating func visit(_ letter: Letter) -> Bool {
    letters.append(letter.byte)
    return true
  }
}

private struct LetterSearch: LetterVisitor {
  let letters: [UInt8]
  let borders: [Int]
  private(set) var places: [Range<Int>] = []
  private var matched = 0
  /// The last letters of the text, as many as the name has, in a ring.
  private var recent: [Letter]
  private var next = 0

  init(_ letters: [UInt8], _ borders: [Int]) {
    (self.letters, self.borders) = (letters, borders)
    recent = [Letter](repeating: Letter(), count: letters.count)
  }

  mutating func visit(_ letter: Letter) -> Bool {
    if letter.startsWord { endWord() }
    while matched > 0, matched == letters.count || letters[matched] != letter.byte { matched = borders[matched] }
    if letters[matched] == letter.byte { matched += 1 }
    recent[next] = letter
    next = next + 1 == letters.count ? 0 : next + 1
    return places.count < 100
  }

  /// Adds the name if the letters up to the end of a word are the name, and it starts a word.
  mutating func endWord() {
    guard matched == letters.count, places.count < 100 else { return }
    // The oldest letter of the ring is the first of the name.
    let (first, last) = (recent[next], recent[(next + letters.count - 1) % letters.count])
    if first.startsWord { places.append(first.start..<last.end) }
  }
}

/// A byte of a letter or digit in lower case.
private struct Letter {
  var byte: UInt8 = 0
  /// Whether a word starts with it.
  var startsWord = false
  /// The bytes of the text from which its letter was made.
  var start = 0
  var end = 0
}

/// Visits the letters of a text, byte by byte, until the visitor ends it.
private func forEachLetter(of text: [UInt8], _ visitor: inout some LetterVisitor) {
  text.withUnsafeBufferPointer { text in
    var (offset, isInWord) = (0, false)
    while offset < text.count {
      let (scalar, length) = text.scalar(at: offset)
      let start = offset
      offset += length
      if length == 1 {
        let byte = text[start]
        guard byte.isLetterOrDigit else {
          isInWord = false
          continue
        }
        let letter = Letter(byte: byte.lowercased, startsWord: !isInWord, start: start, end: offset)
        guard visitor.visit(letter) else { return }
        isInWord = true
        continue
      }
      guard scalar.isInName else {
        // Why: a soft hyphen or joiner is inside a word.
        if ![0xAD, 0x200C, 0x200D].contains(scalar.value) { isInWord = false }
        continue
      }
      guard let folded = WordFolding.folded(scalar) else { continue }
      for byte in UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter {
        let letter = Letter(byte: byte.lowercased, startsWord: !isInWord, start: start, end: offset)
        guard visitor.visit(letter) else { return }
        isInWord = true
      }
      // Why: where a script has no spaces, a name may start and end at every character.
      if (0x3041...0x9FFF).contains(scalar.value) { isInWord = false }
    }
  }
}

extension Unicode.Scalar {
  /// Whether a scalar above ASCII is a letter, digit or mark.
  fileprivate var isInName: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}
