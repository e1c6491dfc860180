/// A project that is read again whenever its files change: what `build` would publish, kept in memory.
///
/// Used from one thread. Each reading equals a clean build; what is used again is kept with all that it was made from
/// (`Builder`).
public final class WatchedSite {
  private let project: String
  private let isStrict: Bool
  private var known = KnownFiles()
  private var builder = Builder()
  private var findings: [String] = []
  private var isFirst = true
  /// Without the project's folder nothing could tell that it is back.
  private var isThere = false
  /// Of the project's folder when it was read; nil where there was none.
  private var identity: Result<FileIdentity?, SystemError> = .success(nil)
  private var hasUnread = false
  private var costOfReading = Duration.zero
  private let watch = FolderWatch()
  /// Why changes are asked for from time to time instead of being told by the system; nil where it tells.
  public private(set) var reasonForPolling: String?

  /// One reading of the project.
  public struct Reading: Sendable {
    public var report: BuildReport
    /// Nil with an error among the findings.
    public var site: SiteInMemory?
    /// Paths of the inputs that are new, gone or of other bytes since the reading before, sorted.
    public var changed: [String]
  }

  public init(at project: String, strict: Bool = false) {
    self.project = project
    isStrict = strict
    reasonForPolling = watch.failure
  }

  /// Reads what has changed and checks everything; nil when there was nothing new since the last time.
  public func read() -> Reading? {
    let clock = ContinuousClock()
    let start = clock.now
    isThere = false
    identity = folderIdentity(of: project)
    let read = readProject(at: project, known: known) { [self] folder in
      watch.add(folder, isRoot: !isThere)
      isThere = true
    }
    costOfReading = clock.now - start
    reasonForPolling =
      watch.failure ?? (read.value.linked.isEmpty ? nil : "there are symbolic links among the inputs")
    let changed = read.value.known.changes(since: known)
    hasUnread = !read.diagnostics.isEmpty
    let findings = read.diagnostics.map { $0.place.file.path + ": " + $0.message }
    known = read.value.known
    guard isFirst || !changed.isEmpty || findings != self.findings else { return nil }
    isFirst = false
    self.findings = findings
    let checked = check(read, strict: isStrict, &builder)
    return Reading(report: checked.report, site: checked.site.map(SiteInMemory.init), changed: changed)
  }

  /// Waits until files may have changed.
  public func waitForChange() {
    if reasonForPolling != nil || !isThere {
      // Why: looking takes its time with many files; it is to take no more than a fortieth of all.
      sleepFor(max(.milliseconds(400), costOfReading * 40))
      return
    }
    // Why not for ever: that a folder above was moved, a link leads elsewhere, or a file can be read again is not told.
    while !watch.wait(forAtMost: 1000) {
      if hasUnread || folderIdentity(of: project) != identity { return }
    }
  }

  /// Waits until files that have changed are left alone for a moment; no longer than two seconds.
  public func waitForCalm() {
    guard reasonForPolling == nil else { return }
    // Editors save in several steps, and other programs write many files: all of that is one change.
    let clock = ContinuousClock()
    let end = clock.now + .seconds(2)
    while clock.now < end, watch.wait(forAtMost: 8) {}
  }

  /// Whether inputs have changed that were not read yet, as far as the system tells, or do within a time.
  public func hasChanged(within time: Duration = .zero) -> Bool {
    guard reasonForPolling == nil else {
      sleepFor(time)
      return false
    }
    return watch.hasChanged(within: time)
  }
}

private func folderIdentity(of project: String) -> Result<FileIdentity?, SystemError> {
  Result { () throws(SystemError) in try FileStatus.of(project, followingLinks: true)?.identity }
}
