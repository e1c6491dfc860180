/// Questions without an answer, and the rumours, doubts and gaps in the sources.
struct UnknownsPage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let entries: ArraySlice<UnknownsEntry>

  static let builtIn = BuiltInPage.unknowns

  static func listed(on site: Site) -> Int { site.sheet.answeredQuestions.count + site.sheet.evidence.count }

  static func entries(of subject: Void, on site: Site) -> [UnknownsEntry] {
    let questions = site.sheet.answeredQuestions
    let open = questions.indices.filter { questions[$0].agreement == .unanswered }
    return open.map { .open(question: $0) }
      + questions.indices.flatMap { index in
        questions[index].unconfirmed.indices.map {
          .unconfirmed(question: index, id: questions[index].question.id, claim: $0)
        }
      }
  }

  init(page: PageContext, subject: Void, entries: ArraySlice<UnknownsEntry>) {
    self.page = page
    self.entries = entries
  }

  static let fields = Fields<UnknownsPage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .flaggedList("unanswered", OpenQuestion.fields) { unknowns in
      unknowns.entries.compactMap { entry in
        guard case .open(let question) = entry else { return nil }
        return OpenQuestion(page: unknowns.page, answered: unknowns.site.sheet.answeredQuestions[question])
      }
    },
    .flaggedList("beside", UnconfirmedView.fields) { $0.unconfirmed },
  ])

  var intro: String { site.strings[.unknownsIntro] }

  private var unconfirmed: [UnconfirmedView] {
    let claims = entries.compactMap { entry in
      if case .unconfirmed(let question, _, let claim) = entry { (question: question, claim: claim) } else { nil }
    }
    return claims.runs(by: \.question).map { run in
      let answered = site.sheet.answeredQuestions[run[0].question]
      let unconfirmed = answered.unconfirmed
      return UnconfirmedView(page: page, question: answered.question, evidence: run.map { unconfirmed[$0.claim] })
    }
  }
}

/// A question without an answer, or a claim that does not answer its question.
enum UnknownsEntry: PageEntry {
  /// An index among the questions.
  case open(question: Int)
  case unconfirmed(question: Int, id: String, claim: Int)

  var anchors: [String] {
    if case .unconfirmed(_, let id, 0) = self { ["question_" + id, "asks_" + id] } else { [] }
  }

  var section: String {
    if case .unconfirmed(_, let id, _) = self { id } else { "" }
  }
}

extension FactSheet.AnsweredQuestion {
  /// The rumours, doubts and gaps that a list shows.
  fileprivate var unconfirmed: [Evidence] {
    question.isSensitive
      ? [] : unreplaced.filter { [.absence, .doubt, .rumoured].contains($0.claim.modality) }
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
