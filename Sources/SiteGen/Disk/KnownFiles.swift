/// Files that were read before, by path, for whoever reads a project again and again.
struct KnownFiles: Sendable {
  struct Entry: Sendable {
    /// Nil where a later change might leave the same one.
    var status: FileStatus?
    var file: SourceFile
  }

  private(set) var files: [String: Entry] = [:]

  init() {}

  init(_ entries: [Entry]) {
    files = Dictionary(entries.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Paths of files that are new, gone or of other bytes, sorted.
  func changes(since before: KnownFiles) -> [String] {
    var paths = files.filter { before.files[$0.key]?.file.bytes != $0.value.file.bytes }.map(\.key)
    paths += before.files.keys.filter { files[$0] == nil }
    return paths.sorted(by: utf8Precedes)
  }
}
