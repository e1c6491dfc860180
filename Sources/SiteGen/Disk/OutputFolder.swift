/// Where a site is to be published: the folder, and the workspace beside it in which the new one is made.
struct OutputFolder: Sendable {
  /// Real, absolute, without links.
  let path: String
  /// As the person wrote it.
  let shown: String
  let parent: String
  /// `.<name>.sitegen` in the same parent: there only while a site is published, or after an interruption.
  let workspace: String

  var new: String { workspace + "/new" }
  var old: String { workspace + "/old" }
  var ready: String { workspace + "/ready" }
  /// By which sitegen knows the workspace as its own.
  var mark: String { workspace + "/made-by-sitegen" }
  /// The note of the inode before it is complete.
  var draft: String { ready + ".new" }
  /// Keeps version control from what an interruption leaves behind.
  var ignore: String { workspace + "/.gitignore" }

  /// Resolves links: an output folder that is a link is published where it leads. Refuses what is, holds or lies
  /// in one of the inputs: `project` as a whole, or its input folders and what their links lead to.
  init(_ output: String, project: String, linked: [String]) throws(PublishError) {
    shown = output
    do throws(SystemError) {
      path = try resolvedPath(output)
    } catch {
      throw .refused(
        "the output '\(output)' cannot be used: \(error.words)", remedy: "name another folder with --output")
    }
    guard let slash = path.utf8.lastIndex(of: 0x2F), path != "/" else {
      throw .refused("the output cannot be the root folder", remedy: "name another folder with --output")
    }
    let name = path[path.utf8.index(after: slash)...]
    parent = slash == path.startIndex ? "/" : String(path[..<slash])
    workspace = (parent == "/" ? "" : parent) + "/." + name + ".sitegen"
    try refuseInputs(project: project, linked: linked)
  }

  /// Why by identity: a disk that ignores case, or a bind mount, gives one folder two names.
  private func refuseInputs(project: String, linked: [String]) throws(PublishError) {
    let aboveOutput = identities(from: path)
    let itself = try? FileStatus(path, followingLinks: true).identity
    let remedy = "name a folder of its own with --output, such as public"
    for input in [project] + linked + inputFolders.map({ project + "/" + $0 }) + [project + "/sitegen.yaml"] {
      guard let real = try? resolvedPath(input), let status = try? FileStatus(real) else { continue }
      if let itself, identities(from: real).contains(itself) {
        throw .refused("the output '\(shown)' is or holds the inputs", remedy: remedy)
      }
      if input != project, aboveOutput.contains(status.identity) {
        throw .refused("the output '\(shown)' lies in the inputs", remedy: remedy)
      }
    }
    for folder in inputFolders where path == (try? resolvedPath(project + "/" + folder)) {
      throw .refused("the output '\(shown)' is where the inputs are to be", remedy: remedy)
    }
  }
}

/// Of a path and of all folders above it, those that exist.
private func identities(from path: String) -> Set<FileIdentity> {
  var found: Set<FileIdentity> = []
  var rest = path
  while true {
    if let status = try? FileStatus(rest.isEmpty ? "/" : rest) { found.insert(status.identity) }
    guard let slash = rest.utf8.lastIndex(of: 0x2F) else { return found }
    rest = String(rest[..<slash])
  }
}
