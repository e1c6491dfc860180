/// **quote-not-evidence**: a quotation overlaps no passage that its card says proves nothing.
func quoteNotEvidence(_ quoted: QuotedWords, _ quotation: Quotation, in card: ProvenCard) -> [Diagnostic] {
  card.notEvidence.filter { $0.quotation.span.overlaps(quotation.span) }
    .map { .provesNothing(quoted, $0.passage, card.text) }
}

extension Diagnostic {
  fileprivate static func provesNothing(
    _ quoted: QuotedWords, _ passage: Passage, _ text: SourceText
  ) -> Diagnostic {
    let why = passage.why.map { ": " + $0 } ?? ""
    return Diagnostic(
      .quoteNotEvidence, "the quotation overlaps a passage that proves nothing", at: quoted.place,
      notes: [Note("not evidence\(why)", at: Place(text.source.file, passage.quote.span))])
  }
}
