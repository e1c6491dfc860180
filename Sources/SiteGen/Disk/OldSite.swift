/// The content of the output folder before a publication.
struct OldSite: Sendable {
  /// Nil if the folder does not exist.
  private(set) var folder: Folder?
  private(set) var record = SiteRecord(files: [])
  /// The record's entries for the regular files that are present, by path.
  private(set) var files: [String: SiteRecord.File] = [:]
  /// The record's own bytes; nil if the folder is missing or empty and so has no record.
  private(set) var recordBytes: [UInt8]?
  /// The reason why the site cannot be replaced; nil if it can.
  private(set) var obstacle: PublishError?

  /// Inspects the folder without changing it. Refuses a folder that has content but no valid record, a name that is not
  /// UTF-8, or an unmanaged file or folder at a path that the new site needs.
  init(_ output: OutputFolder, in parent: Folder, newPaths: [String]) throws(PublishError) {
    let names: [FolderEntry]
    do throws(SystemError) {
      folder = try parent.folderIfPresent(output.name)
      names = try folder?.entries() ?? []
    } catch {
      throw .readingFailed(output.shown, error)
    }
    guard let folder else { return }
    var survey = Survey(shown: output.shown)
    survey.requireMovable(output.name, in: parent, output.shown)
    obstacle = survey.obstacle
    if names.isEmpty { return }
    let isRecorded = names.contains { $0.name == SiteRecord.name && $0.kind == .file }
    var bytes: [UInt8] = []
    do throws(ReadFailure) {
      if isRecorded { try folder.read(SiteRecord.name, into: &bytes) }
    } catch {
      throw .readingFailed(output.shown + "/" + SiteRecord.name, error)
    }
    guard isRecorded, let found = SiteRecord(bytes) else {
      throw .refused(
        "'\(output.shown)' was not made by sitegen: it contains files, "
          + (isRecorded ? "and its sitegen.json is not valid" : "but no sitegen.json"),
        remedy: "name another folder with --output, or empty this one yourself")
    }
    record = found
    recordBytes = bytes
    survey.recorded = Dictionary(found.files.map { ($0.path, $0) }) { first, _ in first }
    survey.newPaths = Set(newPaths)
    survey.oldFolders = found.folders
    survey.newFolders = foldersHolding(newPaths)
    try survey.look(in: folder, "", becomesFile: false)
    files = survey.present
    obstacle = survey.obstacle
    guard survey.collisions.isEmpty else {
      let names = listed(survey.collisions.map { "'\(output.shown)/\($0)'" })
      throw .refused(
        "\(names) \(survey.collisions.count == 1 ? "was" : "were") not written by sitegen, "
          + "but the new site needs that name",
        remedy: "move it away or delete it, and build again")
    }
  }
}

/// The first five names, and the number of the others if there are any.
func listed(_ names: [String]) -> String {
  names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
}

private struct Survey {
  let shown: String
  var recorded: [String: SiteRecord.File] = [:]
  var newPaths: Set<String> = []
  /// A folder that is in neither `oldFolders` nor `newFolders` is unmanaged as a whole.
  var oldFolders: Set<String> = []
  var newFolders: Set<String> = []
  var present: [String: SiteRecord.File] = [:]
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
      if entry.kind == .file, let file = recorded[path] {
        present[path] = file
      } else if isFolder, oldFolders.contains(path) || (!isNewFile && newFolders.contains(path)) {
        try look(in: inner(name, of: folder, path), path, becomesFile: isNewFile)
      } else if isNewFile || newFolders.contains(path) {
        collisions.append(path)
      }
    }
  }

  mutating func requireMovable(_ name: String, in folder: Folder, _ shown: String) {
    guard obstacle == nil else { return }
    do throws(SystemError) {
      try folder.requireMovable(name)
    } catch {
      obstacle = .refused(
        "'\(shown)' cannot be replaced: \(error.words)",
        remedy: error.isForbidden ? "make it writable" : "name a folder without mount points with --output")
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
