/// Splits a text into tokens in one pass; quotation marks and emphasis are skipped.
///
/// Any bytes are accepted: invalid UTF-8 counts as letters.
struct QuantityLexer {
  let bytes: UnsafeBufferPointer<UInt8>
  let range: Range<Int>
  let lexicon: QuantityLexicon
  let isAnswer: Bool
  private let joinsNumbers: Bool
  private(set) var tokens: [QuantityToken] = []
  /// The indices of tokens that may begin a quantity or a date.
  private(set) var triggers: [Int] = []
  private var lineStart = true

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ lexicon: QuantityLexicon, isAnswer: Bool
  ) {
    self.bytes = bytes
    self.range = range.clamped(to: 0..<bytes.count)
    self.lexicon = lexicon
    self.isAnswer = isAnswer
    joinsNumbers = lexicon.traits.contains(.joinedNumbers)
  }

  mutating func run() {
    tokens.reserveCapacity(range.count / 5 + 8)
    lexicon.words.withUnsafeBufferPointer { words in
      lexicon.slots.withUnsafeBufferPointer { slots in
        var position = range.lowerBound
        while position < range.upperBound {
          let byte = bytes[position]
          if byte == 0x20 {
            position += 1
          } else if byte.isLetter || (byte >= 0x80 && mark(at: position) == nil) {
            position = word(at: position, words, slots)
          } else if byte.isDigit || partOfOne(at: position) != nil {
            position = number(at: position)
          } else {
            position = punctuation(at: position)
          }
        }
      }
    }
  }

  @inline(__always) private func byte(_ position: Int) -> UInt8 {
    position >= range.lowerBound && position < range.upperBound ? bytes[position] : 0
  }

  @inline(__always) private mutating func append(_ token: QuantityToken) {
    var token = token
    if lineStart {
      token.flags.insert(.lineStart)
      lineStart = false
    } else if byte(token.start - 1) == 0x20 {
      token.flags.insert(.afterSpace)
    }
    tokens.append(token)
  }

  @inline(__always) private mutating func word(
    at start: Int, _ words: UnsafeBufferPointer<QuantityLexicon.Word>, _ slots: UnsafeBufferPointer<Int16>
  ) -> Int {
    var key = PackedWord()
    var count = 0
    var position = start
    var kind = QuantityToken.Kind.word
    var stem: (key: PackedWord, count: Int, end: Int)?
    let end = range.upperBound
    while position < end {
      var byte = bytes[position]
      if byte.isLetter {
        byte |= 0x20
      } else if byte >= 0x80 {
        if let mark = mark(at: position) {
          // A curly apostrophe.
          guard mark.kind == nil, mark.isApostrophe, self.byte(position + 3).isLetter else { break }
          stem = (key, count, position)
          byte = 0x27
          position += 2
        } else if position > start {
          byte = folded(byte, at: &position, &key, count)
        }
      } else if byte == 0x27 {
        guard self.byte(position + 1).isLetter else { break }
        stem = (key, count, position)
      } else if byte.isDigit {
        kind = .name
      } else {
        break
      }
      if count < 8 {
        key.low |= UInt64(byte) << UInt64(8 &* count)
      } else if count < 16 {
        key.high |= UInt64(byte) << UInt64(8 &* (count &- 8))
      }
      count += 1
      position += 1
    }
    var token = QuantityToken(start: start, end: position, kind: kind)
    let first = bytes[start]
    if first < 0x80 ? first & 0x20 == 0 : isCapital(at: start) { token.flags.insert(.capital) }
    let last = bytes[position - 1] | 0x20
    if let stem, count == stem.count + 2, last == 0x73 {
      key = stem.key
      count = stem.count
      token.flags.insert(.possessive)
    } else if last == 0x73, count > 3 {
      let before = bytes[position - 2] | 0x20
      if before != 0x73, before != 0x75, before != 0x69 { token.flags.insert(.endsInS) }
    }
    if last == 0x74, count > 4, bytes[position - 2] | 0x20 == 0x73, bytes[position - 3] | 0x20 == 0x65 {
      token.flags.insert(.endsInEst)
    }
    if count > 4 {
      switch (bytes[position - 2] | 0x20, last) {
      case (0x65, 0x64): token.flags.insert(.endsInEd)
      case (0x6C, 0x79), (0x6E, 0x67): token.flags.insert(.endsInIngOrLy)
      default: break
      }
    }
    let following = self.byte(position)
    if following == 0x3A || following == 0x2E, let address = addressEnd(position) {
      append(QuantityToken(start: start, end: address, kind: .name))
      return address
    }
    if count == 1 {
      token.sign = UInt32(last)
      // The cross of "5 x 5".
      if last == 0x78 { token.kind = .other }
    }
    if kind == .word, count <= 16 {
      var slot = key.slot
      while slots[slot] >= 0 {
        let index = Int(slots[slot])
        if words[index].key == key {
          token.word = Int16(index)
          token.roles = words[index].roles
          token.value = words[index].value
          if !token.roles.isDisjoint(with: .triggers) { triggers.append(tokens.count) }
          break
        }
        slot = (slot &+ 1) & 2047
      }
    }
    if token.word < 0, joinsNumbers, kind == .word, let value = lexicon.joinedNumber(bytes, start..<position) {
      token.roles = .unit
      token.value = value
      triggers.append(tokens.count)
    }
    append(token)
    return position
  }

  /// A byte after a word's first, with accented letters in lower case and umlauts composed, as in tables.
  private func folded(_ byte: UInt8, at position: inout Int, _ key: inout PackedWord, _ count: Int) -> UInt8 {
    let before = bytes[position - 1]
    if before == 0xC3, isCapital(at: position - 1) { return byte | 0x20 }
    guard byte == 0xCC, self.byte(position + 1) == 0x88, count > 0, count <= 16,
      let umlaut = composedUmlaut(before | 0x20)
    else { return byte }
    let change = UInt64((before | 0x20) ^ 0xC3)
    if count <= 8 {
      key.low ^= change << UInt64(8 * (count - 1))
    } else {
      key.high ^= change << UInt64(8 * (count - 9))
    }
    position += 1
    return umlaut
  }

  /// Whether a capital letter of the Latin-1 supplement is at a position; other letters outside ASCII are not recognised.
  private func isCapital(at position: Int) -> Bool {
    let second = byte(position + 1)
    return bytes[position] == 0xC3 && (0x80...0x9E).contains(second) && second != 0x97
  }

  /// The end of an address that begins with "…://" or "www.": a space, a quotation mark or a bracket.
  private func addressEnd(_ position: Int) -> Int? {
    let isScheme = byte(position) == 0x3A && byte(position + 1) == 0x2F && byte(position + 2) == 0x2F
    let isHost =
      byte(position) == 0x2E
      && [1, 2, 3].allSatisfy { byte(position - $0) | 0x20 == 0x77 } && !byte(position - 4).isLetter
    guard isScheme || isHost else { return nil }
    var end = position
    while end < range.upperBound, bytes[end] > 0x20, ![0x22, 0x27, 0x29, 0x3E, 0x5D, 0xC2, 0xE2].contains(bytes[end]) {
      end += 1
    }
    return end
  }

  /// The value of ½, ¼ or ¾ in hundredths.
  private func partOfOne(at position: Int) -> Double? {
    guard byte(position) == 0xC2 else { return nil }
    switch byte(position + 1) {
    case 0xBC: return 25
    case 0xBD: return 50
    case 0xBE: return 75
    default: return nil
    }
  }

  private mutating func number(at start: Int) -> Int {
    var token = QuantityToken(start: start, end: start, kind: .number)
    var position = digits(at: start, &token, fraction: false)
    if let end = isoDate(at: start, &token) {
      triggers.append(tokens.count)
      append(token)
      return end
    }
    let firstGroup = position - start
    if firstGroup > 1, byte(start) == 0x30 { token.flags.insert(.noQuantity) }
    if firstGroup <= 3 {
      var used: UInt8?
      while let length = groupSeparator(at: position), used == nil || used == byte(position),
        isGroup(at: position + length)
      {
        used = byte(position)
        position = digits(at: position + length, &token, fraction: false)
        token.flags.insert(.grouped)
      }
    }
    if lexicon.decimalSeparators.contains(byte(position)), byte(position + 1).isDigit {
      let separator = byte(position)
      let end = digits(at: position + 1, &token, fraction: true)
      // Why: "26,27" lists two numbers where the comma groups; only a mark of decimals makes one of them.
      position = end
      if byte(position) == separator, byte(position + 1).isDigit { token.flags.insert(.noQuantity) }
    }
    if let hundredths = partOfOne(at: position), token.decimals == 0, token.digits < 13 {
      token.value = token.value * 100 + hundredths
      token.decimals = 2
      position += 2
    }
    // Times, versions, dates and fractions in digits: the whole run is not a quantity.
    while [0x3A, 0x2F, 0x2E].contains(byte(position)), byte(position + 1).isDigit, !isPart(at: position, token) {
      token.flags.insert(.noQuantity)
      position = digits(at: position + 1, &token, fraction: false)
    }
    switch byte(start - 1) {
    case 0x2F where isAnswer && byte(start - 2) & 0xF0 == 0x30: break
    case 0x2F, 0x40, 0x23, 0x3D, 0x26, 0x5F, 0x5C, 0x3A: token.flags.insert(.noQuantity)
    case 0x2E where !byte(start - 2).isLetter: token.flags.insert(.noQuantity)
    default: break
    }
    if byte(position) == 0x5F || byte(position) == 0x40 { token.flags.insert(.noQuantity) }
    token.end = position
    triggers.append(tokens.count)
    append(token)
    return position
  }

  /// Whether the "/" at a position belongs to an answer that is a fraction, such as "5/6".
  private func isPart(at position: Int, _ token: QuantityToken) -> Bool {
    guard isAnswer, byte(position) == 0x2F, token.decimals == 0 else { return false }
    var end = position + 1
    while byte(end).isDigit { end += 1 }
    return end == range.upperBound
  }

  /// Reads digits into the token; more than 15 in all are not a quantity.
  private func digits(at start: Int, _ token: inout QuantityToken, fraction: Bool) -> Int {
    var position = start
    while position < range.upperBound, bytes[position].isDigit {
      if token.digits &+ token.decimals < 15 {
        token.value = token.value * 10 + Double(bytes[position] - 0x30)
        if fraction { token.decimals += 1 } else { token.digits += 1 }
      } else {
        token.flags.insert(.noQuantity)
      }
      position += 1
    }
    return position
  }

  private func isGroup(at position: Int) -> Bool {
    byte(position).isDigit && byte(position + 1).isDigit && byte(position + 2).isDigit
      && !byte(position + 3).isDigit
  }

  /// The number of bytes of a separator between digit groups; nil where there is none.
  private func groupSeparator(at position: Int) -> Int? {
    let first = byte(position)
    if lexicon.groupSeparators.contains(first) { return 1 }
    if first == 0xC2, byte(position + 1) == 0xA0 { return 2 }
    if first == 0xE2, byte(position + 1) == 0x80, [0x89, 0xAF, 0x87, 0x88].contains(byte(position + 2)) { return 3 }
    // An apostrophe may be curly.
    if first == 0xE2, byte(position + 1) == 0x80, byte(position + 2) == 0x99, lexicon.groupSeparators.contains(0x27) {
      return 3
    }
    return nil
  }

  /// Reads the rest of `2022-01-07`, with a time of day that follows without a space.
  private func isoDate(at start: Int, _ token: inout QuantityToken) -> Int? {
    guard token.digits == 4, byte(start + 4) == 0x2D, byte(start + 7) == 0x2D, !byte(start + 10).isDigit else {
      return nil
    }
    for offset in [5, 6, 8, 9] {
      guard byte(start + offset).isDigit else { return nil }
      token.value = token.value * 10 + Double(byte(start + offset) - 0x30)
    }
    token.kind = .isoDate
    token.end = start + 10
    var end = start + 10
    if byte(end) == 0x54, byte(end + 1).isDigit {
      end += 1
      while byte(end).isDigit || [0x3A, 0x2E, 0x5A, 0x2B].contains(byte(end)) { end += 1 }
    }
    return end
  }

  private mutating func punctuation(at position: Int) -> Int {
    let byte = bytes[position]
    if byte >= 0x80 {
      guard let mark = mark(at: position) else { return position + 1 }
      if let kind = mark.kind {
        var token = QuantityToken(start: position, end: position + mark.length, kind: kind)
        if kind == .currency || kind == .other || kind == .minus {
          for offset in (0..<mark.length).reversed() {
            token.sign = token.sign << 8 | UInt32(self.byte(position + offset))
          }
        }
        append(token)
      }
      return position + mark.length
    }
    let kind: QuantityToken.Kind
    switch byte {
    case 0x0A:
      var next = position + 1
      while next < range.upperBound, [0x20, 0x09, 0x0D].contains(bytes[next]) { next += 1 }
      if self.byte(next) == 0x0A { append(QuantityToken(start: position, end: position, kind: .paragraph)) }
      lineStart = true
      return next
    case 0...0x1F, 0x22, 0x27, 0x2A, 0x5F, 0x60, 0x7F: return position + 1
    case 0x2C: kind = .comma
    case 0x2E: kind = .period
    case 0x21, 0x3A, 0x3B, 0x3F: kind = .stop
    case 0x2D: kind = .hyphen
    case 0x2B: kind = .plus
    case 0x25: kind = .percent
    case 0x24: kind = .currency
    case 0x28, 0x5B: kind = .open
    case 0x29, 0x5D: kind = .close
    default: kind = .other
    }
    var token = QuantityToken(start: position, end: position + 1, kind: kind)
    if kind == .currency || kind == .open || kind == .other { token.sign = UInt32(byte) }
    append(token)
    return position + 1
  }

  private struct Mark {
    var length: Int
    /// Nil for a mark that is skipped.
    var kind: QuantityToken.Kind?
    var isApostrophe = false
  }

  /// Punctuation and spaces outside ASCII; nil for letters.
  @inline(__always) private func mark(at position: Int) -> Mark? {
    let first = bytes[position]
    guard first == 0xE2 || first == 0xC2 else { return nil }
    let (second, third) = (byte(position + 1), byte(position + 2))
    if first == 0xC2 {
      switch second {
      case 0xA3, 0xA5: return Mark(length: 2, kind: .currency)
      case 0xA0, 0xAB, 0xAD, 0xBB: return Mark(length: 2)
      case 0x80...0xBF: return Mark(length: 2, kind: .other)
      default: return nil
      }
    }
    if second == 0x82, third >= 0xA0 { return Mark(length: 3, kind: .currency) }
    if second == 0x88, third == 0x92 { return Mark(length: 3, kind: .minus) }
    guard second == 0x80, third >= 0x80 else { return nil }
    switch third {
    case 0x90, 0x91: return Mark(length: 3, kind: .hyphen)
    case 0x92, 0x93: return Mark(length: 3, kind: .dash)
    case 0x94, 0x95: return Mark(length: 3, kind: .stop)
    case 0x99: return Mark(length: 3, isApostrophe: true)
    case 0xA6: return Mark(length: 3, kind: .stop)
    default: return Mark(length: 3)
    }
  }
}
