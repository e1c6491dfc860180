/// A file of the new site, and the outcome of making it.
struct MadeFile: Sendable {
  enum Outcome: Equatable, Sendable {
    case written, unchanged
    /// The old site's file was changed by hand: it matches neither the record nor the new file.
    case edited
    case failed(PublishError)
  }

  let file: SiteRecord.File
  let outcome: Outcome
}

/// Makes files one after another. Writes each file, unless the old site has the same bytes or its file was changed by
/// hand. Each chunk of a parallel map has its own writer.
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
    do throws(PublishError) {
      return MadeFile(file: made, outcome: try writeIfChanged(file.path))
    } catch {
      return MadeFile(file: made, outcome: .failed(error))
    }
  }

  private mutating func writeIfChanged(_ path: String) throws(PublishError) -> MadeFile.Outcome {
    let shown = workspace.output.shown + "/" + path
    if let before = old.files[path] {
      do throws(ReadFailure) {
        try oldCursor?.read(path, into: &oldBytes)
      } catch {
        throw .readingFailed(shown, error)
      }
      if oldBytes == bytes { return .unchanged }
      guard before.describes(oldBytes) else { return .edited }
    }
    var cursor = if let newCursor { newCursor } else { FolderCursor(try workspace.open().new) }
    do throws(SystemError) {
      try cursor.write(path, bytes)
    } catch {
      throw .writingFailed(shown, error)
    }
    newCursor = cursor
    return .written
  }
}
