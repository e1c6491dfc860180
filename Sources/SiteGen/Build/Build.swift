/// Builds the site of a project from its files. A builder can build repeatedly. It reuses a result of its previous
/// build if all inputs of that result are byte-for-byte unchanged. The first build of a new builder is a clean build.
///
/// It is pure: it turns files that were read into files to write. `unread` lists the paths of files and folders that
/// could not be read. The timings have a clock, but they never change the result.
struct Builder: Sendable {
  private let limit: PageLimit
  private let timings: Timings
  private var memory = BuildMemory()

  init(limit: PageLimit = PageLimit(), timings: Timings = .off) {
    self.limit = limit
    self.timings = timings
  }

  /// Nil if there is an error among the diagnostics.
  mutating func build(_ files: [SourceFile], unread: [String] = []) -> Checked<BuiltSite?> {
    build(prove(files, unread: unread))
  }

  /// `writes` says whether the files will be written. Pages that are only checked are not divided, because their parts
  /// have no diagnostics of their own.
  func build(_ proven: Checked<ProvenSite?>, writes: Bool = true) -> Checked<BuiltSite?> {
    guard let sheet = proven.value?.sheet, let theme = proven.value?.theme else {
      return Checked(nil, proven.diagnostics)
    }
    let undivided = Site(sheet, theme, limit)
    timings.end("index the site")
    let pictures = checkPictures(of: undivided, theme)
    timings.end("check pictures", Amount(pictures.value.count, "pictures"))
    var divided: [String: DividedPage] = [:]
    if writes || !sheet.dossier.settings.neverPublish.isEmpty {
      divided = dividedPages(of: undivided, theme, pictures: pictures.value)
      timings.end("divide long pages", Amount(divided.count, "pages"))
    }
    let site = divided.isEmpty ? undivided : Site(sheet, theme, limit, dividedPages: divided)
    let tree = renderSite(site, theme, pictures: pictures.value, timings)
    timings.end("describe files", Amount(tree.files.count, "files"))
    var diagnostics =
      proven.diagnostics + applySeverities(sheet.dossier.settings, to: pictures.diagnostics)
      + checkOutput(tree.files, sheet.dossier)
    if !sheet.dossier.settings.neverPublish.isEmpty {
      diagnostics += publishedName(
        in: tree.allFiles(), own: theme.ownAssets,
        ownStyle: theme.ownAssets.contains("assets/style.css") ? theme.assets.selfContainedStyle : [], sheet.dossier)
    }
    timings.end("check files")
    return Checked(diagnostics.hasErrors ? nil : BuiltSite(tree: tree, sheet: sheet), diagnostics)
  }

  /// Reads the files and verifies everything in them; nil if there is an error, other than those that `checkCounts`
  /// reports.
  mutating func prove(_ files: [SourceFile], unread: [String] = []) -> Checked<ProvenSite?> {
    let project = ProjectFiles(files, unread: UnreadFiles(unread))
    let read = readDossier(project)
    guard let dossier = read.value else { return Checked(nil, withoutConsequences(read.diagnostics)) }
    let theme = memory.readTheme(project.templates, for: dossier.settings)
    timings.end("read theme", Amount(project.templates, "files"))
    var diagnostics = read.diagnostics + theme.diagnostics
    // Why: if the interface has no translation for the site's language, nothing else is worth reporting.
    if theme.diagnostics.contains(where: { $0.rule == .projectIncomplete }) { return Checked(nil, diagnostics) }
    let sheet = verify(dossier, theme.value?.strings.numberStyle ?? .english)
    diagnostics = applySeverities(dossier.settings, to: withoutConsequences(diagnostics + sheet.diagnostics))
    guard let theme = theme.value, project.unread.isEmpty, !diagnostics.hasErrors else {
      return Checked(nil, diagnostics)
    }
    diagnostics += applySeverities(dossier.settings, to: checkCounts(of: sheet.value))
    timings.end("sort diagnostics", Amount(diagnostics.count, "diagnostics"))
    return Checked(ProvenSite(sheet: sheet.value, theme: theme), diagnostics)
  }

  /// Reads the dossier; nil if no site can be made from it.
  mutating func readDossier(_ project: ProjectFiles) -> Checked<Dossier?> {
    let seeds = readSeeds(project)
    let settings = project.settings.map { readSettings($0, rules: Rule.all) }
    let limits = settings?.value?.limits ?? .standard
    memory.use(limits)
    timings.end("read seeds", Amount(project.seeds, "seeds"))
    let notes = memory.readNotes(project.notes, limits)
    timings.end("parse notes", Amount(project.notes, "notes"))
    let cards = memory.readCards(of: project, seeds: seeds.value, limits)
    timings.end("parse cards", Amount(project.cards, "cards"))
    let dossier = assembleDossier(
      files: project, settings: settings, seeds: seeds.diagnostics, notes: notes, cards: cards,
      speakers: project.speakers.map { readSpeakers($0, limits) })
    timings.end("assemble dossier")
    return dossier
  }

  /// Checks everything in cards and notes against the seeds. If there is an error, the fact sheet is incomplete and
  /// must not be published.
  ///
  /// `style` is that of the site's language.
  mutating func verify(_ dossier: Dossier, _ style: NumberStyle = .english) -> Checked<FactSheet> {
    let grammars = Grammars(dossier, style)
    let cited = citedWords(of: dossier)
    let seeds = OtherSeeds(dossier.sources)
    let cards = parallelMap(dossier.sources) {
      proveCard($0, dossier, grammars, cited: cited[$0.id] ?? [], others: seeds)
    }
    timings.end("prove claims", Amount(dossier.sources.reduce(0) { $0 + $1.claims.count }, "claims"))
    let proven = ProvenClaims(cards.map(\.value), dossier, grammars)
    let context = ProseContext(dossier, proven)
    timings.end("compare answers")
    let notes = memory.checkNotes(dossier, context)
    let bodies = parallelMap(dossier.sources) { checkProse($0, context) }
    timings.end("check prose", Amount(notes.count + bodies.count, "texts"))
    var sheet = factSheet(of: dossier, proven, notes: notes.map(\.value), bodies: bodies.map(\.value))
    sheet.diagnostics += cards.flatMap(\.diagnostics) + (notes + bodies).flatMap(\.diagnostics)
    timings.end("assemble fact sheet")
    return sheet
  }
}

extension Amount {
  fileprivate init(_ files: [SourceFile], _ noun: String) {
    self.init(files.count, noun, bytes: files.reduce(0) { $0 + $1.bytes.count })
  }
}

/// A fact sheet without errors, and the theme to render it with.
struct ProvenSite: Sendable {
  let sheet: FactSheet
  let theme: Theme
}

/// A site without errors, ready to be written.
struct BuiltSite: Sendable {
  let tree: OutputTree
  let sheet: FactSheet
}

/// Drops the warnings about invisible characters at the place of an error, which then has this cause.
private func withoutConsequences(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  guard diagnostics.contains(where: { $0.rule == .invisibleCharacters }) else { return diagnostics }
  let errors = Dictionary(
    grouping: diagnostics.lazy.filter { $0.severity == .error }.map(\.place), by: \.file.path)
  return diagnostics.filter { found in
    found.rule != .invisibleCharacters
      || errors[found.place.file.path]?.contains { $0.span.overlaps(found.place.span) } != true
  }
}

/// Applies the severities that sitegen.yaml sets, and drops the diagnostics of rules that are off.
private func applySeverities(_ settings: Settings, to diagnostics: [Diagnostic]) -> [Diagnostic] {
  diagnostics.compactMap { diagnostic in
    guard let severity = settings.severities[diagnostic.rule] else { return diagnostic }
    guard let severity else { return nil }
    var diagnostic = diagnostic
    diagnostic.severity = severity
    return diagnostic
  }
}

/// Finds files whose paths are equal or differ only in case. Why: many file systems would treat them as one file.
private func checkOutput(_ output: [OutputFile], _ dossier: Dossier) -> [Diagnostic] {
  var seen: [String: String] = [:]
  return output.compactMap { file in
    let folded = file.path.lowercased()
    guard let other = seen.updateValue(file.path, forKey: folded) else { return nil }
    let note = dossier.notes.first { Address.note($0.id).lowercased() == folded }
    let image = dossier.images.first { $0.path == "Content/" + file.path }
    return Diagnostic(
      .duplicateAddress, "two files of the site would be '\(other)' and '\(file.path)'",
      at: note.map { Place($0.file, $0.title.span) } ?? image.map { Place($0, 0..<0) } ?? Place(path: file.path),
      remedy: "rename one of them")
  }
}
