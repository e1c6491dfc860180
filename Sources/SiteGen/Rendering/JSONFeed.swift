/// feed.json: the changes of the brief answers as JSON Feed 1.1.
enum JSONFeed {
  /// Empty without a base address or sources.
  static func files(of site: Site) -> [OutputFile] {
    guard let base = site.settings.baseURL, site.newestRecord != nil else { return [] }
    return [
      OutputFile(path: "feed.json", MediaType("application/feed+json")) {
        FeedEntry.feed(of: site, at: base) { entries in
          JSONWriter.file { json in json.object { write(site, at: base, entries, into: &$0) } }
        }
      }
    ]
  }

  private static func write(_ site: Site, at base: String, _ entries: [FeedEntry], into json: inout JSONWriter) {
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.member("title", site.settings.title)
    if let tagline = site.settings.tagline { json.member("description", tagline) }
    json.member("home_page_url", base)
    json.member("feed_url", base + "feed.json")
    json.member("language", site.settings.language)
    json.objects("authors", for: [site.settings.publisher ?? site.settings.title]) { $1.member("name", $0) }
    json.objects("items", for: entries) { entry, json in
      json.member("id", entry.address)
      json.member("url", entry.address)
      json.member("title", entry.title)
      json.member("content_text", entry.content)
      json.member("date_published", entry.updated)
    }
  }
}
