/// Assembles the fact sheet from everything proven and checked, and checks how much of each source is shown.
///
/// `notes` and `bodies`, the checked prose of notes and of cards, must be in the dossier's order.
func factSheet(
  of dossier: Dossier, _ proven: ProvenClaims, notes: [ProseCitations], bodies: [ProseCitations]
) -> Checked<FactSheet> {
  let prose = notes + bodies
  var sheet = FactSheet(
    dossier: dossier, evidence: proven.evidence, withdrawn: proven.withdrawn, voices: proven.voices,
    answeredQuestions: proven.answeredQuestions,
    history: history(of: dossier, proven.evidence, proven.voices))
  let paths = dossier.notes.map(\.file.path) + dossier.sources.map(\.file.path)
  var cited: [String: [Quotation]] = [:]
  for (path, prose) in zip(paths, prose) where prose.quotations > 0 {
    if !prose.body.isEmpty { sheet.citations[path] = prose.body }
    if !prose.paragraphs.isEmpty { sheet.paragraphCitations[path] = prose.paragraphs }
    for citation in Array(prose.body.values) + prose.paragraphs.values.flatMap(\.values) {
      cited[citation.sourceID, default: []].append(citation.quotation)
    }
  }
  var diagnostics: [Diagnostic] = []
  for card in proven.cards {
    let quoted = quotedSource(card, cited: cited[card.text.source.id] ?? [])
    diagnostics += quoteBudget(card.text.source, shown: quoted.shown, total: quoted.total, dossier.settings)
    sheet.check.quotations += card.notEvidence.count + card.damaged.count + card.left.count + card.evidence.count
    sheet.check.quantities += quoted.quantities
    sheet.check.covered += quoted.covered
    sheet.quoted.append(quoted)
  }
  sheet.check.quotations += prose.reduce(0) { $0 + $1.quotations }
  sheet.check.numbers =
    prose.reduce(0) { $0 + $1.numbers }
    + proven.evidence.count {
      if case .quantity = $0.answer { $0.reading != .editor } else { false }
    }
  sheet.check.readings = proven.evidence.count { $0.reading == .editor }
  sheet.check.translations = proven.evidence.count { $0.reading == .translation }
  return Checked(sheet, diagnostics + languageWithoutWords(dossier))
}

/// Checks how many quantities are used and whether only headlines answer a question, compares parts with their wholes,
/// and lists the notes to read again. The results are reliable only for a fact sheet without errors.
func checkCounts(of sheet: FactSheet) -> [Diagnostic] {
  coverageShort(sheet) + headlineOnly(sheet) + partExceedsWhole(sheet.answeredQuestions, sheet.dossier)
    + noteOutdated(sheet)
}
