/// data/datapackage.json: every other file of data/ described as Data Package 2.0 has it, with size and hash.
enum DataPackage {
  static func json(of site: Site, files: [DataFile]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
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
        for file in files where file.contents != .package { write(file, of: site, into: &json) }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ file: DataFile, of site: Site, into json: inout JSONWriter) {
    let bytes = file.bytes(of: site, all: [])
    let path = String(file.address.dropFirst("data/".count))
    let format = String(path[path.index(after: path.lastIndex(of: ".") ?? path.startIndex)...])
    json.object { json in
      json.member("name", headingAnchor(of: path))
      json.member("path", path)
      json.member("title", file.description(of: site))
      json.member("format", format)
      json.member("mediatype", file.mediaType)
      json.member("encoding", "utf-8")
      json.member("bytes", bytes.count)
      json.member("hash", "sha256:" + sha256(bytes))
      guard file.mediaType == DataFile.csv else { return }
      json.member("type", "table")
      json.key("schema")
      json.object { json in
        json.key("fields")
        json.array { json in
          for column in file.columns(of: site) {
            json.object { json in
              json.member("name", column.name)
              json.member("type", column.type)
            }
          }
        }
      }
    }
  }
}

extension DataFile {
  /// The file's bytes; `all` are the files that a package describes.
  func bytes(of site: Site, all: [DataFile]) -> [UInt8] {
    func either<Row>(_ table: DataTable<Row>) -> [UInt8] { mediaType == DataFile.csv ? table.csv() : table.json() }
    return switch contents {
    case .claims: either(ClaimData.table(of: site))
    case .questions: either(QuestionData.table(of: site))
    case .sources: either(SourceData.sources(of: site))
    case .speakers: either(SourceData.speakers(of: site))
    case .topic(let id): either(ClaimData.table(of: site, topic: id))
    case .references: mediaType == DataFile.bibTeX ? References.bibTeX(of: site) : References.cslJSON(of: site)
    case .package: DataPackage.json(of: site, files: all)
    }
  }

  /// The columns of a table's CSV; none of what is no table.
  fileprivate func columns(of site: Site) -> [(name: String, type: String)] {
    func names<Row>(_ table: DataTable<Row>) -> [(name: String, type: String)] {
      table.columns.map { ($0.csvName, $0.type.rawValue) }
    }
    return switch contents {
    case .claims, .topic: names(ClaimData.table(of: site))
    case .questions: names(QuestionData.table(of: site))
    case .sources: names(SourceData.sources(of: site))
    case .speakers: names(SourceData.speakers(of: site))
    case .references, .package: []
    }
  }
}
