import Foundation

/// The numbers of files that a publication wrote, kept and removed, not counting the record.
struct PublishSummary: Equatable, Sendable {
  /// New or changed files.
  var written = 0
  var unchanged = 0
  var removed = 0
}

/// Publishes a site to an output folder in one step: at every moment, the folder is either the complete old site or the
/// complete new one. If the file system cannot exchange two folders, the output folder is missing for a moment.
///
/// The new folder is made in a workspace next to the old one and exchanged with it. Files whose bytes did not change
/// are shared with the old site, so they keep their modification time. If nothing changed, nothing is touched. Files
/// that sitegen did not write are moved to the new site. The folder is refused if a new file has the path of such a
/// file, or if a file that sitegen wrote was changed by hand.
func publish(
  _ tree: OutputTree, to output: OutputFolder, hooks: PublishHooks = PublishHooks()
) throws(PublishError) -> PublishSummary {
  try holdingLock(of: output, hooks) { parent throws(PublishError) in
    hooks.reached(.locked)
    let workspace = Workspace(of: output, in: parent)
    try workspace.recover(hooks)
    let files = tree.allFiles()
    let paths = files.map(\.path)
    if let stray = paths.first(where: { !isPathInside($0) }) {
      throw .writingFailed("'\(stray)' is not a valid path in a site", remedy: nil)
    }
    let old = try OldSite(output, in: parent, newPaths: paths)
    hooks.reached(.compared)
    do throws(PublishError) {
      return try Publication(workspace: workspace, old: old, hooks: hooks).run(files)
    } catch {
      let reason = error
      // The next build removes what cannot be removed now; the first error matters more to the user.
      do throws(PublishError) { try workspace.remove() } catch {}
      throw reason
    }
  }
}

private struct Publication {
  let workspace: Workspace
  let old: OldSite
  let hooks: PublishHooks

  private var output: OutputFolder { workspace.output }

  func run(_ files: [OutputFile]) throws(PublishError) -> PublishSummary {
    let made = parallelMap(chunksOf: files) { files in
      var writer = FileWriter(workspace, over: old)
      return files.map { writer.write($0) }
    }
    let newPaths = Set(files.map(\.path))
    let removed = old.record.files.filter { !newPaths.contains($0.path) }
    try refuseEdits(in: made, removed)
    let record = SiteRecord(files: made.map(\.file)).json
    let unchanged = made.filter { $0.outcome == .unchanged }.map(\.file.path)
    let summary = PublishSummary(
      written: made.count - unchanged.count, unchanged: unchanged.count, removed: removed.count)
    if summary.written == 0, removed.isEmpty, old.recordBytes == record { return summary }

    if let obstacle = old.obstacle { throw obstacle }
    let (folder, new) = try workspace.open()
    hooks.reached(.written)
    try complete(new, record, unchanged)
    try exchange(in: folder)
    try workspace.removeOldSite(from: folder, hooks)
    hooks.reached(.removed)
    try workspace.remove()
    return summary
  }

  private func refuseEdits(in made: [MadeFile], _ removed: [SiteRecord.File]) throws(PublishError) {
    var edited: [String] = []
    for made in made {
      if case .failed(let error) = made.outcome { throw error }
      if made.outcome == .edited { edited.append(made.file.path) }
    }
    if let folder = old.folder {
      var cursor = FolderCursor(folder)
      for file in removed where old.files[file.path] != nil {
        if try isEdited(file, &cursor) { edited.append(file.path) }
      }
    }
    guard edited.isEmpty else {
      throw .refused(
        "\(listed(edited.map { "'\(output.shown)/\($0)'" })) \(edited.count == 1 ? "was" : "were") changed by hand since "
          + "sitegen wrote \(edited.count == 1 ? "it" : "them")",
        remedy: "make the change in Content/ or Templates/, move or delete the changed files, and build again")
    }
  }

  private func isEdited(_ file: SiteRecord.File, _ cursor: inout FolderCursor) throws(PublishError) -> Bool {
    var bytes: [UInt8] = []
    do throws(ReadFailure) {
      try cursor.read(file.path, limit: file.bytes, into: &bytes)
    } catch {
      if case .system = error { throw .readingFailed(output.shown + "/" + file.path, error) }
      return true
    }
    return !file.describes(bytes)
  }

  /// Adds the unchanged files and the record to the new folder, waits until the folder is on the disk, and marks it as
  /// complete.
  private func complete(_ new: Folder, _ record: [UInt8], _ unchanged: [String]) throws(PublishError) {
    var path = output.shown
    do throws(SystemError) {
      if let folder = old.folder {
        var (oldCursor, newCursor) = (FolderCursor(folder), FolderCursor(new))
        for file in unchanged {
          path = output.shown + "/" + file
          try share(file, &oldCursor, &newCursor)
        }
      }
      hooks.reached(.linked)
      path = output.shown + "/" + SiteRecord.name
      try new.write(SiteRecord.name, record)
      if let mode = try old.folder?.status().mode, try new.status().mode != mode { try new.setMode(mode) }
      hooks.reached(.recorded)
      try new.synchronizeFileSystem()
      hooks.reached(.synced)
      path = output.shown
      try workspace.setReady()
      hooks.reached(.ready)
    } catch {
      throw .writingFailed(path, error)
    }
  }

  /// Adds a file of the old site to the new one: as a hard link if the file system supports that, otherwise as a copy
  /// with the same modification time.
  private func share(_ path: String, _ old: inout FolderCursor, _ new: inout FolderCursor) throws(SystemError) {
    let (oldFolder, name) = try old.parent(of: path)
    let newFolder = try new.parent(of: path, making: true).folder
    do throws(SystemError) {
      if let failure = hooks.linkFailure { throw failure }
      try oldFolder.link(name, to: newFolder, as: name)
    } catch {
      let linkError = error
      var bytes: [UInt8] = []
      let status: FileStatus
      do throws(ReadFailure) {
        status = try oldFolder.read(name, into: &bytes)
      } catch {
        if case .system(let error) = error { throw error }
        throw linkError
      }
      try newFolder.write(name, bytes, modified: status.modified)
    }
  }

  /// Replaces the old folder, if there is one, with the new one, and moves the old one to the workspace.
  private func exchange(in folder: Folder) throws(PublishError) {
    do throws(SystemError) {
      if old.folder == nil {
        try putInPlace(from: folder)
      } else if try exchangeInOneStep(in: folder) {
        try folder.move(Workspace.new, to: folder, as: Workspace.old)
      } else {
        try exchangeInTwoSteps(in: folder)
      }
      hooks.reached(.setAside)
      try workspace.parent.synchronize()
    } catch {
      let isMount = error.number == EBUSY || error.number == EXDEV
      throw .writingFailed(
        output.shown, error, remedy: isMount ? "name a folder inside it, or a new one, with --output" : nil)
    }
  }

  /// Exchanges the new folder with the old one; false if the system or the file system does not support that.
  private func exchangeInOneStep(in folder: Folder) throws(SystemError) -> Bool {
    do throws(SystemError) {
      if let failure = hooks.exchangeFailure { throw failure }
      try folder.exchange(Workspace.new, with: output.name, in: workspace.parent)
    } catch {
      guard [ENOSYS, EINVAL, ENOTSUP].contains(error.number) else { throw error }
      return false
    }
    hooks.reached(.exchanged)
    return true
  }

  /// Moves the old folder away, then the new one to its place. Why an interruption does no harm: `ready` identifies the
  /// new folder, and the next build puts that folder in place.
  private func exchangeInTwoSteps(in folder: Folder) throws(SystemError) {
    try workspace.parent.move(output.name, to: folder, as: Workspace.old)
    hooks.reached(.steppedAside)
    do throws(SystemError) {
      try putInPlace(from: folder)
    } catch {
      try folder.move(Workspace.old, to: workspace.parent, as: output.name)
      throw error
    }
  }

  private func putInPlace(from folder: Folder) throws(SystemError) {
    try folder.move(Workspace.new, to: workspace.parent, as: output.name)
    hooks.reached(.exchanged)
  }
}
