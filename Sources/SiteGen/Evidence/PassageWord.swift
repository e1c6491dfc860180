/// A word of folded text: a run of ASCII letters, ASCII digits and code points from U+0080 to U+07FF. From U+0800 on,
/// each code point except general punctuation is a word.
struct PassageWord: Sendable {
  /// The FNV-1a hash of the word with its ASCII letters in lower case.
  let hash: UInt32
  private let start: Int32
  private let end: Int32

  var span: Range<Int> { Int(start)..<Int(end) }

  /// The hash of this word and the next one.
  func hash(with next: PassageWord) -> UInt32 { (hash &* 0x9E37_79B1) ^ (next.hash &+ 0x7F4A_7C15) }

  fileprivate init(hash: UInt32, span: Range<Int>) {
    self.hash = hash
    start = Int32(truncatingIfNeeded: span.lowerBound)
    end = Int32(truncatingIfNeeded: span.upperBound)
  }

  static func words(of bytes: [UInt8]) -> [PassageWord] { Array(PassageWords(bytes)) }

  static func isInWord(_ byte: UInt8) -> Bool { byte >= 0x80 || byte.isLetterOrDigit }
}

/// The words of a folded text, one after the other.
struct PassageWords: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  /// The byte after the last word.
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func next() -> PassageWord? {
    while position < bytes.count {
      let start = position
      var hash: UInt32 = 2_166_136_261
      func hashByte() {
        hash = (hash ^ UInt32(bytes[position].lowercased)) &* 16_777_619
        position += 1
      }
      if bytes[position] >= 0xE0 {
        let isPunctuation = bytes[position] == 0xE2 && position + 1 < bytes.count && bytes[position + 1] <= 0x81
        repeat { hashByte() } while position < bytes.count && bytes[position] & 0xC0 == 0x80
        if isPunctuation { continue }
      } else {
        while position < bytes.count, PassageWord.isInWord(bytes[position]), bytes[position] < 0xE0 { hashByte() }
        if position == start {
          position += 1
          continue
        }
      }
      return PassageWord(hash: hash, span: start..<position)
    }
    return nil
  }
}
