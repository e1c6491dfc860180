/// What one kind of page shows within its frame, as its template is given it.
protocol PageContent: PageView {
  /// What a page is about: a question, a source, a note.
  associatedtype Subject: Sendable
  /// The name of its template.
  static var template: String { get }
  static var setting: PageSetting { get }
  static var fields: Fields<Self> { get }
  /// The subjects that have a page of this kind, in the order of addresses.
  static func all(of site: Site) -> [PageSubject<Subject>]
  var head: PageHead { get }
  init(page: PageContext, subject: Subject)
}

extension PageContent {
  static var setting: PageSetting { .site }
}

/// A subject that has a page, and where that page goes.
struct PageSubject<Subject: Sendable>: Sendable {
  var address: String
  var updated: Day?
  var subject: Subject
}

/// What the frame of a page takes from its content.
struct PageHead: Sendable {
  var heading: String
  var description: String
  /// Those between the home page and this one.
  var breadcrumbs: [NamedLink] = []
  /// Those next to it, where its kind has an order.
  var neighbours: (previous: NamedLink?, next: NamedLink?) = (nil, nil)
  /// JSON-LD 1.1, of what the page is about.
  var linkedData: EmbeddedJSON?
}

/// A page that every site has once, opened by the note of its name where there is one.
protocol BuiltInPageContent: PageContent where Subject == Void {
  static var builtIn: BuiltInPage { get }
  /// The newest day of what the page shows, its note aside.
  static func updated(of site: Site) -> Day?
  /// One sentence on the page, which describes it unless its note has a summary.
  var intro: String { get }
  var linkedData: EmbeddedJSON? { get }
  init(page: PageContext)
}

extension BuiltInPageContent {
  static var template: String { builtIn.rawValue + ".mustache" }

  static func all(of site: Site) -> [PageSubject<Void>] {
    let days = [updated(of: site), site.note(builtIn.rawValue)?.updated]
    return [PageSubject(address: Address.page(builtIn), updated: days.compactMap { $0 }.max(), subject: ())]
  }

  static func updated(of site: Site) -> Day? { setting.isListed ? site.newestRecord : nil }

  init(page: PageContext, subject: Void) { self.init(page: page) }

  var note: Note? { site.note(Self.builtIn.rawValue) }
  /// The text of its note.
  var opening: HTML? { page.body(of: note) }
  var description: String { site.description(of: note, or: intro) }
  var linkedData: EmbeddedJSON? { nil }

  var head: PageHead {
    PageHead(
      heading: site.title(ofPage: Self.builtIn.rawValue), description: description, linkedData: linkedData)
  }
}
