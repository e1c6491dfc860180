/// Brings each card together with its seed. A source whose seed is missing, unreadable or another card's keeps an empty
/// one, and no claims or passages, so that nothing more is said of them.
func matchSeeds(
  cards: [Card], seeds files: [SourceFile], unread: UnreadFiles
) -> Checked<(sources: [Source], seeds: [Seed])> {
  var diagnostics: [Diagnostic] = []
  var seeds: [String: Seed] = [:]
  var readable: [Seed] = []
  for file in files {
    let unreadable = checkText(file, .seedUnreadable)
    diagnostics += unreadable
    let seed = Seed(file)
    seeds[file.name] = seed
    if unreadable.isEmpty { readable.append(seed) }
  }
  let readablePaths = Set(readable.map(\.file.path))

  var owners: [String: (card: SourceFile, span: Range<Int>)] = [:]
  var sources: [Source] = []
  // Why: a card that could not be read, or does not name its seed, may be the one that another seed lacks.
  var allCardsKnown = !unread.mayHoldCards
  for card in cards {
    var source = card.source
    defer { sources.append(source) }
    guard let name = card.seedName else {
      allCardsKnown = false
      source.loseSeed()
      continue
    }
    guard let seed = seeds[name.value] else {
      allCardsKnown = false
      if !unread.covers("seeds/" + name.value) {
        diagnostics.append(unknownSeed(name, in: source.file, among: files))
      }
      source.loseSeed()
      continue
    }
    if let owner = owners[name.value] {
      diagnostics.append(
        Diagnostic(
          .sourceWithoutSeed, "the seed '\(name.value)' has another card", at: Place(source.file, name.span),
          notes: [Diagnostic.Note("this one", at: Place(owner.card, owner.span))],
          remedy: "keep one of the two cards, or name another seed"))
      source.loseSeed()
      continue
    }
    owners[name.value] = (source.file, name.span)
    guard readablePaths.contains(seed.file.path) else {
      source.loseSeed()
      continue
    }
    source.seed = seed
    if let written = card.sha256, written.value.lowercased() != seed.sha256 {
      source.seedHasChanged = true
      diagnostics.append(
        Diagnostic(
          .seedChanged, "this is not the SHA-256 of '\(seed.file.path)'", at: Place(source.file, written.span),
          remedy: "restore the seed; or, where it is meant to differ, check each quotation and write \(seed.sha256)"))
    }
  }
  if allCardsKnown {
    for file in files where owners[file.name] == nil {
      diagnostics.append(
        Diagnostic(
          .seedWithoutCard, "no card names this seed, so nothing of it is published", at: Place(file, 0..<0),
          remedy: "write a card in Content/sources/ with 'seed: \(file.name)'"))
    }
  }
  return Checked((sources, readable), diagnostics)
}

private func unknownSeed(_ name: Located<String>, in card: SourceFile, among seeds: [SourceFile]) -> Diagnostic {
  Diagnostic(
    .sourceWithoutSeed, "there is no seed 'seeds/\(shortened(name.value))'", at: Place(card, name.span),
    misspelt: name.value, among: seeds.map(\.name),
    else: "put the document there as received, or write the name of the seed")
}

extension Source {
  fileprivate mutating func loseSeed() {
    claims = []
    notEvidence = []
    damaged = []
    left = []
  }
}
