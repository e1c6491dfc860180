/// The files and folders of a project that could not be read, or only in part.
struct UnreadFiles: Sendable, Equatable {
  private var paths: Set<String>

  init(_ paths: some Sequence<String> = []) {
    self.paths = Set(paths)
  }

  mutating func add(_ paths: some Sequence<String>) { self.paths.formUnion(paths) }

  var isEmpty: Bool { paths.isEmpty }

  /// Whether a file could not be read, or a folder that contains it.
  func covers(_ path: String) -> Bool {
    paths.contains { $0 == path || path.hasPrefix($0 + "/") }
  }

  /// Whether a Markdown file directly in a folder could not be read, or the folder itself.
  func coversMarkdown(in folder: String) -> Bool {
    covers(folder)
      || paths.contains { path in
        path.hasPrefix(folder + "/") && path.hasSuffix(".md") && !path.dropFirst(folder.utf8.count + 1).contains("/")
      }
  }
}
