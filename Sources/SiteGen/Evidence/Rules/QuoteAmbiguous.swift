extension Rule {
  static let quoteAmbiguous = Rule(
    "quote-ambiguous", .error, about: .quotations,
    "the quotation appears in its seed more than once, and 'prefix' and 'suffix' do not show which passage is meant",
    reason: """
      The words appear in the seed more than once, so nobody can tell which passage proves the claim. Quote more \
      words, or give the words directly before or after them as `prefix` or `suffix`.
      """,
    example: .card(
      failing: """
        answer: "14"
        quote: "14"
        """,
      corrected: """
        answer: "14"
        quote: "14"
        suffix: houses were lost
        """))
}

func quoteAmbiguous(_ quoted: QuotedWords, _ search: SeedText.Search, in text: SourceText) -> [Diagnostic] {
  guard case .ambiguous(let places) = search else { return [] }
  let count = places.count < 100 ? String(places.count) : "100 or more"
  return [
    Diagnostic(
      .quoteAmbiguous, "these words appear \(count) times in \(text.name)", at: quoted.place,
      notes: places.prefix(5).map { .init("here", at: text.seed.contextPlace($0)) },
      remedy: "quote more words, or give the words directly before or after them as 'prefix' or 'suffix'")
  ]
}
