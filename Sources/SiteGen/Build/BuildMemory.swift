/// What the build before has made and this one may use again, for whoever builds one project many times.
///
/// Nothing is kept by name or time alone: each piece is kept with everything that it was made from, and used again only
/// where all of that is the same, byte for byte. There is no graph of what depends on what.
struct BuildMemory: Sendable {
  private var notes = Kept<Checked<Note?>>()
  private var cards = Kept<Checked<Card?>>()
  private var prose = Kept<Checked<ProseCitations>>()
  private var seeds: [SourceFile] = []
  private var surroundings: Surroundings?
  private var theme: (own: [SourceFile], settings: SourceFile, theme: Checked<Theme?>)?

  /// Reads notes, in order; a note is made from its path and its bytes.
  mutating func readNotes(_ files: [SourceFile]) -> [Checked<Note?>] {
    notes.make(of: files, from: \.self, readNote)
  }

  /// Reads cards, in order; a card is made from its path and its bytes, and its findings from the seeds' besides.
  mutating func readCards(_ files: [SourceFile], seeds: [SourceFile]) -> [Checked<Card?>] {
    if !areSame(seeds, self.seeds) { cards = Kept() }
    self.seeds = seeds
    return cards.make(of: files, from: \.self) { readCard($0, seeds: seeds) }
  }

  /// Reads the theme, which is made from the site's own templates and its settings.
  mutating func readTheme(_ own: [SourceFile], for settings: Settings) -> Checked<Theme?> {
    if let theme, areSame(theme.own, own), areSame([theme.settings], [settings.file]) { return theme.theme }
    let read = SiteGen.readTheme(own, for: settings)
    theme = (own, settings.file, read)
    return read
  }

  /// Checks notes, in order; the findings are made from the note and its surroundings.
  mutating func checkNotes(_ dossier: Dossier, _ context: ProseContext) -> [Checked<ProseCitations>] {
    let surroundings = Surroundings(dossier)
    if surroundings != self.surroundings { prose = Kept() }
    self.surroundings = surroundings
    return prose.make(of: dossier.notes, from: \.file) { checkProse($0, context) }
  }
}

/// What was made of files, each kept with its file.
private struct Kept<Made: Sendable>: Sendable {
  private var made: [String: (file: SourceFile, made: Made)] = [:]

  /// What items come to, in order: made anew, but for those whose file has the path and the bytes that it had before.
  mutating func make<Item: Sendable>(
    of items: [Item], from file: @Sendable (Item) -> SourceFile, _ make: @Sendable (Item) -> Made
  ) -> [Made] {
    let known = made
    let all = parallelMap(items) { item in
      let file = file(item)
      if let known = known[file.path], known.file.bytes == file.bytes { return known.made }
      return make(item)
    }
    made = Dictionary(
      zip(items, all).map { (file($0).path, (file($0), $1)) }, uniquingKeysWith: { first, _ in first })
    return all
  }
}

/// Whether files have the same paths and bytes, in the same order.
private func areSame(_ first: [SourceFile], _ second: [SourceFile]) -> Bool {
  first.elementsEqual(second) { $0.path == $1.path && $0.bytes == $1.bytes }
}

/// Everything that the check of one note may read beside that note.
///
/// Of a note that asks nothing that is its path and its anchors; of all else it is every byte.
private struct Surroundings: Equatable {
  var files: [String: [UInt8]] = [:]
  var anchors: [String: [String]] = [:]
  var images: [String]
  var isWhole: Bool
  var unread: UnreadFiles

  init(_ dossier: Dossier) {
    images = dossier.images.map(\.path)
    isWhole = dossier.isWhole
    unread = dossier.unread
    let files =
      [dossier.settings.file] + dossier.sources.map(\.file) + dossier.seeds.map(\.file)
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
