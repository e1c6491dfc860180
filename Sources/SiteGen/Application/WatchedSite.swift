/// A project that is read again whenever its files change. The site that `build` would publish is kept in memory.
///
/// Used from one thread. The result of each reading equals that of a clean build: a partial result is reused only if
/// all its inputs are unchanged (`Builder`).
public final class WatchedSite {
  private let project: String
  private let isStrict: Bool
  private var known = KnownFiles()
  private var builder = Builder()
  private var diagnostics: [String] = []
  private var isFirst = true
  /// Whether the project's folder existed at the last reading. If it did not, no event would report that it exists
  /// again.
  private var isThere = false
  /// The identity of the project's folder at the last reading; nil if there was none.
  private var identity: Result<FileIdentity?, SystemError> = .success(nil)
  private var hasUnread = false
  private var costOfReading = Duration.zero
  private let watch = FolderWatch()
  /// The reason why files are polled; nil if the system reports changes.
  public private(set) var reasonForPolling: String?

  /// One reading of the project.
  public struct Reading: Sendable {
    public var report: BuildReport
    /// Nil if a diagnostic is an error.
    public var site: SiteInMemory?
    /// The sorted paths of inputs that were added, removed or changed since the previous reading.
    public var changed: [String]
  }

  public init(at project: String, strict: Bool = false) {
    self.project = project
    isStrict = strict
    reasonForPolling = watch.failure
  }

  /// Reads changed files and checks everything; nil if nothing has changed since the last reading.
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
      // Why: polling many files takes time, so the pause is forty times as long as a reading.
      sleepFor(max(.milliseconds(400), costOfReading * 40))
      return
    }
    // Why there is a limit: the system does not report that a parent folder was moved, or that a file became readable.
    while !watch.wait(forAtMost: 1000) {
      if hasUnread || folderIdentity(of: project) != identity { return }
    }
  }

  /// Waits until no file has changed for 8 ms, but at most two seconds. Does nothing if files are polled.
  public func waitForCalm() {
    guard reasonForPolling == nil else { return }
    // Why: editors save in several steps, and other programs write many files. These changes belong together.
    let clock = ContinuousClock()
    let end = clock.now + .seconds(2)
    while clock.now < end, watch.wait(forAtMost: 8) {}
  }

  /// Whether inputs have changed since the last reading, or change within the given time; false if files are polled.
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
