extension Rule {
  static let quoteCutsNegation = Rule(
    "quote-cuts-negation", .warning, about: .quotations,
    "the quotation leaves out a negation or condition of its clause",
    reason: """
      “The mayor did not confirm that 26 people died” does not say that 26 people died, and “300 houses will be flooded \
      unless the dam holds” does not say that they will be. sitegen looks for negations, denials and conditions in the \
      clause around the quotation, up to a comma or a conjunction, and for a denial directly after it (“…, police \
      denied”). Their words are in the [tables of languages](language-tables.md#negations-and-conditions); in a \
      language without a table, nothing is reported. A claim whose `modality` says it already is not reported: \
      `denied`, `doubt`, `absence` or `rumoured` for a negation, these or `projected` for a condition.
      """,
    example: .card(
      failing: """
        answer: people are missing
        quote: "how many are missing"
        """,
      corrected: """
        answer: the river rose
        happened: 2031-05-03
        quote: "The river rose on Saturday, 3 May."
        """))
}

/// Reports a quotation whose clause is negated or conditional in the seed, outside the quotation.
func quoteCutsNegation(_ claim: Claim, _ span: Range<Int>, in text: SourceText) -> [Diagnostic] {
  guard claim.modality == .asserted || claim.modality == .projected,
    let cut = text.clauses.wordsCut(by: span, in: text.seed.file),
    cut.meaning == .negation || claim.modality == .asserted
  else { return [] }
  let words = text.words(cut.words)
  let leftOut = cut.isBefore ? cut.words.lowerBound..<span.lowerBound : span.upperBound..<cut.words.upperBound
  let (kind, modalities) =
    switch cut.meaning {
    case .negation: ("the negation", "'denied', 'doubt' or 'absence'")
    case .condition: ("the condition", "'projected', 'doubt' or 'absence'")
    }
  return [
    Diagnostic(
      .quoteCutsNegation, "the quotation leaves out \(kind) '\(words)' \(cut.isBefore ? "before" : "after") it",
      at: Place(text.source.file, claim.quote.span),
      notes: [.init("left out", at: Place(text.seed.file, leftOut))],
      remedy: "quote '\(words)' as well, or write the 'modality' that it means: \(modalities)")
  ]
}
