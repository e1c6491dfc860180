internal import CDisk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a publication did, in files; the record is not counted.
struct PublishSummary: Equatable, Sendable {
  /// New, or with other bytes than before.
  var written = 0
  var unchanged = 0
  var removed = 0
}

/// Makes an output folder hold a site, in one step: at every moment it is the whole old site or the whole new one.
///
/// The new folder is made in a workspace beside the old one and exchanged with it. Files whose bytes did not change
/// are shared with the old site, so they keep their modification time; where nothing changed, nothing is touched.
/// Files that sitegen did not write are moved over; where a new file would need their place, or a file of sitegen's
/// was changed by hand, the folder is refused.
func publish(
  _ tree: OutputTree, to output: OutputFolder, hooks: PublishHooks = PublishHooks()
) throws(PublishError) -> PublishSummary {
  try holdingLock(of: output, hooks) { () throws(PublishError) in
    hooks.reached(.locked)
    try healWorkspace(of: output, hooks: hooks)
    let files = tree.allFiles()
    let paths = files.map(\.path)
    if let stray = paths.first(where: { !isPathInside($0) }) {
      throw .writingFailed("'\(stray)' is no path in a site", remedy: nil)
    }
    let old = try OldSite(output, newPaths: paths)
    hooks.reached(.compared)
    do throws(PublishError) {
      return try publishLocked(files, over: old, in: output, hooks)
    } catch {
      removeWorkspace(of: output)
      throw error
    }
  }
}

private func publishLocked(
  _ files: [OutputFile], over old: OldSite, in output: OutputFolder, _ hooks: PublishHooks
) throws(PublishError) -> PublishSummary {
  let made = parallelMap(chunksOf: files) { files in
    var writer = FileWriter(output: output, old: old)
    return files.map { writer.write($0) }
  }
  var failures: [PublishError] = []
  var edited: [String] = []
  for file in made {
    switch file {
    case .failed(let error): failures.append(error)
    case .edited(let path): edited.append(path)
    case .written, .unchanged: break
    }
  }
  if let failure = failures.first { throw failure }
  let record = SiteRecord(files: made.compactMap(\.record))
  let newPaths = Set(files.map(\.path))
  let removed = old.record.files.filter { !newPaths.contains($0.path) }
  for file in removed where old.files[file.path] != nil {
    if try isEdited(file, in: output) { edited.append(file.path) }
  }
  guard edited.isEmpty else {
    throw .refused(
      "\(listed(edited.map { "'\(output.shown)/\($0)'" })) \(edited.count == 1 ? "was" : "were") changed by hand since "
        + "sitegen wrote \(edited.count == 1 ? "it" : "them")",
      remedy: "make the change in Content/ or Templates/, move or delete the changed files, and build again")
  }
  let unchanged = made.compactMap(\.unchangedPath)
  let summary = PublishSummary(
    written: made.count - unchanged.count, unchanged: unchanged.count, removed: removed.count)
  let json = record.json
  if summary.written == 0, removed.isEmpty, old.recordBytes == json { return summary }

  try makeWorkspace(of: output)
  hooks.reached(.written)
  try finish(output, json: json, unchanged: unchanged, mode: old.mode, hooks)
  try exchange(output, isThereOld: old.mode != nil, hooks)
  if (try? FileStatus(output.old)) != nil { try retireOldSite(of: output, hooks: hooks) }
  hooks.reached(.cleared)
  removeWorkspace(of: output)
  return summary
}

/// Completes the new folder and waits until it is on the disk.
private func finish(
  _ output: OutputFolder, json: [UInt8], unchanged: [String], mode: UInt32?, _ hooks: PublishHooks
) throws(PublishError) {
  var path = output.shown
  do throws(SystemError) {
    for file in unchanged {
      path = output.shown + "/" + file
      try share(output.path + "/" + file, as: output.new + "/" + file, hooks)
    }
    hooks.reached(.linked)
    path = output.shown + "/" + SiteRecord.name
    try writeNewFile(output.new + "/" + SiteRecord.name, json)
    if let mode { chmod(output.new, mode_t(mode)) }
    hooks.reached(.recorded)
    let folder = open(output.new, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .last }
    defer { close(folder) }
    let number = cdisk_sync(folder)
    guard number == 0 else { throw SystemError(number: number) }
    hooks.reached(.synced)
    path = output.shown
    try writeReady(output)
    hooks.reached(.ready)
  } catch {
    throw .writingFailed(path, error)
  }
}

/// Puts the new folder in the place of the old one, which goes to the workspace.
private func exchange(_ output: OutputFolder, isThereOld: Bool, _ hooks: PublishHooks) throws(PublishError) {
  do throws(SystemError) {
    if !isThereOld {
      try rename(output.new, output.path)
      hooks.reached(.exchanged)
    } else {
      let number = hooks.exchange(output.new, output.path)
      switch number {
      case 0:
        hooks.reached(.exchanged)
        try rename(output.new, output.old)
      case ENOSYS, EINVAL, ENOTSUP:
        // Why this can be undone: `ready` says which folder is the new one, and the next build puts it in place.
        try rename(output.path, output.old)
        hooks.reached(.steppedAside)
        do throws(SystemError) {
          try rename(output.new, output.path)
        } catch {
          try rename(output.old, output.path)
          throw error
        }
        hooks.reached(.exchanged)
      default: throw SystemError(number: number)
      }
    }
    hooks.reached(.setAside)
    try synchronize(output.parent)
  } catch {
    let isMount = error.number == EBUSY || error.number == EXDEV
    throw .writingFailed(
      output.shown, error, remedy: isMount ? "name a folder inside of it, or a new one, with --output" : nil)
  }
}

/// Gives a file of the old site to the new one: the same file where the file system can, else a copy of its time.
private func share(_ old: String, as new: String, _ hooks: PublishHooks) throws(SystemError) {
  var number = hooks.link(old, new)
  if number == ENOENT {
    try makeFolders(above: new)
    number = hooks.link(old, new)
  }
  if number == 0 { return }
  var bytes: [UInt8] = []
  do throws(ReadFailure) {
    try readFile(old, into: &bytes)
  } catch {
    if case .system(let error) = error { throw error }
    throw SystemError(number: number)
  }
  var status = stat()
  guard stat(old, &status) == 0 else { throw .last }
  try writeNewFile(new, bytes)
  #if canImport(Darwin)
    let times = [status.st_mtimespec, status.st_mtimespec]
  #else
    let times = [status.st_mtim, status.st_mtim]
  #endif
  guard utimensat(AT_FDCWD, new, times, 0) == 0 else { throw .last }
}

/// `link`, with the errno as its result.
func systemLink(_ from: String, _ to: String) -> Int32 {
  link(from, to) == 0 ? 0 : errno
}
