/// The words of a text in the form that a search compares: in lower case and without accents.
///
/// search.js does the same with a reader's query; a test compares the two. In a script that is written without spaces,
/// each letter is a word.
struct SearchWords {
  private var known: [Unicode.Scalar: [UInt8]] = [:]

  /// Calls `body` with each folded word in UTF-8, in the order of the text. A word is cut after 32 bytes.
  mutating func forEach(in text: some Collection<UInt8>, _ body: ([UInt8]) -> Void) {
    withContiguousBytes(text) { bytes in
      var word: [UInt8] = []
      func end() {
        if !word.isEmpty { body(word) }
        word.removeAll(keepingCapacity: true)
      }
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          if byte.isLetterOrDigit { word.append(byte.lowercased) } else { end() }
        } else {
          var next = index + 1
          while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
          // Why a separate path: non-ASCII letters are rare in most texts, and decoding one takes as long as an ASCII
          // word.
          for scalar in String(decoding: bytes[index..<next], as: UTF8.self).unicodeScalars {
            if SearchWords.isMark(scalar) { continue }
            if SearchWords.isWord(scalar) {
              end()
              word = Array(String(scalar).utf8)
              end()
            } else if let folded = folded(scalar) {
              word += folded
            } else {
              end()
            }
          }
          index = next
        }
        if word.count > 32 { word.removeLast(word.count - 32 + SearchWords.cut(word, at: 32)) }
      }
      end()
    }
  }

  /// The number of further bytes to remove so that no letter is cut in the middle.
  private static func cut(_ word: [UInt8], at end: Int) -> Int {
    var extra = 0
    while extra < 3, end - extra < word.count, word[end - extra] & 0xC0 == 0x80 { extra += 1 }
    return extra
  }

  /// A letter or digit in lower case without accents; nil for a separator.
  private mutating func folded(_ scalar: Unicode.Scalar) -> [UInt8]? {
    if let bytes = known[scalar] { return bytes.isEmpty ? nil : bytes }
    var bytes: [UInt8] = []
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .spacingMark, .nonspacingMark:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where !SearchWords.isMark(lower) {
        bytes += String(LetterBase.base(of: lower)).utf8
      }
    default: break
    }
    known[scalar] = bytes
    return bytes.isEmpty ? nil : bytes
  }

  /// Whether a scalar is a combining accent (block Combining Diacritical Marks).
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  /// Whether a letter counts as a word: Han, kana, and scripts of South-East Asia without spaces between words.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD, 0x0E01...0x0E30,
      0x0E32...0x0EAF, 0x1780...0x17B3:
      true
    default: false
    }
  }
}

/// Letters without their accents: the canonical decomposition of a letter without its marks.
///
/// Why a table: the standard library compares by canonical equivalence, but has no decomposition. The table is built by
/// adding marks to plain letters, for the blocks with accented letters.
enum LetterBase {
  /// The letter without accents; the letter itself if it has none or is in a block that the table does not cover.
  static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    // Final sigma.
    case 0x3C2: "σ"
    case 0xC0...0x24F, 0x386...0x3CE, 0x400...0x4FF, 0x1E00...0x1FFF: bases[Character(scalar)] ?? scalar
    default: scalar
    }
  }

  private static let bases: [Character: Unicode.Scalar] = {
    var bases: [Character: Unicode.Scalar] = [:]
    let letters = "abcdefghijklmnopqrstuvwxyzæøſʒαεηιουωρабвгдежзийклмнопрстуфхцчшщъыьэюяіѵәөү".unicodeScalars
    func add(_ letter: Unicode.Scalar, _ marks: Unicode.Scalar...) {
      bases[Character(String(String.UnicodeScalarView([letter] + marks)))] = letter
    }
    let marks = (0x300...0x345).compactMap(Unicode.Scalar.init)
    // Vietnamese and Greek letters can have two marks: one that is part of the letter, and a tone or accent.
    let letterMarks =
      "\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30A}\u{30C}\u{313}\u{314}\u{31B}\u{323}\u{327}\u{328}\u{345}"
      .unicodeScalars
    let tones = "\u{300}\u{301}\u{303}\u{304}\u{307}\u{308}\u{309}\u{30C}\u{323}\u{302}\u{306}\u{342}\u{345}"
      .unicodeScalars
    for letter in letters {
      for mark in marks { add(letter, mark) }
      for letterMark in letterMarks {
        for tone in tones { add(letter, letterMark, tone) }
      }
    }
    return bases
  }()
}
