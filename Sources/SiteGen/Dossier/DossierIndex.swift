/// Looks up everything in a dossier that can be referred to by name or path.
struct DossierIndex: Sendable {
  let questions: LookupTable<Question>
  let speakers: LookupTable<Speaker>
  let claims: LookupTable<ClaimPosition>
  /// The files to which a note may link, by path in the project.
  let files: LookupTable<File>

  /// A picture, or a note or card with its position in the dossier.
  enum File: Sendable {
    case note(Int)
    case source(Int)
    case image
  }

  /// The positions of a claim and its source in the dossier.
  struct ClaimPosition: Sendable {
    var source: Int
    var claim: Int
  }

  init(
    notes: [Note], sources: [Source], speakers: [Speaker], images: [SourceFile], unread: UnreadFiles
  ) {
    let hidesQuestions = unread.coversMarkdown(in: "Content")
    questions = LookupTable(notes.flatMap(\.questions).map { ($0.id, $0) }) { _ in hidesQuestions }
    // Why: a project without any speakers has its own diagnostic.
    let hidesSpeakers = unread.covers("Content/speakers.yaml") || speakers.isEmpty
    self.speakers = LookupTable(speakers.map { ($0.id, $0) }) { _ in hidesSpeakers }
    let hidesClaims = unread.coversMarkdown(in: "Content/sources")
    claims = LookupTable(
      sources.enumerated().flatMap { source, card in
        card.claims.enumerated().map { ($1.id, ClaimPosition(source: source, claim: $0)) }
      }
    ) { _ in hidesClaims }
    var files: [(String, File)] = []
    files += notes.enumerated().map { ($1.file.path, .note($0)) }
    files += sources.enumerated().map { ($1.file.path, .source($0)) }
    files += images.map { ($0.path, .image) }
    self.files = LookupTable(files) { unread.covers($0) }
  }
}
