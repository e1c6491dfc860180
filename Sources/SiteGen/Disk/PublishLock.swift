#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps other builds from an output folder while `body` runs, or until the process ends, however it ends. Waits for
/// another build, at most as long as the hooks' patience.
///
/// Why the folder above is locked: nothing has to be made for it, so a build that changes nothing touches nothing.
func holdingLock<Value>(
  of output: OutputFolder, _ hooks: PublishHooks, _ body: () throws(PublishError) -> Value
) throws(PublishError) -> Value {
  do throws(SystemError) {
    try makeFolders(above: output.path)
  } catch {
    guard error.number == ENOTDIR || error.number == EEXIST else {
      throw .writingFailed(output.shown, error, remedy: "name another folder with --output")
    }
    throw .refused(
      "the output '\(output.shown)' cannot be made: \(error.words)", remedy: "name another folder with --output")
  }
  let folder = open(output.parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard folder >= 0 else {
    let words = SystemError.last.words
    throw .writingFailed(
      "the folder that holds '\(output.shown)' cannot be opened: \(words)",
      remedy: "make it readable, or name another folder with --output")
  }
  defer { close(folder) }
  var waited = 0.0
  var isSaid = false
  while flock(folder, LOCK_EX | LOCK_NB) != 0 {
    let error = SystemError.last
    // Some network file systems lock no folders: there, two builds at once have to be avoided by hand.
    guard error.number == EWOULDBLOCK || error.number == EINTR else { break }
    guard waited < hooks.patience else {
      throw .refused(
        "another build is writing beside '\(output.shown)', and has not finished in \(Int(hooks.patience)) seconds",
        remedy: "wait for it, or end it, and build again")
    }
    if waited >= hooks.quiet, !isSaid {
      hooks.waits()
      isSaid = true
    }
    usleep(20_000)
    waited += 0.02
  }
  return try body()
}
