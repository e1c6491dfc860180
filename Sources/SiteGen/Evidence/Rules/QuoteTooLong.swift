/// **quote-too-long**: a quotation has at most as many characters as `quotations: longest` in sitegen.yaml allows,
/// runs of white space counted as one; `words` are folded.
func quoteTooLong(_ quoted: QuotedWords, _ words: ArraySlice<UInt8>, _ settings: Settings) -> [Diagnostic] {
  // Why: no text has more characters than bytes, and counting characters is slow.
  guard words.count > settings.longestQuotation else { return [] }
  let length = String(decoding: words, as: UTF8.self).count
  guard length > settings.longestQuotation else { return [] }
  return [
    Diagnostic(
      .quoteTooLong, "the quotation has \(length) characters, and \(settings.longestQuotation) are allowed",
      at: quoted.place, remedy: "quote the words that prove it alone")
  ]
}
