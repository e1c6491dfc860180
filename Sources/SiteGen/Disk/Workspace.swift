internal import CDisk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finishes what an interrupted publication left beside an output folder; without one, does nothing.
///
/// `new` without `ready` is half-written. With `ready`, which holds the new folder's inode, whatever else stands at
/// `new` is the old site after the exchange; it goes on to `old`, from where foreign files are moved before
/// anything is cleared.
func healWorkspace(of output: OutputFolder, hooks: PublishHooks) throws(PublishError) {
  guard (try? FileStatus(output.workspace)) != nil else { return }
  try refuseForeignWorkspace(of: output)
  do throws(SystemError) {
    if (try? FileStatus(output.path)) == nil, (try? FileStatus(output.new)) == nil,
      (try? FileStatus(output.old)) != nil
    {
      try rename(output.old, output.path)
    }
    if let newInode = readReady(output) {
      if let new = try? FileStatus(output.new) {
        if new.identity.inode != newInode {
          try rename(output.new, output.old)
        } else if (try? FileStatus(output.path)) == nil, (try? FileStatus(output.old)) != nil {
          try rename(output.new, output.path)
        } else {
          removeAll(output.new)
        }
      }
    } else {
      removeAll(output.new)
    }
  } catch {
    throw .writingFailed(output.workspace, error)
  }
  if (try? FileStatus(output.old)) != nil { try retireOldSite(of: output, hooks: hooks) }
  removeWorkspace(of: output)
}

/// Makes a workspace where there is none, marked as sitegen's.
func makeWorkspace(of output: OutputFolder) throws(PublishError) {
  do throws(SystemError) {
    try makeFolders(above: output.mark)
    try writeMissingFile(output.mark, "The new site is made here. After an interruption, build again.\n")
    try writeMissingFile(output.ignore, "*\n")
    try makeFolders(above: output.new + "/")
  } catch {
    throw .writingFailed(
      output.shown, error,
      remedy: "make the folder that holds it writable, for the new site is made there, or name another with --output")
  }
}

/// Removes a workspace in which no old site is left, and leaves any other alone; the mark goes last, and stays where
/// anything else does, so that the next build still knows the workspace.
func removeWorkspace(of output: OutputFolder) {
  guard (try? FileStatus(output.old)) == nil else { return }
  if let newInode = readReady(output), let new = try? FileStatus(output.new), new.identity.inode != newInode { return }
  guard removeAll(output.new), removeAll(output.ready), removeAll(output.draft), removeAll(output.ignore) else {
    return
  }
  unlink(output.mark)
  rmdir(output.workspace)
}

/// Notes the inode of the new folder, so that after an interruption it is known from the old one.
func writeReady(_ output: OutputFolder) throws(SystemError) {
  let inode = try FileStatus(output.new).identity.inode
  unlink(output.draft)
  try writeNewFile(output.draft, Array(String(inode).utf8))
  try synchronize(output.draft)
  try rename(output.draft, output.ready)
  try synchronize(output.workspace)
}

/// Waits until a file, or the names in a folder, are on the disk.
func synchronize(_ path: String) throws(SystemError) {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw .last }
  defer { close(file) }
  guard fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .last }
}

/// Renames, and never replaces anything.
func rename(_ from: String, _ to: String) throws(SystemError) {
  let number = cdisk_move(from, to)
  guard number == 0 else { throw SystemError(number: number) }
}

private func writeMissingFile(_ path: String, _ text: String) throws(SystemError) {
  guard (try? FileStatus(path)) == nil else { return }
  do throws(SystemError) {
    try writeNewFile(path, Array(text.utf8))
  } catch {
    guard error.number == EEXIST else { throw error }
  }
}

/// Nil where the new folder is not ready; of a note that cannot be read, an inode that nothing has, so that whatever
/// is there is treated as the old site.
private func readReady(_ output: OutputFolder) -> UInt64? {
  guard (try? FileStatus(output.ready)) != nil else { return nil }
  var bytes: [UInt8] = []
  try? readFile(output.ready, limit: 64, into: &bytes)
  return UInt64(String(decoding: bytes, as: UTF8.self)) ?? 0
}

private func refuseForeignWorkspace(of output: OutputFolder) throws(PublishError) {
  let known: Set<String?> = ["made-by-sitegen", ".gitignore", "new", "old", "ready", "ready.new"]
  let found: [FolderEntry]
  do throws(SystemError) {
    found = try entries(ofFolder: output.workspace)
  } catch {
    guard error.number != ENOTDIR else { throw foreignWorkspace(output) }
    throw .readingFailed(output.workspace, error)
  }
  guard found.allSatisfy({ known.contains($0.name) }),
    found.isEmpty || found.contains(where: { $0.name == "made-by-sitegen" })
  else {
    throw foreignWorkspace(output)
  }
}

private func foreignWorkspace(_ output: OutputFolder) -> PublishError {
  .refused("'\(output.workspace)' was not made by sitegen, which needs that name", remedy: "move it away")
}
