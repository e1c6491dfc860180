/// A kind of page: its template, the keys that the template may use, and the pages of this kind.
struct PageKind: Sendable {
  let template: String
  let schema: Schema
  /// Makes the pages of this kind. The dictionary holds the site's published pictures, by address.
  let pages: @Sendable (Site, [String: PublishedPicture], UsedKeys) -> [Page]
  /// The pages of this kind that may be too long.
  let longPages: @Sendable (Site, [String: PublishedPicture], UsedKeys) -> [LongPage]

  /// Every kind of page; the order has no meaning.
  static let all = [
    PageKind(dividing: IndexPage.self),
    PageKind(dividing: TopicPage.self),
    PageKind(NotePage.self),
    PageKind(dividing: QuestionPage.self),
    PageKind(dividing: SourcesPage.self),
    PageKind(dividing: SourcePage.self),
    PageKind(dividing: DisagreementsPage.self),
    PageKind(dividing: UnknownsPage.self),
    PageKind(dividing: TimelinePage.self),
    PageKind(dividing: UpdatesPage.self),
    PageKind(dividing: CorrectionsPage.self),
    PageKind(dividing: MethodologyPage.self),
    PageKind(dividing: DataPage.self),
    PageKind(dividing: AlphabetPage.self),
    PageKind(dividing: SpeakersPage.self),
    PageKind(SearchPage.self),
    PageKind(EmbedPage.self),
    PageKind(NotFoundPage.self),
  ]

  private init<Content: PageContent>(_ content: Content.Type) {
    template = Content.template
    schema = PageFields(content).schema
    longPages = { _, _, _ in [] }
    pages = { site, pictures, used in
      let fields = PageFields(content, pictures, used)
      return Content.all(of: site).map { subject in
        Page(address: subject.address, updated: subject.updated, setting: Content.setting) {
          let page = PageContext(
            site, address: subject.address, updated: subject.updated,
            absoluteRoot: Content.setting == .anyAddress ? site.settings.baseURL : nil)
          return fields.record(of: Content(page: page, subject: subject.subject))
        }
      }
    }
  }

  private init<Content: LongPageContent>(dividing content: Content.Type) {
    template = Content.template
    schema = PageFields(content).schema
    pages = { site, pictures, used in
      let fields = PageFields(content, pictures, used)
      return Content.all(of: site).flatMap { subject -> [Page] in
        guard let divided = site.dividedPages[subject.address] else {
          return [
            Page(address: subject.address, updated: subject.updated, setting: Content.setting) {
              let page = PageContext(site, address: subject.address, updated: subject.updated)
              return fields.record(of: Content(page: page, subject: subject.subject))
            }
          ]
        }
        let entries = Lazy { Content.entries(of: subject.subject, on: site) }
        return divided.addresses.indices.map { index in
          Page(address: divided.addresses[index], updated: subject.updated, setting: Content.setting) {
            let range = divided.entries(ofPart: index, of: entries.value.count)
            return fields.record(
              of: PagePart(whole: divided, index: index), of: subject, entries.value[range], on: site)
          }
        }
      }
    }
    longPages = { site, pictures, used in
      let fields = PageFields(content, pictures, used)
      return Content.all(of: site).filter { $0.listed > site.limit.entriesInGroup }.map { subject in
        let entries = Content.entries(of: subject.subject, on: site)
        return LongPage(address: subject.address, isExcerpt: Content.isExcerpt, entries: entries) {
          fields.record(of: $0, of: subject, entries[$1], on: site)
        }
      }
    }
  }
}

/// The keys of a page: those of its frame and those of its content.
private struct PageFields<Content: PageContent>: Sendable {
  private let frame: Fields<PageFrame>
  private let content: Fields<Content>
  private let pictures: [String: PublishedPicture]

  init(_ content: Content.Type, _ pictures: [String: PublishedPicture] = [:], _ used: UsedKeys = .all) {
    frame = PageFrame.fields.reading(used)
    self.content = Content.fields.reading(used)
    self.pictures = pictures
  }

  var schema: Schema { Schema(frame.schema.fields + content.schema.fields, name: content.schema.name) }

  func record(of content: Content) -> Record {
    let frame = PageFrame(page: content.page, head: content.head, setting: Content.setting, pictures: pictures)
    return Record(self.frame.record(of: frame).values + self.content.record(of: content).values)
  }
}

extension PageFields where Content: LongPageContent {
  /// The record of a part of a page, with the entries of the part.
  func record(
    of part: PagePart, of subject: PageSubject<Content.Subject>, _ entries: ArraySlice<Content.Entry>, on site: Site
  ) -> Record {
    let page = PageContext(site, address: part.whole.addresses[part.index], updated: subject.updated, part: part)
    return record(of: Content(page: page, subject: subject.subject, entries: entries))
  }
}
