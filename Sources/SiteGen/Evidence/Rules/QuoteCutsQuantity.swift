/// **quote-cuts-quantity**: a quotation holds each of its quantities whole, with qualifier, range and negation; they
/// are read in the seed, around the quotation's place.
func quoteCutsQuantity(_ quoted: QuotedWords, _ span: Range<Int>, in text: SourceText) -> [Diagnostic] {
  guard let cut = cuts(span, in: text.quantities) else { return [] }
  let starts = cut.span.lowerBound < span.lowerBound
  return [.quantityCut(quoted, cut, starts: starts, text)]
}

extension Diagnostic {
  fileprivate static func quantityCut(
    _ quoted: QuotedWords, _ cut: QuantityMatch, starts: Bool, _ text: SourceText
  ) -> Diagnostic {
    let words = text.words(cut.span)
    return Diagnostic(
      .quoteCutsQuantity, "the quotation \(starts ? "starts" : "ends") inside the quantity '\(words)'",
      at: quoted.place, notes: [Note("it stands here", at: Place(text.seed.file, cut.span))],
      remedy: starts
        ? "start the quotation with '\(words)' or behind it" : "end the quotation with '\(words)' or before it")
  }
}
