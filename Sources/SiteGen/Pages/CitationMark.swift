/// The number after the words of a note that cite a passage. It has its own template, because it is inserted in
/// Markdown.
struct CitationMark: Sendable {
  let site: Site
  let number: Int
  /// The address of the passage on its source's page.
  let href: String

  static let template = "citation.mustache"

  static let fields = Fields<CitationMark>([
    .text("number") { $0.site.strings.number($0.number) },
    .text("number_label") { $0.site.strings.fill(.evidenceNumber, ("number", $0.site.strings.number($0.number))) },
    .text("box") { CitationNumbers.box($0.number) },
    .address("list_href") { "#" + CitationNumbers.anchor($0.number) },
    .address("source_href") { $0.href },
    .made("strings", Strings.fields.schema) { $0.site.stringsRecord },
  ])
}
