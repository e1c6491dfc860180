/// Checks a project and writes nothing. With `coverage`, the report lists the unused quantities of the seeds.
public func checkProject(
  at project: String, strict: Bool = false, coverage: Bool = false, timings: Timings = .off
) -> BuildReport {
  var builder = Builder(timings: timings)
  let report = check(read(project, timings), strict: strict, coverage: coverage, writes: false, &builder).report
  timings.end("report")
  return report
}

/// Checks a project and, if it has no errors, publishes its site to `output`, by default the project's folder `public`.
///
/// `say` receives a line if this build has to wait for another one, and one if it cannot publish the site in one step.
public func buildProject(
  at project: String, output: String? = nil, strict: Bool = false, options: PublishOptions = PublishOptions(),
  timings: Timings = .off, say: @escaping @Sendable (String) -> Void = { _ in }
) -> BuildReport {
  var builder = Builder(timings: timings)
  let checked = check(read(project, timings), strict: strict, &builder)
  timings.end("report")
  var report = checked.report
  guard report.exitStatus == 0, let site = checked.site else { return report }
  do throws(PublishError) {
    let folder = try OutputFolder(output, project: project, linked: checked.linked)
    var hooks = PublishHooks()
    let timeout = Int(hooks.timeout)
    hooks.waits = { holder in
      let other = "another build" + (holder.map { ", \($0)," } ?? "")
      say("\(other) is writing to '\(folder.shown)': waiting at most \(timeout) seconds for it")
    }
    hooks.announces = say
    hooks.timings = timings
    hooks.reached = { step in timings.end(step.stageBefore) }
    _ = try publish(site.tree, to: folder, options, hooks: hooks)
    timings.end("leave the output")
  } catch {
    report.publishError = error
    if error.left != .newSite { report.summary = nil }
  }
  return report
}

private func read(_ project: String, _ timings: Timings) -> Checked<FoundFiles> {
  let found = readProject(at: project)
  let files = found.value.files
  timings.end("read files", Amount(files.count, "files", bytes: files.reduce(0) { $0 + $1.bytes.count }))
  return found
}

extension PublishStep {
  /// The stage that ends with this step.
  fileprivate var stageBefore: String {
    switch self {
    case .locked: "lock the output"
    case .compared: "read the old record"
    case .written: "compare with the old record"
    case .linked: "share unchanged files"
    case .recorded: "write the record"
    case .synced: "wait for the disk"
    case .ready: "mark as complete"
    case .exchanged: "exchange the sites"
    case .setAside, .movedOne, .movedUnmanaged: "move files of others"
    case .removedOne, .removed: "remove the old site"
    case .staged: "wait for the disk"
    case .recordedBoth, .recordedNew: "write the record"
    case .replacedOne: "replace files"
    }
  }
}

/// Checks the files of a project; the site is nil if a diagnostic is an error. `writes` says whether it will be written.
func check(
  _ read: Checked<FoundFiles>, strict: Bool, coverage: Bool = false, writes: Bool = true, _ builder: inout Builder
) -> (report: BuildReport, site: BuiltSite?, linked: [String]) {
  // Why: without sitegen.yaml, no other diagnostic matters.
  let isProject = read.value.files.contains { $0.path == "sitegen.yaml" }
  let unread = read.diagnostics.map(\.place.file.path)
  let proven = isProject ? builder.prove(read.value.files, unread: unread) : Checked(nil)
  let built = builder.build(proven, writes: writes)
  var diagnostics = bounded(
    sortedForPrinting(read.diagnostics + built.diagnostics), limit: read.value.limits.diagnostics)
  if strict {
    for index in diagnostics.indices { diagnostics[index].severity = .error }
  }
  var report = BuildReport(diagnostics: diagnostics)
  if report.exitStatus == 0, let built = built.value {
    let (claims, sources) = (built.sheet.evidence.count, built.sheet.dossier.sources.count)
    let pages = counted(built.tree.files.count { $0.path.hasSuffix(".html") }, "page")
    report.summary =
      (writes ? pages + ", " : "") + "\(counted(claims, "claim")) from \(counted(sources, "source"))"
      + ", all quotations found"
  }
  if coverage { report.coverage = proven.value.map { coverageText(of: $0.sheet) } }
  return (report, report.exitStatus == 0 ? built.value : nil, read.value.linked)
}
