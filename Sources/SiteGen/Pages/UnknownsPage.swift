/// Questions without an answer, and the rumours, doubts and gaps in the sources.
struct UnknownsPage: BuiltInPageContent {
  let page: PageContext

  static let builtIn = BuiltInPage.unknowns

  static let fields = Fields<UnknownsPage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .flaggedList("unanswered", OpenQuestion.fields) { unknowns in
      unknowns.site.sheet.answeredQuestions.filter { $0.agreement == .unanswered }
        .map { OpenQuestion(page: unknowns.page, answered: $0) }
    },
    .flaggedList("beside", UnconfirmedView.fields) { $0.unconfirmed },
  ])

  var intro: String { site.strings[.unknownsIntro] }

  private var unconfirmed: [UnconfirmedView] {
    site.sheet.answeredQuestions.compactMap { answered in
      let evidence = answered.unreplaced.filter { [.absence, .doubt, .rumoured].contains($0.claim.modality) }
      guard !evidence.isEmpty, !answered.question.isSensitive else { return nil }
      return UnconfirmedView(page: page, question: answered.question, evidence: evidence)
    }
  }
}

/// The claims about one question that do not answer it: rumours, doubts and gaps.
struct UnconfirmedView: PageView {
  let page: PageContext
  let question: Question
  let evidence: [Evidence]

  static let fields = Fields<UnconfirmedView>([
    .text("id") { $0.question.id },
    .text("heading_id") { "asks_" + $0.question.id },
    .text("asks") { $0.question.asks },
    .address("href") { $0.link(Address.question($0.question.id)) },
    .list("claims", AnswerView.fields) { $0.page.answers($0.evidence) },
  ])
}
