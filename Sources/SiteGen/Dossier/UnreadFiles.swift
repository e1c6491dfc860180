/// The files and folders of a project that could not be read completely.
struct UnreadFiles: Sendable, Equatable {
  private var paths: Set<String>

  init(_ paths: some Sequence<String> = []) {
    self.paths = Set(paths)
  }

  mutating func add(_ paths: some Sequence<String>) { self.paths.formUnion(paths) }

  var isEmpty: Bool { paths.isEmpty }

  /// Whether a file, or a folder that contains it, could not be read.
  func covers(_ path: String) -> Bool {
    paths.contains { $0 == path || path.hasPrefix($0 + "/") }
  }

  /// Whether a folder, or a Markdown file directly in it, could not be read.
  func coversMarkdown(in folder: String) -> Bool {
    covers(folder)
      || paths.contains { path in
        path.hasPrefix(folder + "/") && path.hasSuffix(".md") && !path.dropFirst(folder.utf8.count + 1).contains("/")
      }
  }
}
