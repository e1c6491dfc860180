/// A site as `build` would publish it. Each file is made when it is requested.
public struct SiteInMemory: Sendable {
  /// The sorted paths (UTF-8 order) of all files except the record `sitegen.json` and the files of the search.
  public let paths: [String]
  private let files: [String: OutputFile]
  private let search: LazyFiles?
  private let sources: [Source]

  init(_ built: BuiltSite) {
    paths = built.tree.files.map(\.path)
    files = Dictionary(built.tree.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    search = built.tree.search
    sources = built.sheet.dossier.sources
  }

  /// The bytes of a file; nil if there is none at the path.
  public func bytes(of path: String) -> [UInt8]? { file(path)?.bytes }

  /// A file's type for the HTTP header Content-Type; nil if there is no file at the path.
  public func contentType(of path: String) -> String? { file(path)?.mediaType.contentType }

  public func has(_ path: String) -> Bool { file(path) != nil }

  /// Why the search is separate: the site is rebuilt after every save, but the search index is needed only when someone
  /// searches.
  private func file(_ path: String) -> OutputFile? {
    if let search, path.hasPrefix(search.folder) { return search.files().first { $0.path == path } }
    return files[path]
  }

  /// The place of a claim in its card, as `path:line`; nil if no claim has the identifier.
  public func place(ofClaim id: String) -> String? {
    for source in sources {
      guard let claim = source.claims.first(where: { $0.id == id }) else { continue }
      return "\(source.file.path):\(LineIndex(source.file).position(of: claim.span.lowerBound).line)"
    }
    return nil
  }
}
