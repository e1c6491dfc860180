/// data/references.ris: one record of RIS (Research Information Systems, 2011) for each source, in UTF-8.
enum RIS {
  static func files(of site: Site) -> [OutputFile] {
    [
      OutputFile(
        path: "data/references.ris",
        title: site.strings[.fileReferencesRis]
      ) {
        site.sheet.dossier.sources.flatMap { record(of: $0, in: site).utf8 }
      }
    ]
  }

  private static func record(of source: Source, in site: Site) -> String {
    let day = source.published.value.description
    let fields: [(tag: String, value: String?)] = [
      // Why not the types for newspapers or reports: a card does not say whether a document is one of them.
      ("TY", source.url == nil ? "GEN" : "ELEC"), ("ID", source.id), ("TI", source.title.value),
      ("AU", source.author), ("T2", source.outlet), ("PY", String(day.prefix(4))),
      ("DA", day.split(separator: "-").joined(separator: "/")), ("UR", source.url),
      ("LA", source.language ?? site.settings.language), ("N1", site.referenceNote(on: source)), ("ER", ""),
    ]
    return fields.map { field in field.value.map { field.tag + "  - " + onOneLine($0) + "\r\n" } ?? "" }.joined()
  }

  /// Replaces line breaks, which would start another field, and control characters, which no value may contain.
  private static func onOneLine(_ text: String) -> String {
    let breaks: [Unicode.GeneralCategory] = [.control, .lineSeparator, .paragraphSeparator]
    return text.unicodeScalars.split { breaks.contains($0.properties.generalCategory) }.map { String($0) }
      .joined(separator: " ")
  }
}
