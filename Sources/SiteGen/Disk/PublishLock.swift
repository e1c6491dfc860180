import Foundation

/// Keeps other builds from an output folder while `body` runs, or until the process ends, however it ends. Waits for
/// another build, at most as long as the hooks' timeout. `body` gets the folder that holds the output.
///
/// Why that folder is locked: nothing has to be made for it, so a build that changes nothing touches nothing.
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

/// Locks the folder, unless another process has.
private func isLockedElsewhere(_ folder: Folder, _ output: OutputFolder) throws(PublishError) -> Bool {
  do throws(SystemError) {
    return try folder.lock() == false
  } catch {
    throw .writingFailed("the parent folder of '\(output.shown)' cannot be locked: \(error.words)", remedy: nil)
  }
}
