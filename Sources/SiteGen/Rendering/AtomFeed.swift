/// feed.xml: the changes of the brief answers as an Atom feed (RFC 4287).
enum AtomFeed {
  private static let mediaType = MediaType("application/atom+xml")

  /// Empty without a base address or sources.
  static func files(of site: Site) -> [OutputFile] {
    guard let base = site.settings.baseURL, let newest = site.newestRecord else { return [] }
    return [
      OutputFile(path: "feed.xml", mediaType) {
        FeedEntry.feed(of: site, at: base) { bytes(of: site, at: base, newest, $0) }
      }
    ]
  }

  private static func bytes(of site: Site, at base: String, _ newest: Day, _ entries: [FeedEntry]) -> [UInt8] {
    var xml = XMLWriter()
    xml.markup("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    xml.text(site.settings.language)
    xml.markup("\">\n")
    xml.element("id", base)
    xml.element("title", site.settings.title)
    if let tagline = site.settings.tagline { xml.element("subtitle", tagline) }
    xml.element("updated", FeedEntry.moment(newest))
    xml.markup("<author>")
    xml.element("name", site.settings.publisher ?? site.settings.title)
    xml.markup("</author>\n")
    link("self", mediaType.name, base + "feed.xml", to: &xml)
    link("alternate", "text/html", base + "updates.html", to: &xml)
    for entry in entries {
      xml.markup("<entry>\n")
      xml.element("id", entry.address)
      xml.element("title", entry.title)
      xml.element("updated", entry.updated)
      link("alternate", "text/html", entry.address, to: &xml)
      xml.element("content", attributes: " type=\"text\"", entry.content)
      xml.markup("</entry>\n")
    }
    xml.markup("</feed>\n")
    return xml.bytes
  }

  private static func link(_ relation: String, _ type: String, _ address: String, to xml: inout XMLWriter) {
    xml.markup("<link rel=\"\(relation)\" type=\"\(type)\" href=\"")
    xml.text(address)
    xml.markup("\"/>\n")
  }
}
