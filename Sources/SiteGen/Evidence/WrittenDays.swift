extension SourceFile {
  /// Whether the text has a day in digits, in any order: "2022-01-07", "7.1.22", "20220107". If the names of months are
  /// not known (`readsMonths`), a word next to the day or the year may be one: "7 stycznia 2022". A day of another
  /// calendar may be this one.
  func hasDigits(of day: Day, readsMonths: Bool) -> Bool {
    var numbers: [WrittenNumber] = []
    var (gap, isOpen) = ("", false)
    for scalar in text(textStart..<bytes.count).unicodeScalars {
      guard scalar.properties.generalCategory == .decimalNumber, let digit = scalar.properties.numericValue else {
        if isOpen, numbers.end(day, readsMonths: readsMonths) { return true }
        isOpen = false
        // Why a limit: a longer text between two numbers never joins them.
        if gap.unicodeScalars.count < 40 { gap.unicodeScalars.append(scalar) }
        continue
      }
      if !isOpen {
        numbers = numbers.suffix(2) + [WrittenNumber(gap: gap)]
        (gap, isOpen) = ("", true)
      }
      numbers[numbers.count - 1].append(Int(digit))
    }
    return isOpen && numbers.end(day, readsMonths: readsMonths)
  }
}

private struct WrittenNumber {
  private(set) var value = 0
  private(set) var digits = 0
  /// The text between it and the number before.
  let gap: String

  init(gap: String) { self.gap = gap }

  mutating func append(_ digit: Int) {
    digits += 1
    if digits < 10 { value = value * 10 + digit }
  }

  /// Whether it may belong to the same day as the number before: "7. 1. 2022", "2022年1月7日".
  var follows: Bool {
    gap.unicodeScalars.count <= 3 && gap.contains { !$0.isWhitespace } && !gap.contains { "\n,:;".contains($0) }
  }

  func isYear(of day: Day) -> Bool { value == day.year || digits == 2 && value == day.year % 100 }

  /// Whether it is a year of a calendar in which the day's year has another number: in 2022, 1400 or 1443 or 2565.
  func isOtherCalendar(of day: Day) -> Bool {
    digits == 4 && (1200...3000).contains(value) && abs(value - day.year) > 400
  }
}

extension [WrittenNumber] {
  /// Whether the last of these numbers ends a day.
  fileprivate func end(_ day: Day, readsMonths: Bool) -> Bool {
    guard let last else { return false }
    if last.digits == 8, last.value == day.year * 10_000 + day.month * 100 + day.day { return true }
    if !readsMonths, count > 1, last.gap.unicodeScalars.count <= 24 {
      let values = [self[count - 2].value, last.value]
      if values == [day.day, day.year] || values == [day.year, day.day] { return true }
    }
    guard count > 2, last.follows, self[count - 2].follows else { return false }
    let (first, second) = (self[count - 3], self[count - 2])
    let isOther = (first.digits == 4 ? first : last).isOtherCalendar(of: day)
    if isOther { return true }
    if first.isYear(of: day), second.value == day.month, last.value == day.day { return true }
    let (low, high) = (Swift.min(first.value, second.value), Swift.max(first.value, second.value))
    return last.isYear(of: day)
      && (low, high) == (Swift.min(day.day, day.month), Swift.max(day.day, day.month))
  }
}
