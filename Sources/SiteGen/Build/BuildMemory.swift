/// What the build before has made and this one may use again, for whoever builds one project many times.
///
/// Nothing is kept by name or time alone: each piece is kept with everything that it was made from, and used again only
/// where all of that is the same, byte for byte. There is no graph of what depends on what.
struct BuildMemory: Sendable {
  private var notes: [String: (file: SourceFile, note: Checked<Note?>)] = [:]
  private var prose: [String: (file: SourceFile, citations: Checked<ProseCitations>)] = [:]
  private var surroundings: Surroundings?
  private var cards: [String: (file: SourceFile, card: Checked<Card?>)] = [:]
  private var seeds: [SourceFile] = []
  private var theme: (own: [SourceFile], settings: SourceFile, theme: Checked<Theme?>)?

  /// Reads notes, in order; a note is made from its path and its bytes.
  mutating func readNotes(_ files: [SourceFile]) -> [Checked<Note?>] {
    let known = notes
    let read = parallelMap(files) { file in
      if let known = known[file.path], known.file.bytes == file.bytes { return known.note }
      return readNote(file)
    }
    notes = Dictionary(
      zip(files, read).map { ($0.path, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
    return read
  }

  /// Reads cards, in order; a card is made from its path and its bytes, and its findings from the seeds' besides.
  mutating func readCards(_ files: [SourceFile], seeds: [SourceFile]) -> [Checked<Card?>] {
    let known = areSame(seeds, self.seeds) ? cards : [:]
    let read = parallelMap(files) { file in
      if let known = known[file.path], known.file.bytes == file.bytes { return known.card }
      return readCard(file, seeds: seeds)
    }
    self.seeds = seeds
    cards = Dictionary(
      zip(files, read).map { ($0.path, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
    return read
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
    let known = surroundings == self.surroundings ? prose : [:]
    let checked = parallelMap(dossier.notes) { note in
      if let known = known[note.file.path], known.file.bytes == note.file.bytes { return known.citations }
      return checkProse(note, context)
    }
    self.surroundings = surroundings
    prose = Dictionary(
      zip(dossier.notes, checked).map { ($0.file.path, ($0.file, $1)) }, uniquingKeysWith: { first, _ in first })
    return checked
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
