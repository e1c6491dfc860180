extension Rule {
  static let headlineOnly = Rule(
    "headline-only", .warning, about: .answers, "all evidence of a question is in headlines",
    reason: """
      Every quotation that answers the question lies within the `title` of its card, as it is in the seed. Headlines \
      shorten, and often say more than the text below them: “thousands arrested” above “police detained some of the \
      crowd”. Quote the text as well, or leave the question to the headline's own words by turning this rule off. A \
      `title` that is the editor's (`title_by`) is no headline.
      """,
    example: .card(
      failing: """
        answer: losses are counted
        quote: "Marnow counts its losses"
        """,
      corrected: """
        answer: the river rose
        happened: 2031-05-03
        quote: "The river rose on Saturday, 3 May."
        """))
}

/// Reports each question whose evidence lies within the headlines of its sources.
func headlineOnly(_ sheet: FactSheet) -> [Diagnostic] {
  let headlines = Dictionary(
    sheet.quoted.map { ($0.sourceID, $0.headlines) }, uniquingKeysWith: { first, _ in first })
  let files = Dictionary(
    sheet.dossier.sources.map { ($0.id, $0.file) }, uniquingKeysWith: { first, _ in first })
  return sheet.answeredQuestions.compactMap { answered in
    let isHeadlineOnly = answered.evidence.allSatisfy { evidence in
      headlines[evidence.sourceID]?.contains { $0.encloses(evidence.quotation.span) } == true
    }
    guard isHeadlineOnly, let first = answered.evidence.first, let file = files[first.sourceID] else { return nil }
    let others = answered.evidence.dropFirst().compactMap { evidence in
      files[evidence.sourceID].map { Diagnostic.Note("also in a headline", at: Place($0, evidence.claim.quote.span)) }
    }
    return Diagnostic(
      .headlineOnly, "only headlines answer '\(answered.question.id)'", at: Place(file, first.claim.quote.span),
      notes: Array(others), remedy: "quote the passage below the headline that says it")
  }
}
