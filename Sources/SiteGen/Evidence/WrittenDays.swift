extension SourceFile {
  /// Whether the text has a day in digits, in any order: "2022-01-07", "7.1.22", "20220107". If the names of months are
  /// not known (`readsMonths`), a word next to the day or the year may be one: "7 stycznia 2022". A day of another
  /// calendar may be this one.
  func hasDigits(of day: Day, readsMonths: Bool) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      /// The number before the last two, and the one before the last.
      var before: (WrittenNumber?, WrittenNumber?) = (nil, nil)
      var last: WrittenNumber?
      var (position, gapStart, isOpen) = (textStart, textStart, false)
      while position < bytes.count {
        let (digit, length) = digit(at: position, bytes)
        if let digit {
          if !isOpen {
            before = (before.1, last)
            last = WrittenNumber(gap: gapStart..<position)
          }
          last?.append(digit)
          (isOpen, gapStart) = (true, position + length)
        } else if isOpen {
          if let last, ends(last, before, day, readsMonths: readsMonths) { return true }
          isOpen = false
        }
        position += length
      }
      return isOpen && last.map { ends($0, before, day, readsMonths: readsMonths) } ?? false
    }
  }

  /// The value of the decimal digit at a position, nil for any other character; and the length of the character in bytes.
  private func digit(at position: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (Int?, Int) {
    let first = bytes[position]
    guard first >= 0x80 else { return (first.isDigit ? Int(first - 0x30) : nil, 1) }
    let (scalar, length) = bytes.scalar(at: position)
    // The first digits above ASCII are the Arabic ones, from U+0660 on.
    guard scalar.value >= 0x660, scalar.properties.generalCategory == .decimalNumber else { return (nil, length) }
    return (scalar.properties.numericValue.map { Int($0) }, length)
  }

  /// Whether a number ends a day; `before` are the two before it.
  private func ends(
    _ last: WrittenNumber, _ before: (WrittenNumber?, WrittenNumber?), _ day: Day, readsMonths: Bool
  ) -> Bool {
    if last.digits == 8, last.value == day.year * 10_000 + day.month * 100 + day.day { return true }
    guard let second = before.1 else { return false }
    if !readsMonths {
      let values = (second.value, last.value)
      if values == (day.day, day.year) || values == (day.year, day.day), isShort(last.gap, 24) { return true }
    }
    guard let first = before.0 else { return false }
    return mayBe(day, first, second, last) && follows(last) && follows(second)
  }

  /// Whether three numbers may be the parts of a day.
  private func mayBe(_ day: Day, _ first: WrittenNumber, _ second: WrittenNumber, _ last: WrittenNumber) -> Bool {
    if (first.digits == 4 ? first : last).isOtherCalendar(of: day) { return true }
    if first.isYear(of: day), second.value == day.month, last.value == day.day { return true }
    let (low, high) = (min(first.value, second.value), max(first.value, second.value))
    return last.isYear(of: day) && (low, high) == (min(day.day, day.month), max(day.day, day.month))
  }

  /// Whether a number may belong to the same day as the number before it: "7. 1. 2022", "2022年1月7日".
  private func follows(_ number: WrittenNumber) -> Bool {
    guard isShort(number.gap, 3) else { return false }
    let gap = text(number.gap)
    return gap.contains { !$0.isWhitespace } && !gap.contains { "\n,:;".contains($0) }
  }

  /// Whether a span has at most a number of scalars.
  private func isShort(_ span: Range<Int>, _ most: Int) -> Bool {
    span.count <= most * 4 && text(span).unicodeScalars.count <= most
  }
}

private struct WrittenNumber {
  private(set) var value = 0
  private(set) var digits = 0
  /// The bytes between it and the number before.
  let gap: Range<Int>

  init(gap: Range<Int>) { self.gap = gap }

  mutating func append(_ digit: Int) {
    digits += 1
    if digits < 10 { value = value * 10 + digit }
  }

  func isYear(of day: Day) -> Bool { value == day.year || digits == 2 && value == day.year % 100 }

  /// Whether it is a year of a calendar in which the day's year has another number: in 2022, 1400 or 1443 or 2565.
  func isOtherCalendar(of day: Day) -> Bool {
    digits == 4 && (1200...3000).contains(value) && abs(value - day.year) > 400
  }
}
