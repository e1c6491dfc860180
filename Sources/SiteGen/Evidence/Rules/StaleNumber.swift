/// **stale-number**: a number in the words of a question's link is an answer that a claim gives to it, or the brief one.
func staleNumber(
  _ match: QuantityMatch, _ words: String, at place: Place, question: String,
  _ answers: [ProseContext.StatedAnswer]
) -> [Diagnostic] {
  if answers.contains(where: { match.equals($0.quantity) }) { return [] }
  return [.stale(words, place, question, answers)]
}

extension Diagnostic {
  fileprivate static func stale(
    _ words: String, _ place: Place, _ question: String, _ answers: [ProseContext.StatedAnswer]
  ) -> Diagnostic {
    var speakers: [Quantity: Set<String>] = [:]
    for answer in answers where !answer.speaker.isEmpty {
      speakers[answer.quantity, default: []].insert(answer.speaker)
    }
    let given = speakers.keys.sorted(by: Quantity.precedes).map { quantity in
      "'\(quantity.words())' (\((speakers[quantity] ?? []).sorted().joined(separator: ", ")))"
    }
    let only = Set(answers.map(\.quantity)).count == 1 ? answers.first?.quantity.words() : nil
    return Diagnostic(
      .staleNumber, "no claim answers '\(question)' with '\(words)'", at: place,
      notes: [
        Note(given.isEmpty ? "no claim answers it with a number" : "the answers are " + given.joined(separator: ", "))
      ],
      remedy: only.map { "write '\($0)', or leave the words empty for the current answer" }
        ?? "write one of the answers, or leave the words empty for the current one",
      fix: only.flatMap { place.file.text(place.span) == words ? Fix(place, $0) : nil })
  }
}
