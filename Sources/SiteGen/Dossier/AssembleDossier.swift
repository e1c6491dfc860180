/// Brings together what was read of each file, with the findings of reading them, and checks what lies between files
/// and needs no seed's words; nil where no site can be made of it at all.
///
/// `notes` and `cards` must stand in the order of the files.
func assembleDossier(
  files: ProjectFiles, settings: Checked<Settings?>?, notes: [Checked<Note?>], cards: [Checked<Card?>],
  speakers: Checked<[Speaker]?>?
) -> Checked<Dossier?> {
  var diagnostics = checkProject(files)
  diagnostics += settings?.diagnostics ?? []
  for note in notes { diagnostics += note.diagnostics }
  for card in cards { diagnostics += card.diagnostics }
  diagnostics += speakers?.diagnostics ?? []

  let readNotes = notes.compactMap(\.value)
  let readCards = cards.compactMap(\.value)
  let unread = unreadFiles(of: files, notes: notes, cards: cards, speakers: speakers)
  let matched = matchSeeds(cards: readCards, seeds: files.seeds, unread: unread)
  diagnostics += matched.diagnostics
  diagnostics += checkAddresses(notes: files.notes, cards: files.cards)

  guard let settings = settings?.value else { return Checked(nil, diagnostics) }
  var dossier = Dossier(
    settings: settings,
    notes: sorted(readNotes) { $0.id },
    sources: sorted(matched.value.sources) { $0.id },
    seeds: matched.value.seeds,
    speakers: sorted(firstOfEach(speakers?.value ?? [])) { $0.id },
    speakersFile: files.speakers,
    images: files.images, socialCards: files.socialCards, unread: unread, isWhole: true)
  let index = DossierIndex(dossier)
  diagnostics += checkIdentifiers(dossier)
  diagnostics += checkReferences(dossier, index)
  diagnostics += checkDays(dossier, index)
  dossier.isWhole =
    unread.isEmpty
    && !diagnostics.contains { $0.severity == .error && $0.place.file.path != settings.file.path }
  return Checked(dossier, diagnostics)
}

/// What could not be read, by the system or as what it should be.
private func unreadFiles(
  of files: ProjectFiles, notes: [Checked<Note?>], cards: [Checked<Card?>], speakers: Checked<[Speaker]?>?
) -> UnreadFiles {
  var unread = files.unread
  for (file, note) in zip(files.notes, notes) {
    // Why: a note that asks nothing for all its errors may be a topic whose questions are what could not be read.
    let asksNothing = note.value?.questions.isEmpty ?? true
    if asksNothing, note.diagnostics.contains(where: { $0.severity == .error }) { unread.add([file.path]) }
  }
  unread.add(zip(files.cards, cards).filter { $1.value == nil }.map(\.0.path))
  if let file = files.speakers, let speakers {
    let names = (speakers.value ?? []).contains { isIdentifier($0.id) }
    if !names || speakers.diagnostics.contains(where: { $0.rule == .yamlError }), !speakers.diagnostics.isEmpty {
      unread.add([file.path])
    }
  }
  return unread
}

private func checkProject(_ files: ProjectFiles) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  if files.settings == nil {
    diagnostics.append(
      Diagnostic(
        .projectIncomplete, "there is no sitegen.yaml here", at: Place(path: "sitegen.yaml"),
        remedy: "write sitegen.yaml, with 'title' and 'language'"))
  }
  if files.notes.isEmpty, !files.unread.mayHoldNotes {
    diagnostics.append(
      Diagnostic(
        .projectIncomplete, "there is no note in Content/", at: Place(path: "Content"),
        remedy: "write Content/index.md, the home page's note, with 'title'"))
  }
  for (file, reason) in files.unused {
    diagnostics.append(
      Diagnostic(
        .unusedFile, "nothing reads this file: \(reason)", at: Place(file, 0..<0), remedy: "move it, or delete it"))
  }
  return diagnostics
}

private func sorted<Element>(_ elements: [Element], by id: (Element) -> String) -> [Element] {
  // Why: moving a note while sorting would count the references of all that it holds.
  let ids = elements.map(id)
  return elements.indices.sorted { utf8Precedes(ids[$0], ids[$1]) }.map { elements[$0] }
}

private func firstOfEach(_ speakers: [Speaker]) -> [Speaker] {
  var seen: Set<String> = []
  return speakers.filter { seen.insert($0.id).inserted }
}
