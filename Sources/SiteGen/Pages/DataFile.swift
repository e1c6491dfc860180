/// A file of data/ that every site has: its address, what it holds, and its media type.
struct DataFile: Sendable {
  var address: String
  var mediaType: String
  var contents: Contents

  enum Contents: Hashable, Sendable {
    case claims, questions, sources, speakers
    /// The claims of one topic, by its identifier.
    case topic(String)
    case references
    case package
  }

  static let csv = "text/csv"
  static let json = "application/json"
  static let bibTeX = "application/x-bibtex"
  static let cslJSON = "application/vnd.citationstyles.csl+json"

  /// The files of a site, in the order in which its data page lists them.
  static func all(of site: Site) -> [DataFile] {
    var files: [DataFile] = []
    for (name, contents) in [
      ("claims", Contents.claims), ("questions", .questions), ("sources", .sources), ("speakers", .speakers),
    ] {
      files.append(DataFile(address: "data/\(name).csv", mediaType: csv, contents: contents))
      files.append(DataFile(address: "data/\(name).json", mediaType: json, contents: contents))
    }
    for topic in site.sheet.dossier.topics {
      files.append(DataFile(address: "data/topics/\(topic.id).csv", mediaType: csv, contents: .topic(topic.id)))
    }
    files.append(DataFile(address: "data/references.json", mediaType: cslJSON, contents: .references))
    files.append(DataFile(address: "data/references.bib", mediaType: bibTeX, contents: .references))
    files.append(DataFile(address: "data/datapackage.json", mediaType: json, contents: .package))
    return files
  }

  /// What the file holds, in the words of the interface.
  func description(of site: Site) -> String {
    let strings = site.strings
    return switch contents {
    case .claims: strings[.fileClaims]
    case .questions: strings[.fileQuestions]
    case .sources: strings[.fileSources]
    case .speakers: strings[.fileSpeakers]
    case .topic(let id): strings.fill(.fileTopic, ("topic", site.title(ofPage: id)))
    case .references: strings[mediaType == DataFile.bibTeX ? .fileReferencesBib : .fileReferencesJson]
    case .package: strings[.filePackage]
    }
  }
}
