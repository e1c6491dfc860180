extension Rule {
  static let coverageShort = Rule(
    "coverage-short", .warning, about: .coverage, "too few of the seeds' quantities are quoted or left with a reason",
    reason: """
      Of the quantities in all seeds, except those in `not_evidence`, fewer are quoted or listed under `left` than \
      `coverage:` in sitegen.yaml asks for. A selection hides behind the figures that it leaves out without a word.
      """,
    example: .card(
      failing: """
        # sitegen.yaml: coverage: 90%
        claims:
        """,
      corrected: """
        # sitegen.yaml: coverage: 90%
        left:
          - quote: "14 people are in hospital"
            why: no topic asks about the injured
        claims:
        """))
}

/// **coverage-short**: of the quantities of all seeds, those in `not_evidence` aside, the share that `coverage` in
/// sitegen.yaml asks for is quoted or `left`.
func coverageShort(_ sheet: FactSheet) -> [Diagnostic] {
  guard let asked = sheet.dossier.settings.coverage,
    Double(sheet.check.covered) < asked.value * Double(sheet.check.quantities)
  else { return [] }
  return [.tooFewUsed(sheet.check.covered, sheet.check.quantities, asked, sheet.quoted, sheet.dossier)]
}

extension Diagnostic {
  fileprivate static func tooFewUsed(
    _ covered: Int, _ quantities: Int, _ asked: Located<Double>, _ quoted: [FactSheet.QuotedSource], _ dossier: Dossier
  ) -> Diagnostic {
    let seeds = Dictionary(
      dossier.sources.map { ($0.id, $0.seed.file) }, uniquingKeysWith: { first, _ in first })
    let unused = quoted.flatMap { source in source.uncovered.map { (seeds[source.sourceID], $0) } }
    var notes = unused.prefix(10).map { file, quotation in
      Note("nobody quotes", at: file.map { Place($0, quotation.span) })
    }
    if unused.count > 10 { notes.append(Note("and \(unused.count - 10) more, which 'sitegen check --coverage' lists")) }
    // Why: rounded down, so that what is short never reads as if it were not.
    let percent = quantities == 0 ? 100 : covered * 100 / quantities
    return Diagnostic(
      .coverageShort,
      "\(covered) of the \(quantities) quantities of the seeds (\(percent) %) are quoted or left,"
        + " and \(Int((asked.value * 100).rounded())) % are asked for",
      at: Place(dossier.settings.file, asked.span), notes: notes,
      remedy: "claim them, or list their words under 'left' in the cards")
  }
}
