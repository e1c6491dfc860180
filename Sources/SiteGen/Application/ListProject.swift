/// What `sitegen list` lists.
public enum ListSubject: String, CaseIterable, Sendable {
  case questions, claims, sources, speakers
  /// The questions that no claim answers.
  case unanswered
  /// The quantities in the seeds that are neither quoted nor listed under `left`.
  case unused
}

public enum ListFormat: String, CaseIterable, Sendable {
  /// A few columns for people; `csv` and `json` have all of them, as in the published data.
  case table
  case csv, json
}

/// Lists what a project has. The list is nil if an error prevents the evidence from being counted; the diagnostics are
/// then the errors.
public func listProject(
  _ subject: ListSubject, as format: ListFormat, at project: String
) -> (diagnostics: [Diagnostic], bytes: [UInt8]?) {
  let proven = proveProject(at: project)
  guard let value = proven.value else { return (proven.diagnostics, nil) }
  let site = Site(value.sheet, value.theme)
  func bytes<Row>(_ table: DataTable<Row>, _ columns: String...) -> [UInt8] {
    switch format {
    case .table: table.aligned(columns)
    case .csv: table.csv()
    case .json: table.json()
    }
  }
  let bytes =
    switch subject {
    case .questions: bytes(QuestionData.table(of: site), "id", "topic", "brief", "status_words")
    case .claims: bytes(ClaimData.table(of: site), "id", "answer", "said_by", "as_of", "modality")
    case .sources: bytes(SourceData.table(of: site), "id", "published", "outlet", "title")
    case .speakers: bytes(SpeakerData.table(of: site), "id", "kind", "name")
    case .unanswered:
      bytes(QuestionData.table(of: site) { $0.agreement == .unanswered }, "id", "topic", "asks", "brief")
    case .unused: bytes(unusedQuantities(of: site), "seed", "line", "column", "words")
    }
  return ([], bytes)
}

/// A quantity of a seed that no claim uses.
private struct UnusedQuantity {
  let source: Source
  let quotation: Quotation
  let region: Region
}

private func unusedQuantities(of site: Site) -> DataTable<UnusedQuantity> {
  DataTable(columns: [
    .init("source") { .text($0.source.id) },
    .init("seed") { .text($0.source.seed.file.name) },
    .init("line", .integer) { .integer($0.region.line) },
    .init("column", .integer) { .integer($0.region.column) },
    .init("start", .integer) { .integer($0.quotation.start) },
    .init("end", .integer) { .integer($0.quotation.end) },
    .init("words") { .text($0.quotation.exact) },
  ]) {
    site.sheet.dossier.sources.flatMap { source in
      let lines = LineIndex(source.seed.file)
      return (site.quoted(source.id)?.uncovered ?? []).map { quotation in
        UnusedQuantity(
          source: source, quotation: quotation, region: Region(Place(source.seed.file, quotation.span), lines))
      }
    }
  }
}
