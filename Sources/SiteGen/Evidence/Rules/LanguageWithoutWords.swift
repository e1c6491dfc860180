extension Rule {
  static let languageWithoutWords = Rule(
    "language-without-words", .warning, about: .files,
    "in one of the site's languages, sitegen reads only numbers that are written in digits",
    reason: """
      sitegen knows the number words, qualifiers and vague words of some languages. In any other language it reads \
      only digits, and does not notice a quotation that leaves out a qualifier, such as the Dutch "meer dan" ("more \
      than"), before a number. The warning appears once, at the site's language; turn it off when you have checked the \
      quotations by eye.
      """,
    example: RuleExample(
      "yaml", in: "sitegen.yaml",
      failing: "language: nl",
      corrected: """
        language: nl
        rules: {language-without-words: off}
        """))
}

/// Reported once, and only for languages of sources with claims.
func languageWithoutWords(_ dossier: Dossier) -> [Diagnostic] {
  let languages = Set(
    dossier.sources.filter { !$0.claims.isEmpty }.map { $0.language ?? dossier.settings.language }
  ).filter { !QuantityGrammar.hasWords(of: $0) }
  guard !languages.isEmpty else { return [] }
  let names = languages.sorted().map { "'\($0)'" }.joined(separator: ", ")
  return [
    Diagnostic(
      .languageWithoutWords,
      "sitegen does not know the number words and qualifiers of \(names): it reads only numbers in digits",
      at: Place(dossier.settings.file, dossier.settings.languageSpan),
      remedy: "check by eye that no quotation leaves out a qualifier, then set 'language-without-words: off' in 'rules'"
    )
  ]
}
