#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Moves what sitegen did not write from the old site into the new one, then clears the old one.
///
/// Nothing is removed but what is proven to be sitegen's: a file of the old record that the new site shares, or whose
/// SHA-256 is the record's. Can be stopped at any point and begun again.
func retireOldSite(of output: OutputFolder, hooks: PublishHooks) throws(PublishError) {
  var bytes: [UInt8] = []
  do throws(ReadFailure) {
    try readFile(output.old + "/" + SiteRecord.name, into: &bytes)
  } catch {
    // Why: without the record all would be foreign; one that is gone was cleared before an interruption.
    if case .system(let error) = error, !error.isMissing { throw .readingFailed(output.old, error) }
  }
  let record = SiteRecord(bytes) ?? SiteRecord(files: [])
  var move = Retirement(output: output, hooks: hooks, record: record)
  do throws(SystemError) {
    try move.empty("", isClearing: false)
    hooks.reached(.movedForeign)
    try move.empty("", isClearing: true)
    if move.kept.isEmpty {
      // Why last: without its record, the rest of the old site would be foreign.
      unlink(output.old + "/" + SiteRecord.name)
      guard rmdir(output.old) == 0 else { throw .last }
    }
  } catch {
    throw .writingFailed(
      output.old, error, remedy: "the new site is published; build again to clear what is left of the old one")
  }
  guard move.kept.isEmpty else {
    throw .refused(
      "\(listed(move.kept.map { "'\($0)'" })) came into the old site while the new one, which has a file there, was "
        + "published; it is kept in '\(output.old)'",
      remedy: "move it from there, and build again")
  }
}

private struct Retirement {
  let output: OutputFolder
  let hooks: PublishHooks
  let recorded: [String: SiteRecord.File]
  let folders: Set<String>
  /// What could not be moved, because the new site has something there.
  var kept: [String] = []
  private var buffer: [UInt8] = []

  init(output: OutputFolder, hooks: PublishHooks, record: SiteRecord) {
    self.output = output
    self.hooks = hooks
    recorded = Dictionary(record.files.map { ($0.path, $0) }) { first, _ in first }
    folders = record.folders
  }

  /// Moves what is foreign in a folder; removes what is not when clearing.
  mutating func empty(_ folder: String, isClearing: Bool) throws(SystemError) {
    for entry in try entries(ofFolder: folder.isEmpty ? output.old : output.old + "/" + folder) {
      guard let name = entry.name else { throw SystemError(number: EILSEQ) }
      let path = folder.isEmpty ? name : folder + "/" + name
      let new = output.path + "/" + path
      if path == SiteRecord.name { continue }
      if entry.kind == .folder, folders.contains(path) || (try? FileStatus(new))?.kind == .folder {
        try empty(path, isClearing: isClearing)
        if isClearing, rmdir(output.old + "/" + path) != 0, errno != ENOTEMPTY { throw .last }
      } else if entry.kind == .file, let file = recorded[path] {
        guard isClearing else { continue }
        if isProven(file, new: new) {
          guard unlink(output.old + "/" + path) == 0 else { throw .last }
          hooks.reached(.clearedOne)
        } else {
          try move(path, to: new)
        }
      } else {
        try move(path, to: new)
      }
    }
  }

  private mutating func move(_ path: String, to new: String) throws(SystemError) {
    guard !kept.contains(path) else { return }
    let old = output.old + "/" + path
    do throws(SystemError) {
      try makeFolders(above: new)
      try rename(old, new)
      hooks.reached(.movedOne)
    } catch {
      guard error.number == EEXIST || error.number == ENOTDIR else { throw error }
      kept.append(path)
    }
  }

  private mutating func isProven(_ file: SiteRecord.File, new: String) -> Bool {
    let old = output.old + "/" + file.path
    guard let status = try? FileStatus(old) else { return false }
    if let shared = try? FileStatus(new), shared.identity == status.identity { return true }
    guard status.size == file.bytes, (try? readFile(old, into: &buffer)) != nil else { return false }
    return sha256(buffer) == file.sha256
  }
}
