/// What is not known: questions without an answer, and what the sources doubt, only heard or did not say.
struct UnknownsPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let note: Note?

  static let template = "unknowns.mustache"

  static func all(of site: Site) -> [PageSubject<Note?>] { site.single("unknowns", updated: site.newestRecord) }

  init(_ subject: PageSubject<Note?>, _ site: Site) {
    self.site = site
    note = subject.subject
    frame = PageFrame(
      site: site, address: subject.address, heading: site.title(ofPage: "unknowns"),
      description: site.description(of: note, or: site.strings[.unknownsIntro]), updated: subject.updated,
      breadcrumbs: [site.home(from: subject.address)])
  }

  static let fields = Fields<UnknownsPage>([
    .all(PageFrame.fields) { $0.frame },
    .text("intro") { $0.site.strings[.unknownsIntro] },
    .markup("opening") { $0.site.body(of: $0.note, on: $0.frame.address) },
    .flag("has_unanswered") { !$0.unanswered.isEmpty },
    .list("unanswered", OpenQuestion.fields) { page in
      page.unanswered.map { OpenQuestion(site: page.site, answered: $0, page: page.frame.address) }
    },
    .flag("has_beside") { !$0.unconfirmed.isEmpty },
    .list("beside", UnconfirmedView.fields) { $0.unconfirmed },
  ])

  private var unanswered: [FactSheet.AnsweredQuestion] {
    site.sheet.answeredQuestions.filter { $0.agreement == .unanswered }
  }

  private var unconfirmed: [UnconfirmedView] {
    site.sheet.answeredQuestions.compactMap { answered in
      let evidence = answered.evidence.filter { [.absence, .doubt, .rumoured].contains($0.claim.modality) }
      guard !evidence.isEmpty, !answered.question.isSensitive else { return nil }
      return UnconfirmedView(site: site, answered: answered, evidence: evidence, page: frame.address)
    }
  }
}

/// What is said beside the answers to one question: rumours, doubts and gaps.
struct UnconfirmedView: Sendable {
  let site: Site
  let answered: FactSheet.AnsweredQuestion
  let evidence: [Evidence]
  let page: String

  static let fields = Fields<UnconfirmedView>([
    .text("id") { $0.answered.question.id },
    .text("heading_id") { "asks_" + $0.answered.question.id },
    .text("asks") { $0.answered.question.asks },
    .address("href") { Address.link(Address.question($0.answered.question.id), from: $0.page) },
    .list("claims", AnswerView.fields) { view in
      view.evidence.map { AnswerView(site: view.site, evidence: $0, page: view.page) }
    },
  ])
}
