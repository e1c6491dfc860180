/// The frame of a page: everything around the page's own content.
struct PageFrame: PageView {
  let page: PageContext
  let head: PageHead
  let setting: PageSetting
  /// The pictures that the site publishes, by address.
  let pictures: [String: PublishedPicture]

  /// The key for the address of the site's root. A path that follows it in a template gets the version of the asset.
  static let rootKey = "root_href"

  static let fields = Fields<PageFrame>([
    .text("language") { $0.site.settings.language },
    .text("direction") { $0.site.strings[.direction] },
    .text("security_policy") { $0.setting.securityPolicy },
    .text("site_title") { $0.site.settings.title },
    .text("site_tagline") { $0.site.settings.tagline },
    .text("page_title") { $0.pageTitle },
    .text("heading") { $0.head.heading },
    .text("description") { $0.head.description },
    .address("canonical") { $0.canonical },
    .flag("is_unlisted") { !$0.setting.isListed },
    .address("home_href") { $0.link(Address.page(.index)) },
    .address(rootKey) { $0.link("") },
    .address("style_href") { $0.link($0.site.asset("assets/style.css")) },
    .address("icon_href") { $0.icon },
    .address("logo_href") { $0.logo ?? $0.icon },
    .address("touch_icon_href") { frame in
      frame.loadsPictures ? frame.pictures[Address.touchIcon].map { frame.link($0.address) } : nil
    },
    .address("manifest_href") { $0.loadsPictures ? $0.link(Address.manifest) : nil },
    .text("light_colour") { $0.site.colours.paper },
    .text("dark_colour") { $0.site.colours.darkPaper },
    .address("card_href") { frame in
      guard let base = frame.site.settings.baseURL, frame.card != nil else { return nil }
      return base + Address.socialCard(of: frame.page.wholeAddress)
    },
    .text("card_alternative") { $0.card?.alternative },
    .address("chart_picture_href") { $0.chartPicture },
    .text("card_width") { _ in String(SocialCard.width) },
    .text("card_height") { _ in String(SocialCard.height) },
    .address("atom_href") { $0.site.hasFeeds ? $0.link("feed.xml") : nil },
    .address("json_feed_href") { $0.site.hasFeeds ? $0.link("feed.json") : nil },
    .json("json_ld") { $0.head.linkedData },
    .address("search_href") { $0.link(Address.page(.search)) },
    .address("alphabet_href") { $0.link(Address.page(.alphabet)) },
    .flaggedList("topics_navigation", NavigationLink.fields) { $0.navigation(ofTopics: true) },
    .flaggedList("navigation", NavigationLink.fields) { frame in
      Array(frame.navigation(ofTopics: false).prefix(PageFrame.mostPageLinks))
    },
    .flaggedList("pages", PartLink.fields) { $0.page.part?.links(on: $0.page) ?? [] },
    .text("previous_page_title") { $0.part(-1)?.title },
    .address("previous_page_href") { $0.part(-1)?.href },
    .text("next_page_title") { $0.part(1)?.title },
    .address("next_page_href") { $0.part(1)?.href },
    .flag("has_neighbours") { $0.head.neighbours.previous != nil || $0.head.neighbours.next != nil },
    .text("previous_title") { $0.head.neighbours.previous?.title },
    .address("previous_href") { $0.head.neighbours.previous?.href },
    .text("next_title") { $0.head.neighbours.next?.title },
    .address("next_href") { $0.head.neighbours.next?.href },
    .flaggedList("breadcrumbs", NamedLink.fields) { $0.breadcrumbs },
    .text("horizon") { $0.site.horizonInWords },
    .text("updated") { frame in frame.page.updated.map { frame.site.strings.day($0) } },
    .text("updated_iso") { $0.page.updated?.description },
    .list("footer_links", NamedLink.fields) { frame in
      frame.site.footer.map { NamedLink(title: $0.label, href: frame.link($0.address)) }
    },
    .text("licence") { frame in
      frame.site.settings.licence.map { frame.site.strings.fill(.licenceLine, ("licence", $0)) }
    },
    .text("publisher") { $0.site.settings.publisher },
    .text("contact") { $0.site.settings.contact },
    .address("contact_href") { $0.contactAddress },
    .made("strings", Strings.fields.schema) { $0.site.stringsRecord },
  ])

  /// Why: the policy allows pictures only from the page's own host, and an absolute address may name another host.
  private var loadsPictures: Bool { setting != .anyAddress || site.settings.baseURL == nil }

  private var icon: String? { loadsPictures ? link(site.asset(Address.icon)) : nil }

  /// The address of the site's own logo.
  private var logo: String? {
    guard loadsPictures, let logo = site.settings.logo else { return nil }
    return link(site.asset(String(logo.value.dropFirst("Content/".utf8.count))))
  }

  private var card: PublishedPicture? {
    pictures.isEmpty ? nil : pictures[Address.socialCard(of: page.wholeAddress)]
  }

  /// The picture of a question's chart, which is beside the question's page.
  private var chartPicture: String? {
    let address = String(page.address.dropLast(".html".utf8.count)) + ".png"
    return pictures[address] == nil ? nil : address.split(separator: "/").last.map(String.init)
  }

  private var pageTitle: String {
    let part = page.isFirstPart ? nil : page.part?.neighbour(0)
    let heading = head.heading + (part.map { " (\($0.position))" } ?? "")
    return heading == site.settings.title
      ? heading : site.strings.fill(.pageTitle, ("page", heading), ("site", site.settings.title))
  }

  /// The part of a divided page before (-1) or after (1) this one.
  private func part(_ step: Int) -> NamedLink? {
    page.part?.neighbour(step).map {
      NamedLink(title: "\(head.heading) (\($0.position))", href: link($0.address))
    }
  }

  private var canonical: String? {
    guard !setting.mayHaveOwnStyle, let base = site.settings.baseURL else { return nil }
    return page.address == Address.page(.index) ? base : base + page.address
  }

  private var breadcrumbs: [NamedLink] {
    if setting.mayHaveOwnStyle || head.breadcrumbs.isEmpty { return [] }
    return [NamedLink(title: site.strings[.home], href: link(Address.page(.index)))] + head.breadcrumbs
  }

  /// The maximum number of pages beside the topics at the head of a page; the footer lists all.
  private static let mostPageLinks = 4

  private func navigation(ofTopics: Bool) -> [NavigationLink] {
    let above = Set(head.breadcrumbs.map(\.href))
    return site.navigation.filter { $0.isTopic == ofTopics }.map { target in
      NavigationLink(
        page: page, target: target, isAbove: !above.isEmpty && above.contains(page.link(target.address)))
    }
  }

  /// The address of a link to the contact, if the contact is an e-mail address or a web address.
  private var contactAddress: String? {
    guard let contact = site.settings.contact, !contact.utf8.contains(UInt8(ascii: " ")) else { return nil }
    if contact.hasPrefix("https://") || contact.hasPrefix("http://") { return contact }
    return contact.utf8.contains(UInt8(ascii: "@")) ? "mailto:" + contact : nil
  }
}

/// An entry of the main navigation.
struct NavigationLink: PageView {
  let page: PageContext
  let target: LabelledPage
  /// Whether the page belongs to it.
  let isAbove: Bool

  static let fields = Fields<NavigationLink>([
    .text("title") { $0.target.label },
    .address("href") { $0.link($0.target.address) },
    .flag("current") { $0.target.address == $0.page.address },
    .flag("above") { $0.isAbove },
  ])
}
