/// Copies embedded files to a project's Templates/. Returns the paths of the copies.
///
/// If one of the copies already exists, nothing is written. Unknown names are ignored.
public func copyTemplates(_ names: [String], to project: String) throws(PublishError) -> [String] {
  var cursor = FolderCursor(try openProject(project))
  let embedded = embeddedTemplates()
  var files: [(path: String, bytes: [UInt8])] = []
  for name in names.compactMap(embeddedName) {
    let path = "Templates/" + name
    guard let bytes = embedded[name]?.bytes, !files.contains(where: { $0.path == path }) else { continue }
    files.append((path, bytes))
  }
  let above = project == "." ? "" : project.hasSuffix("/") ? project : project + "/"
  var present: [String] = []
  for file in files {
    do throws(SystemError) {
      if try cursor.status(file.path) != nil { present.append("'\(above)\(file.path)'") }
    } catch {
      throw .writingFailed(above + file.path, error)
    }
  }
  guard present.isEmpty else {
    throw .refused(
      present.joined(separator: ", ") + (present.count == 1 ? " is" : " are") + " there already",
      remedy: "change the copy, or move it away first")
  }
  for file in files {
    do throws(SystemError) {
      try cursor.write(file.path, file.bytes)
    } catch {
      throw .writingFailed(above + file.path, error)
    }
  }
  return files.map { above + $0.path }
}

private func openProject(_ project: String) throws(PublishError) -> Folder {
  do throws(SystemError) {
    let folder = try Folder(project)
    if try folder.status("sitegen.yaml") != nil { return folder }
  } catch {
    throw .refused(
      "the project folder '\(project)' cannot be opened: \(error.words)", remedy: "name another one with --project")
  }
  throw .refused(
    "'\(project)' is not a project: it has no sitegen.yaml",
    remedy: "run sitegen in a folder that has one, or name it with --project")
}
