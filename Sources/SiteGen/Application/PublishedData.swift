import Foundation

/// The data of a published site, or of a site in memory, that `sitegen diff` compares. docs/data.md describes the fields.
struct PublishedData: Sendable {
  var questions: [Question]
  var claims: [Claim]
  var sources: [Source]
  /// The SHA-256 of each page, by its path.
  var pages: [String: String]
  /// The remaining diagnostics, as one line each; nil for a published site, which does not have them.
  var diagnostics: [String]?

  struct Question: Decodable, Sendable {
    var id: String
    var label: String
    var brief: String
    var agreement: String
    var statusWords: String?

    /// As a reader sees it.
    var status: String { statusWords ?? agreement }
  }

  struct Claim: Decodable, Equatable, Sendable {
    var id: String
    var question: String
    var answer: String
    var asOf: String?
    var asOfTime: String?
    var happened: String?
    var place: String?
    var saidBy: String
    var via: [String]
    var source: String?
    var modality: String
    var note: String?
    var translation: String?
    var withdrawn: Withdrawn?
    var selector: Selector?
    var replaces: String?
    var reads: String?
    var why: String?
  }

  struct Withdrawn: Decodable, Equatable, Sendable {
    var on: String
    var why: String
  }

  struct Selector: Decodable, Equatable, Sendable {
    var exact: String
    var start: Int
  }

  struct Source: Decodable, Equatable, Sendable {
    var id: String
    var title: String
    var seedSha256: String
    var published: String
    var outlet: String?
    var author: String?
    var url: String?
    var fidelity: String
    var licence: String?
  }

  /// Nil if one of the data files is missing or is not what sitegen publishes.
  private init?(pages: [String: String], diagnostics: [String]?, read: (String) -> [UInt8]?) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    func decoded<Row: Decodable>(_ name: String) -> [Row]? {
      guard let bytes = read("data/" + name + ".json"), firstInvalidByte(bytes) == nil else { return nil }
      return try? decoder.decode([Row].self, from: Data(bytes))
    }
    guard let questions: [Question] = decoded("questions"), let claims: [Claim] = decoded("claims"),
      let sources: [Source] = decoded("sources")
    else { return nil }
    self.questions = questions
    self.claims = claims
    self.sources = sources
    self.pages = pages
    self.diagnostics = diagnostics
  }

  /// The data of a site in memory, with the diagnostics that do not stop it.
  init?(_ site: BuiltSite, _ diagnostics: [Diagnostic]) {
    let pages = site.tree.files.filter { $0.path.hasSuffix(".html") }
    let hashes = parallelMap(pages) { ($0.path, sha256($0.bytes)) }
    let lines = diagnostics.map { "\($0.place.file.path): \($0.message) [\($0.rule.id)]" }
    self.init(pages: Dictionary(hashes, uniquingKeysWith: { first, _ in first }), diagnostics: lines) { path in
      site.tree.files.first { $0.path == path }?.bytes
    }
  }

  /// The data of a published folder with a record; nil if it has none, or if its data cannot be read as such.
  init?(publishedIn folder: Folder) throws(ReadFailure) {
    var cursor = FolderCursor(folder)
    var bytes: [UInt8] = []
    try cursor.read(SiteRecord.name, limit: SiteRecord.largest, into: &bytes)
    guard let record = SiteRecord(bytes) else { return nil }
    var files: [String: [UInt8]] = [:]
    for name in ["questions", "claims", "sources"] {
      let path = "data/" + name + ".json"
      try cursor.read(path, limit: SiteRecord.largest, into: &bytes)
      files[path] = bytes
    }
    let pages = record.files.filter { $0.path.hasSuffix(".html") }.map { ($0.path, $0.sha256) }
    self.init(pages: Dictionary(pages, uniquingKeysWith: { $1 }), diagnostics: nil) { files[$0] }
  }
}
