/// A question to put into another page: complete in itself, with its answer in brief, of whom and of which day it is.
struct EmbedPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let answered: FactSheet.AnsweredQuestion

  static let template = "embed.mustache"
  static let isListed = false
  static let hasOwnStyle = true

  static func all(of site: Site) -> [PageSubject<FactSheet.AnsweredQuestion>] {
    QuestionPage.all(of: site).map { page in
      PageSubject(
        address: Address.embed(page.subject.question.id), updated: page.updated, subject: page.subject)
    }
  }

  init(_ subject: PageSubject<FactSheet.AnsweredQuestion>, _ site: Site) {
    self.site = site
    answered = subject.subject
    var frame = PageFrame(
      site: site, address: subject.address, heading: answered.question.asks,
      description: answered.question.label + ". " + site.strings.fill(.embedFrom, ("site", site.settings.title)),
      updated: subject.updated)
    frame.canonicalIsKnown = false
    frame.securityPolicy = PageFrame.ownStylePolicy
    frame.isListed = Self.isListed
    self.frame = frame
  }

  static let fields = Fields<EmbedPage>([
    .all(PageFrame.fields) { $0.frame },
    .all(QuestionView.fields) {
      QuestionView(site: $0.site, answered: $0.answered, page: $0.frame.address, isAnchored: true)
    },
    .text("from") { $0.site.strings.fill(.embedFrom, ("site", $0.site.settings.title)) },
  ])
}
