/// Everything that the authors of a site wrote and collected, read but not yet verified.
///
/// Notes, sources and speakers are sorted by identifier, files by path.
struct Dossier: Sendable {
  let settings: Settings
  let notes: [Note]
  /// The cards, each with its seed.
  let sources: [Source]
  let speakers: [Speaker]
  let speakersFile: SourceFile?
  /// The pictures in Content/images/.
  let images: [SourceFile]
  /// The social cards in Content/cards/.
  let socialCards: [SourceFile]
  let unread: UnreadFiles
  let index: DossierIndex
  /// The identifier of the claim that replaces a claim, by the identifier of the replaced one. Withdrawn claims and
  /// claims with a wrong `replaces` replace nothing.
  let replacements: [String: String]

  /// A claim and its source.
  func claim(at position: DossierIndex.ClaimPosition) -> (claim: Claim, source: Source) {
    (sources[position.source].claims[position.claim], sources[position.source])
  }

  /// The notes that ask questions.
  var topics: [Note] { notes.filter(\.isTopic) }

  init(
    settings: Settings, notes: [Note], sources: [Source], speakers: [Speaker], files: ProjectFiles, unread: UnreadFiles
  ) {
    self.settings = settings
    self.notes = sorted(notes) { $0.id }
    self.sources = sorted(sources) { $0.id }
    self.speakers = sorted(speakers) { $0.id }
    speakersFile = files.speakers
    images = files.images
    socialCards = files.socialCards
    self.unread = unread
    index = DossierIndex(
      notes: self.notes, sources: self.sources, speakers: self.speakers, images: images, unread: unread)
    replacements = SiteGen.replacements(of: self.sources, self.speakers, index)
  }
}

private func sorted<Element>(_ elements: [Element], by id: (Element) -> String) -> [Element] {
  // Why: moving an element while sorting would retain and release everything in it.
  let ids = elements.map(id)
  return elements.indices.sorted { utf8Precedes(ids[$0], ids[$1]) }.map { elements[$0] }
}
