/// The result of `sitegen diff`.
public struct DiffReport: Sendable {
  /// The errors of the inputs, sorted as for a check; empty if they have none.
  public var diagnostics: [Diagnostic] = []
  /// Why the sites could not be compared.
  public var error: PublishError?
  /// The changes; empty text if there are none, nil if the sites could not be compared.
  public var text: String?

  /// 0: nothing would change; 2: something would; 1: input errors, here or in what the project is compared with; 73, 74:
  /// the other site cannot be read; 128 plus the number of a signal.
  public var exitStatus: Int32
}

/// Compares what a project would publish now with what it published (`public/`), with another published folder, with
/// another project, or with a revision of the project in git.
///
/// `against` names the latter: a folder, or else a revision. Nothing is written in the project or in the repository.
public func diffProject(at project: String, against other: String?, as format: DiffFormat) -> DiffReport {
  var builder = Builder()
  let checked = check(readProject(at: project), strict: false, &builder)
  guard let site = checked.site, let after = PublishedData(site, checked.report.diagnostics) else {
    let errors = checked.report.diagnostics.filter { $0.severity == .error }
    return DiffReport(diagnostics: errors, exitStatus: 1)
  }
  do throws(PublishError) {
    // Why: a signal must not leave the temporary folder of a revision.
    let before = try deferringSignals { () throws(PublishError) in try publishedData(of: other, project: project) }
    if let interruption = Interruption.arrived { throw .interrupted(interruption) }
    let changes = SiteChanges(from: before, to: after, notes: site.sheet.dossier.notes.map(\.file))
    return DiffReport(text: changes.written(as: format), exitStatus: changes.isEmpty ? 0 : 2)
  } catch {
    return DiffReport(error: error, exitStatus: error.exitStatus)
  }
}

private func publishedData(of other: String?, project: String) throws(PublishError) -> PublishedData {
  let path = other ?? shownPrefix(of: project) + "public"
  let status: FileStatus?
  do throws(SystemError) {
    status = try FileStatus.of(path, followingLinks: true)
  } catch {
    // A revision such as "main/x" may go through a file.
    guard other != nil, error.isAboutPath else { throw .readingFailed(path, error) }
    status = nil
  }
  if status?.kind == .folder { return try publishedData(inFolder: path) }
  guard let other else {
    throw .refused("nothing was published yet: there is no '\(path)'", remedy: "name something else with --against")
  }
  return try withRevision(other, of: project) { folder throws(PublishError) in
    try publishedData(ofProject: folder, shownAs: "the project at revision '\(other)'")
  }
}

private func publishedData(inFolder path: String) throws(PublishError) -> PublishedData {
  do throws(ReadFailure) {
    let folder: Folder
    let isProject: Bool
    do throws(SystemError) {
      folder = try Folder(path)
      isProject = try folder.status("sitegen.yaml") != nil
    } catch {
      throw .system(error)
    }
    if !isProject, let data = try PublishedData(publishedIn: folder) { return data }
    guard isProject else { throw .notAFile }
  } catch {
    if case .system(let system) = error, system != .missing { throw .readingFailed(path, system) }
    throw .refused(
      "'\(path)' is neither a project nor a site that sitegen published", remedy: "name another folder with --against")
  }
  return try publishedData(ofProject: path, shownAs: "'\(path)'")
}

private func publishedData(ofProject path: String, shownAs name: String) throws(PublishError) -> PublishedData {
  var builder = Builder()
  let checked = check(readProject(at: path), strict: false, &builder)
  guard let site = checked.site, let data = PublishedData(site, checked.report.diagnostics) else {
    let errors = checked.report.diagnostics.filter { $0.severity == .error }
    let shown = errors.prefix(5).map { "\($0.place.file.path): \($0.message) [\($0.rule.id)]" }
    var error = PublishError.refused(
      "\(name) has errors, so it cannot be built", details: shown, remedy: "name something else with --against")
    error.exitStatus = 1
    throw error
  }
  return data
}
