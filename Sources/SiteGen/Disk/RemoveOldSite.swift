import Foundation

extension Workspace {
  /// If the workspace contains an old site, moves that site's unmanaged files to the new site and removes the rest.
  ///
  /// A file is removed only if sitegen provably wrote it: it is in the old record, and either the new site shares it or
  /// its SHA-256 matches the record. The removal can be stopped at any point and started again.
  func removeOldSite(from folder: Folder, _ hooks: PublishHooks) throws(PublishError) {
    let shown = shown + "/" + Self.old
    let kept: [String]
    do throws(SystemError) {
      guard let old = try folder.folderIfPresent(Self.old) else { return }
      let written = try record(SiteRecord.name, in: old).files + record(Self.edits, in: folder).files
      var removal = OldSiteRemoval(new: try parent.folder(output.name), SiteRecord(files: written), hooks)
      try removal.run(old)
      kept = removal.kept
      if kept.isEmpty {
        // Why last: without the record, sitegen could not prove that it wrote the remaining files.
        try old.removeAll(SiteRecord.name)
        try folder.removeFolder(Self.old)
      }
    } catch {
      throw .writingFailed(
        "'\(shown)' cannot be removed: \(error.words)",
        remedy: "build again to remove what is left of the old site")
    }
    guard kept.isEmpty else {
      throw .refused(
        "\(listed(kept.map { "'\($0)'" })) appeared in the old site during publishing, "
          + "but the new site needs that name; it is kept in '\(shown)'",
        remedy: "move it from there, and build again")
    }
  }

  /// A record; empty if it is malformed or missing. That of the old site is removed last, so if it is missing, no file
  /// that sitegen wrote is left.
  private func record(_ name: String, in folder: Folder) throws(SystemError) -> SiteRecord {
    var bytes: [UInt8] = []
    do throws(ReadFailure) {
      try folder.read(name, into: &bytes)
    } catch {
      if case .system(let error) = error, error != .missing { throw error }
    }
    return SiteRecord(bytes) ?? SiteRecord(files: [])
  }
}

private struct OldSiteRemoval {
  private let new: Folder
  private let recorded: [String: [SiteRecord.File]]
  private let folders: Set<String>
  private let hooks: PublishHooks
  /// The paths of entries that could not be moved, because the new site has something at the same path.
  private(set) var kept: [String] = []
  private var buffer: [UInt8] = []

  init(new: Folder, _ record: SiteRecord, _ hooks: PublishHooks) {
    self.new = new
    recorded = record.versions
    folders = record.folders
    self.hooks = hooks
  }

  mutating func run(_ old: Folder) throws(SystemError) {
    try empty(old, "", new: new, isRemoving: false)
    hooks.reached(.movedUnmanaged)
    try empty(old, "", new: new, isRemoving: true)
  }

  /// Moves the unmanaged content of a folder of the old site. If `isRemoving`, also removes the rest. `new` is the
  /// corresponding folder of the new site, if it has one.
  private mutating func empty(_ old: Folder, _ path: String, new: Folder?, isRemoving: Bool) throws(SystemError) {
    for entry in try old.entries() {
      guard let name = entry.name else { throw SystemError(number: EILSEQ) }
      let path = path.isEmpty ? name : path + "/" + name
      if path == SiteRecord.name { continue }
      let newKind = entry.kind == .folder ? try new?.status(name)?.kind : nil
      let newInner = newKind == .folder ? try new?.folder(name) : nil
      if entry.kind == .folder, newInner != nil || folders.contains(path) {
        try empty(old.folder(name), path, new: newInner, isRemoving: isRemoving)
        if isRemoving { try removeIfEmpty(name, in: old) }
      } else if entry.kind == .file, let versions = recorded[path] {
        if isRemoving { try remove(name, path, versions, in: old, new: new) }
      } else if entry.kind == .file, try isShared(name, old, new) {
        if isRemoving { try old.remove(name) }
      } else {
        try move(name, path, from: old)
      }
    }
  }

  /// Whether the new site has the same file: not a copy, but another name of it.
  private func isShared(_ name: String, _ old: Folder, _ new: Folder?) throws(SystemError) -> Bool {
    guard let found = try new?.status(name) else { return false }
    return try found.identity == old.status(name)?.identity
  }

  private mutating func remove(
    _ name: String, _ path: String, _ versions: [SiteRecord.File], in old: Folder, new: Folder?
  ) throws(SystemError) {
    guard try old.status(name) != nil else { return }
    var isOwn = try isShared(name, old, new)
    if !isOwn { isOwn = try old.holds(name, oneOf: versions, &buffer) }
    guard isOwn else { return try move(name, path, from: old) }
    try old.remove(name)
    hooks.reached(.removedOne)
  }

  private func removeIfEmpty(_ name: String, in old: Folder) throws(SystemError) {
    do throws(SystemError) {
      try old.removeFolder(name)
    } catch {
      // The folder contains something that was kept.
      guard error.number == ENOTEMPTY else { throw error }
    }
  }

  private mutating func move(_ name: String, _ path: String, from old: Folder) throws(SystemError) {
    guard !kept.contains(path) else { return }
    do throws(SystemError) {
      var cursor = FolderCursor(new)
      try old.move(name, to: cursor.parent(of: path, making: true).folder, as: name)
      hooks.reached(.movedOne)
    } catch {
      guard [EEXIST, ENOTDIR, ELOOP].contains(error.number) else { throw error }
      kept.append(path)
    }
  }
}
