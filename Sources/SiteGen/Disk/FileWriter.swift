/// A file of the new site, and the outcome of making it.
struct MadeFile: Sendable {
  enum Outcome: Equatable, Sendable {
    case written, unchanged
    /// The old site's file was changed by hand to this content, which is neither in the record nor that of the new file.
    case edited(SiteRecord.File)
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
  /// Whether files that were changed by hand are written, too.
  private let overwritesEdits: Bool
  private let hooks: PublishHooks
  private var oldCursor: FolderCursor?
  private var newCursor: FolderCursor?
  private var bytes: [UInt8] = []
  private var oldBytes: [UInt8] = []

  init(_ workspace: Workspace, over old: OldSite, overwritesEdits: Bool, _ hooks: PublishHooks) {
    self.workspace = workspace
    self.old = old
    self.overwritesEdits = overwritesEdits
    self.hooks = hooks
    oldCursor = old.folder.map(FolderCursor.init)
  }

  mutating func write(_ file: OutputFile) -> MadeFile {
    bytes.removeAll(keepingCapacity: true)
    file.make(&bytes)
    let digest = hooks.timings.part("hash") { file.digest(of: bytes) }
    let made = SiteRecord.File(path: file.path, bytes: digest.bytes, sha256: digest.sha256)
    do throws(PublishError) {
      try hooks.checkForSignal()
      let outcome = try hooks.timings.part("compare and write") { () throws(PublishError) in
        try writeIfChanged(file.path)
      }
      return MadeFile(file: made, outcome: outcome)
    } catch {
      return MadeFile(file: made, outcome: .failed(error))
    }
  }

  private mutating func writeIfChanged(_ path: String) throws(PublishError) -> MadeFile.Outcome {
    let shown = workspace.output.shown + "/" + path
    var outcome = MadeFile.Outcome.written
    if let versions = old.files[path] {
      do throws(ReadFailure) {
        try oldCursor?.read(path, into: &oldBytes)
      } catch {
        throw .readingFailed(shown, error)
      }
      if oldBytes == bytes { return .unchanged }
      if !versions.contains(where: { $0.describes(oldBytes) }) {
        outcome = .edited(SiteRecord.File(path: path, content: oldBytes))
      }
    }
    // Nothing is written if the publication will be refused.
    guard old.collisions.isEmpty, outcome == .written || overwritesEdits else { return outcome }
    var cursor = if let newCursor { newCursor } else { FolderCursor(try workspace.open().new) }
    do throws(SystemError) {
      try cursor.write(path, bytes)
    } catch {
      throw .writingFailed(shown, error)
    }
    newCursor = cursor
    return outcome
  }
}
