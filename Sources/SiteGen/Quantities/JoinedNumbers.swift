/// A part of a number that is written as one word.
struct JoinedPart: Hashable, Sendable {
  /// In lower case, composed.
  var bytes: [UInt8]
  var value: Double
  /// `unit`, `ten`, `hundred`, `scale` for a thousand, `half` for one that is added, `and`.
  var role: WordRole
}

/// Numbers that are written as one word: "einundzwanzig", "dreihundertzwanzigtausend", "zweieinhalb".
extension QuantityLexicon {
  /// The value of a word of at least two parts; nil for any other word, and for a year in words.
  func joinedNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double? {
    var (total, group, position, count) = (0.0, 0.0, range.lowerBound, 0)
    var isAfterAnd = false
    while position < range.upperBound {
      guard let (part, end) = part(bytes, position..<range.upperBound) else { return nil }
      let rest = Int(group) % 100
      switch part.role {
      case .and:
        guard count > 0, !isAfterAnd else { return nil }
      case .unit:
        guard rest == 0 else { return nil }
        group += part.value
      case .ten:
        guard isAfterAnd ? (0..<10).contains(rest) : rest == 0 else { return nil }
        group += part.value
      case .hundred:
        // Why: from 1,100 on it is more often a year than a number.
        guard !isAfterAnd, group < 10 else { return nil }
        group = max(group, 1) * 100
      case .scale:
        guard !isAfterAnd, total == 0 else { return nil }
        total = max(group, 1) * part.value
        group = 0
      default:
        guard !isAfterAnd, (1..<20).contains(rest), end == range.upperBound else { return nil }
        group += part.value
      }
      isAfterAnd = part.role == .and
      count += 1
      position = end
    }
    return count > 1 && !isAfterAnd ? total + group : nil
  }

  private func part(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (JoinedPart, Int)? {
    let letter = Int((bytes[range.lowerBound] | 0x20) &- 0x61)
    guard letter < joinedParts.count else { return nil }
    for part in joinedParts[letter] {
      if let end = end(of: part.bytes, in: bytes, range) { return (part, end) }
    }
    return nil
  }

  /// The end of a part at the start of a text, in either case, with its umlauts composed or not; nil where it is not there.
  private func end(of part: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var position = range.lowerBound
    var index = 0
    while index < part.count {
      guard position < range.upperBound else { return nil }
      let (wanted, byte) = (part[index], bytes[position])
      if byte == wanted || (wanted < 0x80 && byte | 0x20 == wanted)
        || (byte | 0x20 == wanted && index > 0 && part[index - 1] == 0xC3)
      {
        position += 1
        index += 1
      } else if wanted == 0xC3, index + 1 < part.count, position + 2 < range.upperBound, bytes[position + 1] == 0xCC,
        bytes[position + 2] == 0x88, composedUmlaut(byte | 0x20) == part[index + 1]
      {
        position += 3
        index += 2
      } else {
        return nil
      }
    }
    return position
  }
}

/// The second byte of "ä", "ö" or "ü" for a letter before a combining diaeresis; nil for other letters.
func composedUmlaut(_ letter: UInt8) -> UInt8? {
  switch letter {
  case 0x61: 0xA4
  case 0x6F: 0xB6
  case 0x75: 0xBC
  default: nil
  }
}
