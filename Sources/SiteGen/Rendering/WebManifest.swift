/// The manifest for a phone's home screen (W3C Web Application Manifest).
enum WebManifest {
  static func file(of site: Site, touchIcon: PublishedPicture?) -> OutputFile {
    OutputFile(path: Address.manifest) {
      JSONWriter.file { json in json.object { write(site, touchIcon, into: &$0) } }
    }
  }

  private static func write(_ site: Site, _ touchIcon: PublishedPicture?, into json: inout JSONWriter) {
    json.member("name", site.settings.title)
    json.member("short_name", shortName(site.settings.title))
    if let tagline = site.settings.tagline { json.member("description", tagline) }
    json.member("lang", site.settings.language)
    json.member("dir", site.strings[.direction])
    json.member("start_url", "index.html")
    json.member("scope", "./")
    json.member("display", "browser")
    json.member("background_color", site.colours.paper)
    json.member("theme_color", site.colours.paper)
    let icon = (site.asset(Address.icon), "any", "image/svg+xml")
    json.objects("icons", for: [icon] + [touchIcon].compactMap { $0.map { ($0.address, "180x180", "image/png") } }) {
      icon, json in
      json.member("src", icon.0)
      json.member("sizes", icon.1)
      json.member("type", icon.2)
    }
  }

  /// The part of the title before a colon, shortened to whole words that fit into 30 characters. The first word is
  /// never cut.
  private static func shortName(_ title: String) -> String {
    let start = title.prefix { $0 != ":" }
    var name = ""
    for word in start.split(separator: " ") where name.count + word.count < 30 || name.isEmpty {
      name += (name.isEmpty ? "" : " ") + word
    }
    return name.isEmpty ? title : name
  }
}
