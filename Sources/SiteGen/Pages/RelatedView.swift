/// A question that an editor related to the one that is shown.
struct RelatedView: PageView {
  let page: PageContext
  let relation: Site.Relation
  /// Whether the page is shown in a frame, where a link in a sentence would open inside the frame.
  let isInFrame: Bool

  static let fields = Fields<RelatedView>([
    .text("label") { $0.relation.other.label },
    .address("href") { $0.link(Address.question($0.relation.other.id)) },
    .markup("note") { view in
      guard view.relation.isOpen else { return nil }
      return view.isInFrame
        ? view.plainNote : view.page.markup(of: view.relation.note, in: view.relation.topic).inline()
    },
  ])

  private var plainNote: HTML {
    var html: [UInt8] = []
    appendEscapedText(site.plainText(of: relation.note.tree).utf8, to: &html)
    return HTML(html)
  }
}

extension Site {
  /// A relation of a question to another one, as seen from one of the two.
  struct Relation: Sendable {
    let other: Question
    let note: Paragraph
    /// The topic in which the note stands.
    let topic: Note
    /// Whether the note may be shown at the question: a note on a sensitive question is shown only at that question.
    let isOpen: Bool
  }

  /// The relations of each question: its own first, then those of other questions to it.
  static func relations(of notes: [Note]) -> [String: [Relation]] {
    var relations: [String: [Relation]] = [:]
    var others: [String: [Relation]] = [:]
    let questions = Dictionary(
      notes.flatMap(\.questions).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for note in notes {
      for question in note.questions {
        for related in question.related {
          guard let other = questions[related.question.value] else { continue }
          relations[question.id, default: []].append(
            Relation(
              other: other, note: related.note, topic: note, isOpen: question.isSensitive || !other.isSensitive))
          others[other.id, default: []].append(
            Relation(
              other: question, note: related.note, topic: note, isOpen: other.isSensitive || !question.isSensitive))
        }
      }
    }
    return relations.merging(others) { $0 + $1 }
  }
}
