/// Checks a project and writes nothing; with `coverage` the report says what nobody used of the seeds.
public func checkProject(at project: String, strict: Bool = false, coverage: Bool = false) -> BuildReport {
  var memory = BuildMemory()
  return check(readProject(at: project), strict: strict, coverage: coverage, &memory).report
}

/// Checks a project and, when there is no error in it, makes the output folder hold its site: `output`, else the project's
/// folder `public`.
///
/// `say` is given a line for the person who waits while another build holds the folder, once and at once.
public func buildProject(
  at project: String, output: String? = nil, strict: Bool = false, say: @escaping @Sendable (String) -> Void = { _ in }
) -> BuildReport {
  var memory = BuildMemory()
  let checked = check(readProject(at: project), strict: strict, &memory)
  var report = checked.report
  guard report.exitStatus == 0, let site = checked.site else { return report }
  do throws(PublishError) {
    let folder = try OutputFolder(output, project: project, linked: checked.linked)
    var hooks = PublishHooks()
    let timeout = Int(hooks.timeout)
    hooks.waits = {
      say("another build is writing beside '\(folder.shown)': waiting for it, at most for \(timeout) seconds")
    }
    _ = try publish(site.tree, to: folder, hooks: hooks)
  } catch {
    report.publishError = error
    report.summary = nil
  }
  return report
}

/// Checks what was read of a project; the site is nil with an error among the findings.
func check(
  _ read: Checked<FoundFiles>, strict: Bool, coverage: Bool = false, _ memory: inout BuildMemory
) -> (report: BuildReport, site: BuiltSite?, linked: [String]) {
  // Why: without sitegen.yaml nothing else that could be found matters.
  let isProject = read.value.files.contains { $0.path == "sitegen.yaml" }
  let unread = read.diagnostics.map(\.place.file.path)
  let built = isProject ? buildSite(read.value.files, unread: unread, &memory) : Checked(nil)
  var diagnostics = sortedForPrinting(read.diagnostics + built.diagnostics)
  if strict {
    for index in diagnostics.indices { diagnostics[index].severity = .error }
  }
  var report = BuildReport(diagnostics: diagnostics)
  if report.exitStatus == 0, let summary = built.value?.summary {
    report.summary =
      "\(counted(summary.pages, "page")), \(counted(summary.claims, "claim")) from \(counted(summary.sources, "source"))"
      + ", all quotations found"
  }
  if coverage, isProject { report.coverage = coverageText(of: read.value.files, unread: unread) }
  return (report, report.exitStatus == 0 ? built.value : nil, read.value.linked)
}

private func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
