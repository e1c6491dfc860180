/// A new site in a workspace: its new and changed files are made, and nothing is in place.
struct DraftSite: Sendable {
  let files: [SiteRecord.File]
  /// The paths of new and changed files.
  let written: [String]
  let unchanged: [String]
  /// The paths in the old record that the new site does not have.
  let removed: [String]
  /// The content of files that were changed by hand and are overwritten or removed.
  let edits: [SiteRecord.File]
  let record: [UInt8]

  var summary: PublishSummary {
    PublishSummary(written: written.count, unchanged: unchanged.count, removed: removed.count)
  }

  /// Makes the files; nil if the old site is the same. Refuses to go on if a file is in the way of a new one or was
  /// changed by hand.
  init(
    _ files: [OutputFile], in workspace: Workspace, over old: OldSite, _ options: PublishOptions, _ hooks: PublishHooks
  ) throws(PublishError) {
    func write(_ files: [OutputFile]) -> [MadeFile] {
      parallelMap(chunksOf: files) { files in
        var writer = FileWriter(workspace, over: old, overwritesEdits: options.overwritesEdits, hooks)
        return files.map { writer.write($0) }
      }
    }
    let made = (write(files.filter { !$0.isMadeLast }) + write(files.filter(\.isMadeLast)))
      .sorted { utf8Precedes($0.file.path, $1.file.path) }
    hooks.timings.end(
      "make and write files", Amount(made.count, "files", bytes: made.reduce(0) { $0 + $1.file.bytes }))
    var edits: [SiteRecord.File] = []
    for made in made {
      switch made.outcome {
      case .failed(let error): throw error
      case .edited(let content): edits.append(content)
      case .written, .unchanged: break
      }
    }
    let newPaths = Set(files.map(\.path))
    removed = Set(old.record.files.map(\.path)).subtracting(newPaths).sorted(by: utf8Precedes)
    edits += try editsOfRemoved(removed, in: old, workspace.output, hooks)
    try refuse(edits, old, workspace.output, options)
    self.files = made.map(\.file)
    self.edits = edits
    unchanged = made.filter { $0.outcome == .unchanged }.map(\.file.path)
    written = made.filter { $0.outcome != .unchanged }.map(\.file.path)
    record = SiteRecord(files: self.files).json
  }

  /// Whether the old site is the same.
  func changesNothing(in old: OldSite) -> Bool {
    written.isEmpty && removed.isEmpty && old.recordBytes == record
  }
}

/// The files that are to be removed and were changed by hand.
private func editsOfRemoved(
  _ removed: [String], in old: OldSite, _ output: OutputFolder, _ hooks: PublishHooks
) throws(PublishError) -> [SiteRecord.File] {
  guard let folder = old.folder else { return [] }
  var cursor = FolderCursor(folder)
  var bytes: [UInt8] = []
  var edits: [SiteRecord.File] = []
  for path in removed {
    guard let versions = old.files[path] else { continue }
    try hooks.checkForSignal()
    do throws(ReadFailure) {
      try cursor.read(path, into: &bytes)
    } catch {
      throw .readingFailed(output.shown + "/" + path, error)
    }
    if !versions.contains(where: { $0.describes(bytes) }) { edits.append(SiteRecord.File(path: path, content: bytes)) }
  }
  return edits
}

/// Refuses the publication if it would lose something, and names all such files.
private func refuse(
  _ edits: [SiteRecord.File], _ old: OldSite, _ output: OutputFolder, _ options: PublishOptions
) throws(PublishError) {
  let edited = options.overwritesEdits ? [] : edits.map(\.path).sorted(by: utf8Precedes)
  let details =
    old.collisions.map { "'\(output.shown)/\($0)' was not written by sitegen, but the new site needs that name" }
    + edited.map { "'\(output.shown)/\($0)' was changed by hand since sitegen wrote it" }
  guard !details.isEmpty else { return }
  let remedies =
    (old.collisions.isEmpty ? [] : ["move away what sitegen did not write"])
    + (edited.isEmpty
      ? [] : ["make the changes in Content/ or Templates/ and use --overwrite-edits, or move the changed files away"])
  throw .refused(
    "\(details.count == 1 ? "a file" : "\(details.count) files") in '\(output.shown)' would be lost", details: details,
    remedy: remedies.joined(separator: "; ") + "; then build again")
}
