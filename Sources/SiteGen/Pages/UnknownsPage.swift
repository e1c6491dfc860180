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
      page.unanswered.map { OpenQuestion(site: page.site, finding: $0, page: page.frame.address) }
    },
    .flag("has_beside") { !$0.beside.isEmpty },
    .list("beside", BesideView.fields) { $0.beside },
  ])

  private var unanswered: [FactSheet.AnsweredQuestion] { site.sheet.findings.filter { $0.agreement == .unanswered } }

  private var beside: [BesideView] {
    site.sheet.findings.compactMap { finding in
      let evidence = finding.evidence.filter { [.absence, .doubt, .rumoured].contains($0.claim.modality) }
      guard !evidence.isEmpty, !finding.question.isSensitive else { return nil }
      return BesideView(site: site, finding: finding, evidence: evidence, page: frame.address)
    }
  }
}

/// What is said beside the answers to one question: rumours, doubts and gaps.
struct BesideView: Sendable {
  let site: Site
  let finding: FactSheet.AnsweredQuestion
  let evidence: [Evidence]
  let page: String

  static let fields = Fields<BesideView>([
    .text("id") { $0.finding.question.id },
    .text("heading_id") { "asks_" + $0.finding.question.id },
    .text("asks") { $0.finding.question.asks },
    .address("href") { Address.link(Address.question($0.finding.question.id), from: $0.page) },
    .list("claims", AnswerView.fields) { view in
      view.evidence.map { AnswerView(site: view.site, evidence: $0, page: view.page) }
    },
  ])
}
