/// Splits a text into words, numbers and punctuation marks in one pass; quotation marks and emphasis are skipped.
///
/// Words are letters of any script, and digits those that Unicode calls decimal. Any bytes are accepted: invalid UTF-8
/// counts as letters.
struct QuantityLexer {
  let bytes: UnsafeBufferPointer<UInt8>
  let range: Range<Int>
  let lexicon: QuantityLexicon
  let isAnswer: Bool
  var tokens: [QuantityToken] = []
  /// The indices of tokens that may begin a quantity or a date.
  var triggers: [Int] = []
  private var lineStart = true
  /// The word that is being read, folded.
  var folded: [UInt8] = []

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ lexicon: QuantityLexicon, isAnswer: Bool
  ) {
    self.bytes = bytes
    self.range = range.clamped(to: 0..<bytes.count)
    self.lexicon = lexicon
    self.isAnswer = isAnswer
    folded.reserveCapacity(64)
  }

  mutating func run() {
    tokens.removeAll(keepingCapacity: true)
    triggers.removeAll(keepingCapacity: true)
    tokens.reserveCapacity(range.count / 5 + 8)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == 0x20 {
        position += 1
      } else if byte.isLetter {
        position = word(at: position)
      } else if byte.isDigit {
        position = number(at: position)
      } else if byte < 0x80 {
        position = punctuation(at: position)
      } else {
        position = other(at: position)
      }
    }
  }

  @inline(__always) func byte(_ position: Int) -> UInt8 {
    position >= range.lowerBound && position < range.upperBound ? bytes[position] : 0
  }

  /// The scalar at a position and its length in bytes; U+FFFD for invalid UTF-8, and U+0000 outside the range.
  func scalar(at position: Int) -> (Unicode.Scalar, Int) {
    let first = byte(position)
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    guard length > 1, position + length <= range.upperBound else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard bytes[position + offset] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(bytes[position + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  @inline(__always) mutating func append(_ token: QuantityToken) {
    var token = token
    if lineStart {
      token.flags.insert(.lineStart)
      lineStart = false
    } else if byte(token.start - 1) == 0x20 {
      token.flags.insert(.afterSpace)
    }
    tokens.append(token)
  }

  private mutating func other(at position: Int) -> Int {
    if partOfOne(at: position) != nil { return number(at: position) }
    let (scalar, length) = scalar(at: position)
    switch ScalarClass(scalar) {
    case .letter: return word(at: position)
    case .digit: return number(at: position)
    case .skipped: return position + length
    case .mark(let kind):
      var token = QuantityToken(start: position, end: position + length, kind: kind)
      if kind == .currency || kind == .other || kind == .minus || kind == .stop { token.sign = scalar.value }
      append(token)
      return position + length
    }
  }

  private mutating func punctuation(at position: Int) -> Int {
    let byte = bytes[position]
    let kind: QuantityToken.Kind
    switch byte {
    case 0x0A, 0x0D:
      var next = position + 1
      if byte == 0x0D, self.byte(next) == 0x0A { next += 1 }
      while next < range.upperBound, bytes[next].isSpaceOrTab { next += 1 }
      if [0x0A, 0x0D].contains(self.byte(next)) {
        append(QuantityToken(start: position, end: position, kind: .paragraph))
      }
      lineStart = true
      return next
    case 0...0x1F, 0x22, 0x27, 0x2A, 0x5F, 0x60, 0x7F: return position + 1
    case 0x2C: kind = .comma
    case 0x2E: kind = .period
    case 0x21, 0x3A, 0x3B, 0x3F: kind = .stop
    case 0x2D:
      // "100-ден"
      if tokens.last?.end == position, tokens.last?.kind == .number, isSuffix(at: position + 1) { return position + 1 }
      kind = .hyphen
    case 0x2B: kind = .plus
    case 0x25: kind = .percent
    case 0x24: kind = .currency
    case 0x28, 0x5B: kind = .open
    case 0x29, 0x5D: kind = .close
    default: kind = .other
    }
    var token = QuantityToken(start: position, end: position + 1, kind: kind)
    if kind == .currency || kind == .open || kind == .other || kind == .stop { token.sign = UInt32(byte) }
    append(token)
    return position + 1
  }
}
