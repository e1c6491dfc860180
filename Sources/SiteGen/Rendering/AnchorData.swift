/// data/anchors: the anchors that are not on the first part of a divided page. docs/data.md guarantees the names of the
/// columns.
struct AnchorData {
  let anchor: String
  let page: String
  let address: String

  /// Empty if no page is divided.
  static func files(of site: Site) -> [OutputFile] {
    guard !site.dividedPages.isEmpty else { return [] }
    return DataTable(columns: columns) { rows(of: site) }
      .files(at: "data/anchors", title: site.strings[.fileAnchors], site.strings)
  }

  /// Sorted by page, then by part, then by anchor.
  private static func rows(of site: Site) -> [AnchorData] {
    site.dividedPages.sorted { utf8Precedes($0.key, $1.key) }.flatMap { page, divided in
      divided.partOfAnchor.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { anchor, part in
        AnchorData(anchor: anchor, page: page, address: divided.addresses[part] + "#" + anchor)
      }
    }
  }

  private static let columns: [DataTable<AnchorData>.Column] = [
    .init("anchor") { .text($0.anchor) },
    .init("page") { .text($0.page) },
    .init("address") { .text($0.address) },
  ]
}
