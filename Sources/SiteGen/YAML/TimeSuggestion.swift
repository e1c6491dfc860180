/// The remedy for a text that is neither a valid day nor a valid day with a time.
func remedyForMoment(_ text: String) -> String {
  if let moment = suggestedMoment(for: text) { return "write \(moment)" }
  guard let parts = dayAndTime(text) else { return remedyForDay(text) }
  guard let day = Day(parts.day) ?? suggestedDay(for: parts.day) else { return remedyForDay(parts.day) }
  if hasMoreThanTime(parts.time) { return "write one local time without a time zone, as in \(day) 14:30" }
  return "write a local time from 00:00 to 23:59, as in \(day) 14:30"
}

/// The day and time that a text in another format means, such as "2031-06-03T14:30", "2031-06-03 9.05" or
/// "3 June 2031, 2:30 pm". Nil if the text is ambiguous, or names a time zone or a time that does not exist.
func suggestedMoment(for text: String) -> Moment? {
  guard let parts = dayAndTime(text) else { return suggestedDay(for: text).map { Moment($0) } }
  guard let day = Day(parts.day) ?? suggestedDay(for: parts.day), let time = suggestedTime(for: parts.time)
  else { return nil }
  return Moment(day, time)
}

/// The parts of a text that ends in a time. The time is the last word that contains `:`, or that follows a complete
/// day, with everything after it.
private func dayAndTime(_ text: String) -> (day: String, time: String)? {
  guard text.utf8.count <= 64 else { return nil }
  var bytes = Array(text.utf8)
  // Why: ISO 8601 separates day and time by a T.
  if bytes.count > 11, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
    Day(String(decoding: bytes[..<10], as: UTF8.self)) != nil
  {
    bytes[10] = 0x20
  }
  let words = bytes.split(separator: 0x20)
  func joined(_ words: ArraySlice<ArraySlice<UInt8>>) -> String {
    String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
  var split = words.firstIndex { $0.contains(UInt8(ascii: ":")) }
  if split == nil, let first = words.first, words.count > 1, Day(String(decoding: first, as: UTF8.self)) != nil {
    split = 1
  }
  guard let split, split > 0 else { return nil }
  var day = joined(words[..<split])
  while day.utf8.last == UInt8(ascii: ",") { day.removeLast() }
  return (day, joined(words[split...]))
}

/// The time that a text such as "9:05", "14.30", "14:30:00", "2:30 pm" or "2 pm" means; nil for anything else.
private func suggestedTime(for text: String) -> TimeOfDay? {
  var rest = text.lowercased().utf8.filter { $0 != 0x20 }[...]
  var half: Int?
  for (mark, hours) in [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)] where half == nil {
    guard rest.count > mark.utf8.count, rest.suffix(mark.utf8.count).elementsEqual(mark.utf8) else { continue }
    half = hours
    rest.removeLast(mark.utf8.count)
  }
  if rest.last == UInt8(ascii: "h") { rest.removeLast() }
  let parts = rest.split(omittingEmptySubsequences: false) {
    $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "h")
  }
  let isComplete = parts.dropFirst().allSatisfy { $0.count == 2 }
  guard let hours = parts.first, (1...2).contains(hours.count), parts.count <= 3, isComplete,
    parts.count > 1 || half != nil, parts.allSatisfy({ $0.allSatisfy(\.isDigit) })
  else { return nil }
  let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
  // Why: a time is given to the minute, and 14:30:15 is not 14:30.
  guard numbers.count == parts.count, numbers.count < 3 || numbers[2] == 0 else { return nil }
  var hour = numbers[0]
  if let half {
    guard (1...12).contains(hour) else { return nil }
    hour = hour % 12 + half
  }
  return TimeOfDay(hour: hour, minute: numbers.count > 1 ? numbers[1] : 0)
}

/// Whether a text that starts with a time continues with a time zone or another time: `Z`, `+06:00`, a word.
private func hasMoreThanTime(_ text: String) -> Bool {
  let rest = text.utf8.drop { $0.isDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || $0 == 0x20 }
  guard let first = rest.first, rest.startIndex > text.utf8.startIndex else { return false }
  if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") { return true }
  let words = String(decoding: rest, as: UTF8.self).lowercased()
  return !["am", "pm", "a.m.", "p.m.", "h"].contains { words.hasPrefix($0) }
}
