extension Rule {
  static let unknownAnswer = Rule(
    "unknown-answer", .error, about: .answers, "the question does not allow the answer",
    reason: """
      The question does not allow the answer: it is not the identifier of one of the `choices`, or not a quantity \
      although the question has a unit.
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

/// **unknown-answer**: the answer to a worded question is one of its choices, to a numeric one a number as a person
/// writes it, to one whose unit is `year` or `date` a year or an ISO day.
func unknownAnswer(_ claimed: ClaimedAnswer, choices: [Question.Choice]) -> [Diagnostic] {
  switch claimed.question.kind {
  case .worded: return [.noChoice(claimed, choices)]
  case .numeric("year", _): return [.noYear(claimed)]
  case .numeric("date", _): return [.noDay(claimed)]
  case .numeric: return [.noNumber(claimed)]
  case .list: return []
  }
}

extension Diagnostic {
  fileprivate static func noChoice(_ claimed: ClaimedAnswer, _ choices: [Question.Choice]) -> Diagnostic {
    let ids = choices.map(\.id)
    let answer = claimed.claim.answer.value
    return Diagnostic(
      .unknownAnswer, "'\(answer)' is not one of the answers to '\(claimed.question.id)'", at: claimed.place,
      notes: [Note("its answers are: " + ids.map { "'\($0)'" }.joined(separator: ", "))],
      misspelt: answer, among: ids)
  }

  fileprivate static func noNumber(_ claimed: ClaimedAnswer) -> Diagnostic {
    let quantities = claimed.text.quantities(in: claimed.words.span).filter { !$0.countsOnlyInAnswers }
    let meant = quantities.count == 1 ? quantities.first?.quantity.words() : nil
    return Diagnostic(
      .unknownAnswer,
      "an answer to '\(claimed.question.id)' is a number with its qualifier and no noun, not"
        + " '\(claimed.claim.answer.value)'",
      at: claimed.place,
      remedy: meant.map { "write '\($0)'" } ?? "write it as in '26', 'more than 3,800' or 'dozens', or write 'unknown'",
      fix: meant.map { Fix(scalarAt: claimed.place, $0) })
  }

  fileprivate static func noYear(_ claimed: ClaimedAnswer) -> Diagnostic {
    Diagnostic(
      .unknownAnswer, "'\(claimed.claim.answer.value)' is no year, and '\(claimed.question.id)' asks for one",
      at: claimed.place, remedy: "write the year in digits")
  }

  fileprivate static func noDay(_ claimed: ClaimedAnswer) -> Diagnostic {
    Diagnostic(
      .unknownAnswer, "'\(claimed.claim.answer.value)' is no day, and '\(claimed.question.id)' asks for one",
      at: claimed.place, remedy: "write the day as YYYY-MM-DD")
  }
}
