/// Writes new files below a folder, with the folders that they need: all of them or none. `above` stands before each path
/// in messages.
///
/// Throws if one of the files exists, `whatToDo` being the remedy, or cannot be written, or at a signal.
func writeNewFiles(
  _ files: [(path: String, bytes: [UInt8])], below folder: Folder, shownIn above: String, ifPresent whatToDo: String
) throws(PublishError) {
  var cursor = FolderCursor(folder)
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
      present.joined(separator: ", ") + (present.count == 1 ? " is" : " are") + " there already", remedy: whatToDo)
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
}

private func write(
  _ bytes: [UInt8], to path: String, shownIn above: String, _ cursor: inout FolderCursor
) throws(PublishError) {
  do throws(SystemError) {
    try cursor.replace(path, holding: nil, with: bytes)
  } catch {
    throw .writingFailed(above + path, error)
  }
}

/// Opens the folder of a project, in which sitegen is to write.
func openProject(_ project: String) throws(PublishError) -> Folder {
  do throws(SystemError) {
    let folder = try Folder(project)
    if try folder.status("sitegen.yaml") != nil { return folder }
  } catch {
    throw .refused(
      "the project folder '\(project)' cannot be opened: \(error.words)", remedy: "name another one with --project")
  }
  throw .refused(
    "'\(project)' is not a project: it has no sitegen.yaml",
    remedy: "run sitegen in a folder that has one, name it with --project, or make a new one with 'sitegen new FOLDER'")
}

/// What stands before the paths of a project in messages.
func shownPrefix(of project: String) -> String {
  project == "." ? "" : project.hasSuffix("/") ? project : project + "/"
}
