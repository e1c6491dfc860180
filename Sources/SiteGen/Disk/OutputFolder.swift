/// The folder to which a site is published, and the workspace next to it in which the new site is made.
struct OutputFolder: Sendable {
  /// The path for messages: `output` or, by default, `public` in `project`, as the user wrote them.
  let shown: String
  private let path: OutputPath

  /// Without `output`, the folder is `public` in the project. Refuses a folder that is, contains or is inside an input:
  /// sitegen.yaml, an input folder of `project`, or a target of a link in these (`linked`). The output may be inside
  /// `project`, but may not be or contain it.
  init(_ output: String?, project: String, linked: [String]) throws(PublishError) {
    shown = output ?? (project == "." ? "public" : project.hasSuffix("/") ? project + "public" : project + "/public")
    let conflict: String?
    do throws(SystemError) {
      let project = try realPath(project)
      path = try OutputPath(output, project: project)
      conflict = try path.conflict(withInputsOf: project, linked: linked)
    } catch {
      guard error.isAboutPath else { throw .readingFailed(shown, error) }
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

  /// Opens the folder that contains the output. Makes that folder, and the folders above it, if they are missing.
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
