/// Every file of a site, described and ready to be made: pages through their templates, data, feeds, pictures.
///
/// Nothing is rendered before it is asked for.
func renderSite(_ site: Site, _ theme: Theme) -> OutputTree {
  let sheet = site.sheet
  var files: [OutputFile] = []
  var pages: [Page] = []
  for (kind, template) in zip(PageKind.all, theme.pages) {
    for page in kind.pages(site) {
      pages.append(page)
      files.append(
        OutputFile(path: page.address) { output in
          let start = output.count
          template.render(page.record(), into: &output)
          if page.hasOwnStyle { allowOwnStyle(in: &output, from: start) }
        })
    }
  }
  pages.sort { utf8Precedes($0.address, $1.address) }
  let data = DataFile.all(of: site)
  files += data.map { file in
    OutputFile(path: file.address) { $0.append(contentsOf: file.bytes(of: site, all: data)) }
  }
  func add(_ path: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
    files.append(OutputFile(path: path) { $0.append(contentsOf: bytes()) })
  }
  for answered in sheet.answeredQuestions {
    let id = answered.question.id
    add(Address.question(id, as: "csv")) { ClaimData.table(of: site, question: id).csv() }
    add(Address.question(id, as: "json")) { ClaimData.table(of: site, question: id).json() }
    if site.hasChartFile(answered) {
      add(Address.question(id, as: "svg")) { site.chart(of: answered).map { ChartSVG.bytes(of: $0, as: .file) } ?? [] }
    }
  }
  if site.hasFeeds {
    add("feed.xml") { Feeds.atom(of: site) ?? [] }
    add("feed.json") { Feeds.json(of: site) ?? [] }
  }
  if site.settings.baseURL != nil {
    let pages = pages
    add("sitemap.xml") { Sitemap.xml(of: site, pages: pages) ?? [] }
  }
  add("robots.txt") { Sitemap.robots(of: site) }
  for asset in theme.assets { add(asset.path) { asset.bytes } }
  add(Address.manifest) { WebManifest.json(of: site, theme.colours) }
  for (address, picture) in site.pictures.sorted(by: { utf8Precedes($0.key, $1.key) }) {
    add(address) { picture.bytes }
  }
  for image in sheet.dossier.images { add(String(image.path.dropFirst("Content/".utf8.count))) { image.bytes } }
  let search = LazyFiles(in: "search/") {
    SearchIndex(site.searchEntries()).files().map { file in
      OutputFile(path: "search/" + file.name) { $0.append(contentsOf: file.bytes) }
    }
  }
  return OutputTree(files: files.sorted { utf8Precedes($0.path, $1.path) }, search: search)
}

extension Site {
  /// In the words of a theme, and with its parts of notes.
  convenience init(_ sheet: FactSheet, _ theme: Theme, pictures: [String: PublishedPicture] = [:]) {
    self.init(
      sheet, theme.strings, figure: theme.figure, citation: theme.citation, colours: theme.colours, pictures: pictures)
  }
}

/// Puts the hash of a page's own style into its Content-Security-Policy (CSP 3, 2.3.1), in place of the marker; a page
/// without one allows none.
private func allowOwnStyle(in output: inout [UInt8], from start: Int) {
  let page = output[start...]
  guard let marker = page.firstPlace(of: PageFrame.ownStyleMarker) else { return }
  var source = "none"
  if let open = page.firstPlace(of: "<style>"),
    let close = page[open.upperBound...].firstPlace(of: "</style>")
  {
    source = "sha256-" + sha256Base64(Array(page[open.upperBound..<close.lowerBound]))
  }
  output.replaceSubrange(marker, with: source.utf8)
}
