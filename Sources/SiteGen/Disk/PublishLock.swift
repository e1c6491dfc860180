import Foundation

/// The lock of an output: no other build writes to it while these folders are open.
///
/// An output is locked by its own folder and by its workspace, so that builds of two outputs never wait for each other.
/// Why both: the folder is exchanged during a publication, and a first build has only a workspace.
///
/// Why folders are locked instead of a lock file: a lock file would have to be made, but a build that changes nothing
/// must touch nothing.
struct OutputLock {
  /// The folder that holds the output and the workspace.
  let parent: Folder
  let site: Folder?
  let workspace: Folder?
}

/// Locks an output against other builds until the result is released or the process ends. Waits for another build, but
/// not longer than the hooks' timeout.
func lock(_ output: OutputFolder, _ hooks: PublishHooks) throws(PublishError) -> OutputLock {
  let parent = try output.openParent()
  let began = ContinuousClock.now
  var isSaid = false
  while true {
    let attempt = try attemptLock(of: output, in: parent)
    if case .locked(let lock) = attempt { return lock }
    try hooks.checkForSignal()
    // Why a clock: on a busy machine, a pause can take ten times as long as was asked for.
    let waited = began.duration(to: .now) / .seconds(1)
    guard waited < hooks.timeout else {
      let holder = attempt.holder.map { ", \($0)," } ?? ""
      throw .refused(
        "another build\(holder) is writing to '\(output.shown)' and has not finished in \(Int(hooks.timeout)) seconds",
        remedy: "wait for it, or end it, and build again")
    }
    if waited >= hooks.delay, !isSaid {
      hooks.waits(attempt.holder)
      isSaid = true
    }
    usleep(20_000)
  }
}

private enum LockAttempt {
  case locked(OutputLock)
  case heldElsewhere(FileIdentity)
  /// Another build exchanged or removed a folder while it was being locked.
  case changed

  var holder: String? {
    if case .heldElsewhere(let folder) = self { lockHolder(of: folder) } else { nil }
  }
}

private func attemptLock(of output: OutputFolder, in parent: Folder) throws(PublishError) -> LockAttempt {
  let site: Folder?
  do throws(SystemError) {
    site = try parent.folderIfPresent(output.name)
    if let site {
      let identity = try site.status().identity
      guard try site.lock() else { return .heldElsewhere(identity) }
      guard try parent.status(output.name)?.identity == identity else { return .changed }
    }
  } catch {
    throw .readingFailed(output.shown, error)
  }
  guard let workspace = try workspace(of: output, in: parent, isNeeded: site == nil) else {
    return .locked(OutputLock(parent: parent, site: site, workspace: nil))
  }
  do throws(SystemError) {
    let identity = try workspace.status().identity
    guard try workspace.lock() else { return .heldElsewhere(identity) }
    guard try parent.status(output.workspaceName)?.identity == identity else { return .changed }
    if site == nil, try parent.status(output.name) != nil { return .changed }
  } catch {
    throw .readingFailed(output.workspace, error)
  }
  return .locked(OutputLock(parent: parent, site: site, workspace: workspace))
}

/// The workspace, which is made if it `isNeeded`. Nil if it is not needed and does not exist, or if something other than
/// a folder has its name, which recovering refuses.
private func workspace(of output: OutputFolder, in parent: Folder, isNeeded: Bool) throws(PublishError) -> Folder? {
  let name = output.workspaceName
  do throws(SystemError) {
    let kind = try parent.status(name)?.kind
    if kind == .folder, let folder = try parent.folderIfPresent(name) { return folder }
    guard isNeeded, kind == nil || kind == .folder else { return nil }
  } catch {
    throw .readingFailed(output.workspace, error)
  }
  do throws(SystemError) {
    return try parent.makeFolder(name)
  } catch {
    // Another build removed it meanwhile, or another program put something in its place.
    throw .workspaceNotMade(output, error)
  }
}

extension PublishError {
  static func workspaceNotMade(_ output: OutputFolder, _ error: SystemError) -> PublishError {
    .writingFailed(
      output.shown, error,
      remedy: "make its parent folder writable, because the new site is made there, or name another with --output")
  }
}
