/// A site as `build` would publish it, from which each file is made when it is asked for.
public struct SiteInMemory: Sendable {
  /// Of every file, the record `sitegen.json` aside, sorted (UTF-8 order).
  public let paths: [String]
  private let files: [String: OutputFile]
  private let sources: [Source]

  init(_ built: BuiltSite) {
    paths = built.tree.files.map(\.path)
    files = Dictionary(built.tree.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    sources = built.dossier.sources
  }

  /// The bytes of a file; nil where there is none at that path.
  public func bytes(of path: String) -> [UInt8]? {
    guard let file = files[path] else { return nil }
    var bytes: [UInt8] = []
    file.make(&bytes)
    return bytes
  }

  public func has(_ path: String) -> Bool { files[path] != nil }

  /// Where a card makes a claim, as `path:line`; nil for what is no claim's identifier.
  public func place(ofClaim id: String) -> String? {
    for source in sources {
      guard let claim = source.claims.first(where: { $0.id == id }) else { continue }
      return "\(source.file.path):\(LineIndex(source.file).position(of: claim.span.lowerBound).line)"
    }
    return nil
  }
}
