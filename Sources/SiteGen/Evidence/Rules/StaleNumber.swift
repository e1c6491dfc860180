extension Rule {
  static let staleNumber = Rule(
    "stale-number", .error, about: .prose, "a linked number is not an answer to the question",
    reason: """
      A number in the text of a question link is not an answer that a claim gives to the question. Usually, the claims \
      have changed since the note was written.
      """,
    example: .note(
      failing: "The town lost [12](question:houses-lost) houses.",
      corrected: "The town lost [](question:houses-lost) houses."))
}

/// `isWhole` means that the link's text contains the whole number and no other, so that an answer can replace it. `language` is that
/// of the note.
func staleNumber(
  _ match: QuantityMatch, _ words: String, at place: Place, question: String, _ answers: [ProseContext.StatedAnswer],
  isWhole: Bool, _ language: WritingLanguage
) -> [Diagnostic] {
  if answers.contains(where: { match.equals($0.quantity) && (match.unit != .percent || $0.isPercent) }) { return [] }
  let isCertain = isWhole && match.alternatives.isEmpty
  return [
    .stale(words, place, question, answers, print: language.style.words) { quantity in
      let isPercent = match.unit == .percent && answers.contains { $0.quantity == quantity && $0.isPercent }
      return isCertain ? language.proposal(for: quantity, isPercent: isPercent) : nil
    }
  ]
}

/// Checks a year in a link to a question that asks for one.
func staleNumber(
  year: Int, at place: Place, question: String, _ answers: [ProseContext.StatedAnswer]
) -> [Diagnostic] {
  if answers.contains(where: { $0.quantity == Quantity(Double(year)) }) { return [] }
  let digits = { (quantity: Quantity) in quantity.words(separator: "") }
  return [.stale(String(year), place, question, answers, print: digits, propose: digits)]
}

extension Diagnostic {
  fileprivate static func stale(
    _ words: String, _ place: Place, _ question: String, _ answers: [ProseContext.StatedAnswer],
    print: (Quantity) -> String, propose: (Quantity) -> String?
  ) -> Diagnostic {
    var speakers: [Quantity: Set<String>] = [:]
    for answer in answers {
      if let speaker = answer.speaker { speakers[answer.quantity, default: []].insert(speaker) }
    }
    let quantities = speakers.keys.sorted(by: Quantity.precedes)
    let given = quantities.map { quantity in
      "'\(print(quantity))' (\((speakers[quantity] ?? []).sorted().joined(separator: ", ")))"
    }
    let only = quantities.count == 1 ? propose(quantities[0]) : nil
    return Diagnostic(
      .staleNumber, "no claim answers '\(question)' with '\(words)'", at: place,
      notes: [
        Note(given.isEmpty ? "no claim answers it with a number" : "the answers are " + given.joined(separator: ", "))
      ],
      remedy: given.isEmpty
        ? "leave the number out, or link it to its source"
        : (only.map { "write '\($0)'" } ?? "write one of the answers")
          + ", or leave the link text empty to show the current answer",
      fix: only.flatMap { place.file.text(place.span) == words ? Fix(place, $0) : nil })
  }
}
