extension Rule {
  static let languageWithoutWords = Rule(
    "language-without-words", .warning, about: .files,
    "in the language of a source, sitegen reads only numbers that are written in digits",
    reason: """
      sitegen knows the number words, qualifiers and vague words of some languages. In any other language it reads \
      only digits, and does not notice a quotation that leaves out a qualifier, such as the Dutch "meer dan" ("more \
      than"), before a number. The warning appears once for each language, at the first card that uses it; turn it \
      off when you have checked the quotations by eye.
      """,
    example: RuleExample(
      "yaml", in: "sitegen.yaml",
      failing: "language: nl",
      corrected: """
        language: nl
        rules: {language-without-words: off}
        """))
}

/// Reported once for each language of sources with claims. The place is the first card's `lang`, or its `seed` if the
/// card has no `lang`.
func languageWithoutWords(_ dossier: Dossier) -> [Diagnostic] {
  let sources = dossier.sources.filter { !$0.claims.isEmpty }
  let byLanguage = Dictionary(grouping: sources) { $0.language ?? dossier.settings.language }
  return byLanguage.filter { !QuantityGrammar.hasWords(of: $0.key) }.sorted { utf8Precedes($0.key, $1.key) }
    .compactMap { language, sources in
      guard let first = sources.first else { return nil }
      let others = sources.count - 1
      let cards = others == 1 ? "1 other card is" : "\(others) other cards are"
      return Diagnostic(
        .languageWithoutWords,
        "sitegen does not know the number words and qualifiers of '\(language)', the language of this source: it reads"
          + " only numbers in digits",
        at: Place(first.file, first.languageSpan ?? first.seedSpan),
        notes: others > 0 ? [.init("\(cards) in this language, too")] : [],
        remedy: "check by eye that no quotation leaves out a qualifier, then set 'language-without-words: off' in"
          + " 'rules' of sitegen.yaml")
    }
}
