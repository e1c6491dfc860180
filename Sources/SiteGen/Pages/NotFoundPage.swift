/// What a host shows for an address that is not there: complete in itself, as it may stand at any depth.
struct NotFoundPage: PageContent {
  let site: Site
  var frame: PageFrame

  static let template = "not-found.mustache"
  static let isListed = false
  static let hasOwnStyle = true

  static func all(of site: Site) -> [PageSubject<Note?>] {
    [PageSubject(address: "404.html", updated: nil, subject: nil)]
  }

  init(_ subject: PageSubject<Note?>, _ site: Site) {
    self.site = site
    frame = PageFrame(
      site: site, address: subject.address, heading: site.strings[.notFound],
      description: site.strings[.notFoundText])
    frame.absoluteRoot = site.settings.baseURL
    frame.canonicalIsKnown = false
    frame.isListed = Self.isListed
    frame.securityPolicy = PageFrame.ownStylePolicy
  }

  static let fields = Fields<NotFoundPage>([
    .all(PageFrame.fields) { $0.frame },
    .text("text") { $0.site.strings[.notFoundText] },
  ])
}
