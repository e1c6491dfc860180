/// The page that is being made: its address and the site, for everything on it.
struct PageContext: Sendable {
  let site: Site
  /// Relative to the root of the site.
  let address: String
  /// See `Page.updated`.
  let updated: Day?
  /// Nil for a page that is not divided.
  let part: PagePart?
  /// The prefix of links from the page to the root of the site: empty, `../` for each folder, or the site's absolute
  /// address.
  private let root: String

  init(
    _ site: Site, address: String, updated: Day? = nil, part: PagePart? = nil, absoluteRoot: String? = nil
  ) {
    self.site = site
    self.address = address
    self.updated = updated
    self.part = part
    root = absoluteRoot ?? String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// Whether this is the page itself, or its first part. The other parts show only entries.
  var isFirstPart: Bool { part == nil || part?.index == 0 }

  /// The address of the page, which is that of its first part.
  var wholeAddress: String { part?.whole.addresses.first ?? address }

  /// A link to an address of the site, relative to its root.
  func link(_ target: String) -> String { root + target }

  /// The link to a page of the root folder, given the name of its note.
  func link(toPage id: String) -> NamedLink {
    NamedLink(title: site.title(ofPage: id), href: link(Address.note(id)))
  }

  /// The same link with the page's label in the navigation.
  func labelledLink(toPage id: String) -> NamedLink {
    NamedLink(title: site.label(ofPage: id), href: link(Address.note(id)))
  }
}

/// A part of a page.
protocol PageView: Sendable {
  var page: PageContext { get }
}

extension PageView {
  var site: Site { page.site }

  func link(_ target: String) -> String { page.link(target) }
}

/// A link with its text.
struct NamedLink: Sendable {
  var title: String
  var href: String

  static let fields = Fields<NamedLink>([
    .text("title") { $0.title },
    .address("href") { $0.href },
  ])
}
