/// How the number of an answer was read. The raw values are those of `read_by` in data/claims.
enum AnswerReading: String, Sendable {
  /// In the quotation.
  case sitegen
  /// In the editor's translation, for a language without a table of words.
  case translation
  /// By the editor, instead of sitegen.
  case editor
}

/// Checks the editor's reading of a quotation: it must be a number, a year or a day, and equal the answer.
func checkReading(_ reading: Claim.Reading, _ answer: Answer, _ claimed: ClaimedAnswer) -> [Diagnostic] {
  let place = Place(claimed.text.source.file, reading.words.span)
  guard answer.isNumeric else {
    return [
      Diagnostic(
        .wrongValue, "'reads' is the reading of a number, but the answer '\(claimed.claim.answer.value)' is none",
        at: place, remedy: "leave 'reads' and 'why' out")
    ]
  }
  guard let read = claimed.parse(reading.words.value), read.isNumeric else {
    return [
      Diagnostic(
        .wrongValue, "'reads' must be written like an answer, not '\(shortened(reading.words.value))'", at: place,
        remedy: "write only the number, with its qualifier and without a noun")
    ]
  }
  guard read != answer else { return [] }
  return [
    Diagnostic(
      .answerNotInQuote,
      "the editor's reading is '\(reading.words.value)', but the answer is '\(claimed.claim.answer.value)'",
      at: claimed.place, notes: [.init("the editor's reading", at: place)],
      remedy: "write the same in 'answer' and 'reads'")
  ]
}

extension Answer {
  /// Whether it is a number, a year or a day.
  var isNumeric: Bool {
    switch self {
    case .quantity, .year, .day: true
    case .choice, .words: false
    }
  }
}
