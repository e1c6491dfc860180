/// The files of the previous reading, by path, so that the next reading can reuse them.
struct KnownFiles: Sendable {
  struct Entry: Sendable {
    /// Nil if the file could change without a change of its status (`mayHide`).
    var status: FileStatus?
    var file: SourceFile
  }

  private var entries: [Entry] = []

  init() {}

  init(_ entries: [Entry]) { self.entries = entries }

  /// By path. Made anew each time, because most builds read a project only once.
  var files: [String: Entry] {
    Dictionary(entries.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The sorted paths of files that were added, removed or changed.
  func changes(since before: KnownFiles) -> [String] {
    let (files, before) = (files, before.files)
    var paths = files.filter { before[$0.key]?.file.bytes != $0.value.file.bytes }.map(\.key)
    paths += before.keys.filter { files[$0] == nil }
    return paths.sorted(by: utf8Precedes)
  }
}
