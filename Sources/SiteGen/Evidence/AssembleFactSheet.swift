/// Brings together what was proven and checked, and checks what lies between: limits, coverage, parts and wholes.
///
/// `notes` and `cards` must stand in the dossier's order; what is missing or too much is only said of evidence that
/// `isWhole`.
func factSheet(
  of dossier: Dossier, _ proven: ProvenClaims, notes: [ProseCitations], cards: [ProseCitations], isWhole: Bool
) -> Checked<FactSheet> {
  var citations: [String: [Int: FactSheet.Citation]] = [:]
  var summaryCitations: [String: [Int: FactSheet.Citation]] = [:]
  var cited: [String: [Quotation]] = [:]
  var quotations = 0
  func add(_ prose: ProseCitations, _ path: String, _ tree: MarkdownTree) {
    if !prose.body.isEmpty { citations[path] = prose.body }
    if !prose.summary.isEmpty { summaryCitations[path] = prose.summary }
    for citation in Array(prose.body.values) + Array(prose.summary.values) {
      cited[citation.sourceID, default: []].append(citation.quotation)
    }
    quotations += prose.summary.count + prose.body.keys.count { tree.nodes[$0].kind == .link }
  }
  for (note, prose) in zip(dossier.notes, notes) { add(prose, note.file.path, note.body) }
  for (source, prose) in zip(dossier.sources, cards) { add(prose, source.file.path, source.body) }

  let claims = Dictionary(grouping: proven.evidence, by: \.sourceID)
  let withdrawn = Dictionary(grouping: proven.withdrawn, by: \.sourceID)
  var diagnostics: [Diagnostic] = []
  var quoted: [FactSheet.QuotedSource] = []
  for (text, passages) in zip(proven.texts, proven.passages) {
    let id = text.source.id
    let source = quotedSource(
      text, passages, claims: claims[id] ?? [], withdrawn: withdrawn[id] ?? [], cited: cited[id] ?? [])
    // Why: of a seed that is another one, how much is shown is not the card's fault.
    if !text.source.seedHasChanged {
      diagnostics += quoteBudget(text.source, shown: source.shown, total: source.total, dossier.settings)
    }
    quoted.append(source)
    quotations += passages.notEvidence.count + passages.damaged.count + passages.left.count
  }
  if isWhole { diagnostics += coverageShort(quoted, dossier) }
  diagnostics += languageWithoutWords(dossier)
  let answeredQuestions = answeredQuestions(of: dossier, proven.evidence, proven.voices)
  if isWhole { diagnostics += partExceedsWhole(answeredQuestions, dossier) }
  let numbers = proven.evidence.count { if case .quantity = $0.answer { true } else { false } }
  let figures = FactSheet.CheckFigures(
    quotations: quotations + proven.evidence.count,
    numbers: numbers + (notes + cards).reduce(0) { $0 + $1.numbers },
    quantities: quoted.reduce(0) { $0 + $1.quantities }, covered: quoted.reduce(0) { $0 + $1.covered })
  let sheet = FactSheet(
    dossier: dossier, evidence: proven.evidence, withdrawn: proven.withdrawn, answeredQuestions: answeredQuestions,
    history: history(of: dossier, proven.evidence, proven.voices), citations: citations,
    summaryCitations: summaryCitations, quoted: quoted, check: figures, isWhole: isWhole)
  return Checked(sheet, diagnostics)
}
