internal import Synchronization

/// The whole site: every file that it has, the record aside.
struct OutputTree: Sendable {
  /// Those whose paths the inputs give, sorted (UTF-8 order).
  var files: [OutputFile]
  /// The search's own, whose number and names are known only once its index is made.
  var search: LazyFiles?

  /// All of them, sorted by path (UTF-8 order); makes the search's index.
  func allFiles() -> [OutputFile] {
    (files + (search?.files() ?? [])).sorted { utf8Precedes($0.path, $1.path) }
  }
}

/// Files that are found when somebody asks for one of them, once, and kept.
///
/// Why a class: whoever holds the tree is to share what was found.
final class LazyFiles: Sendable {
  /// In which all of them lie and nothing else does, with "/" at its end.
  let folder: String
  private let find: @Sendable () -> [OutputFile]
  private let found = Mutex<[OutputFile]?>(nil)

  init(in folder: String, _ find: @escaping @Sendable () -> [OutputFile]) {
    self.folder = folder
    self.find = find
  }

  /// All of them, in no particular order.
  func files() -> [OutputFile] {
    found.withLock { found in
      if let found { return found }
      let files = find()
      found = files
      return files
    }
  }
}
