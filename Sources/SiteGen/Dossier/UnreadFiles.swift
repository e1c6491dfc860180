/// The files and folders of a project that are there but could not be read: what may stand in them is not said to be
/// missing, since that they could not be read has been said already.
struct UnreadFiles: Sendable, Equatable {
  /// In the project.
  private(set) var paths: Set<String>

  init(_ paths: some Sequence<String> = []) {
    self.paths = Set(paths)
  }

  mutating func add(_ paths: some Sequence<String>) { self.paths.formUnion(paths) }

  var isEmpty: Bool { paths.isEmpty }

  /// Whether a file could not be read, or a folder in which it stands.
  func covers(_ path: String) -> Bool {
    paths.contains { $0 == path || path.hasPrefix($0 + "/") }
  }

  /// Whether one of them is a note, or holds notes.
  var mayHoldNotes: Bool {
    paths.contains { $0 == "Content" || isFile($0, below: "Content/", ending: ".md") }
  }

  /// Whether one of them is a card, or holds cards.
  var mayHoldCards: Bool {
    paths.contains {
      $0 == "Content" || $0 == "Content/sources" || isFile($0, below: "Content/sources/", ending: ".md")
    }
  }

  var mayHoldSpeakers: Bool { covers("Content/speakers.yaml") }

  private func isFile(_ path: String, below folder: String, ending: String) -> Bool {
    path.hasPrefix(folder) && path.hasSuffix(ending) && !path.dropFirst(folder.count).contains("/")
  }
}
