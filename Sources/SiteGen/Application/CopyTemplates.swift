/// Copies embedded files to a project's Templates/. Returns the paths of the copies.
///
/// All of them are copied or none: if one of the copies already exists or cannot be written, the others are not made. Unknown
/// names are ignored.
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
  try deferringSignals { () throws(PublishError) in
    for (index, file) in files.enumerated() {
      do throws(PublishError) {
        if let interruption = Interruption.arrived { throw .interrupted(interruption) }
        try write(file.bytes, to: file.path, shownIn: above, &cursor)
      } catch {
        for written in files[..<index] {
          do throws(SystemError) { try cursor.remove(written.path, holding: written.bytes) } catch {}
        }
        throw error
      }
    }
  }
  return files.map { above + $0.path }
}

private func write(
  _ bytes: [UInt8], to path: String, shownIn above: String, _ cursor: inout FolderCursor
) throws(PublishError) {
  do throws(SystemError) {
    try cursor.write(path, bytes)
  } catch {
    throw .writingFailed(above + path, error)
  }
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
