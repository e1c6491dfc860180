import Foundation

/// The content of the output folder before a publication.
struct OldSite: Sendable {
  /// Nil if the folder does not exist.
  let folder: Folder?
  private(set) var record = SiteRecord(files: [])
  /// The record's entries for the regular files that are present, by path.
  private(set) var files: [String: [SiteRecord.File]] = [:]
  /// The record's own bytes; nil if the folder is missing or empty and so has no record.
  private(set) var recordBytes: [UInt8]?
  /// The unmanaged files in folders that sitegen made.
  private(set) var unmanaged: [String] = []
  /// The unmanaged files and folders in the place of new files.
  private(set) var collisions: [String] = []
  /// The reason why the site cannot be replaced; nil if it can.
  private(set) var obstacle: PublishError?

  /// Inspects the folder without changing it. Refuses a folder that has content but no valid record, and a name that is
  /// not UTF-8.
  init(_ output: OutputFolder, _ lock: OutputLock, newPaths: [String]) throws(PublishError) {
    folder = lock.site
    guard let folder else { return }
    let names: [FolderEntry]
    do throws(SystemError) {
      names = try folder.entries()
    } catch {
      throw .readingFailed(output.shown, error)
    }
    var survey = Survey(shown: output.shown)
    survey.requireWritable(output.name, in: lock.parent, output.shown)
    obstacle = survey.obstacle
    let recordKind = names.first { $0.name == SiteRecord.name }?.kind
    let isRecorded = recordKind == .file
    if !isRecorded, try isFree(folder, names, output) { return }
    var bytes: [UInt8] = []
    do throws(ReadFailure) {
      if isRecorded { try folder.read(SiteRecord.name, limit: SiteRecord.largest, into: &bytes) }
    } catch .tooLarge {
      bytes = []
    } catch {
      throw .readingFailed(output.shown + "/" + SiteRecord.name, error)
    }
    guard isRecorded, let found = SiteRecord(bytes) else {
      let reason =
        switch recordKind {
        case nil: "but no sitegen.json"
        case .file: "and its sitegen.json is not valid"
        case .folder: "and its sitegen.json is a folder"
        case .link: "and its sitegen.json is a symbolic link"
        case .other: "and its sitegen.json is a pipe, a socket or a device"
        }
      throw .refused(
        "'\(output.shown)' was not made by sitegen: it contains files, " + reason,
        remedy: "name another folder with --output, or empty this one yourself")
    }
    record = found
    recordBytes = bytes
    survey.recorded = found.versions
    survey.newPaths = Set(newPaths)
    survey.oldFolders = found.folders
    survey.newFolders = foldersHolding(newPaths)
    try survey.look(in: folder, "", becomesFile: false)
    files = survey.present
    obstacle = survey.obstacle
    unmanaged = survey.unmanaged
    collisions = survey.collisions
  }
}

extension OldSite {
  /// Throws if one of the files, or the record, can neither be moved nor removed. Ignores files that are not there.
  func requireRemovable(_ paths: [String], _ output: OutputFolder) throws(PublishError) {
    guard let folder else { return }
    var cursor = FolderCursor(folder)
    for path in paths + [SiteRecord.name] where files[path] != nil || path == SiteRecord.name {
      do throws(SystemError) {
        let (folder, name) = try cursor.parent(of: path)
        try folder.requireUnprotected(name)
      } catch {
        guard error != .missing else { continue }
        throw .readingFailed(output.shown + "/" + path, error)
      }
    }
  }
}

/// The first five names, and the number of the others if there are any.
func listed(_ names: [String]) -> String {
  names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
}

private struct Survey {
  let shown: String
  var recorded: [String: [SiteRecord.File]] = [:]
  var newPaths: Set<String> = []
  /// A folder that is in neither `oldFolders` nor `newFolders` is unmanaged as a whole.
  var oldFolders: Set<String> = []
  var newFolders: Set<String> = []
  var present: [String: [SiteRecord.File]] = [:]
  var unmanaged: [String] = []
  var collisions: [String] = []
  var obstacle: PublishError?

  mutating func look(in folder: Folder, _ path: String, becomesFile: Bool) throws(PublishError) {
    let found: [FolderEntry]
    do throws(SystemError) {
      found = try folder.entries()
    } catch {
      throw .readingFailed(shown + "/" + path, error)
    }
    for entry in found {
      let path = path.isEmpty ? entry.shownName : path + "/" + entry.shownName
      guard let name = entry.name else {
        throw .refused(
          "the name of '\(shown)/\(path)' is not UTF-8, so the file cannot be preserved", remedy: "rename it")
      }
      if path == SiteRecord.name { continue }
      let isFolder = entry.kind == .folder
      if isFolder { requireMovable(name, in: folder, shown + "/" + path) }
      let isNewFile = becomesFile || newPaths.contains(path)
      if entry.kind == .file, let versions = recorded[path] {
        present[path] = versions
      } else if isFolder, oldFolders.contains(path) || (!isNewFile && newFolders.contains(path)) {
        try look(in: inner(name, of: folder, path), path, becomesFile: isNewFile)
      } else if isNewFile || newFolders.contains(path) {
        collisions.append(path)
      } else if entry.kind == .file {
        unmanaged.append(path)
      }
    }
  }

  mutating func requireMovable(_ name: String, in folder: Folder, _ shown: String) {
    requireWritable(name, in: folder, shown)
    guard obstacle == nil else { return }
    do throws(SystemError) {
      guard try folder.isMount(name) else { return }
      obstacle = .refused(
        "'\(shown)' cannot be replaced: it is a mount point",
        remedy: "name a folder without mount points in it with --output")
    } catch {
      obstacle = .readingFailed(shown, error)
    }
  }

  mutating func requireWritable(_ name: String, in folder: Folder, _ shown: String) {
    guard obstacle == nil else { return }
    do throws(SystemError) {
      try folder.requireUnprotected(name)
      try folder.requireWritable(name)
    } catch {
      if error == .protected {
        obstacle = .writingFailed(shown, error)
        return
      }
      let message = "'\(shown)' cannot be replaced: \(error.words)"
      obstacle =
        error.isForbidden || error.number == EROFS
        ? .refused(message, remedy: "make it writable") : .writingFailed(message, remedy: nil)
    }
  }

  private func inner(_ name: String, of folder: Folder, _ path: String) throws(PublishError) -> Folder {
    do throws(SystemError) {
      return try folder.folder(name)
    } catch {
      throw .readingFailed(shown + "/" + path, error)
    }
  }
}
