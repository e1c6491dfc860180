extension Rule {
  static let coverageShort = Rule(
    "coverage-short", .warning, about: .coverage,
    "too few of the quantities in the seeds are quoted or listed under 'left'",
    reason: """
      Of all quantities in the seeds, the share that is quoted or listed under `left` is smaller than `coverage:` in \
      sitegen.yaml. Quantities in `not_evidence` do not count. A fact sheet that silently leaves figures out hides its \
      selection.
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

func coverageShort(_ sheet: FactSheet) -> [Diagnostic] {
  let (covered, quantities) = (sheet.check.covered, sheet.check.quantities)
  guard let asked = sheet.dossier.settings.coverage, Double(covered) < asked.value * Double(quantities) else {
    return []
  }
  let seeds = Dictionary(
    sheet.dossier.sources.map { ($0.id, $0.seed.file) }, uniquingKeysWith: { first, _ in first })
  let unused = sheet.quoted.flatMap { source in source.uncovered.map { (seeds[source.sourceID], $0) } }
  var notes = unused.prefix(10).map { file, quotation in
    Diagnostic.Note("neither quoted nor listed under 'left'", at: file.map { Place($0, quotation.span) })
  }
  let rest = quantities - covered - notes.count
  if rest > 0 { notes.append(.init("and \(rest) more, which 'sitegen check --coverage' lists")) }
  // Why: rounded down, so that a share below the limit never seems to reach it.
  let percent = quantities == 0 ? 100 : covered * 100 / quantities
  return [
    Diagnostic(
      .coverageShort,
      "\(covered) of the \(quantities) quantities in the seeds (\(percent) %) are quoted or listed under 'left',"
        + " but \(Int((asked.value * 100).rounded())) % are required",
      at: Place(sheet.dossier.settings.file, asked.span), notes: notes,
      remedy: "claim them, or list their words under 'left' in the cards")
  ]
}
