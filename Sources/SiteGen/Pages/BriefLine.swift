/// A part of a brief answer on a line of its own: the answer for one place, or the answers for all places on one day.
struct BriefLine: Sendable {
  let site: Site
  /// The year of the day; nil without a day.
  let year: Int?
  /// In words; nil if all places have the same day.
  var day: String?
  /// The day without its year.
  let dayOfYear: String?
  var answers: [PlacedAnswer]
  /// What stands between this line and the next one where the lines are one text; empty for the last line.
  var separator = ""

  /// An answer and its place, in words.
  struct PlacedAnswer: Sendable {
    let answer: String
    let place: String
    /// Whether the answer consists of several ones, each with its speaker.
    let isOfSpeakers: Bool
  }

  static let fields = Fields<BriefLine>([
    .text("line") { $0.text + $0.separator },
    .markup("line_parts") { $0.markup },
    .flag("has_day") { $0.day != nil },
  ])

  /// "Ellis: 18", or "7 January 2033: open (Ellis) and closed (Quay)".
  var text: String {
    words(day: day, places: answers.map(\.place), answers: answers.map(\.answer))
  }

  private func words(day: String?, places: [String], answers words: [String]) -> String {
    let placed = answers.indices.map { index in
      // Why the place first: "closed (the police) (Ellis)" would have two brackets.
      day == nil || answers[index].isOfSpeakers
        ? site.strings.fill(.briefPlace, ("place", places[index]), ("value", words[index]))
        : site.strings.fill(.briefAnswer, ("answer", words[index]), ("speaker", places[index]))
    }
    let joined = site.strings.joined(placed)
    return day.map { site.strings.fill(.briefDay, ("day", $0), ("answers", joined)) } ?? joined
  }

  /// The same text with its parts as elements: the day, each answer with its place, and the signs between them. A theme
  /// can show them as columns.
  var markup: HTML {
    // Each part is written as one character that no text contains. The text of the interface stands between them.
    let firstPart: UInt32 = 0xF0000
    func character(_ part: Int) -> String {
      Unicode.Scalar(firstPart + UInt32(part)).map { String(Character($0)) } ?? ""
    }
    let parts: [(style: String, words: String)] =
      [("when", day ?? "")] + answers.flatMap { [("state", $0.answer), ("where", $0.place)] }
    let text = words(
      day: day.map { _ in character(0) }, places: answers.indices.map { character(2 * $0 + 2) },
      answers: answers.indices.map { character(2 * $0 + 1) })

    var html: [UInt8] = []
    var between = ""
    func append(_ style: String, _ words: String) {
      html += "<span class=\"\(style)\">".utf8
      appendEscapedText(words.utf8, to: &html)
      html += "</span>".utf8
    }
    for scalar in text.unicodeScalars {
      guard scalar.value >= firstPart, Int(scalar.value - firstPart) < parts.count else {
        between.unicodeScalars.append(scalar)
        continue
      }
      let index = Int(scalar.value - firstPart)
      if !between.isEmpty { append("sign", between) }
      between = ""
      append(parts[index].style, parts[index].words)
    }
    if !between.isEmpty { append("sign", between) }
    if !separator.isEmpty { append("sign end", separator) }
    return HTML(html)
  }
}
