/// A question about the same matter as another one, and the editor's note on how the two relate.
struct Related: Sendable {
  var question: Located<String>
  var note: Paragraph
}

/// Finds relations of a question to itself, and relations of the same two questions.
///
/// Why across notes: pages show a relation at both questions, so the second one would appear twice.
func checkRelated(_ notes: [Note]) -> [Diagnostic] {
  let all = notes.flatMap { note in
    note.questions.flatMap { question in
      question.related.map {
        (asking: question.id, other: $0.question.value, place: Place(note.file, $0.question.span))
      }
    }
  }
  let own = all.filter { $0.asking == $0.other }.map { relation in
    Diagnostic(
      .wrongValue, "'\(relation.asking)' is related to itself", at: relation.place,
      remedy: "write the id of another question, or leave it out")
  }
  let twice = all.filter { $0.asking != $0.other }
    .repeated { [$0.asking, $0.other].sorted() }
    .map { second, first in
      Diagnostic(
        .wrongValue, "'\(first.asking)' and '\(first.other)' are already related", at: second.place,
        notes: [.init("the first time", at: first.place)],
        remedy: "leave one of the two out: pages show a relation at both questions")
    }
  return own + twice
}
