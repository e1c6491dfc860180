/// The names of a dossier by which its parts refer to each other.
struct DossierIndex {
  /// The first question of each identifier.
  let questions: [String: Question]
  let speakers: [String: Speaker]
  /// All identifiers, sorted, to find near ones among them.
  let questionIDs: [String]
  let speakerIDs: [String]
  /// False where a file could not be read: then a name that is missing here may stand there.
  let knowsAllQuestions: Bool
  let knowsAllSpeakers: Bool

  init(_ dossier: Dossier) {
    let asked = dossier.notes.flatMap(\.questions)
    questions = Dictionary(asked.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    speakers = Dictionary(dossier.speakers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    questionIDs = questions.keys.sorted()
    speakerIDs = speakers.keys.sorted()
    knowsAllQuestions = !dossier.unread.mayHoldNotes
    // Why: that there are no speakers at all is one finding of its own.
    knowsAllSpeakers = !dossier.unread.mayHoldSpeakers && !dossier.speakers.isEmpty
  }
}
