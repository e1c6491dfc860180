extension SourceFile {
  /// Whether the text has a day in digits, in any order: "2022-01-07", "7.1.22", "20220107". If the names of months are
  /// not known (`readsMonths`), a word next to the day or the year may be one: "7 stycznia 2022". A day of another
  /// calendar may be this one.
  func hasDigits(of day: Day, readsMonths: Bool) -> Bool {
    var numbers: [WrittenNumber] = []
    var (position, gapStart, isOpen) = (textStart, textStart, false)
    while position < bytes.count {
      let (digit, length) = digit(at: position)
      if let digit {
        if !isOpen {
          if numbers.count == 3 { numbers.removeFirst() }
          numbers.append(WrittenNumber(gap: gapStart..<position))
        }
        numbers[numbers.count - 1].append(digit)
        (isOpen, gapStart) = (true, position + length)
      } else if isOpen {
        if ends(numbers, day, readsMonths: readsMonths) { return true }
        isOpen = false
      }
      position += length
    }
    return isOpen && ends(numbers, day, readsMonths: readsMonths)
  }

  /// The value of the decimal digit at a position, nil for any other character; and the length of the character in bytes.
  private func digit(at position: Int) -> (Int?, Int) {
    let first = bytes[position]
    guard first >= 0x80 else { return (first.isDigit ? Int(first - 0x30) : nil, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let properties = text(position..<position + length).unicodeScalars.first?.properties
    guard properties?.generalCategory == .decimalNumber else { return (nil, length) }
    return (properties?.numericValue.map { Int($0) }, length)
  }

  /// Whether the last of some numbers ends a day.
  private func ends(_ numbers: [WrittenNumber], _ day: Day, readsMonths: Bool) -> Bool {
    guard let last = numbers.last else { return false }
    if last.digits == 8, last.value == day.year * 10_000 + day.month * 100 + day.day { return true }
    if !readsMonths, numbers.count > 1 {
      let values = [numbers[numbers.count - 2].value, last.value]
      if [[day.day, day.year], [day.year, day.day]].contains(values), isShort(last.gap, 24) { return true }
    }
    return numbers.count == 3 && mayBe(day, numbers[0], numbers[1], last) && follows(last) && follows(numbers[1])
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
