/// Each question with its answers and their agreement, in the order of topics, then of each topic's questions.
func answeredQuestions(of dossier: Dossier, _ evidence: [Evidence], _ voices: Voices) -> [FactSheet.AnsweredQuestion] {
  let byQuestion = Dictionary(grouping: evidence, by: \.question.id)
  var seen: Set<String> = []
  return dossier.topics.flatMap(\.questions).filter { seen.insert($0.id).inserted }.map { question in
    let evidence = (byQuestion[question.id] ?? []).sorted {
      ($0.moment.sortKey, $0.rank, $0.id) < ($1.moment.sortKey, $1.rank, $1.id)
    }
    let given = evidence.filter { $0.replacedBy == nil }.map { GivenAnswer($0, voices) }
    let brief = briefAnswer(to: question, from: given)
    let deciding = given.filter { $0.decides(question) }.latest(for: question)
    let stated = stated(brief, among: deciding, question)
    return FactSheet.AnsweredQuestion(
      question: question, evidence: evidence, all: agreements(on: question, among: given, brief: brief), brief: brief,
      current: Set(currentAnswers(to: question, from: given).map(\.id)), stated: stated.map(\.id),
      voices: Set(stated.compactMap(\.voice)).sorted())
  }
}

extension Evidence {
  /// Asserted answers come first among those of one day and time.
  fileprivate var rank: Int { claim.modality == .asserted ? 0 : 1 }
}
