/// A text as its letters and digits alone, in lower case, to find a name or title in it whatever its capitals, white
/// space, punctuation and hyphens: "Coast Wire" is in "www.coastwire.example".
struct LetterText: Sendable {
  private var letters: [UInt8] = []
  /// For each letter, the bytes of the text from which it was made.
  private var sources: [Range<Int32>] = []
  /// Whether a word starts at a letter; true after the last one.
  private var starts: [Bool] = []

  /// The text must be UTF-8.
  init(_ bytes: some Collection<UInt8>) {
    letters.reserveCapacity(bytes.count)
    var (offset, isInWord) = (0, false)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      defer { offset += width }
      guard scalar.isInName else {
        // Why: a soft hyphen or joiner is inside a word.
        if ![0xAD, 0x200C, 0x200D].contains(scalar.value) { isInWord = false }
        continue
      }
      guard let folded = scalar.isASCII ? scalar : WordFolding.folded(scalar) else { continue }
      let source = Int32(truncatingIfNeeded: offset)..<Int32(truncatingIfNeeded: offset + width)
      for byte in String(folded).utf8 {
        letters.append(byte.isLetter ? byte | 0x20 : byte)
        sources.append(source)
        starts.append(!isInWord)
        isInWord = true
      }
      // Why: where a script has no spaces, a name may start and end at every character.
      if (0x3041...0x9FFF).contains(scalar.value) { isInWord = false }
    }
    starts.append(true)
  }

  var isEmpty: Bool { letters.isEmpty }

  /// The places of the letters of some words, as whole words, in bytes of the text; at most 100.
  func places(of words: LetterText) -> [Range<Int>] {
    var places: [Range<Int>] = []
    forEachOccurrence(of: words.letters, in: letters, letters.indices) { start in
      let end = start + words.letters.count
      if starts[start], starts[end] {
        places.append(Int(sources[start].lowerBound)..<Int(sources[end - 1].upperBound))
      }
      return places.count < 100
    }
    return places
  }
}

extension Unicode.Scalar {
  fileprivate var isInName: Bool {
    if isASCII { return UInt8(ascii: self).isLetterOrDigit }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }
}
