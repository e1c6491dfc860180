/// Everything on the site as files.
struct DataPage: BuiltInPageContent {
  let page: PageContext

  static let builtIn = BuiltInPage.data

  static let fields = Fields<DataPage>([
    .text("intro") { $0.intro },
    .markup("opening") { $0.opening },
    .list("files", FileEntry.fields) { data in
      data.site.dataFiles.map { FileEntry(address: $0.path, contents: $0.listing?.title ?? "") }
    },
  ])

  var intro: String { site.strings[.dataIntro] }

  var linkedData: EmbeddedJSON? { LinkedData.dataset(site, description: description, site.dataFiles) }
}

/// A file to download.
struct FileEntry: Sendable {
  let address: String
  let contents: String

  static let fields = Fields<FileEntry>([
    .text("name") { $0.address },
    .address("href") { $0.address },
    .text("contents") { $0.contents },
  ])
}
