extension Rule {
  static let unitContradictsQuote = Rule(
    "unit-contradicts-quote", .warning, about: .answers,
    "the quotation counts something other than the question's unit",
    reason: """
      The noun after the number names another kind of thing than the question's `unit`: “40 houses” does not say how \
      many children there were. Only nouns that sitegen knows are compared, by their kind: people (children and \
      police are people), animals, buildings, vehicles, weapons, money, time and some others. A noun or a unit that it \
      does not know is never reported, nor is one that may be of the same kind.
      """,
    example: .card(
      failing: """
        answer: "14"
        quote: "14 people are in hospital"
        """,
      corrected: """
        answer: "14"
        quote: "14 houses were lost"
        """))
}

/// Compares what a proven number counts with the unit of its question.
func unitContradictsQuote(_ answer: Answer, _ claimed: ClaimedAnswer) -> [Diagnostic] {
  guard case .quantity(let quantity) = answer, let unit = claimed.question.unit,
    let forms = claimed.question.unitInAllForms, !claimed.asksForAge,
    let match = claimed.numbers(in: claimed.words.span).first(where: { claimed.fits($0, quantity) }),
    let counted = claimed.text.units.contradiction(of: match, to: forms, in: claimed.text)
  else { return [] }
  return [
    Diagnostic(
      .unitContradictsQuote,
      "the \(claimed.proof) counts \(counted.noun ?? "money"), but the unit of '\(claimed.question.id)' is '\(unit)'",
      at: claimed.place,
      notes: [.init("'\(claimed.text.words(counted.span))'", at: Place(claimed.text.seed.file, counted.span))],
      remedy: "quote the words that give the number of '\(unit)', or claim this number for another question")
  ]
}
