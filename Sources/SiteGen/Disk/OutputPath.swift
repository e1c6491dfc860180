/// The path of an output folder, with links resolved where that is safe.
///
/// A checkout can contain links. A link is followed only where a checkout cannot have put it: in an absolute path,
/// outside the project and the current folder.
struct OutputPath: Sendable {
  /// The names from the root to the last folder that exists.
  private var existing: [String]
  /// The names from there to the output, which do not exist yet.
  private(set) var missing: [String] = []

  /// Without `output`, the path is that of `public` in the project; `project` is a real path. Throws `symbolicLink` for
  /// a link that is not followed, `fileInPath` if a component is a file, and `missing` for a link without a target and
  /// for `..` below a missing folder.
  init(_ output: String?, project: String) throws(SystemError) {
    let isAbsolute = output?.hasPrefix("/") == true
    existing = isAbsolute ? [] : parts(output == nil ? project : try realPath("."))
    // Linux also follows at most 40 links.
    var linksLeft = isAbsolute ? 40 : 0
    var rest = Array(parts(output ?? "public").reversed())
    while let name = rest.popLast() {
      let path = absolute(existing + [name])
      if name == ".." {
        guard missing.isEmpty else { throw .missing }
        _ = existing.popLast()
      } else if missing.isEmpty, let status = try FileStatus.of(path) {
        switch status.kind {
        case .folder: existing.append(name)
        case .file, .other: throw .fileInPath
        case .link:
          linksLeft -= 1
          guard linksLeft >= 0, try isOutsideOfCheckouts(project) else { throw .symbolicLink }
          guard try FileStatus.of(path, followingLinks: true) != nil else { throw .missing }
          let target = try target(ofLink: path)
          if target.hasPrefix("/") { existing = [] }
          rest += parts(target).reversed()
        }
      } else {
        missing.append(name)
      }
    }
  }

  /// Absolute, without links.
  var full: String { absolute(existing + missing) }

  /// Nil for the root folder.
  var name: String? { missing.last ?? existing.last }

  /// The innermost existing folder above the output.
  var folderAbove: String { absolute(missing.isEmpty ? existing.dropLast() : existing) }

  /// The conflict of the output with the inputs, as the rest of a sentence that begins with the output; nil if there is
  /// none.
  ///
  /// Why identities are compared: on a file system that ignores case, and with bind mounts, one folder has several
  /// paths.
  func conflict(withInputsOf project: String, linked: [String]) throws(SystemError) -> String? {
    if name == nil { return "cannot be the root folder" }
    let aboveOutput = try identities(from: full)
    let output = try FileStatus.of(full)?.identity
    for input in [project] + linked + (inputFolders + ["sitegen.yaml"]).map({ project + "/" + $0 }) {
      guard let status = try FileStatus.of(input, followingLinks: true) else { continue }
      if let output, try identities(from: realPath(input)).contains(output) { return "is or contains the inputs" }
      if input != project, aboveOutput.contains(status.identity) { return "is inside the inputs" }
    }
    let isMissingInput = absolute(existing) == project && missing.first.map(inputFolders.contains) == true
    return isMissingInput ? "has the name of an input folder" : nil
  }

  /// Whether the folder reached so far is outside every folder into which a checkout may have put a link.
  private func isOutsideOfCheckouts(_ project: String) throws(SystemError) -> Bool {
    let folders = try identities(from: absolute(existing))
    for root in [project, "."] {
      if let root = try FileStatus.of(root), folders.contains(root.identity) { return false }
    }
    return true
  }
}

private func parts(_ path: String) -> [String] {
  path.split(separator: "/").map(String.init).filter { $0 != "." }
}

private func absolute(_ names: some Sequence<String>) -> String {
  "/" + names.joined(separator: "/")
}
