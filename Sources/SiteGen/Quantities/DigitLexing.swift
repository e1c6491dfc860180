/// Numbers in digits, with their groups and decimals; days in digits.
extension QuantityLexer {
  mutating func number(at start: Int) -> Int {
    var token = QuantityToken(start: start, end: start, kind: .number)
    var position = digits(at: start, &token, fraction: false)
    if let end = dayInDigits(at: start, &token) {
      triggers.append(tokens.count)
      append(token)
      return end
    }
    let firstGroup = Int(token.digits)
    if firstGroup > 1, digit(at: start)?.value == 0 {
      token.flags.insert(.noQuantity)
      if firstGroup == 2 { token.flags.insert(.zeroPadded) }
    }
    if firstGroup <= 3, token.value > 0 || firstGroup > 1 {
      let mark = byte(position)
      position = groups(from: position, &token)
      let isOneGroup = token.digits == firstGroup + 3
      if isOneGroup, !isAnswer, lexicon.decimalSeparators.contains(mark), lexicon.groupSeparators.first != mark,
        !lexicon.decimalSeparators.contains(byte(position)) || digit(at: position + 1) == nil
      {
        token.flags.insert(.unclear)
      }
    }
    if let length = decimalMark(at: position), digit(at: position + length) != nil {
      let end = digits(at: position + length, &token, fraction: true)
      if byte(position) == 0x2F { token.flags.formUnion([.unclear, .slashed]) }
      // Why: "26,27" lists two numbers where the comma groups; only a decimal mark makes one of them.
      if byte(end) == byte(position), digit(at: end + 1) != nil { token.flags.insert(.noQuantity) }
      position = end
    }
    if byte(position) == 0x27, digit(at: position + 1) != nil, !token.flags.contains(.grouped) {
      // "3'5" is 3.5 in some places and five inches more than three feet in others.
      token.flags.insert(.unclear)
      position = digits(at: position + 1, &token, fraction: true)
    }
    if let (hundredths, length) = partOfOne(at: position), token.decimals == 0, token.digits < 11 {
      token.value = token.value * 10_000 + hundredths
      token.decimals = 4
      while token.decimals > 1, token.value.truncatingRemainder(dividingBy: 10) == 0 {
        token.value /= 10
        token.decimals -= 1
      }
      position += length
    }
    // Times, versions, dates and fractions in digits: the whole run is not a quantity.
    while [0x3A, 0x2F, 0x2E].contains(byte(position)), digit(at: position + 1) != nil, !isPart(at: position, token) {
      if byte(position) == 0x2F { token.flags.insert(.slashed) }
      token.flags.insert(.noQuantity)
      position = digits(at: position + 1, &token, fraction: false)
    }
    // "'98" is a year.
    if isApostrophe(before: start), token.digits == 2, token.decimals == 0 { token.flags.insert(.noQuantity) }
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

  /// The value of a decimal digit of any script and its length in bytes; nil for anything else.
  func digit(at position: Int) -> (value: Int, length: Int)? {
    let first = byte(position)
    if first < 0x80 { return first.isDigit ? (Int(first - 0x30), 1) : nil }
    let (scalar, length) = scalar(at: position)
    guard case .digit = ScalarClass(scalar), let value = scalar.properties.numericValue else { return nil }
    return (Int(value), length)
  }

  /// Reads digits into the token; more than 15 in all are not a quantity.
  private func digits(at start: Int, _ token: inout QuantityToken, fraction: Bool) -> Int {
    var position = start
    while let (value, length) = digit(at: position) {
      if token.digits &+ token.decimals < 15 {
        token.value = token.value * 10 + Double(value)
        if fraction { token.decimals += 1 } else { token.digits += 1 }
      } else {
        token.flags.insert(.noQuantity)
      }
      position += length
    }
    return position
  }

  /// Reads groups of three digits; before the last of them, groups of two are read as in India: "3,45,000".
  private func groups(from start: Int, _ token: inout QuantityToken) -> Int {
    var position = start
    var separator: (Unicode.Scalar, Int)?
    while let length = groupSeparator(at: position), separator == nil || separator?.0 == scalar(at: position).0 {
      let size = groupSize(at: position + length)
      guard size == 3 || (size == 2 && token.digits <= 7 && isIndian(at: position)) else { break }
      separator = (scalar(at: position).0, length)
      position = digits(at: position + length, &token, fraction: false)
      token.flags.insert(.grouped)
      if size == 3, byte(start) == 0x2C, token.digits > 3, isIndian(at: start), groupSize(at: start + 1) == 2 { break }
    }
    return position
  }

  /// Whether groups of two digits, and a last one of three, follow commas.
  private func isIndian(at position: Int) -> Bool {
    var position = position
    var twos = 0
    while byte(position) == 0x2C, groupSize(at: position + 1) == 2 {
      position += 3
      twos += 1
    }
    return twos > 0 && byte(position) == 0x2C && groupSize(at: position + 1) == 3
  }

  private func groupSize(at position: Int) -> Int {
    var (position, count) = (position, 0)
    while count < 4, let (_, length) = digit(at: position) {
      position += length
      count += 1
    }
    return count
  }

  /// The number of bytes of a separator between digit groups; nil where there is none.
  private func groupSeparator(at position: Int) -> Int? {
    let first = byte(position)
    if first == 0x27 || lexicon.groupSeparators.contains(first) { return first == 0 ? nil : 1 }
    guard first >= 0x80 else { return nil }
    let (scalar, length) = scalar(at: position)
    return ["\u{A0}", "\u{2009}", "\u{202F}", "\u{2007}", "\u{2008}", "\u{2019}", "\u{2BC}", "\u{66C}"].contains(scalar)
      ? length : nil
  }

  private func decimalMark(at position: Int) -> Int? {
    if lexicon.decimalSeparators.contains(byte(position)), byte(position) != 0 { return 1 }
    return scalar(at: position).0 == "\u{66B}" ? 2 : nil
  }

  /// The value of "½" and its like in ten-thousandths, and its length; nil where it has no such value.
  func partOfOne(at position: Int) -> (Double, Int)? {
    let first = byte(position)
    guard first == 0xC2 || first == 0xE2 else { return nil }
    let (scalar, length) = scalar(at: position)
    guard (0xBC...0xBE).contains(scalar.value) || (0x2150...0x215E).contains(scalar.value),
      let value = scalar.properties.numericValue, (value * 10_000).rounded() == value * 10_000
    else { return nil }
    return (value * 10_000, length)
  }

  /// Whether the "/" at a position belongs to an answer that is a fraction, such as "5/6".
  private func isPart(at position: Int, _ token: QuantityToken) -> Bool {
    guard isAnswer, byte(position) == 0x2F, token.decimals == 0 else { return false }
    var end = position + 1
    while byte(end).isDigit { end += 1 }
    return end == range.upperBound
  }

  /// Whether an apostrophe, and no letter before it, stands directly before a position, and no other one after the digits.
  private func isApostrophe(before position: Int) -> Bool {
    let length = byte(position - 1) == 0x27 ? 1 : byte(position - 1) == 0x99 && byte(position - 3) == 0xE2 ? 3 : 0
    guard length > 0 else { return false }
    let before = byte(position - length - 1)
    let after = byte(position + 2)
    return (before == 0x20 || before == 0 || before == 0x0A) && after != 0x27 && after != 0xE2
  }

  /// Reads a day in digits that can mean only one day: "2022-01-07", with a time of day that follows without a space,
  /// "2022/01/07", "07.01.2022", and with slashes if the language writes the day first or the numbers leave no doubt.
  private func dayInDigits(at start: Int, _ token: inout QuantityToken) -> Int? {
    guard hasDayMark(at: start) else { return nil }
    var (parts, lengths, position): ([Int], [Int], Int) = ([], [], start)
    var mark: UInt8?
    while parts.count < 3 {
      var (value, length) = (0, 0)
      while length < 5, byte(position).isDigit {
        value = value * 10 + Int(byte(position) - 0x30)
        position += 1
        length += 1
      }
      guard length > 0, length < 5 else { return nil }
      parts.append(value)
      lengths.append(length)
      guard parts.count < 3 else { break }
      guard [0x2D, 0x2F, 0x2E].contains(byte(position)), mark == nil || mark == byte(position) else { return nil }
      mark = byte(position)
      position += 1
    }
    guard !byte(position).isDigit else { return nil }
    let day: (year: Int, month: Int, day: Int)
    if lengths[0] == 4, lengths[1] == 2 || mark == 0x2F, lengths[2] == 2 || mark == 0x2F, mark != 0x2E {
      day = (parts[0], parts[1], parts[2])
    } else if lengths[2] == 4, lengths[0] < 3, lengths[1] < 3, mark != 0x2D {
      let isDayFirst = mark == 0x2E || !lexicon.traits.contains(.monthFirst) || parts[0] > 12 || parts[0] == parts[1]
      let isMonthFirst = mark == 0x2F && lexicon.traits.contains(.monthFirst) && parts[1] > 12
      guard isDayFirst != isMonthFirst else { return nil }
      day = isDayFirst ? (parts[2], parts[1], parts[0]) : (parts[2], parts[0], parts[1])
    } else {
      return nil
    }
    // "2031-13-45" is no day, and nothing else either; "1.5.1300" may be a version.
    guard mark == 0x2D || ((1...12).contains(day.month) && (1...31).contains(day.day)) else { return nil }
    token.value = Double(day.year * 10_000 + day.month * 100 + day.day)
    token.kind = .isoDate
    token.end = position
    if mark == 0x2D, byte(position) == 0x54, byte(position + 1).isDigit {
      position += 1
      while byte(position).isDigit || [0x3A, 0x2E, 0x5A, 0x2B].contains(byte(position)) { position += 1 }
    }
    return position
  }

  /// Whether one to four digits are followed by a mark that separates the parts of a day.
  private func hasDayMark(at start: Int) -> Bool {
    var position = start
    while position < start + 5, byte(position).isDigit { position += 1 }
    return position > start && [0x2D, 0x2F, 0x2E].contains(byte(position))
  }
}
