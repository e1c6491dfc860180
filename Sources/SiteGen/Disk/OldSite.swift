/// What stands in the output folder before a publication.
struct OldSite: Sendable {
  var record: SiteRecord
  /// By path: what the record says of the files that are there, as regular files.
  var files: [String: SiteRecord.File]
  /// The record's own bytes; nil where there is none, in a new or empty folder.
  var recordBytes: [UInt8]?
  /// The folder's permission bits; nil where there is no folder.
  var mode: UInt32?

  /// Looks at the folder and changes nothing. Refuses a folder that sitegen did not make, and one in which something
  /// foreign stands where one of the new files is to be.
  init(_ output: OutputFolder, newPaths: [String]) throws(PublishError) {
    record = SiteRecord(files: [])
    files = [:]
    guard let status = try? FileStatus(output.path) else { return }
    guard status.kind == .folder else {
      throw .refused("the output '\(output.shown)' is a file", remedy: "name a folder with --output")
    }
    mode = status.mode
    var bytes: [UInt8] = []
    let names: [FolderEntry]
    do throws(SystemError) {
      names = try entries(ofFolder: output.path)
    } catch {
      throw .readingFailed(output.shown, error)
    }
    if names.isEmpty { return }
    let isRead = names.contains { $0.name == SiteRecord.name && $0.kind == .file }
    do throws(ReadFailure) {
      if isRead { try readFile(output.path + "/" + SiteRecord.name, into: &bytes) }
    } catch {
      throw .readingFailed(output.shown + "/" + SiteRecord.name, error)
    }
    guard isRead, let found = SiteRecord(bytes) else {
      throw .refused(
        "'\(output.shown)' was not made by sitegen: it holds files, and "
          + (isRead ? "its sitegen.json is no record of sitegen" : "no sitegen.json that says which are sitegen's"),
        remedy: "name another folder with --output, or empty this one yourself")
    }
    record = found
    recordBytes = bytes
    var survey = Survey(
      output: output, recorded: Dictionary(found.files.map { ($0.path, $0) }) { first, _ in first },
      newPaths: Set(newPaths), oldFolders: found.folders, newFolders: foldersHolding(newPaths))
    try survey.look(in: "", becomesFile: false)
    files = survey.present
    guard survey.collisions.isEmpty else {
      let names = listed(survey.collisions.map { "'\(output.shown)/\($0)'" })
      throw .refused(
        "\(names) \(survey.collisions.count == 1 ? "was" : "were") not written by sitegen, and stands where the new site has a file",
        remedy: "move it away or delete it, and build again")
    }
  }
}

/// The first few of many names, as one text.
func listed(_ names: [String]) -> String {
  names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
}

private struct Survey {
  let output: OutputFolder
  let recorded: [String: SiteRecord.File]
  let newPaths: Set<String>
  /// A folder in neither is foreign as a whole.
  let oldFolders: Set<String>
  let newFolders: Set<String>
  var present: [String: SiteRecord.File] = [:]
  var collisions: [String] = []

  mutating func look(in folder: String, becomesFile: Bool) throws(PublishError) {
    let found: [FolderEntry]
    do throws(SystemError) {
      found = try entries(ofFolder: folder.isEmpty ? output.path : output.path + "/" + folder)
    } catch {
      throw .readingFailed(output.shown + "/" + folder, error)
    }
    for entry in found {
      let path = folder.isEmpty ? entry.shownName : folder + "/" + entry.shownName
      guard entry.name != nil else {
        throw .refused(
          "the name of '\(output.shown)/\(path)' is not UTF-8, so it cannot be kept safe", remedy: "rename it")
      }
      if path == SiteRecord.name { continue }
      let isFolder = entry.kind == .folder
      if entry.kind == .file, let file = recorded[path] {
        present[path] = file
      } else if isFolder, oldFolders.contains(path) {
        try look(in: path, becomesFile: becomesFile || newPaths.contains(path))
      } else if becomesFile || newPaths.contains(path) || (!isFolder && newFolders.contains(path)) {
        collisions.append(path)
      } else if isFolder, newFolders.contains(path) {
        try look(in: path, becomesFile: false)
      }
    }
  }
}
