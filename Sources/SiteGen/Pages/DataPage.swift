/// The list of the site's data files.
struct DataPage: BuiltInPageContent, LongPageContent {
  let page: PageContext
  private let files: ArraySlice<OutputFile>

  static let builtIn = BuiltInPage.data

  static func listed(on site: Site) -> Int { site.dataFiles.count }
  static func entries(of subject: Void, on site: Site) -> [OutputFile] { site.dataFiles }

  init(page: PageContext, subject: Void, entries: ArraySlice<OutputFile>) {
    self.page = page
    files = entries
  }

  static let fields = Fields<DataPage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .list("files", OutputFile.fields) { Array($0.files) },
  ])

  var intro: String { site.strings[.dataIntro] }

  var linkedData: EmbeddedJSON? { LinkedData.dataset(site, description: description, Array(files)) }
}

extension OutputFile: PageEntry {
  /// A file to download.
  fileprivate static let fields = Fields<OutputFile>([
    .text("name") { $0.path },
    .address("href") { $0.path },
    .text("contents") { $0.title },
  ])
}
