/// A day, or a local time of a day.
struct Moment: Hashable, Sendable, CustomStringConvertible {
  let day: Day
  /// Nil means the whole day.
  var time: TimeOfDay?

  init(_ day: Day, _ time: TimeOfDay? = nil) {
    self.day = day
    self.time = time
  }

  /// Reads `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`; nil for any other text.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let day = Day(String(decoding: first, as: UTF8.self)) else { return nil }
    guard parts.count > 1 else {
      self.init(day)
      return
    }
    guard let time = TimeOfDay(String(decoding: parts[1], as: UTF8.self)) else { return nil }
    self.init(day, time)
  }

  /// Whether this is over before the other begins. Neither of two moments of one day is before the other if one of them
  /// is the whole day, so this is not a total order.
  func isBefore(_ other: Moment) -> Bool {
    if day != other.day { return day < other.day }
    guard let time, let otherTime = other.time else { return false }
    return time < otherTime
  }

  /// Whether the two have nothing in common: other days, or other times of one day.
  func isApart(from other: Moment) -> Bool { isBefore(other) || other.isBefore(self) }

  /// A total order for lists: by day, the whole day first, then by time.
  var sortKey: Int {
    // Why: the largest part for minutes is 1440, for days 31, and for months 12.
    ((day.year * 16 + day.month) * 32 + day.day) * 2048 + (time.map { $0.minutes + 1 } ?? 0)
  }

  /// As authors write it: `2022-01-07` or `2022-01-07 14:30`.
  var description: String { day.description + (time.map { " " + $0.description } ?? "") }

  /// In the format of ISO 8601: `2022-01-07` or `2022-01-07T14:30`.
  var iso: String { day.description + (time.map { "T" + $0.description } ?? "") }
}

/// A local time of day in hours and minutes, from 00:00 to 23:59, without time zone.
struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Since midnight.
  let minutes: Int

  /// Nil if there is no such time.
  init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// Reads `HH:MM`; nil for any other text.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), (bytes[..<2] + bytes[3...]).allSatisfy(\.isDigit)
    else { return nil }
    func number(at index: Int) -> Int { Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30) }
    self.init(hour: number(at: 0), minute: number(at: 3))
  }

  static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }

  /// In the format of ISO 8601: `14:30`.
  var description: String {
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return padded(minutes / 60) + ":" + padded(minutes % 60)
  }
}
