/// One answer to a worded question and everyone who gives it.
struct AnswerGroupView: PageView {
  let page: PageContext
  /// In the order of evidence; never empty.
  let evidence: [Evidence]

  static let fields = Fields<AnswerGroupView>([
    .text("answer") { group in group.evidence.first.map(group.site.words) },
    .list("given", AnswerView.fields) { $0.page.answers($0.evidence) },
  ])
}

extension PageContext {
  /// The answers to a worded question that are asserted and not replaced: one group for each choice, in the question's
  /// order. Empty for other questions.
  ///
  /// Of a divided page, only those with one of the claims that the part shows.
  func groups(of answered: FactSheet.AnsweredQuestion, shown: Set<String>?) -> [AnswerGroupView] {
    let current = answered.unreplaced.filter { shown?.contains($0.id) ?? true }
    return answered.question.choices.compactMap { choice in
      let given = current.filter { $0.answer == .choice(choice.id) && $0.claim.modality == .asserted }
      return given.isEmpty ? nil : AnswerGroupView(page: self, evidence: given)
    }
  }
}
