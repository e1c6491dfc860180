/// The results of the previous build that the next one may reuse.
///
/// Names and timestamps are not enough: each result is stored with all its inputs and reused only if all of them have
/// the same bytes. There is no dependency graph.
struct BuildMemory: Sendable {
  private var notes = Kept<Checked<Note?>>()
  private var cards = Kept<Checked<Source?>>()
  private var prose = Kept<Checked<ProseCitations>>()
  private var limits = Limits.standard
  private var seeds: (files: [SourceFile], documents: [SourceFile], unread: UnreadFiles) = ([], [], UnreadFiles())
  private var checked: Dossier?
  private var theme: (own: [SourceFile], settings: SourceFile, theme: Checked<Theme?>)?

  /// Forgets everything that was read with other limits.
  mutating func use(_ limits: Limits) {
    guard limits != self.limits else { return }
    self = BuildMemory()
    self.limits = limits
  }

  /// Reads notes, in order. A note depends on its own file.
  mutating func readNotes(_ files: [SourceFile], _ limits: Limits) -> [Checked<Note?>] {
    notes.make(of: files, from: \.self) { readNote($0, limits) }
  }

  /// Reads cards, in order. A card depends on its own file and on the seeds.
  mutating func readCards(
    of project: ProjectFiles, seeds: LookupTable<SeedFiles>, _ limits: Limits
  ) -> [Checked<Source?>] {
    if !areSame(project.seeds, self.seeds.files) || !areSame(project.documents, self.seeds.documents)
      || project.unread != self.seeds.unread
    {
      cards = Kept()
    }
    self.seeds = (project.seeds, project.documents, project.unread)
    return cards.make(of: project.cards, from: \.self) { readCard($0, limits, seeds: seeds) }
  }

  /// Reads the theme, which depends on the site's own templates and the settings.
  mutating func readTheme(_ own: [SourceFile], for settings: Settings) -> Checked<Theme?> {
    if let theme, areSame(theme.own, own), areSame([theme.settings], [settings.file]) { return theme.theme }
    // Why: diagnostics of notes print numbers in the style that the theme sets.
    prose = Kept()
    let read = SiteGen.readTheme(own, for: settings)
    theme = (own, settings.file, read)
    return read
  }

  /// Checks notes, in order. The result depends on the note and its surroundings.
  mutating func checkNotes(_ dossier: Dossier, _ context: ProseContext) -> [Checked<ProseCitations>] {
    if let checked, Surroundings(checked) != Surroundings(dossier) { prose = Kept() }
    checked = dossier
    return prose.make(of: dossier.notes, from: \.file) { checkProse($0, context) }
  }
}

/// Results, each stored with the file from which it was made.
private struct Kept<Made: Sendable>: Sendable {
  private var made: [(file: SourceFile, made: Made)] = []

  /// Makes a result for each item, in order, and reuses the previous one if the item's file has the same path and
  /// bytes.
  mutating func make<Item: Sendable>(
    of items: [Item], from file: @Sendable (Item) -> SourceFile, _ make: @Sendable (Item) -> Made
  ) -> [Made] {
    // Why only now: most builds are the only ones of their builder.
    let known = Dictionary(made.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    let all = parallelMap(items) { item in
      let file = file(item)
      if let known = known[file.path], known.file.bytes == file.bytes { return known.made }
      return make(item)
    }
    made = zip(items, all).map { (file($0), $1) }
    return all
  }
}

/// Whether two lists of files have the same paths and bytes, in the same order.
private func areSame(_ first: [SourceFile], _ second: [SourceFile]) -> Bool {
  first.elementsEqual(second) { $0.path == $1.path && $0.bytes == $1.bytes }
}

/// Everything that the check of a note may read, other than the note itself: the bytes of the settings, cards, seeds,
/// speakers and notes with questions; the paths and anchors of other notes; the paths of images and of unread files.
private struct Surroundings: Equatable {
  var files: [String: [UInt8]] = [:]
  var anchors: [String: [String]] = [:]
  var images: [String]
  var unread: UnreadFiles

  init(_ dossier: Dossier) {
    images = dossier.images.map(\.path)
    unread = dossier.unread
    let files =
      [dossier.settings.file] + dossier.sources.flatMap { [$0.file, $0.seed.file] }
      + [dossier.speakersFile].compactMap { $0 }
    for file in files { self.files[file.path] = file.bytes }
    for note in dossier.notes {
      if note.questions.isEmpty {
        anchors[note.file.path] = note.body.headings.map(\.anchor)
      } else {
        self.files[note.file.path] = note.file.bytes
      }
    }
  }
}
