/// The questions whose answers contradict each other or changed.
struct DisagreementsPage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let entries: ArraySlice<QuestionRow>

  static let builtIn = BuiltInPage.disagreements

  static func listed(on site: Site) -> Int { site.sheet.evidence.count }

  static func entries(of subject: Void, on site: Site) -> [QuestionRow] {
    let questions = site.sheet.answeredQuestions
    return groups.flatMap { group in
      let all = questions.indices.filter { questions[$0].agreement == group.agreement }
      // Why: a page does not begin with what it hides.
      let ordered =
        all.filter { !questions[$0].question.isSensitive } + all.filter { questions[$0].question.isSensitive }
      return ordered.flatMap { QuestionRow.all(of: $0, on: site) { ["question_" + $0, "asks_" + $0] } }
    }
  }

  init(page: PageContext, subject: Void, entries: ArraySlice<QuestionRow>) {
    self.page = page
    self.entries = entries
  }

  static let fields = Fields<DisagreementsPage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .list("groups", DisagreementGroup.fields) { $0.groups },
    .flaggedList("sections", SectionLink.fields) { page in
      page.page.isFirstPart
        ? page.note?.body.headings.map { SectionLink(title: $0.text, anchor: $0.anchor) } ?? [] : []
    },
  ])

  var intro: String { site.strings[.disagreementsIntro] }

  private static let groups: [(agreement: Agreement, title: StringKey, text: StringKey)] = [
    (.fell, .groupFell, .groupFellText), (.disagree, .groupDisagree, .groupDisagreeText),
    (.changed, .groupChanged, .groupChangedText),
  ]

  private var groups: [DisagreementGroup] {
    let questions = site.sheet.answeredQuestions
    return DisagreementsPage.groups.compactMap { agreement, title, text in
      let rows = entries.filter { questions[$0.question].agreement == agreement }
      guard !rows.isEmpty else { return nil }
      return DisagreementGroup(
        agreement: agreement, title: site.strings[title], text: site.strings[text],
        questions: rows.runs(by: \.question).map {
          VersusView(page: page, answered: questions[$0[0].question], shown: Set($0.compactMap(\.claim)))
        })
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
