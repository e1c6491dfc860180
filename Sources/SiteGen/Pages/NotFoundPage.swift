/// The page that a host shows for an address that does not exist. It is self-contained, because it may appear at any
/// depth.
struct NotFoundPage: BuiltInPageContent {
  let page: PageContext

  static let builtIn = BuiltInPage.notFound
  static let template = "not-found.mustache"
  static let setting = PageSetting.anyAddress

  static let fields = Fields<NotFoundPage>([.text("text") { $0.intro }])

  var intro: String { site.strings[.notFoundText] }
}
