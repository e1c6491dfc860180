/// **quote-too-long**: a quotation has at most as many characters as `quotations: longest` in sitegen.yaml allows,
/// runs of white space counted as one.
func quoteTooLong(
  _ quoted: QuotedWords, _ quotation: Quotation, in text: SourceText, _ settings: Settings
) -> [Diagnostic] {
  // Why: no text has more characters than bytes, and counting characters is slow.
  guard quotation.exact.utf8.count > settings.longestQuotation else { return [] }
  let length = text.words(quotation.span).count
  guard length > settings.longestQuotation else { return [] }
  return [
    Diagnostic(
      .quoteTooLong, "the quotation has \(length) characters, and \(settings.longestQuotation) are allowed",
      at: quoted.place, remedy: "quote the words that prove it alone")
  ]
}
