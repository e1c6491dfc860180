/// A day of the proleptic Gregorian calendar (ISO 8601, years 1 to 9999), without a time zone.
struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// Nil if there is no such day.
  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`; nil for any other text.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte.isDigit else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// In the format of ISO 8601: `2022-01`.
  var yearAndMonth: String { String(description.dropLast(3)) }

  /// In the format of ISO 8601: `2022-01-07`.
  var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  var weekday: Int {
    // 1 January of year 1 was a Monday.
    (dayNumber % 7) + 1
  }

  /// Days since 1 January of year 1.
  var dayNumber: Int {
    let before = year - 1
    var days = before * 365 + before / 4 - before / 100 + before / 400
    for earlier in 1..<month { days += Day.length(ofMonth: earlier, year: year) }
    return days + day - 1
  }

  /// The day after; nil after 31 December 9999.
  var next: Day? {
    Day(year: year, month: month, day: day + 1) ?? Day(year: year, month: month + 1, day: 1)
      ?? Day(year: year + 1, month: 1, day: 1)
  }

  /// The day before; nil before 1 January of year 1.
  var previous: Day? {
    if day > 1 { return Day(year: year, month: month, day: day - 1) }
    let before = month > 1 ? (year: year, month: month - 1) : (year: year - 1, month: 12)
    guard before.year > 0 else { return nil }
    return Day(year: before.year, month: before.month, day: Day.length(ofMonth: before.month, year: before.year))
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
