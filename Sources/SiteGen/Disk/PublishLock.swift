import Foundation

/// Runs `body` with the folder that contains the output, and locks that folder against other builds until `body`
/// returns or the process ends. Waits for another build, but not longer than the hooks' timeout.
///
/// Why a folder is locked instead of a lock file: a lock file would have to be made, but a build that changes nothing
/// must touch nothing.
func holdingLock<Value>(
  of output: OutputFolder, _ hooks: PublishHooks, _ body: (Folder) throws(PublishError) -> Value
) throws(PublishError) -> Value {
  let parent = try output.openParent()
  defer { parent.unlock() }
  var waited = 0.0
  var isSaid = false
  while try isLockedElsewhere(parent, output) {
    guard waited < hooks.timeout else {
      throw .refused(
        "another build is writing beside '\(output.shown)' and has not finished in \(Int(hooks.timeout)) seconds",
        remedy: "wait for it, or end it, and build again")
    }
    if waited >= hooks.delay, !isSaid {
      hooks.waits()
      isSaid = true
    }
    usleep(20_000)
    waited += 0.02
  }
  return try body(parent)
}

/// Whether another process holds the lock; if not, this process holds it now.
private func isLockedElsewhere(_ folder: Folder, _ output: OutputFolder) throws(PublishError) -> Bool {
  do throws(SystemError) {
    return try folder.lock() == false
  } catch {
    throw .writingFailed("the parent folder of '\(output.shown)' cannot be locked: \(error.words)", remedy: nil)
  }
}
