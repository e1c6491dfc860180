/// One page: where it goes and what its template is given.
struct Page: Sendable {
  /// Relative to the root of the site.
  let address: String
  /// The newest day on which something that it shows was written or recorded, from the inputs; nil where none says.
  let updated: Day?
  /// Whether search engines are told of it.
  var isListed = true
  /// Whether its policy must allow the style that stands in it.
  var hasOwnStyle = false
  /// Made when the page is written, not before.
  let record: @Sendable () -> Record
}

/// A kind of page: its template, the keys that the template may use, and the pages there are of it.
struct PageKind: Sendable {
  let template: String
  let schema: Schema
  let pages: @Sendable (Site) -> [Page]

  init<Content: PageContent>(_ content: Content.Type) {
    template = Content.template
    schema = Content.fields.schema
    pages = { site in
      Content.all(of: site).map { subject in
        Page(
          address: subject.address, updated: subject.updated, isListed: Content.isListed,
          hasOwnStyle: Content.hasOwnStyle
        ) {
          Content.fields.record(of: Content(subject, site))
        }
      }
    }
  }

  /// Every kind of page that a site has; the order has no meaning.
  static let all = [
    PageKind(IndexPage.self), PageKind(TopicPage.self), PageKind(NotePage.self), PageKind(QuestionPage.self),
    PageKind(SourcesPage.self), PageKind(SourcePage.self), PageKind(DisagreementsPage.self),
    PageKind(UnknownsPage.self), PageKind(TimelinePage.self), PageKind(UpdatesPage.self),
    PageKind(CorrectionsPage.self), PageKind(MethodologyPage.self), PageKind(DataPage.self),
    PageKind(AlphabetPage.self), PageKind(SearchPage.self),
    PageKind(EmbedPage.self), PageKind(NotFoundPage.self),
  ]
}

/// What one kind of page shows, as its template is given it.
protocol PageContent: Sendable {
  /// What a page is about: a question, a source, a note.
  associatedtype Subject: Sendable
  /// The name of its template.
  static var template: String { get }
  static var fields: Fields<Self> { get }
  static var isListed: Bool { get }
  static var hasOwnStyle: Bool { get }
  /// What there is a page of, in the order of addresses.
  static func all(of site: Site) -> [PageSubject<Subject>]
  init(_ subject: PageSubject<Subject>, _ site: Site)
}

extension PageContent {
  static var isListed: Bool { true }
  static var hasOwnStyle: Bool { false }
}

/// What there is a page of, and where that page goes.
struct PageSubject<Subject: Sendable>: Sendable {
  var address: String
  var updated: Day?
  var subject: Subject
}

extension Site {
  /// The subject of a page that every site has once: the note of its name, if there is one.
  func single(_ id: String, updated: Day? = nil) -> [PageSubject<Note?>] {
    let note = note(id)
    return [
      PageSubject(
        address: Address.note(id), updated: [updated, note?.updated].compactMap { $0 }.max(), subject: note)
    ]
  }

  /// The newest day on which one of the sources entered the collection.
  func newestRecord(of sources: [String]) -> Day? {
    sources.compactMap { source($0)?.recorded.value }.max()
  }
}
