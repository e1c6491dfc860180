/// The remedy for a text that is not a valid day.
func remedyForDay(_ text: String) -> String {
  if let day = suggestedDay(for: text) { return "write \(day)" }
  let shape = text.utf8.map { $0.isDigit ? UInt8(ascii: "0") : $0 }
  return shape == Array("0000-00-00".utf8)
    ? "write a day that exists in the calendar" : "write year, month and day in digits, as in 2031-06-03"
}

/// The day that a text in another format than ISO 8601 means, such as "3 June 2031", "June 3, 2031", "2031/6/3" or
/// "3.6.2031". Nil if the text is ambiguous or contains anything else.
func suggestedDay(for text: String) -> Day? {
  guard text.utf8.count <= 64 else { return nil }
  var words: [(text: String, number: Int?)] = []
  for word in text.utf8.split(whereSeparator: { !isWordByte($0) }) {
    let digits = word.prefix(while: \.isDigit)
    let rest = String(decoding: word.dropFirst(digits.count), as: UTF8.self).lowercased()
    if digits.isEmpty {
      if !weekdays.contains(rest), rest != "of", rest != "the" { words.append((rest, nil)) }
    } else {
      guard digits.count <= 4, ["", "st", "nd", "rd", "th"].contains(rest) else { return nil }
      words.append(("", Int(String(decoding: digits, as: UTF8.self))))
    }
  }
  guard words.count == 3 else { return nil }
  if let month = months.firstIndex(where: { name in words.contains { isMonth($0.text, name) } }) {
    let numbers = words.compactMap(\.number)
    guard numbers.count == 2, max(numbers[0], numbers[1]) >= 1000 else { return nil }
    return Day(year: max(numbers[0], numbers[1]), month: month + 1, day: min(numbers[0], numbers[1]))
  }
  let numbers = words.compactMap(\.number)
  guard numbers.count == 3 else { return nil }
  if numbers[0] >= 1000 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
  guard numbers[2] >= 1000 else { return nil }
  // Why: 3/6 is in March or in June, depending on the country. With full stops, the day always comes first.
  let dayFirst = Day(year: numbers[2], month: numbers[1], day: numbers[0])
  if text.utf8.contains(UInt8(ascii: ".")) { return dayFirst }
  let monthFirst = Day(year: numbers[2], month: numbers[0], day: numbers[1])
  guard let day = dayFirst, let other = monthFirst else { return dayFirst ?? monthFirst }
  return day == other ? day : nil
}

private let months = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
  "december",
]

private let weekdays: Set<String> = [
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
  "sat",
  "sun",
]

/// Whether a word is the name of a month, or the first three or more letters of it.
private func isMonth(_ word: String, _ name: String) -> Bool {
  word.utf8.count >= 3 && name.hasPrefix(word)
}

private func isWordByte(_ byte: UInt8) -> Bool {
  byte.isLetterOrDigit || byte >= 0x80
}
