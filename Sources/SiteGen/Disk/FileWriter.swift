/// What became of one file of the new site.
enum MadeFile: Sendable {
  case written(SiteRecord.File)
  case unchanged(SiteRecord.File)
  /// The old site's file was changed by hand: neither its bytes nor the new ones are the record's.
  case edited(String)
  case failed(PublishError)

  var record: SiteRecord.File? {
    switch self {
    case .written(let file), .unchanged(let file): file
    case .edited, .failed: nil
    }
  }

  var unchangedPath: String? {
    if case .unchanged(let file) = self { file.path } else { nil }
  }
}

/// Makes files one after another, and writes those whose bytes are not the old site's; one for each worker.
struct FileWriter {
  private let workspace: Workspace
  private let old: OldSite
  private var oldCursor: FolderCursor?
  private var newCursor: FolderCursor?
  private var bytes: [UInt8] = []
  private var oldBytes: [UInt8] = []

  init(_ workspace: Workspace, over old: OldSite) {
    self.workspace = workspace
    self.old = old
    oldCursor = old.folder.map(FolderCursor.init)
  }

  mutating func write(_ file: OutputFile) -> MadeFile {
    bytes.removeAll(keepingCapacity: true)
    file.make(&bytes)
    let made = SiteRecord.File(path: file.path, bytes: bytes.count, sha256: sha256(bytes))
    let shown = workspace.output.shown + "/" + file.path
    if let before = old.files[file.path] {
      do throws(ReadFailure) {
        try oldCursor?.read(file.path, into: &oldBytes)
      } catch {
        return .failed(.readingFailed(shown, error))
      }
      if oldBytes == bytes { return .unchanged(made) }
      guard before.describes(oldBytes) else { return .edited(file.path) }
    }
    do throws(PublishError) {
      var cursor = if let newCursor { newCursor } else { FolderCursor(try workspace.open().new) }
      defer { newCursor = cursor }
      do throws(SystemError) {
        try cursor.write(file.path, bytes)
      } catch {
        throw .writingFailed(shown, error)
      }
      return .written(made)
    } catch {
      return .failed(error)
    }
  }
}
