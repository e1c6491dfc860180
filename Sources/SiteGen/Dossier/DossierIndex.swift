/// Looks up everything in a dossier that can be referred to by name or path.
struct DossierIndex: Sendable {
  let questions: LookupTable<Question>
  let speakers: LookupTable<Speaker>
  /// The files to which a note may link, by path in the project.
  let files: LookupTable<File>

  /// A picture, or a note or card with its position in the dossier.
  enum File: Sendable {
    case note(Int)
    case source(Int)
    case image
  }

  init(
    notes: [Note], sources: [Source], speakers: [Speaker], images: [SourceFile], unread: UnreadFiles
  ) {
    let hidesQuestions = unread.coversMarkdown(in: "Content")
    questions = LookupTable(notes.flatMap(\.questions).map { ($0.id, $0) }) { _ in hidesQuestions }
    // Why: a project without any speakers has its own diagnostic.
    let hidesSpeakers = unread.covers("Content/speakers.yaml") || speakers.isEmpty
    self.speakers = LookupTable(speakers.map { ($0.id, $0) }) { _ in hidesSpeakers }
    var files: [(String, File)] = []
    files += notes.enumerated().map { ($1.file.path, .note($0)) }
    files += sources.enumerated().map { ($1.file.path, .source($0)) }
    files += images.map { ($0.path, .image) }
    self.files = LookupTable(files) { unread.covers($0) }
  }
}
