/// The seeds by file name. One that is not text is reported and cannot be found.
func readSeeds(_ files: ProjectFiles) -> Checked<LookupTable<SourceFile>> {
  var diagnostics: [Diagnostic] = []
  var unread = files.unread
  var readable: [(String, SourceFile)] = []
  for file in files.seeds {
    let unreadable = checkText(file, .seedUnreadable)
    diagnostics += unreadable
    if unreadable.isEmpty { readable.append((file.name, file)) } else { unread.add([file.path]) }
  }
  let readUnread = unread
  return Checked(LookupTable(readable) { readUnread.covers("seeds/" + $0) }, diagnostics)
}

/// Leaves out each card whose seed an earlier one has, and reports the seeds that no card has.
func matchSeeds(_ sources: [Source], _ seeds: [SourceFile], _ unread: UnreadFiles) -> Checked<[Source]> {
  var diagnostics: [Diagnostic] = []
  var owners: [String: Place] = [:]
  let matched = sources.filter { source in
    let place = Place(source.file, source.seedSpan)
    guard let owner = owners[source.seed.file.path] else {
      owners[source.seed.file.path] = place
      return true
    }
    diagnostics.append(
      Diagnostic(
        .sourceWithoutSeed, "the seed '\(source.seed.file.name)' has another card", at: place,
        notes: [Diagnostic.Note("this one", at: owner)], remedy: "keep one of the two cards, or name another seed"))
    return false
  }
  // Why: a card that could not be read may name a seed that seems to have none.
  if !unread.coversMarkdown(in: "Content/sources") {
    for file in seeds where owners[file.path] == nil {
      diagnostics.append(
        Diagnostic(
          .seedWithoutCard, "no card names this seed, so nothing of it is published", at: Place(file, 0..<0),
          remedy: "write a card in Content/sources/ with 'seed: \(file.name)'"))
    }
  }
  return Checked(matched, diagnostics)
}
