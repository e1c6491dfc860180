/// The content of a page, without the frame around it. Each kind of page has one such type, which supplies the values
/// for the kind's template.
protocol PageContent: PageView {
  /// The subject of a page: a question, a source, a note.
  associatedtype Subject: Sendable
  /// The name of the kind's template.
  static var template: String { get }
  static var setting: PageSetting { get }
  static var fields: Fields<Self> { get }
  /// The subjects that have a page of this kind.
  static func all(of site: Site) -> [PageSubject<Subject>]
  var head: PageHead { get }
  init(page: PageContext, subject: Subject)
}

extension PageContent {
  static var setting: PageSetting { .site }
}

/// A subject that has a page, and the address of that page.
struct PageSubject<Subject: Sendable>: Sendable {
  var address: String
  var updated: Day?
  var subject: Subject
  /// The number of claims, sources or other things that the page lists. A page that lists few is not measured.
  var listed = 0
}

/// The parts of the frame that depend on the page's content.
struct PageHead: Sendable {
  var heading: String
  var description: String
  /// The pages between the home page and this one.
  var breadcrumbs: [NamedLink] = []
  /// The pages before and after this one, if its kind has an order.
  var neighbours: (previous: NamedLink?, next: NamedLink?) = (nil, nil)
  /// The subject as JSON-LD 1.1.
  var linkedData: EmbeddedJSON?
}

/// A page that every site has once. If there is a note of the same name, the page takes its title and summary, and most
/// pages open with its text.
protocol BuiltInPageContent: PageContent where Subject == Void {
  static var builtIn: BuiltInPage { get }
  /// The newest day of the page's content, without its note.
  static func updated(of site: Site) -> Day?
  /// See `PageSubject.listed`.
  static func listed(on site: Site) -> Int
  /// One sentence about the page. It is the page's description, unless the page's note has a summary.
  var intro: String { get }
  var linkedData: EmbeddedJSON? { get }
}

extension BuiltInPageContent {
  static var template: String { builtIn.rawValue + ".mustache" }

  static func all(of site: Site) -> [PageSubject<Void>] {
    let days = [updated(of: site), site.note(builtIn.rawValue)?.updated?.value]
    return [
      PageSubject(
        address: Address.page(builtIn), updated: days.compactMap { $0 }.max(), subject: (), listed: listed(on: site))
    ]
  }

  static func updated(of site: Site) -> Day? { setting.isListed ? site.newestRecord : nil }

  static func listed(on site: Site) -> Int { 0 }

  var note: Note? { site.note(Self.builtIn.rawValue) }
  /// The text of the page's note; nil on later parts of the page.
  var opening: HTML? { page.isFirstPart ? page.body(of: note) : nil }
  var description: String { site.description(of: note, or: intro) }
  var linkedData: EmbeddedJSON? { nil }

  var head: PageHead {
    PageHead(
      heading: site.title(ofPage: Self.builtIn.rawValue), description: description, linkedData: linkedData)
  }
}
