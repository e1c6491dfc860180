import Foundation

/// The numbers of files that a publication wrote, kept and removed, not counting the record.
struct PublishSummary: Equatable, Sendable {
  /// New or changed files.
  var written = 0
  var unchanged = 0
  var removed = 0
}

/// Publishes a site to an output folder in one step: at every moment, the folder is either the complete old site or the
/// complete new one (`SiteExchange`). Where that is impossible or not wanted, the files are replaced one by one
/// (`FileReplacement`), which the hooks announce first.
///
/// If nothing changed, nothing is touched. Files that sitegen did not write are kept. The folder is refused if a new
/// file has the path of such a file, or if a file that sitegen wrote was changed by hand.
func publish(
  _ tree: OutputTree, to output: OutputFolder, _ options: PublishOptions = PublishOptions(),
  hooks: PublishHooks = PublishHooks()
) throws(PublishError) -> PublishSummary {
  try deferringSignals { () throws(PublishError) in
    let files = tree.allFiles()
    hooks.timings.end("list files", Amount(files.count, "files"))
    if let stray = files.first(where: { !isPathInside($0.path) }) {
      throw .writingFailed("'\(stray.path)' is not a valid path in a site", remedy: nil)
    }
    let lock = try lockRecovered(output, hooks)
    defer { withExtendedLifetime(lock) {} }
    let summary = try publish(files, to: output, lock, options, hooks)
    // The signal came too late to stop the publication.
    if let interruption = Interruption.arrived { throw PublishError.interrupted(interruption).afterPublishing() }
    return summary
  }
}

/// Locks the output, and completes or undoes an interrupted publication.
private func lockRecovered(_ output: OutputFolder, _ hooks: PublishHooks) throws(PublishError) -> OutputLock {
  while true {
    let lock = try lock(output, hooks)
    hooks.reached(.locked)
    try Workspace(of: output, lock).recover(hooks)
    do throws(SystemError) {
      let found = try lock.parent.status(output.name)
      if lock.site != nil || found == nil { return lock }
    } catch {
      throw .readingFailed(output.shown, error)
    }
    // The old site was put back in its place, and is not locked yet.
  }
}

private func publish(
  _ files: [OutputFile], to output: OutputFolder, _ lock: OutputLock, _ options: PublishOptions, _ hooks: PublishHooks
) throws(PublishError) -> PublishSummary {
  let workspace = Workspace(of: output, lock)
  let inside = lock.site.map { Workspace(inside: $0, of: output) }
  try inside?.removeIfOwned()
  let old = try OldSite(output, lock, newPaths: files.map(\.path))
  hooks.reached(.compared)
  var reason = lock.site == nil ? nil : try reasonToStay(output, lock.parent, options)
  if reason == nil {
    let exchange = SiteExchange(workspace: workspace, old: old, options: options, hooks: hooks)
    if let summary = try removing(workspace, after: exchange.run, files) { return summary }
    reason = "the file system cannot exchange it with another folder"
  }
  guard let inside, let reason else { return PublishSummary() }
  let replacement = FileReplacement(workspace: inside, old: old, options: options, hooks: hooks, reason: reason)
  return try removing(inside, after: replacement.run, files)
}

/// The reason why the output folder itself must stay; nil if it can be exchanged.
private func reasonToStay(
  _ output: OutputFolder, _ parent: Folder, _ options: PublishOptions
) throws(PublishError) -> String? {
  if options.isInPlace { return "'--in-place' keeps the folder" }
  do throws(SystemError) {
    if try parent.isMount(output.name) { return "it is a mount point" }
  } catch {
    throw .readingFailed(output.shown, error)
  }
  guard let other = try mountElsewhere(of: output.fullPath) else { return nil }
  return "it is also mounted at '\(other)', where another folder would not appear"
}

/// Runs a publication, then removes its workspace.
private func removing<Result>(
  _ workspace: Workspace, after run: ([OutputFile]) throws(PublishError) -> Result, _ files: [OutputFile]
) throws(PublishError) -> Result {
  let result: Result
  do throws(PublishError) {
    result = try run(files)
  } catch {
    let reason = error
    // The next build removes what cannot be removed now; the first error matters more to the user.
    do throws(PublishError) { try workspace.remove() } catch {}
    throw reason
  }
  try afterPublishing { () throws(PublishError) in try workspace.remove() }
  return result
}
