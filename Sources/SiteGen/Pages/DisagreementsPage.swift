/// The questions whose answers contradict each other or changed.
struct DisagreementsPage: BuiltInPageContent {
  let page: PageContext

  static let builtIn = BuiltInPage.disagreements

  static let fields = Fields<DisagreementsPage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .list("groups", DisagreementGroup.fields) { $0.groups },
  ])

  var intro: String { site.strings[.disagreementsIntro] }

  private var groups: [DisagreementGroup] {
    let keys: [(Agreement, StringKey, StringKey)] = [
      (.disagree, .groupDisagree, .groupDisagreeText), (.fell, .groupFell, .groupFellText),
      (.changed, .groupChanged, .groupChangedText),
    ]
    return keys.compactMap { agreement, title, text in
      let questions = site.sheet.answeredQuestions.filter { $0.agreement == agreement }
        .map { VersusView(page: page, answered: $0) }
      guard !questions.isEmpty else { return nil }
      return DisagreementGroup(
        agreement: agreement, title: site.strings[title], text: site.strings[text], questions: questions)
    }
  }
}

/// The questions whose headline agreement is `agreement`.
struct DisagreementGroup: Sendable {
  let agreement: Agreement
  let title: String
  let text: String
  let questions: [VersusView]

  static let fields = Fields<DisagreementGroup>([
    .text("anchor") { "group_" + $0.agreement.rawValue },
    .text("title") { $0.title },
    .text("text") { $0.text },
    .list("questions", VersusView.fields) { $0.questions },
  ])
}
