/// sitemap.xml (sitemaps.org, 0.9) and robots.txt (RFC 9309).
enum Sitemap {
  /// The sitemap needs a base address; robots.txt does not.
  static func files(of site: Site, _ pages: [Page]) -> [OutputFile] {
    guard let base = site.settings.baseURL else { return [robots("")] }
    let listed = pages.filter(\.setting.isListed).sorted { utf8Precedes($0.address, $1.address) }
    return [
      robots("\nSitemap: " + base + "sitemap.xml\n"), OutputFile(path: "sitemap.xml") { xml(of: listed, at: base) },
    ]
  }

  private static func robots(_ sitemap: String) -> OutputFile {
    OutputFile(path: "robots.txt") { Array(("User-agent: *\nAllow: /\n" + sitemap).utf8) }
  }

  private static func xml(of pages: [Page], at base: String) -> [UInt8] {
    var xml = XMLWriter()
    xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in pages {
      xml.markup("<url>\n")
      xml.element("loc", page.address == "index.html" ? base : base + page.address)
      if let updated = page.updated { xml.element("lastmod", updated.description) }
      xml.markup("</url>\n")
    }
    xml.markup("</urlset>\n")
    return xml.bytes
  }
}
