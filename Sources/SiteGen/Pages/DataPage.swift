/// The list of the site's data files.
struct DataPage: BuiltInPageContent {
  let page: PageContext

  static let builtIn = BuiltInPage.data

  static let fields = Fields<DataPage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .list("files", OutputFile.fields) { $0.site.dataFiles },
  ])

  var intro: String { site.strings[.dataIntro] }

  var linkedData: EmbeddedJSON? { LinkedData.dataset(site, description: description, site.dataFiles) }
}

extension OutputFile {
  /// A file to download.
  fileprivate static let fields = Fields<OutputFile>([
    .text("name") { $0.path },
    .address("href") { $0.path },
    .text("contents") { $0.title },
  ])
}
