/// The files of the previous reading, by path, so that the next reading can reuse them.
struct KnownFiles: Sendable {
  struct Entry: Sendable {
    /// Nil if the file could change without a change of its status (`mayHide`).
    var status: FileStatus?
    var file: SourceFile
  }

  private(set) var files: [String: Entry] = [:]

  init() {}

  init(_ entries: [Entry]) {
    files = Dictionary(entries.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The sorted paths of files that were added, removed or changed.
  func changes(since before: KnownFiles) -> [String] {
    var paths = files.filter { before.files[$0.key]?.file.bytes != $0.value.file.bytes }.map(\.key)
    paths += before.files.keys.filter { files[$0] == nil }
    return paths.sorted(by: utf8Precedes)
  }
}
