import Foundation

/// Whether a folder without a record may become an output: it is empty, or holds only `.git`. Refuses a home folder, and
/// the work tree of another project.
func isFree(_ folder: Folder, _ names: [FolderEntry], _ output: OutputFolder) throws(PublishError) -> Bool {
  guard names.isEmpty || names.map(\.name) == [".git"] else { return false }
  let (home, tracked): (Bool, Bool)
  do throws(SystemError) {
    home = try isHome(folder)
    tracked = if let git = names.first { try tracksOtherFiles(git.kind, in: folder, output.fullPath) } else { false }
  } catch {
    throw .readingFailed(names.isEmpty ? output.shown : output.shown + "/.git", error)
  }
  if home {
    throw .refused("'\(output.shown)' is a home folder", remedy: "name a folder for the site with --output")
  }
  if tracked {
    throw .refused(
      "'\(output.shown)' is the work tree of another project: its repository has files that are not a site of sitegen",
      remedy:
        "name another folder with --output; if the site is to replace them, run 'git rm -r --cached .' there first")
  }
  return true
}

private func isHome(_ folder: Folder) throws(SystemError) -> Bool {
  let own = try folder.status().identity
  let paths = [getenv("HOME"), getpwuid(getuid())?.pointee.pw_dir].compactMap { $0.map { String(cString: $0) } }
  for path in paths where path.hasPrefix("/") {
    do throws(SystemError) {
      if try FileStatus.of(path, followingLinks: true)?.identity == own { return true }
    } catch {
      // A home that this user may not reach is not a folder in which this user can write.
      guard error == .fileInPath || error.isForbidden else { throw error }
    }
  }
  return false
}

/// Whether the repository of a work tree that holds only `.git` has files, none of them a record of sitegen: they were
/// deleted, or never checked out.
private func tracksOtherFiles(_ kind: FileStatus.Kind, in folder: Folder, _ path: String) throws(SystemError) -> Bool {
  let repository: Folder
  switch kind {
  case .folder: repository = try folder.folder(".git")
  case .file:
    // The work tree of a submodule or of `git worktree`.
    guard let text = try content(".git", of: folder), text.starts(with: "gitdir: ".utf8) else { return true }
    let target = String(decoding: text.dropFirst(8).prefix { $0 != 0x0A }, as: UTF8.self)
    repository = try Folder(target.hasPrefix("/") ? target : path + "/" + target)
  case .link, .other: return true
  }
  if let index = try content("index", of: repository) {
    // The number of entries (gitformat-index(5)).
    guard index.count > 12, index[8..<12].contains(where: { $0 != 0 }) else { return false }
    // Why only the end of the name: in version 4 of the format, the beginning that it shares with the entry before is
    // left out.
    return index.firstPlace(of: "gen.json\0") == nil
  }
  // Without an index, nothing was ever checked out: a new repository, or a clone of one with commits.
  guard kind == .folder else { return false }
  if try repository.status("packed-refs") != nil { return true }
  guard let refs = try repository.folderIfPresent("refs")?.folderIfPresent("heads") else { return false }
  return try refs.entries().isEmpty == false
}

/// A file's content; nil if there is none.
private func content(_ name: String, of folder: Folder) throws(SystemError) -> [UInt8]? {
  var bytes: [UInt8] = []
  do throws(ReadFailure) {
    try folder.read(name, into: &bytes)
  } catch {
    switch error {
    case .system(.missing): return nil
    case .system(let error): throw error
    case .notAFile, .tooLarge: throw .fileInPath
    }
  }
  return bytes
}
