/// Everything on the site as files.
struct DataPage: PageContent {
  let site: Site
  let frame: PageFrame
  private let note: Note?
  private let files: [OutputFile]

  static let template = "data.mustache"

  static func all(of site: Site) -> [PageSubject<Note?>] { site.single("data", updated: site.newestRecord) }

  init(_ subject: PageSubject<Note?>, _ site: Site) {
    self.site = site
    note = subject.subject
    files = site.dataFiles
    let description = site.description(of: note, or: site.strings[.dataIntro])
    frame = PageFrame(
      site: site, address: subject.address, heading: site.title(ofPage: "data"), description: description,
      updated: subject.updated, breadcrumbs: [site.home(from: subject.address)],
      linkedData: LinkedData.dataset(site, description: description, files))
  }

  static let fields = Fields<DataPage>([
    .all(PageFrame.fields) { $0.frame },
    .text("intro") { $0.site.strings[.dataIntro] },
    .markup("opening") { $0.site.body(of: $0.note, on: $0.frame.address) },
    .list("files", FileEntry.fields) { page in
      page.files.map { FileEntry(address: $0.path, contents: $0.listing?.title ?? "") }
    },
  ])
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
