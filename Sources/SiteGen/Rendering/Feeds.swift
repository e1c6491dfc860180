/// How the picture changed, for feed readers: one entry for each source that entered the collection, newest first.
///
/// Sensitive questions are left out: a feed has no content note.
enum Feeds {
  /// Atom (RFC 4287); nil without a base address or sources.
  static func atom(of site: Site) -> [UInt8]? {
    guard let base = site.settings.baseURL, let newest = site.newestRecord else { return nil }
    var xml = XMLText()
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    xml.text(site.settings.language)
    xml.raw("\">\n")
    xml.element("id", base)
    xml.element("title", site.settings.title)
    if let tagline = site.settings.tagline { xml.element("subtitle", tagline) }
    xml.element("updated", moment(newest))
    xml.raw("<author>")
    xml.element("name", site.settings.publisher ?? site.settings.title)
    xml.raw("</author>\n")
    xml.link(rel: "self", type: "application/atom+xml", base + "feed.xml")
    xml.link(rel: "alternate", type: "text/html", base + "updates.html")
    for step in site.sheet.history.reversed() {
      xml.raw("<entry>\n")
      xml.element("id", address(of: step, base))
      xml.element("title", site.title(ofSource: step.sourceID))
      xml.element("updated", moment(step.recorded))
      xml.link(rel: "alternate", type: "text/html", address(of: step, base))
      xml.element("content", content(of: step, site), attributes: " type=\"text\"")
      xml.raw("</entry>\n")
    }
    xml.raw("</feed>\n")
    return xml.bytes
  }

  /// JSON Feed 1.1; nil without a base address or sources.
  static func json(of site: Site) -> [UInt8]? {
    guard let base = site.settings.baseURL, site.newestRecord != nil else { return nil }
    var json = JSONWriter()
    json.object { json in
      json.member("version", "https://jsonfeed.org/version/1.1")
      json.member("title", site.settings.title)
      if let tagline = site.settings.tagline { json.member("description", tagline) }
      json.member("home_page_url", base)
      json.member("feed_url", base + "feed.json")
      json.member("language", site.settings.language)
      json.key("authors")
      json.array { json in
        json.object { $0.member("name", site.settings.publisher ?? site.settings.title) }
      }
      json.key("items")
      json.array { json in
        for step in site.sheet.history.reversed() {
          json.object { json in
            json.member("id", address(of: step, base))
            json.member("url", address(of: step, base))
            json.member("title", site.title(ofSource: step.sourceID))
            json.member("content_text", content(of: step, site))
            json.member("date_published", moment(step.recorded))
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func address(of step: FactSheet.HistoryStep, _ base: String) -> String {
    base + "updates.html#" + Address.anchor(ofUpdate: step.sourceID)
  }

  /// RFC 3339; a day is all that the inputs say.
  private static func moment(_ day: Day) -> String { day.description + "T00:00:00Z" }

  private static func content(of step: FactSheet.HistoryStep, _ site: Site) -> String {
    let lines = step.shownChanges.map { change in
      var line = change.question.label + ": "
      if case .none = change.before.value {} else { line += site.words(of: change.before, to: change.question) + " → " }
      return line + site.words(of: change.after, to: change.question) + (site.why(change).map { " (" + $0 + ")" } ?? "")
    }
    return ([site.strings.count(.updatesChanges, step.shownChanges.count)] + lines).joined(separator: "\n")
  }
}

/// sitemap.xml (sitemaps.org, 0.9) and robots.txt (RFC 9309).
enum Sitemap {
  /// Nil without a base address.
  static func xml(of site: Site, pages: [Page]) -> [UInt8]? {
    guard let base = site.settings.baseURL else { return nil }
    var xml = XMLText()
    xml.raw(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in pages where page.isListed {
      xml.raw("<url>\n")
      xml.element("loc", page.address == "index.html" ? base : base + page.address)
      if let updated = page.updated { xml.element("lastmod", updated.description) }
      xml.raw("</url>\n")
    }
    xml.raw("</urlset>\n")
    return xml.bytes
  }

  static func robots(of site: Site) -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let base = site.settings.baseURL { text += "\nSitemap: " + base + "sitemap.xml\n" }
    return Array(text.utf8)
  }
}

/// XML as it is written from start to end.
private struct XMLText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }
  mutating func text(_ text: String) { appendEscapedXML(text.utf8, to: &bytes) }

  mutating func element(_ name: String, _ text: String, attributes: String = "") {
    raw("<" + name + attributes + ">")
    self.text(text)
    raw("</" + name + ">\n")
  }

  mutating func link(rel: String, type: String, _ address: String) {
    raw("<link rel=\"" + rel + "\" type=\"" + type + "\" href=\"")
    text(address)
    raw("\"/>\n")
  }
}
