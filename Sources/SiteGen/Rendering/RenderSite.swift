/// Describes every file of a site: pages, data, feeds and pictures.
///
/// A file is rendered only when it is needed. `pictures` are the published pictures, by address.
func renderSite(
  _ site: Site, _ theme: Theme, pictures: [String: PublishedPicture] = [:], _ timings: Timings = .off
) -> OutputTree {
  var pages: [Page] = []
  var files: [OutputFile] = []
  for (kind, template) in zip(PageKind.all, theme.pages) {
    let first = files.count
    for page in kind.pages(site, pictures, template.used) {
      pages.append(page)
      files.append(
        OutputFile(path: page.address) { output in
          let start = output.count
          template.render(page.record(), into: &output)
          if page.setting.mayHaveOwnStyle {
            allowOwnStyle(in: &output, from: start, loadsStyle: page.setting.loadsStyle)
          }
        })
    }
    if timings.isOn { files[first...] = timings.timed(files[first...]) { _ in kind.template } }
  }
  let otherFiles = files.count
  files += Sitemap.files(of: site, pages)
  files.append(WebManifest.file(of: site, touchIcon: pictures[Address.touchIcon]))
  files += site.dataFiles + OutputFormats.others.flatMap { $0(site) }
  files += theme.assets.files.map { asset in OutputFile(path: asset.path) { asset.bytes } }
  files += pictures.map { address, picture in OutputFile(path: address) { picture.bytes } }
  files += site.sheet.dossier.images.map { image in
    OutputFile(path: String(image.path.dropFirst("Content/".utf8.count))) { image.bytes }
  }
  let search = LazyFiles(in: "search/") {
    timings.part("make the search index") {
      let files = site.searchFiles().map { file in
        OutputFile(path: "search/" + file.name, digest: FileDigest(bytes: file.bytes.count, sha256: file.sha256)) {
          file.bytes
        }
      }
      return timings.isOn ? Array(timings.timed(files[...], as: folderAndExtension)) : files
    }
  }
  if timings.isOn { files[otherFiles...] = timings.timed(files[otherFiles...], as: folderAndExtension) }
  return OutputTree(files: files.sorted { utf8Precedes($0.path, $1.path) }, search: search)
}

/// `data/*.csv` for `data/claims.csv`.
private func folderAndExtension(_ path: String) -> String {
  let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  return path.dropLast(name.count) + "*" + (name.lastIndex(of: ".").map { name[$0...] } ?? "")
}

extension Timings {
  /// Files that are timed as parts with the names of their kinds when they are made.
  fileprivate func timed(
    _ files: ArraySlice<OutputFile>, as kind: (String) -> String
  ) -> ArraySlice<OutputFile> {
    ArraySlice(
      files.map { file in
        let (kind, make) = (kind(file.path), file.make)
        var file = file
        file.make = { output in
          let start = output.count
          part(kind, Amount(1, "files", bytes: output.count - start)) { make(&output) }
        }
        return file
      })
  }
}

extension Site {
  /// A site with the texts of a theme, and its templates for figures and citations.
  convenience init(
    _ sheet: FactSheet, _ theme: Theme, _ limit: PageLimit = PageLimit(), dividedPages: [String: DividedPage] = [:]
  ) {
    self.init(
      sheet, theme.strings, figure: theme.figure, citation: theme.citation, colours: theme.colours,
      dataFormats: OutputFormats.data, versions: theme.assets.versions.versions,
      icon: theme.assets.files.first { $0.path == Address.icon }?.bytes ?? [],
      selfContainedStyle: theme.assets.selfContainedStyle, limit: limit, dividedPages: dividedPages)
  }
}

/// Replaces the marker in a page's Content-Security-Policy with the hash of the page's own style (CSP 3, 2.3.1). Without
/// one it allows no style except those that the page loads.
private func allowOwnStyle(in output: inout [UInt8], from start: Int, loadsStyle: Bool) {
  let page = output[start...]
  guard let marker = page.firstPlace(of: PageSetting.ownStyleMarker) else { return }
  var source = loadsStyle ? "" : " 'none'"
  if let open = page.firstPlace(of: "<style>"),
    let close = page[open.upperBound...].firstPlace(of: "</style>")
  {
    source = " 'sha256-" + sha256Base64(Array(page[open.upperBound..<close.lowerBound])) + "'"
  }
  output.replaceSubrange(marker, with: source.utf8)
}
