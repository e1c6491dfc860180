/// A site that was found to be without errors, and what it came to.
struct BuiltSite: Sendable {
  var tree: OutputTree
  var summary: Summary
  var dossier: Dossier

  struct Summary: Sendable {
    var pages: Int
    var claims: Int
    var sources: Int
  }
}

/// The whole way, from the files of a project to the files of its site: pure, and nil with an error among the findings.
///
/// `unread` are paths of files and folders that are there but could not be read: what may stand in them is not missed.
func buildSite(_ files: [SourceFile], unread: [String] = []) -> Checked<BuiltSite?> {
  var memory = BuildMemory()
  return buildSite(files, unread: unread, &memory)
}

/// The same, with what the build before has made of the same bytes.
func buildSite(_ files: [SourceFile], unread: [String], _ memory: inout BuildMemory) -> Checked<BuiltSite?> {
  let proven = provenSite(ProjectFiles(files, unread: UnreadFiles(unread)), &memory)
  var diagnostics = proven.diagnostics
  guard let (sheet, theme) = proven.value else { return Checked(nil, diagnostics) }
  let dossier = sheet.dossier

  let site = Site(sheet, theme)
  let pictures = checkPictures(of: site, theme)
  diagnostics += applySeverities(dossier.settings.severities, to: pictures.diagnostics)
  let tree = renderSite(site, theme, pictures: pictures.value)
  diagnostics += checkOutput(tree.files, dossier)
  guard !diagnostics.contains(where: { $0.severity == .error }) else { return Checked(nil, diagnostics) }
  let summary = BuiltSite.Summary(
    pages: tree.files.count { $0.path.hasSuffix(".html") }, claims: sheet.evidence.count,
    sources: dossier.sources.count)
  return Checked(BuiltSite(tree: tree, summary: summary, dossier: dossier), diagnostics)
}

/// The social cards that a project should have, and those that it has; nil with an error among the findings.
func sitePictures(
  for files: [SourceFile], unread: [String]
) -> Checked<(wanted: [SitePicture], present: [SourceFile])?> {
  var memory = BuildMemory()
  let proven = provenSite(ProjectFiles(files, unread: UnreadFiles(unread)), &memory)
  guard let (sheet, theme) = proven.value else { return Checked(nil, proven.diagnostics) }
  let site = Site(sheet, theme)
  return Checked((sitePictures(of: site, theme), sheet.dossier.socialCards), proven.diagnostics)
}

/// What a site is made from, once nothing is wrong with it.
private func provenSite(
  _ project: ProjectFiles, _ memory: inout BuildMemory
) -> Checked<(sheet: FactSheet, theme: Theme)?> {
  let dossier = readDossier(files: project, &memory)
  var diagnostics = dossier.diagnostics
  guard let dossier = dossier.value else { return Checked(nil, diagnostics) }

  let theme = memory.readTheme(project.templates, for: dossier.settings)
  diagnostics += theme.diagnostics
  // Why: of a site in a language that is none, or has no words yet, nothing else is worth saying.
  if theme.diagnostics.contains(where: { $0.rule == .projectIncomplete }) { return Checked(nil, diagnostics) }
  let sheet = verify(dossier, &memory)
  diagnostics += sheet.diagnostics
  diagnostics = applySeverities(dossier.settings.severities, to: diagnostics)
  guard let theme = theme.value, project.unread.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) else {
    return Checked(nil, diagnostics)
  }
  return Checked((sheet.value, theme), diagnostics)
}

/// What nobody used of the seeds, as `check --coverage` prints it; nil where an error keeps evidence from being counted.
func coverageText(of files: [SourceFile], unread: [String] = []) -> String? {
  let dossier = readDossier(files: ProjectFiles(files, unread: UnreadFiles(unread)))
  guard let sheet = dossier.value.map({ verify($0).value }), sheet.isWhole else { return nil }
  return coverageText(of: sheet)
}

/// Reads everything that the people of a site wrote and collected; nil where no site can be made of it at all.
func readDossier(files: ProjectFiles) -> Checked<Dossier?> {
  var memory = BuildMemory()
  return readDossier(files: files, &memory)
}

private func readDossier(files: ProjectFiles, _ memory: inout BuildMemory) -> Checked<Dossier?> {
  assembleDossier(
    files: files, settings: files.settings.map(readSettings), notes: memory.readNotes(files.notes),
    cards: memory.readCards(files.cards, seeds: files.seeds), speakers: files.speakers.map(readSpeakers))
}

/// Holds everything that cards and notes say against the seeds' own words: what is proven, and all findings.
///
/// With an error among the findings the fact sheet is what could be proven all the same, never to be published.
func verify(_ dossier: Dossier) -> Checked<FactSheet> {
  var memory = BuildMemory()
  return verify(dossier, &memory)
}

private func verify(_ dossier: Dossier, _ memory: inout BuildMemory) -> Checked<FactSheet> {
  let proven = proveClaims(dossier)
  let context = ProseContext(dossier, proven.value)
  let notes = memory.checkNotes(dossier, context)
  let cards = parallelMap(dossier.sources) { checkProse($0, context) }
  // Why: what a broken quotation keeps from being counted is not missing; it is one cause, and one finding.
  let all = proven.diagnostics + (notes + cards).flatMap(\.diagnostics)
  let isWhole = dossier.isWhole && !all.contains { $0.severity == .error && $0.rule.keepsFromCounting }
  var sheet = factSheet(
    of: dossier, proven.value, notes: notes.map(\.value), cards: cards.map(\.value), isWhole: isWhole)
  sheet.diagnostics += proven.diagnostics
  for prose in notes + cards { sheet.diagnostics += prose.diagnostics }
  return sheet
}

extension Rule {
  /// Whether its findings keep a quotation or claim out of the fact sheet.
  fileprivate var keepsFromCounting: Bool { self != .brokenLink && self != .rawHtml && self != .duplicateAddress }
}

/// The severities that sitegen.yaml sets; what is off is left out.
private func applySeverities(_ severities: [Rule: Severity?], to diagnostics: [Diagnostic]) -> [Diagnostic] {
  diagnostics.compactMap { diagnostic in
    guard let severity = severities[diagnostic.rule] else { return diagnostic }
    guard let severity else { return nil }
    var diagnostic = diagnostic
    diagnostic.severity = severity
    return diagnostic
  }
}

/// Two files with one path, also when it differs only in case, would be one on many disks.
private func checkOutput(_ output: [OutputFile], _ dossier: Dossier) -> [Diagnostic] {
  var seen: [String: String] = [:]
  var diagnostics: [Diagnostic] = []
  for file in output {
    let folded = file.path.lowercased()
    guard let other = seen.updateValue(file.path, forKey: folded) else { continue }
    let note = dossier.notes.first { Address.note($0.id).lowercased() == folded }
    let image = dossier.images.first { $0.path == "Content/" + file.path }
    diagnostics.append(
      Diagnostic(
        .duplicateAddress, "two files of the site would be '\(other)' and '\(file.path)'",
        at: note.map { Place($0.file, $0.title.span) } ?? image.map { Place($0, 0..<0) } ?? Place(path: file.path),
        remedy: "rename one of them"))
  }
  return diagnostics
}
