/// What every page shows around its own content.
struct PageFrame: Sendable {
  var site: Site
  var address: String
  var heading: String
  var description: String
  var updated: Day?
  var breadcrumbs: [NamedLink] = []
  /// Those beside it, where its kind has an order.
  var previous: NamedLink?
  var next: NamedLink?
  /// JSON-LD 1.1, of what the page is about.
  var linkedData: EmbeddedJSON?
  var securityPolicy = PageFrame.strictPolicy
  /// Where links lead when the page may be shown at any address: the site's absolute one.
  var absoluteRoot: String?
  var canonicalIsKnown = true
  /// Whether search engines are told of the page.
  var isListed = true

  /// Nothing but the site's own style and pictures.
  static let strictPolicy =
    "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"

  /// Stands in the policy of a page with a style of its own until that style's hash is known.
  static let ownStyleMarker: StaticString = "own-style"

  /// For a page that is complete in itself.
  static let ownStylePolicy =
    "default-src 'none'; style-src '\(ownStyleMarker)'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"

  static let fields = Fields<PageFrame>([
    .text("language") { $0.site.settings.language },
    .text("direction") { $0.site.strings[.direction] },
    .text("security_policy") { $0.securityPolicy },
    .text("site_title") { $0.site.settings.title },
    .text("site_tagline") { $0.site.settings.tagline },
    .text("page_title") { $0.pageTitle },
    .text("heading") { $0.heading },
    .text("description") { $0.description },
    .address("canonical") { $0.canonical },
    .flag("is_unlisted") { !$0.isListed },
    .address("home_href") { $0.link("index.html") },
    .address("root_href") { $0.link("") },
    .address("style_href") { $0.link("assets/style.css") },
    // Why: the policy allows pictures of the page's own host alone, which an absolute address may not be.
    .address("icon_href") { $0.absoluteRoot == nil ? $0.link("assets/icon.svg") : nil },
    .address("touch_icon_href") { frame in
      frame.absoluteRoot == nil && frame.site.pictures[Address.touchIcon] != nil
        ? frame.link(Address.touchIcon) : nil
    },
    .address("manifest_href") { $0.absoluteRoot == nil ? $0.link(Address.manifest) : nil },
    .text("light_colour") { $0.site.colours.paper },
    .text("dark_colour") { $0.site.colours.darkPaper },
    .address("card_href") { frame in
      guard let base = frame.site.settings.baseURL, frame.card != nil else { return nil }
      return base + Address.picture(of: frame.address)
    },
    .text("card_alternative") { $0.card?.alternative },
    .text("card_width") { _ in String(SocialCard.width) },
    .text("card_height") { _ in String(SocialCard.height) },
    .address("atom_href") { $0.site.hasFeeds ? $0.link("feed.xml") : nil },
    .address("json_feed_href") { $0.site.hasFeeds ? $0.link("feed.json") : nil },
    .json("json_ld") { $0.linkedData },
    .address("search_href") { $0.link(Address.searchPage) },
    .address("alphabet_href") { $0.link(Address.alphabet) },
    .flag("has_topics_navigation") { frame in frame.navigation.contains(where: \.isTopic) },
    .list("topics_navigation", NavigationLink.fields) { $0.navigation.filter(\.isTopic) },
    .flag("has_navigation") { frame in !frame.navigation.allSatisfy(\.isTopic) },
    .list("navigation", NavigationLink.fields) { $0.navigation.filter { !$0.isTopic } },
    .flag("has_neighbours") { $0.previous != nil || $0.next != nil },
    .text("previous_title") { $0.previous?.title },
    .address("previous_href") { $0.previous?.href },
    .text("next_title") { $0.next?.title },
    .address("next_href") { $0.next?.href },
    .flag("has_breadcrumbs") { !$0.breadcrumbs.isEmpty },
    .list("breadcrumbs", NamedLink.fields) { $0.breadcrumbs },
    .text("horizon") { frame in
      frame.site.horizon.map { frame.site.strings.fill(.horizon, ("day", frame.site.strings.day($0))) }
    },
    .text("updated") { frame in frame.updated.map(frame.site.strings.day) },
    .text("updated_iso") { $0.updated?.description },
    .list("footer_links", NamedLink.fields) { $0.footerLinks },
    .text("licence") { frame in
      frame.site.settings.licence.map { frame.site.strings.fill(.licenceLine, ("licence", $0)) }
    },
    .text("publisher") { $0.site.settings.publisher },
    .text("contact") { $0.site.settings.contact },
    .address("contact_href") { $0.contactAddress },
    .made("strings", Strings.fields.schema) { $0.site.stringsRecord },
  ])

  func link(_ target: String) -> String {
    absoluteRoot.map { $0 + target } ?? Address.link(target, from: address)
  }

  /// The picture with which the page is shared.
  private var card: PublishedPicture? {
    site.pictures.isEmpty ? nil : site.pictures[Address.picture(of: address)]
  }

  private var pageTitle: String {
    heading == site.settings.title
      ? heading : site.strings.fill(.pageTitle, ("page", heading), ("site", site.settings.title))
  }

  private var canonical: String? {
    guard canonicalIsKnown, let base = site.settings.baseURL else { return nil }
    return address == "index.html" ? base : base + address
  }

  private var navigation: [NavigationLink] {
    site.navigation.map { id in
      let target = Address.note(id)
      return NavigationLink(
        title: site.title(ofPage: id), href: link(target), isCurrent: target == address, isTopic: site.isTopic(id))
    }
  }

  /// Every page of the root folder that is no topic: those in the site's navigation, then the other built-in ones.
  private var footerLinks: [NamedLink] {
    let named = site.navigation.filter { !site.isTopic($0) }
    let others = BuiltInPage.allCases.filter(\.isInFooter).map(\.rawValue).filter { !named.contains($0) }
    return (named + others).map {
      NamedLink(title: site.title(ofPage: $0), href: link(Address.note($0)))
    }
  }

  /// A contact that is an e-mail address or a web address becomes a link.
  private var contactAddress: String? {
    guard let contact = site.settings.contact, !contact.utf8.contains(UInt8(ascii: " ")) else { return nil }
    if contact.hasPrefix("https://") || contact.hasPrefix("http://") { return contact }
    return contact.utf8.contains(UInt8(ascii: "@")) ? "mailto:" + contact : nil
  }
}

/// A link with its words.
struct NamedLink: Sendable {
  var title: String
  var href: String

  static let fields = Fields<NamedLink>([
    .text("title") { $0.title },
    .address("href") { $0.href },
  ])
}

/// An entry of the main navigation.
struct NavigationLink: Sendable {
  var title: String
  var href: String
  var isCurrent: Bool
  var isTopic: Bool

  static let fields = Fields<NavigationLink>([
    .text("title") { $0.title },
    .address("href") { $0.href },
    .flag("current") { $0.isCurrent },
  ])
}

extension Site {
  func isTopic(_ id: String) -> Bool { topics.contains(id) }

  /// The links to the pages before and after the one at an index, in their order.
  func neighbours(
    of index: Int?, in ids: [String], from page: String, title: (String) -> String, address: (String) -> String
  ) -> (previous: NamedLink?, next: NamedLink?) {
    guard let index else { return (nil, nil) }
    func link(_ position: Int) -> NamedLink? {
      ids.indices.contains(position)
        ? NamedLink(title: title(ids[position]), href: Address.link(address(ids[position]), from: page)) : nil
    }
    return (link(index - 1), link(index + 1))
  }

  /// Feeds need absolute addresses and a day on which something happened.
  var hasFeeds: Bool { settings.baseURL != nil && newestRecord != nil }

  /// The title of a page of the root folder: that of its note, else the interface's word for it.
  func title(ofPage id: String) -> String {
    title(ofNote: id) ?? BuiltInPage(rawValue: id).map(title(ofUnopened:)) ?? id
  }

  /// The title of a built-in page without a note.
  private func title(ofUnopened page: BuiltInPage) -> String {
    switch page {
    case .index: settings.title
    case .alphabet: strings[.alphabetPage]
    case .notFound: strings[.notFound]
    default: StringKey(rawValue: page.rawValue).map { strings[$0] } ?? page.rawValue
    }
  }

  func home(from page: String) -> NamedLink {
    NamedLink(title: strings[.home], href: Address.link("index.html", from: page))
  }
}
