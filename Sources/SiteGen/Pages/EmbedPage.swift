/// A question for a frame in another page. It is complete in itself: brief answer, speakers and days.
struct EmbedPage: PageContent {
  let page: PageContext
  let subject: FactSheet.AnsweredQuestion

  static let template = "embed.mustache"
  static let setting = PageSetting.frame

  static let fields = Fields<EmbedPage>([
    .all(QuestionView.fields) { QuestionView(page: $0.page, answered: $0.subject, isAnchored: true, isInFrame: true) },
    .text("from") { $0.site.embedOrigin },
    .text("height") { $0.site.embedHeight(of: $0.subject).attribute },
  ])

  static func all(of site: Site) -> [PageSubject<FactSheet.AnsweredQuestion>] {
    QuestionPage.all(of: site).map { page in
      PageSubject(
        address: Address.embed(page.subject.question.id), updated: page.updated, subject: page.subject)
    }
  }

  var head: PageHead {
    PageHead(heading: subject.question.asks, description: subject.question.label + ". " + site.embedOrigin)
  }
}
