/// Every file of a site except its record.
struct OutputTree: Sendable {
  /// Sorted by path (UTF-8 order), without those of the search.
  var files: [OutputFile]
  /// The files of the search, whose number and names are known once its index is made.
  var search: LazyFiles?

  /// All of them, sorted by path (UTF-8 order); makes the search's index.
  func allFiles() -> [OutputFile] {
    (files + (search?.files() ?? [])).sorted { utf8Precedes($0.path, $1.path) }
  }
}

/// Files that are listed when the first of them is needed, and then kept.
struct LazyFiles: Sendable {
  /// The folder that holds all of them and nothing else, with "/" at its end.
  let folder: String
  private let found: Lazy<[OutputFile]>

  init(in folder: String, _ find: @escaping @Sendable () -> [OutputFile]) {
    self.folder = folder
    found = Lazy(find)
  }

  /// All of them, in no particular order.
  func files() -> [OutputFile] { found.value }
}
