/// A site as `build` would publish it, from which each file is made when it is asked for.
public struct SiteInMemory: Sendable {
  /// Of every file, sorted (UTF-8 order), but the record `sitegen.json` and the search's own.
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

  /// The bytes of a file; nil where there is none at that path.
  public func bytes(of path: String) -> [UInt8]? { file(path)?.bytes }

  /// A file's type as the HTTP header Content-Type has it; nil where there is none at that path.
  public func contentType(of path: String) -> String? { file(path)?.mediaType.contentType }

  public func has(_ path: String) -> Bool { file(path) != nil }

  /// Why not all in one table: a site that is made anew with each save makes its search's index only for who searches.
  private func file(_ path: String) -> OutputFile? {
    if let search, path.hasPrefix(search.folder) { return search.files().first { $0.path == path } }
    return files[path]
  }

  /// Where a card makes a claim, as `path:line`; nil for what is no claim's identifier.
  public func place(ofClaim id: String) -> String? {
    for source in sources {
      guard let claim = source.claims.first(where: { $0.id == id }) else { continue }
      return "\(source.file.path):\(LineIndex(source.file).position(of: claim.span.lowerBound).line)"
    }
    return nil
  }
}
