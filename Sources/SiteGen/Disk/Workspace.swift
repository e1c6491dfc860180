import Foundation
internal import Synchronization

/// A folder in which the new site is made. It exists only during a publication or after a crash.
///
/// Usually it is next to the output folder, and the old site is moved to it and removed. If the output folder itself
/// stays, the workspace is inside it (`inside`).
final class Workspace: Sendable {
  static let new = "new"
  static let old = "old"
  /// Written when `new` is complete. Contains the inode of `new`, so that the new site and the old one can be told
  /// apart after the exchange.
  static let ready = "ready"
  private static let draft = "ready.new"
  /// A record of the files that were changed by hand and that the user lets this publication overwrite.
  static let edits = "edits"
  /// The marker file by which sitegen recognises its own workspace; see `isOwned`.
  private static let marker = "made-by-sitegen"
  /// Keeps a workspace that a crash left behind out of version control.
  private static let ignore = ".gitignore"
  /// The name of a workspace inside the output. No path of a site starts with a dot.
  static let nameInside = ".sitegen"

  let output: OutputFolder
  /// The folder that holds the workspace and, unless the workspace is inside the output, the output.
  let parent: Folder
  let name: String
  /// The path for messages.
  let shown: String
  /// The old site, whose group the new one gets.
  private let site: Folder?
  private let opened: Mutex<Opened>

  /// The workspace, if it is there and locked, and the new site in it.
  private struct Opened {
    /// The error of the first attempt, if it failed.
    var failure: SystemError?
    var folder: Folder?
    var new: Folder?
  }

  /// The workspace next to the output.
  init(of output: OutputFolder, _ lock: OutputLock) {
    self.output = output
    parent = lock.parent
    name = output.workspaceName
    shown = output.workspace
    site = lock.site
    opened = Mutex(Opened(folder: lock.workspace))
  }

  /// The workspace inside the output, which needs no lock of its own.
  init(inside site: Folder, of output: OutputFolder) {
    self.output = output
    parent = site
    name = Workspace.nameInside
    shown = output.shown + "/" + Workspace.nameInside
    self.site = site
    opened = Mutex(Opened())
  }

  /// The workspace and the new site in it. Both are made when they are first needed, so that a build that changes
  /// nothing touches nothing.
  func open() throws(PublishError) -> (folder: Folder, new: Folder) {
    do throws(SystemError) {
      return try opened.withLock { opened throws(SystemError) in
        if let folder = opened.folder, let new = opened.new { return (folder, new) }
        // Why: files are written in parallel, and a second attempt would fail because of the remains of the first.
        if let failure = opened.failure { throw failure }
        do throws(SystemError) {
          return try make(&opened)
        } catch {
          opened.failure = error
          throw error
        }
      }
    } catch {
      throw name == Self.nameInside ? .writingFailed(shown, error) : .workspaceNotMade(output, error)
    }
  }

  private func make(_ opened: inout Opened) throws(SystemError) -> (folder: Folder, new: Folder) {
    let folder: Folder
    if let found = opened.folder {
      folder = found
    } else {
      folder = try parent.makeFolder(name)
      guard try folder.lock() else { throw SystemError(number: EBUSY) }
    }
    opened.folder = folder
    try folder.write(Self.marker, markerText(of: folder), modified: Self.markerTime)
    try folder.write(Self.ignore, Array("*\n".utf8))
    let new = try folder.makeFolder(Self.new)
    if let site { try new.takeGroup(of: site) }
    opened.new = new
    return (folder, new)
  }

  /// Refuses a folder of this name that sitegen did not make.
  func requireFreeName() throws(PublishError) { _ = try ownFolder() }

  /// Records that the new site is complete.
  func setReady(isDurable: Bool) throws(SystemError) {
    guard case (let folder?, let new?) = opened.withLock({ ($0.folder, $0.new) }) else { return }
    try folder.removeAll(Self.draft)
    try folder.write(Self.draft, Array(String(new.status().identity.inode).utf8), isDurable: isDurable)
    try folder.move(Self.draft, to: folder, as: Self.ready)
    if isDurable { try folder.synchronize() }
  }

  /// Completes or undoes an interrupted publication.
  func recover(_ hooks: PublishHooks) throws(PublishError) {
    guard let folder = try ownFolder() else { return }
    let isPublished: Bool
    do throws(SystemError) {
      if let new = try folder.status(Self.new) {
        let inode = try readyInode(in: folder)
        if let inode, inode != new.identity.inode {
          // The two folders were exchanged, so `new` is now the old site.
          try folder.move(Self.new, to: folder, as: Self.old)
        } else {
          try folder.removeAll(Self.new)
        }
      }
      if try parent.status(output.name) == nil, try folder.status(Self.old) != nil {
        try folder.move(Self.old, to: parent, as: output.name)
      }
      isPublished = try folder.status(Self.old) != nil
    } catch {
      throw .writingFailed(shown, error)
    }
    if isPublished { try removeOldSite(from: folder, hooks) }
    try remove(keepingLock: true)
  }

  /// Removes what an interrupted publication left inside the output, if it is sitegen's.
  func removeIfOwned() throws(PublishError) {
    do throws(SystemError) {
      guard try parent.status(name)?.kind == .folder, try isOwned(parent.folder(name)) else { return }
    } catch {
      throw .readingFailed(shown, error)
    }
    try remove()
  }

  /// Removes the workspace, unless an old site is in it; then the next build recovers it. If `keepingLock`, a folder that
  /// is locked stays, empty.
  func remove(keepingLock: Bool = false) throws(PublishError) {
    guard let folder = try ownFolder() else { return }
    do throws(SystemError) {
      guard try folder.status(Self.old) == nil else { return }
      let newInode = try folder.status(Self.new)?.identity.inode
      if let newInode, let inode = try readyInode(in: folder), inode != newInode { return }
      for name in [Self.new, Self.ready, Self.draft, Self.edits, Self.ignore] { try folder.removeAll(name) }
      // Why last, and only if nothing else is left: without the marker, the next build would not recognise the
      // workspace.
      guard try folder.entries().allSatisfy({ $0.name == Self.marker }) else { throw SystemError(number: ENOTEMPTY) }
      try folder.removeAll(Self.marker)
      if keepingLock, opened.withLock({ $0.folder != nil }) { return }
      try parent.removeFolder(name)
      opened.withLock { $0 = Opened() }
    } catch {
      throw .writingFailed(
        "'\(shown)' cannot be removed: \(error.words)",
        remedy: error.number == ENOTEMPTY ? "move your own files out of it, and build again" : "build again")
    }
  }

  // MARK: - Ownership

  /// 2000-01-01 12:00 UTC, in nanoseconds since 1970.
  private static let markerTime = 946_728_000_000_000_000

  /// The workspace; nil if there is none. Refuses a folder that sitegen did not make.
  private func ownFolder() throws(PublishError) -> Folder? {
    do throws(SystemError) {
      guard let status = try parent.status(name) else { return nil }
      if status.kind == .folder {
        let folder = try parent.folder(name)
        if try isOwned(folder) { return folder }
      }
    } catch {
      throw .readingFailed(shown, error)
    }
    throw .refused(
      "'\(shown)' was not made here by this version of sitegen, but sitegen needs that name",
      remedy: "if it has a folder 'old', move your own files from there to '\(output.shown)'; then delete it")
  }

  /// Whether sitegen made this folder in this place. The name proves nothing, because a folder in a checkout or a copy
  /// can have the same name.
  ///
  /// The marker contains the folder's inode, which no copy shares, and has a modification time in the past, which
  /// version control does not set. Both survive a restart of the machine, except on file systems without permanent
  /// inodes (FAT, some network disks): there, a workspace that a crash left behind is refused and never touched. An
  /// empty folder is accepted, and so is a folder with an unfinished marker and nothing else.
  private func isOwned(_ folder: Folder) throws(SystemError) -> Bool {
    let names = Set(try folder.entries().map(\.name))
    guard names.isSubset(of: [Self.new, Self.old, Self.ready, Self.draft, Self.edits, Self.marker, Self.ignore]) else {
      return false
    }
    guard let (marker, status) = try smallFile(Self.marker, in: folder) else { return names.isEmpty }
    let expected = try markerText(of: folder)
    if names == [Self.marker] { return expected.starts(with: marker) }
    return marker == expected && status.modified == Self.markerTime
  }

  private func markerText(of folder: Folder) throws(SystemError) -> [UInt8] {
    let inode = try folder.status().identity.inode
    return Array("The new site is made here. After an interruption, build again.\nThis folder: \(inode)\n".utf8)
  }

  /// The inode in `ready`; nil if the new site is not complete. If `ready` is malformed, an inode that no folder has,
  /// so that `new` is treated as the old site.
  private func readyInode(in folder: Folder) throws(SystemError) -> UInt64? {
    guard let (bytes, _) = try smallFile(Self.ready, in: folder) else { return nil }
    return UInt64(String(decoding: bytes, as: UTF8.self)) ?? 0
  }

  /// A file's content and status; nil unless a file of at most 1 KB has that name.
  private func smallFile(_ name: String, in folder: Folder) throws(SystemError) -> ([UInt8], FileStatus)? {
    var bytes: [UInt8] = []
    do throws(ReadFailure) {
      let status = try folder.read(name, limit: 1024, into: &bytes)
      return (bytes, status)
    } catch {
      if case .system(let error) = error, error != .missing { throw error }
      return nil
    }
  }
}
