/// Machine-readable descriptions of pages: JSON-LD 1.1 with the terms of schema.org.
///
/// Never `ClaimReview`: sitegen reports statements and does not rate them.
enum LinkedData {
  /// The site as a whole.
  static func site(_ site: Site) -> EmbeddedJSON {
    document { json in
      json.member("@type", "WebSite")
      json.member("name", site.settings.title)
      json.member("inLanguage", site.settings.language)
      if let base = site.settings.baseURL { json.member("url", base) }
      if let tagline = site.settings.tagline { json.member("description", tagline) }
      publisher(of: site, into: &json)
    }
  }

  /// A question's page, with each unreplaced answer as a `Claim`: the speaker, the document and the quotation.
  ///
  /// `current`: the answers that the page at the address shows.
  static func question(
    _ answered: FactSheet.AnsweredQuestion, _ current: [Evidence], at address: String, of site: Site
  ) -> EmbeddedJSON {
    document { json in
      json.member("@type", "WebPage")
      json.member("name", answered.question.asks)
      json.member("inLanguage", site.settings.language)
      if let base = site.settings.baseURL { json.member("url", base + address) }
      guard !current.isEmpty else { return }
      json.objects("hasPart", for: current) { claim($0, of: site, into: &$1) }
    }
  }

  private static func claim(_ evidence: Evidence, of site: Site, into json: inout JSONWriter) {
    json.member("@type", "Claim")
    if let base = site.settings.baseURL { json.member("@id", base + site.address(of: evidence)) }
    json.member("name", evidence.question.asks)
    json.member("text", site.words(of: evidence))
    if let speaker = evidence.speaker {
      json.object("author") { json in
        json.member("@type", [.person, .witness].contains(speaker.kind) ? "Person" : "Organization")
        json.member("name", speaker.name)
      }
    }
    let source = site.source(evidence.sourceID)
    json.object("appearance") { json in
      json.member("@type", "CreativeWork")
      json.member("name", source?.title.value ?? evidence.sourceID)
      json.member("datePublished", source?.published.value.description)
      if let url = source?.url { json.member("url", url) }
    }
    json.object("citation") { json in
      json.member("@type", "Quotation")
      json.member("text", evidence.quotation.exact)
      json.member("inLanguage", site.language(ofSource: evidence.sourceID))
    }
  }

  /// The site's data as a `Dataset`.
  static func dataset(_ site: Site, description: String, _ files: [OutputFile]) -> EmbeddedJSON {
    document { json in
      json.member("@type", "Dataset")
      json.member("name", site.settings.title)
      json.member("description", description)
      json.member("inLanguage", site.settings.language)
      if let licence = site.settings.licence { json.member("license", licence) }
      publisher(of: site, into: &json)
      guard let base = site.settings.baseURL else { return }
      json.member("url", base + Address.note("data"))
      json.objects("distribution", for: files) { file, json in
        json.member("@type", "DataDownload")
        json.member("contentUrl", base + file.path)
        json.member("encodingFormat", file.mediaType.name)
      }
    }
  }

  private static func publisher(of site: Site, into json: inout JSONWriter) {
    guard let publisher = site.settings.publisher else { return }
    json.object("publisher") { json in
      json.member("@type", "Organization")
      json.member("name", publisher)
    }
  }

  private static func document(_ body: (inout JSONWriter) -> Void) -> EmbeddedJSON {
    var json = JSONWriter()
    json.object { json in
      json.member("@context", "https://schema.org")
      body(&json)
    }
    return EmbeddedJSON(json.bytes)
  }
}
