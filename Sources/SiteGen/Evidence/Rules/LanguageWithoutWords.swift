extension Rule {
  static let languageWithoutWords = Rule(
    "language-without-words", .warning, about: .files,
    "numbers in a language of the site are read only if they are written in digits",
    reason: """
      sitegen knows the number words, qualifiers and vague words of some languages. In any other language it reads \
      only digits, and does not notice a quotation that leaves out "meer dan" before a number. The warning appears \
      once, at the site's language; turn it off when you have checked the quotations by eye.
      """,
    example: RuleExample(
      "yaml", in: "sitegen.yaml",
      failing: "language: nl",
      corrected: """
        language: nl
        rules: {language-without-words: off}
        """))
}

/// **language-without-words**: in a language of which sitegen has no number words and qualifiers, only digits are read,
/// so that "meer dan 3.800" and "3.800" are one to it. Said once, of a site that has claims.
func languageWithoutWords(_ dossier: Dossier) -> [Diagnostic] {
  var unread: [String] = []
  for source in dossier.sources {
    let language = source.language ?? dossier.settings.language
    if !source.claims.isEmpty, !unread.contains(language), !QuantityGrammar.hasWords(of: language) {
      unread.append(language)
    }
  }
  guard !unread.isEmpty else { return [] }
  let languages = unread.sorted().map { "'\($0)'" }.joined(separator: ", ")
  return [
    Diagnostic(
      .languageWithoutWords,
      "sitegen does not know the number words and qualifiers of \(languages): numbers are read by their digits alone",
      at: Place(dossier.settings.file, dossier.settings.languageSpan),
      remedy: "see by eye that no quotation leaves out a qualifier, then set 'language-without-words: off' in 'rules'")
  ]
}
