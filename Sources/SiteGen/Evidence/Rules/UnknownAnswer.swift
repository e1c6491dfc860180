extension Rule {
  static let unknownAnswer = Rule(
    "unknown-answer", .error, about: .answers, "the question does not allow the answer",
    reason: """
      The question does not allow the answer: the answer is not the identifier of one of the `choices`, or the \
      question has a unit and the answer is of the wrong kind: it must be a year if the unit is `year`, a day if the \
      unit is `date`, and otherwise a quantity.
      """,
    example: .card(
      failing: """
        # the question has: choices: {open: open, closed: closed to all}
        answer: shut
        """,
      corrected: """
        # the question has: choices: {open: open, closed: closed to all}
        answer: closed
        """))
}

/// Reads a claim's answer in the form that its question asks for: one of its choices, a number as people write it, a
/// year, an ISO day, or words; nil if the question does not allow it.
func readAnswer(_ claimed: ClaimedAnswer) -> Checked<Answer?> {
  let answer = claimed.parse(claimed.claim.answer.value)
  return Checked(answer, answer == nil ? [unknownAnswer(claimed)] : [])
}

extension ClaimedAnswer {
  /// Some words as an answer to the question; nil if the question does not allow them.
  func parse(_ written: String) -> Answer? {
    let words = mayBeWords ? Answer.words(written) : nil
    return switch question.kind {
    case .list: .words(written)
    case .worded(let choices, _): choices.contains { $0.id == written } ? .choice(written) : words
    case .numeric("year", _): words ?? Int(written).flatMap { (1...9999).contains($0) ? .year($0) : nil }
    case .numeric("date", _): words ?? Day(written).map(Answer.day)
    case .numeric where givesNoAnswer: words
    case .numeric: language.read(written).map(Answer.quantity) ?? words
    }
  }
}

private func unknownAnswer(_ claimed: ClaimedAnswer) -> Diagnostic {
  let written = claimed.claim.answer.value
  let question = claimed.question.id
  switch claimed.question.kind {
  case .numeric("year", _):
    return Diagnostic(
      .unknownAnswer, "'\(written)' is not a year, but '\(question)' asks for one", at: claimed.place,
      remedy: "write the year in digits")
  case .numeric("date", _):
    return Diagnostic(
      .unknownAnswer, "'\(written)' is not a day, but '\(question)' asks for one", at: claimed.place,
      remedy: "write the day as YYYY-MM-DD")
  case .numeric:
    let numbers = claimed.quantities.filter { !$0.countsOnlyInAnswers }
    let meant = numbers.count == 1 && claimed.text.readsWords ? numbers.first.flatMap(claimed.proposal) : nil
    let example = claimed.language.proposal(for: Quantity(lower: 3800, upper: nil, lowerOpen: true)) ?? "3800"
    return Diagnostic(
      .unknownAnswer,
      "'\(written)' is not an answer to '\(question)', which asks for a number with its qualifier and without a noun",
      at: claimed.place,
      remedy: meant.map { "write '\($0)'" }
        ?? "write only a number such as '26' or '\(example)', a vague word as the report has it, or 'unknown'",
      fix: meant.map { Fix(scalarAt: claimed.place, $0) })
  case .worded, .list:
    let ids = claimed.question.choices.map(\.id)
    return Diagnostic(
      .unknownAnswer, "'\(written)' is not one of the answers to '\(question)'", at: claimed.place,
      notes: [.init("its answers are: " + ids.map { "'\($0)'" }.joined(separator: ", "))],
      misspelt: written, among: ids)
  }
}
