/// data/sources: every document, with its hash and the share of it that is quoted.
///
/// docs/data.md guarantees the names of the columns.
enum SourceData {
  static func files(of site: Site) -> [OutputFile] {
    table(of: site).files(at: "data/sources", title: site.strings[.fileSources], site.strings)
  }

  static func table(of site: Site) -> DataTable<Source> {
    DataTable(columns: columns(site)) { site.sheet.dossier.sources }
  }

  private static func columns(_ site: Site) -> [DataTable<Source>.Column] {
    [
      .init("id") { .text($0.id) },
      .init("title") { .text($0.title.value) },
      .init("seed") { .text($0.seed.file.name) },
      .init("seed_sha256") { .text($0.seed.sha256) },
      .init("outlet") { .init($0.outlet) },
      .init("author") { .init($0.author) },
      .init("url") { .init($0.url) },
      .init("archive_url") { .init($0.archiveURL) },
      .init("lang") { .text($0.language ?? site.settings.language) },
      .init("published", .date) { .init($0.published.value) },
      .init("published_basis") { .text($0.publishedIsInferred ? "inferred" : "stated") },
      .init("published_note") { .init($0.publishedNote) },
      .init("recorded", .date) { .init($0.recorded.value) },
      .init("fidelity") { .text($0.fidelity.rawValue) },
      .init("licence") { .init($0.licence) },
      .init("characters", .integer) { .integer(site.quoted($0.id)?.total ?? 0) },
      .init("characters_quoted", .integer) { .integer(site.quoted($0.id)?.shown ?? 0) },
      .init("quantities", .integer) { .integer(site.quoted($0.id)?.quantities ?? 0) },
      .init("quantities_used", .integer) { .integer(site.quoted($0.id)?.covered ?? 0) },
      .init("quantities_unused") { source in
        // Why only places: unquoted words would count towards the share of the seed that public/ shows.
        let lines = LineIndex(source.seed.file)
        return .places(
          (site.quoted(source.id)?.uncovered ?? []).map { quotation in
            (quotation.start, quotation.end, lines.position(of: quotation.span.lowerBound).line)
          })
      },
      .init("title_by") { .init($0.titleIsEditors ? "editor" : nil) },
      .init("short_title") { .init($0.shortTitle?.value) },
      .init("document") { .init($0.seed.document?.name) },
      .init("document_sha256") { .init($0.seed.document?.sha256) },
      .init("text_by") { .init($0.seed.document?.textBy) },
    ]
  }
}
