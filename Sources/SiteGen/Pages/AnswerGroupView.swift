/// One answer to a worded question and all who give it: who said which, grouped by answer.
struct AnswerGroupView: Sendable {
  let site: Site
  /// In the order of evidence; never empty.
  let evidence: [Evidence]
  let page: String

  static let fields = Fields<AnswerGroupView>([
    .text("answer") { group in group.evidence.first.map(group.site.words) },
    .list("given", AnswerView.fields) { group in
      group.evidence.map { AnswerView(site: group.site, evidence: $0, page: group.page) }
    },
  ])
}

extension Site {
  /// The asserted answers to a question of choices, by choice in the question's order; empty for other questions.
  func groups(of answered: FactSheet.AnsweredQuestion, on page: String) -> [AnswerGroupView] {
    guard case .worded(let choices, _) = answered.question.kind else { return [] }
    return choices.compactMap { choice in
      let given = answered.evidence.filter { $0.answer == .choice(choice.id) && $0.claim.modality == .asserted }
      return given.isEmpty ? nil : AnswerGroupView(site: self, evidence: given, page: page)
    }
  }
}
