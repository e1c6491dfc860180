/// data/references.json: one item of CSL-JSON 1.0.2 for each source.
enum CSLJSON {
  static func files(of site: Site) -> [OutputFile] {
    [
      OutputFile(
        path: "data/references.json", MediaType("application/vnd.citationstyles.csl+json"),
        title: site.strings[.fileReferencesJson]
      ) {
        JSONWriter.file { $0.objects(for: site.sheet.dossier.sources) { write($0, of: site, into: &$1) } }
      }
    ]
  }

  private static func write(_ source: Source, of site: Site, into json: inout JSONWriter) {
    json.member("id", source.id)
    json.member("type", "article")
    json.member("title", source.title.value)
    if let author = source.author { json.objects("author", for: [author]) { $1.member("literal", $0) } }
    json.object("issued") { json in
      let day = source.published.value
      json.array("date-parts") { json in
        json.array { json in
          for number in [day.year, day.month, day.day] { json.number(number) }
        }
      }
    }
    if let outlet = source.outlet { json.member("container-title", outlet) }
    if let url = source.url { json.member("URL", url) }
    json.member("language", source.language ?? site.settings.language)
    json.member("note", site.referenceNote(on: source))
  }
}

extension Site {
  /// The note on a source in every format of references: its hash, and whether its day is inferred.
  func referenceNote(on source: Source) -> String {
    strings.fill(
      source.publishedIsInferred ? .referenceHashInferred : .referenceHash, ("hash", source.seed.receivedSHA256)
    )
    .withoutIsolates
  }
}
