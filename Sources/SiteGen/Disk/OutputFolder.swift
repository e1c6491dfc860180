/// The folder to which a site is published, and the workspace next to it in which the new site is made.
struct OutputFolder: Sendable {
  /// As the user wrote it.
  let shown: String
  private let path: OutputPath

  /// Without `output`, it is the project's folder `public`. Refuses a folder that is, contains or is inside one of the
  /// inputs: the input folders of `project` and the targets of their links (`linked`). It may be inside `project`
  /// itself.
  init(_ output: String?, project: String, linked: [String]) throws(PublishError) {
    shown = output ?? (project == "." ? "public" : project.hasSuffix("/") ? project + "public" : project + "/public")
    let conflict: String?
    do throws(SystemError) {
      let project = try realPath(project)
      path = try OutputPath(output, project: project)
      conflict = try path.conflict(withInputsOf: project, linked: linked)
    } catch {
      throw .refused(
        "the output '\(shown)' cannot be used: \(error.words)",
        remedy: error == .symbolicLink
          ? "give --output the absolute path of the link's target"
          : "name another folder with --output")
    }
    if let conflict {
      throw .refused(
        "the output '\(shown)' \(conflict)", remedy: "name a separate folder with --output, such as public")
    }
  }

  /// Absolute, without links.
  var fullPath: String { path.full }

  var name: String { path.name ?? "" }

  /// `.<name>.sitegen` next to the output: it exists only during a publication, or after an interrupted one.
  var workspaceName: String { ".\(name).sitegen" }

  /// The workspace's path, for messages.
  var workspace: String { String(fullPath.dropLast(name.count)) + workspaceName }

  /// Opens the folder that contains the output, and makes it if it is missing.
  func openParent() throws(PublishError) -> Folder {
    var folder: Folder
    do throws(SystemError) {
      folder = try Folder(path.folderAbove)
    } catch {
      throw .writingFailed(
        "the parent folder of '\(shown)' cannot be opened: \(error.words)",
        remedy: "make it readable, or name another folder with --output")
    }
    do throws(SystemError) {
      for name in path.missing.dropLast() { folder = try folder.makeFolder(name) }
      return folder
    } catch {
      throw .writingFailed(shown, error, remedy: "name another folder with --output")
    }
  }
}
