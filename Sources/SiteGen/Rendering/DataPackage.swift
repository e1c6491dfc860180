/// data/datapackage.json: every other file of data/ described as a Data Package 2.0, with size and hash.
enum DataPackage {
  private static let path = "data/datapackage.json"

  static func files(of site: Site) -> [OutputFile] {
    [
      OutputFile(path: path, listing: OutputFile.Listing(title: site.strings[.filePackage])) {
        JSONWriter.file { json in json.object { write(site, into: &$0) } }
      }
    ]
  }

  private static func write(_ site: Site, into json: inout JSONWriter) {
    json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
    json.member("name", headingAnchor(of: site.settings.title))
    json.member("title", site.settings.title)
    if let tagline = site.settings.tagline { json.member("description", tagline) }
    if let base = site.settings.baseURL { json.member("homepage", base) }
    if let licence = site.settings.licence {
      json.key("licenses")
      json.array { json in json.object { $0.member("name", licence) } }
    }
    json.key("resources")
    json.array { json in
      for file in site.dataFiles where file.path != path {
        json.object { write(file, into: &$0) }
      }
    }
  }

  private static func write(_ file: OutputFile, into json: inout JSONWriter) {
    let bytes = file.bytes
    let path = String(file.path.dropFirst("data/".count))
    json.member("name", headingAnchor(of: path))
    json.member("path", path)
    json.member("title", file.listing?.title)
    json.member("format", path.split(separator: ".").last.map(String.init))
    json.member("mediatype", file.mediaType.name)
    json.member("encoding", "utf-8")
    json.member("bytes", bytes.count)
    json.member("hash", "sha256:" + sha256(bytes))
    guard let columns = file.listing?.columns, !columns.isEmpty else { return }
    json.member("type", "table")
    json.key("schema")
    json.object { json in
      json.key("fields")
      json.array { json in
        for column in columns {
          json.object { json in
            json.member("name", column.name)
            json.member("type", column.type)
          }
        }
      }
    }
  }
}
