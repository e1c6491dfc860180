/// Everything that the people of a site wrote and collected: read, not yet believed.
///
/// Every list is sorted by identifier, files by path, whatever the order in which they were read.
struct Dossier: Sendable {
  var settings: Settings
  var notes: [Note]
  var sources: [Source]
  /// All seeds, catalogued or not.
  var seeds: [Seed]
  var speakers: [Speaker]
  var speakersFile: SourceFile?
  /// Pictures of Content/images/: their paths below Content/.
  var images: [SourceFile]
  /// Social cards, of Content/cards/, with their paths in the project.
  var socialCards: [SourceFile]
  var unread: UnreadFiles
  /// Whether nothing is wrong with notes, cards, speakers and seeds that could keep a claim from being proven.
  var isWhole: Bool

  /// The notes that ask questions.
  var topics: [Note] { notes.filter(\.isTopic) }
}
