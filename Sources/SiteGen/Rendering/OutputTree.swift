/// Every file of a site except its record.
struct OutputTree: Sendable {
  /// Sorted by path (UTF-8 order), without the files of the search.
  var files: [OutputFile]
  /// The files of the search. Their number and names are known only after the index is made.
  var search: LazyFiles?

  /// All files, sorted by path (UTF-8 order); makes the search index.
  func allFiles() -> [OutputFile] {
    (files + (search?.files() ?? [])).sorted { utf8Precedes($0.path, $1.path) }
  }
}

/// Files that are made when the first of them is needed, and then kept.
struct LazyFiles: Sendable {
  /// The folder that contains these files and nothing else, with "/" at its end.
  let folder: String
  private let found: Lazy<[OutputFile]>

  init(in folder: String, _ find: @escaping @Sendable () -> [OutputFile]) {
    self.folder = folder
    found = Lazy(find)
  }

  /// The files, in no particular order.
  func files() -> [OutputFile] { found.value }
}
