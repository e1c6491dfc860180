extension Rule {
  static let quoteBudget = Rule(
    "quote-budget", .error, about: .quotations, "more of a seed is quoted than the site allows",
    reason: """
      The site shows a larger share of the text of a seed than `quotations: share:` in sitegen.yaml or in the card \
      allows. Text that is shown more than once counts once.
      """,
    example: .card(
      failing: """
        # sitegen.yaml: quotations: {share: 45%}
        seed: mayor.txt
        """,
      corrected: """
        # sitegen.yaml: quotations: {share: 45%}
        seed: mayor.txt
        quotations:
          share: 80%
          why: The document is four sentences long, and each holds a figure.
        """))
}

/// `shown` and `total` are in characters of the seed. A text that may be published whole has no limit.
func quoteBudget(_ source: Source, shown: Int, total: Int, _ settings: Settings) -> [Diagnostic] {
  let share = source.quotedShare?.value ?? settings.quotedShare
  guard !source.publishesWhole, Double(shown) > share * Double(total) else { return [] }
  // Why: rounded up, so that a share over the limit never seems to be within it.
  let percent = (Double(shown) / Double(max(total, 1)) * 100).rounded(.up)
  return [
    Diagnostic(
      .quoteBudget,
      "\(Int(percent)) % of \(source.seed.file.name) is shown (\(shown) of \(total) characters),"
        + " but only \(Int((share * 100).rounded(.down))) % are allowed",
      at: Place(source.file, source.quotedShare?.span ?? source.title.span),
      remedy: source.quotedShare == nil
        ? "shorten quotations, or allow more in the card: 'quotations: {share: …, why: …}'" : "shorten quotations")
  ]
}
