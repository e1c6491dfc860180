/// sitemap.xml (sitemaps.org, 0.9) and robots.txt (RFC 9309).
enum Sitemap {
  /// The maximum number of addresses in a file. These need far less than the 50 MB that a file may have.
  private static let mostAddresses = 50_000

  /// The sitemap needs a base address; robots.txt does not.
  ///
  /// With too many addresses for one file, sitemap.xml is an index of files: sitemap-1.xml and so on.
  static func files(of site: Site, _ pages: [Page], mostAddresses: Int = mostAddresses) -> [OutputFile] {
    guard let base = site.settings.baseURL else { return [robots("")] }
    let listed = pages.filter(\.setting.isListed).sorted { utf8Precedes($0.address, $1.address) }
    let robots = robots("\nSitemap: " + base + "sitemap.xml\n")
    guard listed.count > mostAddresses else {
      return [robots, OutputFile(path: "sitemap.xml") { xml(of: listed[...], at: base) }]
    }
    let parts = stride(from: 0, to: listed.count, by: mostAddresses).enumerated().map { number, start in
      OutputFile(path: "sitemap-\(number + 1).xml") { xml(of: listed[start...].prefix(mostAddresses), at: base) }
    }
    return [robots, OutputFile(path: "sitemap.xml") { index(of: parts, at: base) }] + parts
  }

  private static func robots(_ sitemap: String) -> OutputFile {
    OutputFile(path: "robots.txt") { Array(("User-agent: *\nAllow: /\n" + sitemap).utf8) }
  }

  private static func index(of files: [OutputFile], at base: String) -> [UInt8] {
    var xml = XMLWriter()
    xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for file in files {
      xml.markup("<sitemap>\n")
      xml.element("loc", base + file.path)
      xml.markup("</sitemap>\n")
    }
    xml.markup("</sitemapindex>\n")
    return xml.bytes
  }

  private static func xml(of pages: ArraySlice<Page>, at base: String) -> [UInt8] {
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
