/// Where a site is to be published: the folder, and the workspace beside it in which the new site is made.
struct OutputFolder: Sendable {
  /// As the user wrote it.
  let shown: String
  private let path: OutputPath

  /// Without `output`, the project's folder `public`. Refuses what is, holds or lies in one of the inputs: `project` as
  /// a whole, or its input folders and what their links lead to (`linked`).
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

  /// `.<name>.sitegen` beside the output: there only while a site is published, or after an interruption.
  var workspaceName: String { ".\(name).sitegen" }

  /// As messages name it.
  var workspace: String { String(fullPath.dropLast(name.count)) + workspaceName }

  /// Opens the folder that holds the output; makes it where it is missing.
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
