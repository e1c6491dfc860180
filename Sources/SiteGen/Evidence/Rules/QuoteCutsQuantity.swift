extension Rule {
  static let quoteCutsQuantity = Rule(
    "quote-cuts-quantity", .error, about: .quotations,
    "the quotation starts or ends inside a quantity, its qualifier, range or negation",
    reason: """
      “3,800 people” is in the seed, but the seed says more than 3,800. sitegen reads the quantity in the seed, around \
      the quotation, so that a quotation cannot cut off its qualifier, the other end of a range or a negation.
      """,
    example: .card(
      failing: """
        answer: "3,800"
        quote: "3,800 people left their homes"
        """,
      corrected: """
        answer: more than 3,800
        quote: "More than 3,800 people left their homes"
        """))
}

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
