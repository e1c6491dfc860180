/// A project that is read again whenever its files change: what `build` would publish, kept in memory.
///
/// Used from one thread. Each reading equals a clean build: a result is used again only with everything that it was made
/// from (`Builder`).
public final class WatchedSite {
  private let project: String
  private let isStrict: Bool
  private var known = KnownFiles()
  private var builder = Builder()
  private var diagnostics: [String] = []
  private var isFirst = true
  /// Whether the project's folder could be watched; without it, nothing would report that it is back.
  private var isThere = false
  /// Of the project's folder when it was read; nil where there was none.
  private var identity: Result<FileIdentity?, SystemError> = .success(nil)
  private var hasUnread = false
  private var costOfReading = Duration.zero
  private let watch = FolderWatch()
  /// Why files are looked at from time to time instead of waiting for the system's reports; nil where it reports.
  public private(set) var reasonForPolling: String?

  /// One reading of the project.
  public struct Reading: Sendable {
    public var report: BuildReport
    /// Nil if a diagnostic is an error.
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
    let diagnostics = read.diagnostics.map { $0.place.file.path + ": " + $0.message }
    known = read.value.known
    guard isFirst || !changed.isEmpty || diagnostics != self.diagnostics else { return nil }
    isFirst = false
    self.diagnostics = diagnostics
    let checked = check(read, strict: isStrict, &builder)
    return Reading(report: checked.report, site: checked.site.map(SiteInMemory.init), changed: changed)
  }

  /// Waits until files may have changed.
  public func waitForChange() {
    if reasonForPolling != nil || !isThere {
      // Why: with many files, looking at them takes time; it may take a fortieth of the whole.
      sleepFor(max(.milliseconds(400), costOfReading * 40))
      return
    }
    // Why not for ever: the system does not report that a folder above was moved, or that a file can be read again.
    while !watch.wait(forAtMost: 1000) {
      if hasUnread || folderIdentity(of: project) != identity { return }
    }
  }

  /// Waits until changed files are left alone for a moment, for at most two seconds.
  public func waitForCalm() {
    guard reasonForPolling == nil else { return }
    // Why: editors save in several steps, and other programs write many files; all of that is one change.
    let clock = ContinuousClock()
    let end = clock.now + .seconds(2)
    while clock.now < end, watch.wait(forAtMost: 8) {}
  }

  /// Whether the system reports changed inputs that were not read yet, now or within a time.
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
