/// data/references.json: one item of CSL-JSON 1.0.2 for each source.
enum CSLJSON {
  static func files(of site: Site) -> [OutputFile] {
    [
      OutputFile(
        path: "data/references.json", MediaType("application/vnd.citationstyles.csl+json"),
        listing: OutputFile.Listing(title: site.strings[.fileReferencesJson])
      ) {
        JSONWriter.file { json in
          json.array { json in
            for source in site.sheet.dossier.sources { json.object { write(source, of: site, into: &$0) } }
          }
        }
      }
    ]
  }

  private static func write(_ source: Source, of site: Site, into json: inout JSONWriter) {
    json.member("id", source.id)
    json.member("type", "article")
    json.member("title", source.title.value)
    if let author = source.author {
      json.key("author")
      json.array { json in json.object { $0.member("literal", author) } }
    }
    json.key("issued")
    json.object { json in
      let day = source.published.value
      json.key("date-parts")
      json.array { json in
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
  /// What every format of references says about a source besides the usual fields: its hash, and whether its day is
  /// inferred.
  func referenceNote(on source: Source) -> String {
    strings.fill(source.publishedIsInferred ? .referenceHashInferred : .referenceHash, ("hash", source.seed.sha256))
  }
}
