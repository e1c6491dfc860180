extension Rule {
  static let quoteCutsQuantity = Rule(
    "quote-cuts-quantity", .error, about: .quotations,
    "the quotation starts or ends inside a quantity, its qualifier, range or negation",
    reason: """
      If the seed says “More than 3,800 people”, a quotation may not start at “3,800”. sitegen reads the quantity in \
      the seed, around the quotation, so that a quotation cannot cut off the qualifier, the other end of a range or a \
      negation.
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

func quoteCutsQuantity(_ quoted: QuotedWords, _ span: Range<Int>, in text: SourceText) -> [Diagnostic] {
  guard let cut = text.quantity(cutBy: span) else { return [] }
  let words = text.words(cut.span)
  let isCutAtStart = cut.span.lowerBound < span.lowerBound
  return [
    Diagnostic(
      .quoteCutsQuantity, "the quotation \(isCutAtStart ? "starts" : "ends") inside the quantity '\(words)'",
      at: quoted.place, notes: [.init("the whole quantity", at: Place(text.seed.file, cut.span))],
      remedy: isCutAtStart
        ? "start the quotation with '\(words)' or after it" : "end the quotation with '\(words)' or before it")
  ]
}
