/// The page that a host shows for an address that does not exist. It is self-contained, because it may appear at any
/// depth.
struct NotFoundPage: BuiltInPageContent {
  let page: PageContext

  init(page: PageContext, subject: Void) { self.page = page }

  static let builtIn = BuiltInPage.notFound
  static let template = "not-found.mustache"
  static let setting = PageSetting.anyAddress

  static let fields = Fields<NotFoundPage>([
    .text("text") { $0.intro },
    .markup("icon") { $0.site.icon.isEmpty ? nil : $0.icon },
    .markup("own_style") { $0.ownStyle },
  ])

  /// The site's style sheet as a part of the page, with the fonts and pictures that it loads; nil for a sheet that cannot
  /// be a part of a page.
  private var ownStyle: HTML? {
    let style = site.selfContainedStyle
    guard !style.isEmpty, !String(decoding: style, as: UTF8.self).lowercased().contains("</style") else { return nil }
    return HTML(Array("<style>\n".utf8) + style + Array("</style>".utf8))
  }

  /// The icon as a part of the page.
  private var icon: HTML {
    let data = percentEncoded(path: String(decoding: site.icon, as: UTF8.self))
    return HTML(Array("<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml,\(data)\">".utf8))
  }

  var intro: String { site.strings[.notFoundText] }
}
