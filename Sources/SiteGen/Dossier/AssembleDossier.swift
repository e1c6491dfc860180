extension Rule {
  static let projectIncomplete = Rule(
    "project-incomplete", .error, about: .files, "the folder lacks something that the site needs",
    reason: """
      The folder lacks something that the site needs: sitegen.yaml, a note in Content/, speakers in \
      Content/speakers.yaml if claims name any, or the texts of the interface in the site's language. sitegen includes \
      the texts for `en` and `ru`; for any other language, write them in `Templates/strings.<language>.yaml`.
      """,
    example: RuleExample(
      "yaml", in: "sitegen.yaml",
      failing: "language: nl", corrected: "language: en"))

  static let unusedFile = Rule(
    "unused-file", .warning, about: .files, "a file in the site's folders is not used",
    reason: "sitegen does not use a file in one of the site's folders. Its name or its folder may be wrong.",
    example: .console(
      failing: """
        $ ls Content
        bridges.markdown  houses.md  images  index.md  river.md  sources  speakers.yaml
        """,
      corrected: """
        $ ls Content
        bridges.md  houses.md  images  index.md  river.md  sources  speakers.yaml
        """))
}

/// Assembles the dossier from the files that were read, and checks the references between them; nil without settings.
///
/// `notes` and `cards` must be in the same order as the files.
func assembleDossier(
  files: ProjectFiles, settings: Checked<Settings?>?, seeds: [Diagnostic], notes: [Checked<Note?>],
  cards: [Checked<Source?>], speakers: Checked<[Speaker]?>?
) -> Checked<Dossier?> {
  var diagnostics = checkProject(files) + (settings?.diagnostics ?? []) + seeds
  diagnostics += withoutCopies((notes.flatMap(\.diagnostics) + cards.flatMap(\.diagnostics)), from: files.seeds)
  diagnostics += speakers?.diagnostics ?? []

  var unread = files.unread
  for (file, note) in zip(files.notes, notes) {
    // Why: the unreadable part of a note may contain its questions.
    let asksNothing = note.value?.questions.isEmpty ?? true
    if asksNothing, note.diagnostics.hasErrors { unread.add([file.path]) }
  }
  if let file = files.speakers, let speakers, mayHideSpeakers(speakers) { unread.add([file.path]) }
  unread.add(files.pathsOfMisplaced)
  unread.add(zip(files.cards, cards).filter { $1.value == nil }.map(\.0.path))
  let sources = matchSeeds(cards.compactMap(\.value), files, unread)
  diagnostics += sources.diagnostics
  // Why only now: a card that was read only partly still belongs to its seed.
  let whole = Set(sources.value.map(\.file.path))
  unread.add(
    zip(files.cards, cards).filter { $1.diagnostics.hasErrors || !whole.contains($0.path) }.map(\.0.path))
  diagnostics += checkAddresses(notes: files.notes, cards: files.cards)

  guard let settings = settings?.value else { return Checked(nil, diagnostics) }
  let dossier = Dossier(
    settings: settings, notes: notes.compactMap(\.value), sources: sources.value,
    speakers: firstOfEach(speakers?.value ?? []), files: files, unread: unread)
  diagnostics +=
    checkIdentifiers(dossier) + checkReferences(dossier) + checkReplacements(dossier)
    + checkDays(dossier) + checkLogo(dossier) + checkRelated(dossier.notes) + checkUnitForms(dossier)
  return Checked(dossier, diagnostics)
}

/// Whether the unreadable part of the file may define speakers.
private func mayHideSpeakers(_ read: Checked<[Speaker]?>) -> Bool {
  guard read.diagnostics.hasErrors else { return false }
  let isAnyNamed = (read.value ?? []).contains { isIdentifier($0.id) }
  return !isAnyNamed || read.diagnostics.contains { $0.rule == .yamlError }
}

private func checkProject(_ files: ProjectFiles) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  if files.settings == nil {
    diagnostics.append(
      Diagnostic(
        .projectIncomplete, "there is no sitegen.yaml here", at: Place(path: "sitegen.yaml"),
        remedy: "write sitegen.yaml, with 'title' and 'language'"))
  }
  if files.notes.isEmpty, files.misplaced.isEmpty, !files.unread.coversMarkdown(in: "Content") {
    diagnostics.append(
      Diagnostic(
        .projectIncomplete, "there is no note in Content/", at: Place(path: "Content"),
        remedy: "write Content/index.md, the home page's note, with 'title'"))
  }
  diagnostics += noteInFolder(files) + files.unsafelyNamed.compactMap(unsafeName) + checkImages(files.images)
  for (file, reason) in files.unused {
    diagnostics.append(
      Diagnostic(
        .unusedFile, "this file is not used: \(reason)", at: Place(file, 0..<0), remedy: "move it, or delete it"))
  }
  return diagnostics
}

private func firstOfEach(_ speakers: [Speaker]) -> [Speaker] {
  var seen: Set<String> = []
  return speakers.filter { seen.insert($0.id).inserted }
}
