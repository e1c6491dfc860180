extension Rule {
  static let quoteTooLong = Rule(
    "quote-too-long", .error, about: .quotations, "the quotation is longer than the site allows",
    reason: """
      The quotation has more characters than `quotations: longest:` in sitegen.yaml allows. Short quotations can be \
      read at a glance; long ones republish another's work.
      """,
    example: .card(
      failing: """
        # sitegen.yaml: quotations: {longest: 50}
        quote: "More than 3,800 people left their homes, the mayor said."
        """,
      corrected: """
        # sitegen.yaml: quotations: {longest: 50}
        quote: "More than 3,800 people left their homes"
        """))
}

/// A run of white space counts as one character.
func quoteTooLong(
  _ quoted: QuotedWords, _ quotation: Quotation, in text: SourceText, _ settings: Settings
) -> [Diagnostic] {
  // Why: no text has more characters than bytes, and counting characters is slow.
  guard quotation.exact.utf8.count > settings.longestQuotation else { return [] }
  let length = text.words(quotation.span).count
  guard length > settings.longestQuotation else { return [] }
  return [
    Diagnostic(
      .quoteTooLong, "the quotation has \(length) characters, but only \(settings.longestQuotation) are allowed",
      at: quoted.place, remedy: "quote only the words that are needed as evidence")
  ]
}
