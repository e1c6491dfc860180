/// A row of the table of answers to a question, as an entry of a long page.
struct QuestionRow: PageEntry {
  /// The index of the question in the fact sheet.
  let question: Int
  let questionID: String
  /// Nil for a question without answers.
  let claim: String?
  /// Those of the question's section, at its first row.
  let anchors: [String]

  var section: String { questionID }

  /// The rows of a question, in the order of the table; one without an answer if it has no answers.
  static func all(of question: Int, on site: Site, anchors: (String) -> [String]) -> [QuestionRow] {
    let answered = site.sheet.answeredQuestions[question]
    let id = answered.question.id
    let claims: [String?] = answered.evidence.byPlace.flatMap { $0.evidence.map(\.id) }
    return (claims.isEmpty ? [nil] : claims).enumerated().map {
      QuestionRow(question: question, questionID: id, claim: $1, anchors: $0 == 0 ? anchors(id) : [])
    }
  }
}
