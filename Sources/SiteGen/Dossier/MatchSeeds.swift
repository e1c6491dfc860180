extension Rule {
  static let seedChanged = Rule(
    "seed-changed", .error, about: .seeds, "the seed is not the one that the card was written for",
    reason: """
      The seed's SHA-256 differs from the one in its card: the document is not the one that the author of the card \
      read. Restore the seed, or check each quotation again and write the new hash.
      """,
    example: .card(
      failing: "sha256: 0000000000000000000000000000000000000000000000000000000000000000",
      corrected: "sha256: 2b5ef5baf5f8a139851bcf0af5915d8ad68cd98d3dfcd2f7cbdb18dde7d6201f"))

  static let seedUnreadable = Rule(
    "seed-unreadable", .error, about: .seeds, "the seed cannot be read as text",
    reason: """
      The seed cannot be read as text. For example, it is empty, too large, not UTF-8 or not a file, or it contains a \
      NUL. A byte order mark and any line endings are accepted.
      """,
    example: .console(
      failing: "$ iconv -f UTF-8 -t UTF-16 mayor.txt > seeds/mayor.txt", corrected: "$ cp mayor.txt seeds/mayor.txt"))

  static let sourceWithoutSeed = Rule(
    "source-without-seed", .error, about: .seeds,
    "the card names a seed that does not exist or that already has a card",
    reason: """
      The card names a seed that is not in seeds/ or that already has a card. The card's claims cannot be checked.
      """,
    example: .card(failing: "seed: mayr.txt", corrected: "seed: mayor.txt"))

  static let seedWithoutCard = Rule(
    "seed-without-card", .warning, about: .seeds, "no card describes the seed",
    reason: "No card describes the seed, so nothing from it is published.",
    example: .console(
      failing: """
        $ ls seeds Content/sources
        Content/sources: 2031-05-04-mayor.md
        seeds:           letter.txt mayor.txt
        """,
      corrected: """
        $ ls seeds Content/sources
        Content/sources: 2031-05-04-mayor.md 2031-05-06-letter.md
        seeds:           letter.txt mayor.txt
        """))
}

/// The seeds by the name of the document as received. A seed that is not text is reported, and looking it up gives
/// `unknown`.
func readSeeds(_ files: ProjectFiles) -> Checked<LookupTable<SeedFiles>> {
  let checks = files.seeds.map { (file: $0, diagnostics: checkText($0, .seedUnreadable)) }
  let documents = Dictionary(files.documents.map { ($0.path + ".txt", $0) }, uniquingKeysWith: { first, _ in first })
  func name(of text: SourceFile) -> String { documents[text.path]?.name ?? text.name }
  let readable = checks.filter(\.diagnostics.isEmpty).map { check in
    (name(of: check.file), SeedFiles(text: check.file, document: documents[check.file.path]))
  }
  let other = Set(checks.filter { !$0.diagnostics.isEmpty }.map { name(of: $0.file) })
  let unread = files.unread
  return Checked(
    LookupTable(readable) { other.contains($0) || unread.covers("seeds/" + $0) },
    checks.flatMap { $0.diagnostics.isEmpty ? invisibleCharacters(inSeed: $0.file) : $0.diagnostics })
}

/// Reports and leaves out each card whose seed already belongs to an earlier card. Also reports seeds without a card.
func matchSeeds(_ sources: [Source], _ files: ProjectFiles, _ unread: UnreadFiles) -> Checked<[Source]> {
  let repeated = sources.repeated { $0.seed.file.path }
  var diagnostics = repeated.map { source, first in
    Diagnostic(
      .sourceWithoutSeed, "the seed '\(source.seed.name)' already has a card",
      at: Place(source.file, source.seedSpan),
      notes: [.init("the first card", at: Place(first.file, first.seedSpan))],
      remedy: "keep one of the two cards, or name another seed")
  }
  // Why: an unreadable card may name a seed that seems to have no card.
  if !unread.coversMarkdown(in: "Content/sources") {
    let named = Set(sources.map(\.seed.file.path))
    let documents = Set(files.documents.map(\.path))
    diagnostics += files.seeds.filter { !named.contains($0.path) }.map { file in
      let isText = documents.contains(String(file.path.dropLast(4)))
      return Diagnostic(
        .seedWithoutCard, "no card names this seed, so nothing from it is published", at: Place(file, 0..<0),
        remedy: "write a card in Content/sources/ with 'seed: \(isText ? String(file.name.dropLast(4)) : file.name)'")
    }
  }
  let left = Set(repeated.map(\.element.id))
  return Checked(sources.filter { !left.contains($0.id) }, diagnostics)
}
