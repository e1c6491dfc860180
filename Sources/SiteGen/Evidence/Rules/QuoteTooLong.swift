/// **quote-too-long**: a quotation has at most as many characters as `quotations: longest` in sitegen.yaml allows,
/// runs of white space counted as one.
func quoteTooLong(_ quoted: QuotedWords, length: Int, _ settings: Settings) -> [Diagnostic] {
  guard length > settings.longestQuotation else { return [] }
  return [
    Diagnostic(
      .quoteTooLong, "the quotation has \(length) characters, and \(settings.longestQuotation) are allowed",
      at: quoted.place, remedy: "quote the words that prove it alone")
  ]
}
