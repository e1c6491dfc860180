import Foundation
internal import Synchronization

/// A folder next to the output folder. The new site is made in it, and the old site is moved to it and removed.
///
/// It exists only during a publication or after a crash.
final class Workspace: Sendable {
  static let new = "new"
  static let old = "old"
  /// Written when `new` is complete. Contains the inode of `new`, so that the new site and the old one can be told
  /// apart after the exchange.
  static let ready = "ready"
  private static let draft = "ready.new"
  /// The marker file by which sitegen recognises its own workspace; see `isOwned`.
  private static let marker = "made-by-sitegen"
  /// Keeps a workspace that a crash left behind out of version control.
  private static let ignore = ".gitignore"

  let output: OutputFolder
  /// The folder that holds the output and the workspace.
  let parent: Folder
  private let opened = Mutex<(folder: Folder, new: Folder)?>(nil)

  init(of output: OutputFolder, in parent: Folder) {
    self.output = output
    self.parent = parent
  }

  /// The workspace and the new site in it. Both are made when they are first needed, so that a build that changes
  /// nothing leaves the folder above untouched.
  func open() throws(PublishError) -> (folder: Folder, new: Folder) {
    do throws(SystemError) {
      return try opened.withLock { opened throws(SystemError) in
        if let opened { return opened }
        let folder = try parent.makeFolder(output.workspaceName)
        try folder.write(Self.marker, markerText(of: folder), modified: Self.markerTime)
        try folder.write(Self.ignore, Array("*\n".utf8))
        let new = (folder, try folder.makeFolder(Self.new))
        opened = new
        return new
      }
    } catch {
      throw .writingFailed(
        output.shown, error,
        remedy: "make its parent folder writable, because the new site is made there, or name another with --output")
    }
  }

  /// Records that the new site is complete.
  func setReady() throws(SystemError) {
    guard let (folder, new) = opened.withLock({ $0 }) else { return }
    try folder.removeAll(Self.draft)
    try folder.write(Self.draft, Array(String(new.status().identity.inode).utf8), isDurable: true)
    try folder.move(Self.draft, to: folder, as: Self.ready)
    try folder.synchronize()
  }

  /// Completes or undoes an interrupted publication.
  func recover(_ hooks: PublishHooks) throws(PublishError) {
    guard let folder = try ownFolder() else { return }
    do throws(SystemError) {
      if let new = try folder.status(Self.new) {
        let inode = try readyInode(in: folder)
        let site = try parent.status(output.name)
        let old = try folder.status(Self.old)
        if let inode, inode != new.identity.inode {
          // The two folders were exchanged, so `new` is now the old site.
          try folder.move(Self.new, to: folder, as: Self.old)
        } else if inode != nil, site == nil, old != nil {
          // The old site was moved away, but the new one was not put in its place.
          try folder.move(Self.new, to: parent, as: output.name)
        } else {
          try folder.removeAll(Self.new)
        }
      }
      if try parent.status(output.name) == nil, try folder.status(Self.old) != nil {
        try folder.move(Self.old, to: parent, as: output.name)
      }
    } catch {
      throw .writingFailed(output.workspace, error)
    }
    try removeOldSite(from: folder, hooks)
    try remove()
  }

  /// Removes the workspace, unless an old site is in it; then the next build recovers it.
  func remove() throws(PublishError) {
    guard let folder = try ownFolder() else { return }
    do throws(SystemError) {
      guard try folder.status(Self.old) == nil else { return }
      let newInode = try folder.status(Self.new)?.identity.inode
      if let newInode, let inode = try readyInode(in: folder), inode != newInode { return }
      for name in [Self.new, Self.ready, Self.draft, Self.ignore] { try folder.removeAll(name) }
      // Why last, and only if nothing else is left: without the marker, the next build would not recognise the
      // workspace.
      guard try folder.entries().allSatisfy({ $0.name == Self.marker }) else { throw SystemError(number: ENOTEMPTY) }
      try folder.removeAll(Self.marker)
      try parent.removeFolder(output.workspaceName)
    } catch {
      throw .writingFailed(
        "'\(output.workspace)' cannot be removed: \(error.words)", remedy: "move it away, and build again")
    }
  }

  // MARK: - Ownership

  /// 2000-01-01 12:00 UTC, in nanoseconds since 1970.
  private static let markerTime = 946_728_000_000_000_000

  /// The workspace; nil if there is none. Refuses a folder that sitegen did not make.
  private func ownFolder() throws(PublishError) -> Folder? {
    do throws(SystemError) {
      guard let status = try parent.status(output.workspaceName) else { return nil }
      if status.kind == .folder {
        let folder = try parent.folder(output.workspaceName)
        if try isOwned(folder) { return folder }
      }
    } catch {
      throw .readingFailed(output.workspace, error)
    }
    throw .refused(
      "'\(output.workspace)' was not made here by this version of sitegen, but sitegen needs that name",
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
    guard names.isSubset(of: [Self.new, Self.old, Self.ready, Self.draft, Self.marker, Self.ignore]) else {
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
