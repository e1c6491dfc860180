import Foundation

/// Publishes a site by exchanging the output folder with a new one.
///
/// The new folder is made in a workspace next to the old one. Files whose bytes did not change are shared with the old
/// site, so they keep their modification time. Files that sitegen did not write are shared, too; those that cannot be
/// shared, and folders, are moved to the new site after the exchange.
struct SiteExchange {
  let workspace: Workspace
  let old: OldSite
  let options: PublishOptions
  let hooks: PublishHooks

  private var output: OutputFolder { workspace.output }

  /// Nil if the folders cannot be exchanged; then nothing was changed.
  func run(_ files: [OutputFile]) throws(PublishError) -> PublishSummary? {
    let draft = try DraftSite(files, in: workspace, over: old, options, hooks)
    if draft.changesNothing(in: old) { return draft.summary }
    if let obstacle = old.obstacle { throw obstacle }
    let (folder, new) = try workspace.open()
    hooks.reached(.written)
    try old.requireRemovable(draft.written + draft.removed, output)
    try complete(new, draft, in: folder)
    try hooks.checkForSignal()
    guard try exchange(in: folder) else { return nil }
    do throws(PublishError) {
      try setOldAside(in: folder)
      try workspace.removeOldSite(from: folder, hooks)
      hooks.reached(.removed)
    } catch {
      // What fails once may succeed the next time, and files of others should be in their place again soon.
      try afterPublishing { () throws(PublishError) in try workspace.recover(hooks) }
    }
    return draft.summary
  }

  /// Adds the unchanged files and the record to the new folder, waits until the folder is on the disk, and marks it as
  /// complete.
  private func complete(_ new: Folder, _ draft: DraftSite, in folder: Folder) throws(PublishError) {
    try share(draft.unchanged, with: new)
    try shareUnmanaged(with: new)
    hooks.reached(.linked)
    var path = output.shown + "/" + SiteRecord.name
    do throws(SystemError) {
      try new.write(SiteRecord.name, draft.record)
      if let mode = try old.folder?.status().mode, try new.status().mode != mode { try new.setMode(mode) }
      hooks.reached(.recorded)
      path = workspace.shown
      if !draft.edits.isEmpty { try folder.write(Workspace.edits, SiteRecord(files: draft.edits).json) }
      if options.syncs { try new.synchronizeFileSystem() }
      hooks.reached(.synced)
      try workspace.setReady(isDurable: options.syncs)
      hooks.reached(.ready)
    } catch {
      throw .writingFailed(path, error)
    }
  }

  private func share(_ unchanged: [String], with new: Folder) throws(PublishError) {
    guard let folder = old.folder else { return }
    var (oldCursor, newCursor) = (FolderCursor(folder), FolderCursor(new))
    for path in unchanged {
      try hooks.checkForSignal()
      do throws(SystemError) {
        try share(path, &oldCursor, &newCursor)
      } catch {
        throw .writingFailed(output.shown + "/" + path, error)
      }
    }
  }

  /// Why other failures are ignored: what is not shared is moved after the exchange.
  private func shareUnmanaged(with new: Folder) throws(PublishError) {
    guard let folder = old.folder, hooks.linkFailure == nil else { return }
    var (oldCursor, newCursor) = (FolderCursor(folder), FolderCursor(new))
    for path in old.unmanaged {
      try hooks.checkForSignal()
      do throws(SystemError) {
        let (oldFolder, name) = try oldCursor.parent(of: path)
        try oldFolder.link(name, to: newCursor.parent(of: path, making: true).folder, as: name)
      } catch {
        if error == .protected { throw .writingFailed(output.shown + "/" + path, error) }
      }
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
      guard error != .protected else { throw error }
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

  /// Puts the new folder in the place of the old one; false if the system or the file system cannot exchange them.
  private func exchange(in folder: Folder) throws(PublishError) -> Bool {
    do throws(SystemError) {
      if old.folder == nil {
        try folder.move(Workspace.new, to: workspace.parent, as: output.name)
      } else {
        if let failure = hooks.exchangeFailure { throw failure }
        try folder.exchange(Workspace.new, with: output.name, in: workspace.parent)
      }
    } catch {
      // EXDEV: the folder comes from a lower layer of an overlay. EBUSY: it is a mount point.
      if old.folder != nil, [ENOSYS, EINVAL, ENOTSUP, EXDEV, EBUSY].contains(error.number) { return false }
      throw .writingFailed(output.shown, error)
    }
    hooks.reached(.exchanged)
    return true
  }

  private func setOldAside(in folder: Folder) throws(PublishError) {
    do throws(SystemError) {
      if old.folder != nil { try folder.move(Workspace.new, to: folder, as: Workspace.old) }
      hooks.reached(.setAside)
      if options.syncs { try workspace.parent.synchronize() }
    } catch {
      throw .writingFailed(
        "'\(workspace.shown)' cannot be written: \(error.words)",
        remedy: "build again to remove what is left of the old site")
    }
  }
}
