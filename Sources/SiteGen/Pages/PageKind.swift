/// A kind of page: its template, the keys that the template may use, and the pages of this kind.
struct PageKind: Sendable {
  let template: String
  let schema: Schema
  /// Makes the pages of this kind. The dictionary holds the site's published pictures, by address.
  let pages: @Sendable (Site, [String: PublishedPicture]) -> [Page]

  /// Every kind of page; the order has no meaning.
  static let all = [
    PageKind(IndexPage.self),
    PageKind(TopicPage.self),
    PageKind(NotePage.self),
    PageKind(QuestionPage.self),
    PageKind(SourcesPage.self),
    PageKind(SourcePage.self),
    PageKind(DisagreementsPage.self),
    PageKind(UnknownsPage.self),
    PageKind(TimelinePage.self),
    PageKind(UpdatesPage.self),
    PageKind(CorrectionsPage.self),
    PageKind(MethodologyPage.self),
    PageKind(DataPage.self),
    PageKind(AlphabetPage.self),
    PageKind(SpeakersPage.self),
    PageKind(SearchPage.self),
    PageKind(EmbedPage.self),
    PageKind(NotFoundPage.self),
  ]

  private init<Content: PageContent>(_ content: Content.Type) {
    let (frame, own, setting) = (PageFrame.fields, Content.fields, Content.setting)
    template = Content.template
    schema = Schema(frame.schema.fields + own.schema.fields, name: own.schema.name)
    pages = { site, pictures in
      Content.all(of: site).map { subject in
        Page(address: subject.address, updated: subject.updated, setting: setting) {
          let page = PageContext(
            site, address: subject.address, updated: subject.updated,
            absoluteRoot: setting == .anyAddress ? site.settings.baseURL : nil)
          let content = Content(page: page, subject: subject.subject)
          let head = PageFrame(page: page, head: content.head, setting: setting, pictures: pictures)
          return Record(frame.record(of: head).values + own.record(of: content).values)
        }
      }
    }
  }
}
