/// The files whose addresses in templates get a version: those that a template names literally, after the key for the
/// root of the site, as in `{{root_href}}assets/town.svg`.
struct VersionedFiles: Sendable {
  /// The key for the address of the site's root.
  let rootKey: String
  /// The version of each file, by its path from the root.
  let versions: [String: String]

  static let none = VersionedFiles(rootKey: "", versions: [:])

  /// The length of the path with which a text begins and the query to insert after it; nil if the text begins with
  /// the path of no versioned file, or if the address already has a query.
  func query(forPathIn text: ArraySlice<UInt8>) -> (length: Int, query: String)? {
    let path = text.prefix { $0 > 0x20 && !"\"'<>?#".utf8.contains($0) }
    guard text[path.endIndex...].first != UInt8(ascii: "?"), let query = query(for: path) else { return nil }
    return (path.count, query)
  }

  /// `?v=` and the version of the file at a percent-encoded path; nil if there is no such file.
  func query(for path: ArraySlice<UInt8>) -> String? {
    versions[String(decoding: percentDecoded(path).bytes, as: UTF8.self)].map { "?v=" + $0 }
  }
}
