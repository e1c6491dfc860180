/// data/datapackage.json: a Data Package 2.0 that describes every other file of data/, with size and hash.
enum DataPackage {
  private static let path = "data/datapackage.json"

  static func files(of site: Site) -> [OutputFile] {
    var file = OutputFile(path: path, title: site.strings[.filePackage]) {
      JSONWriter.file { json in json.object { write(site, into: &$0) } }
    }
    file.isMadeLast = true
    return [file]
  }

  private static func write(_ site: Site, into json: inout JSONWriter) {
    json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
    json.member("name", headingAnchor(of: site.settings.title))
    json.member("title", site.settings.title)
    if let tagline = site.settings.tagline { json.member("description", tagline) }
    if let base = site.settings.baseURL { json.member("homepage", base) }
    if let licence = site.settings.licence {
      json.objects("licenses", for: [licence]) { $1.member("name", $0) }
    }
    json.objects("resources", for: site.dataFiles.filter { $0.path != path }, write)
  }

  private static func write(_ file: OutputFile, into json: inout JSONWriter) {
    let digest = file.digest()
    let path = String(file.path.dropFirst("data/".count))
    json.member("name", headingAnchor(of: path))
    json.member("path", path)
    json.member("title", file.title?.withoutIsolates)
    json.member("format", path.split(separator: ".").last.map(String.init))
    json.member("mediatype", file.mediaType.name)
    json.member("encoding", "utf-8")
    json.member("bytes", digest.bytes)
    json.member("hash", "sha256:" + digest.sha256)
    guard !file.columns.isEmpty else { return }
    json.member("type", "table")
    json.object("schema") { json in
      json.objects("fields", for: file.columns) { column, json in
        json.member("name", column.name)
        json.member("type", column.type)
      }
    }
  }
}
