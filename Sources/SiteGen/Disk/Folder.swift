internal import CDisk
import Foundation

/// An open folder, with the calls that read and change its content.
///
/// A name is a single component, relative to the descriptor, and no call reads or changes anything through a link, so
/// nothing in a checkout can lead a call out of the folder.
///
/// Why a class: the descriptor is closed once, after its last use.
final class Folder: Sendable {
  private let descriptor: Int32

  /// Opens the folder at a path. Links in the path are followed, so the path must come from the user.
  convenience init(_ path: String) throws(SystemError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    self.init(descriptor: descriptor)
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// The status of an entry; nil only if there is no entry with that name.
  func status(_ name: String) throws(SystemError) -> FileStatus? {
    try .of(checked(name), in: descriptor)
  }

  /// The status of the folder itself.
  func status() throws(SystemError) -> FileStatus { try FileStatus(ofOpen: descriptor) }

  /// The folder with that name; throws `symbolicLink` for a link, and `fileInPath` for anything else that is not a
  /// folder.
  func folder(_ name: String) throws(SystemError) -> Folder {
    let found = openat(descriptor, try checked(name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if found >= 0 { return Folder(descriptor: found) }
    let error = SystemError.last
    // Linux also returns ENOTDIR for a link.
    if error == .fileInPath, try status(name)?.kind == .link { throw .symbolicLink }
    throw error
  }

  /// Like `folder`, but nil if nothing has that name.
  func folderIfPresent(_ name: String) throws(SystemError) -> Folder? {
    do {
      return try folder(name)
    } catch {
      guard error == .missing else { throw error }
      return nil
    }
  }

  /// The folder with that name, which is made if nothing has the name.
  func makeFolder(_ name: String) throws(SystemError) -> Folder {
    for _ in 0..<100 {
      guard mkdirat(descriptor, try checked(name), 0o777) == 0 || errno == EEXIST else { throw .last }
      // Why again: another process may have removed the folder meanwhile.
      if let folder = try folderIfPresent(name) { return folder }
    }
    throw .missing
  }

  /// Whether the folder with that name is the root of a mount.
  func isMount(_ name: String) throws(SystemError) -> Bool {
    guard let found = try status(name) else { return false }
    if try found.identity.device != status().identity.device { return true }
    let answer = cdisk_is_mount(descriptor, name)
    // Without this call (Linux before 5.8), a mount of the same file system is noticed when the exchange fails.
    guard answer >= 0 || answer == -ENOSYS else { throw SystemError(number: -answer) }
    return answer == 1
  }

  /// Throws if an attribute forbids everyone to move or remove what has that name (`chattr +i`, `chattr +a`).
  func requireUnprotected(_ name: String) throws(SystemError) {
    let answer = cdisk_is_protected(descriptor, try checked(name))
    // Without this call (Linux before 4.11), such a file is noticed when it is removed.
    guard answer >= 0 || answer == -ENOSYS else { throw SystemError(number: -answer) }
    guard answer != 1 else { throw .protected }
  }

  /// Throws if the folder with that name is not writable, because its entries could not be moved or removed.
  func requireWritable(_ name: String) throws(SystemError) {
    guard faccessat(descriptor, try checked(name), W_OK, AT_EACCESS) == 0 else { throw .last }
  }

  /// The entries, sorted by the bytes of their names.
  func entries() throws(SystemError) -> [FolderEntry] {
    // Why the folder is opened again: a descriptor has one read position, and other threads may be listing the folder
    // through this descriptor.
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw .last }
    guard let stream = fdopendir(copy) else {
      let error = SystemError.last
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    var found: [(bytes: [UInt8], kind: FileStatus.Kind)] = []
    errno = 0
    while let entry = readdir(stream) {
      // Why the name is read by its offset: an entry is shorter than the declared structure, so a copy of the structure
      // would read beyond the end of the entry.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
      let name = Array(
        UnsafeBufferPointer(start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))))
      if name != [0x2E], name != [0x2E, 0x2E] { found.append((name, try kind(entry.pointee.d_type, of: name))) }
      errno = 0
    }
    guard errno == 0 else { throw .last }
    found.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    return found.map { FolderEntry($0.bytes, $0.kind) }
  }

  private func kind(_ type: UInt8, of name: [UInt8]) throws(SystemError) -> FileStatus.Kind {
    switch Int32(type) {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK): return .link
    case Int32(DT_UNKNOWN):
      // If there is no status, the entry was removed meanwhile or its name is not UTF-8. It is neither read nor
      // written.
      return try FileStatus.of(String(decoding: name, as: UTF8.self), in: descriptor)?.kind ?? .other
    default: return .other
    }
  }

  /// Replaces the buffer's content with that of a regular file.
  @discardableResult
  func read(_ name: String, limit: Int = .max, into buffer: inout [UInt8]) throws(ReadFailure) -> FileStatus {
    do throws(SystemError) {
      _ = try checked(name)
    } catch {
      throw .system(error)
    }
    return try readFile(name, in: descriptor, flags: O_NOFOLLOW, limit: limit, into: &buffer)
  }

  /// Writes a new file, and removes it again if writing fails. Throws EEXIST if anything has that name. If `isDurable`,
  /// waits until the file is on the disk.
  func write(
    _ name: String, _ bytes: [UInt8], modified: Int? = nil, isDurable: Bool = false
  ) throws(SystemError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(descriptor, try checked(name), flags, 0o666)
    guard file >= 0 else { throw .last }
    let failure = writeAll(bytes, to: file, modified: modified, isDurable: isDurable)
    // Why closing can fail: network disks and file systems with quotas may report a full disk only when the file is
    // closed.
    let closingFailure = close(file) == 0 || errno == EINTR ? nil : SystemError.last
    guard let failure = failure ?? closingFailure else { return }
    unlinkat(descriptor, name, 0)
    throw failure
  }

  /// Removes anything except a folder. A link is removed, but not its target.
  func remove(_ name: String) throws(SystemError) {
    guard unlinkat(descriptor, try checked(name), 0) == 0 else { throw .last }
  }

  /// Removes an empty folder.
  func removeFolder(_ name: String) throws(SystemError) {
    guard unlinkat(descriptor, try checked(name), AT_REMOVEDIR) == 0 else { throw .last }
  }

  /// Removes the entry with that name, if there is one, and everything in it.
  func removeAll(_ name: String) throws(SystemError) {
    guard let status = try status(name) else { return }
    guard status.kind == .folder else { return try remove(name) }
    let inner = try folder(name)
    for entry in try inner.entries() {
      guard let name = entry.name else { throw SystemError(number: EILSEQ) }
      if entry.kind == .folder { try inner.removeAll(name) } else { try inner.remove(name) }
    }
    try removeFolder(name)
  }

  /// Renames without replacing: throws EEXIST if anything has the new name.
  func move(_ name: String, to folder: Folder, as newName: String) throws(SystemError) {
    let number = cdisk_move(descriptor, try checked(name), folder.descriptor, try checked(newName))
    guard number == 0 else { throw SystemError(number: number) }
  }

  /// Replaces the file `newName` with the file `name` of the same or another folder, in one step.
  func replace(_ newName: String, with name: String, from folder: Folder? = nil) throws(SystemError) {
    let other = folder?.descriptor ?? descriptor
    guard renameat(other, try checked(name), descriptor, try checked(newName)) == 0 else { throw .last }
  }

  /// Exchanges two entries in one step; throws ENOSYS, EINVAL or ENOTSUP if the system or the file system does not
  /// support that.
  func exchange(_ name: String, with otherName: String, in folder: Folder) throws(SystemError) {
    let number = cdisk_exchange(descriptor, try checked(name), folder.descriptor, try checked(otherName))
    guard number == 0 else { throw SystemError(number: number) }
  }

  /// Gives a file a second name (a hard link). Throws `protected` for a file that could not be removed either.
  func link(_ name: String, to folder: Folder, as newName: String) throws(SystemError) {
    guard linkat(descriptor, try checked(name), folder.descriptor, try checked(newName), 0) != 0 else { return }
    let error = SystemError.last
    if error.number == EPERM { try requireUnprotected(name) }
    throw error
  }

  func setMode(_ mode: UInt32) throws(SystemError) {
    guard fchmod(descriptor, mode_t(mode)) == 0 else { throw .last }
  }

  /// Takes over the group of another folder and, with it, the bit that gives this group to whatever is made inside. Does
  /// nothing if this user is not in the group.
  func takeGroup(of other: Folder) throws(SystemError) {
    let (own, wanted) = (try status(), try other.status())
    if own.group != wanted.group {
      guard fchown(descriptor, uid_t.max, gid_t(wanted.group)) == 0 else {
        let error = SystemError.last
        guard error.number == EPERM else { throw error }
        return
      }
    }
    let passesOn = UInt32(S_ISGID)
    if wanted.mode & passesOn != own.mode & passesOn { try setMode(own.mode ^ passesOn) }
  }

  /// Waits until the folder's entries are on the disk.
  func synchronize() throws(SystemError) {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .last }
  }

  /// Waits until everything written to the folder's file system is on the disk.
  func synchronizeFileSystem() throws(SystemError) {
    let number = cdisk_sync(descriptor)
    guard number == 0 else { throw SystemError(number: number) }
  }

  /// Locks the folder for this process; false if another process holds the lock. Returns true without a lock if the
  /// file system cannot lock folders.
  func lock() throws(SystemError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return false
      // Some network file systems cannot lock folders. There, the user must not run two builds at once.
      case ENOLCK, ENOTSUP, EOPNOTSUPP, EINVAL, ENOSYS, EBADF: return true
      default: throw .last
      }
    }
    return true
  }

  func unlock() { flock(descriptor, LOCK_UN) }

  /// Returns the name; throws EINVAL if a call could take it for a path.
  private func checked(_ name: String) throws(SystemError) -> String {
    let isName = !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == 0x2F || $0 == 0 }
    guard isName else { throw SystemError(number: EINVAL) }
    return name
  }
}

/// An entry of a folder.
struct FolderEntry {
  /// Nil if the name is not UTF-8.
  let name: String?
  /// The name with U+FFFD in place of bytes that are not UTF-8.
  let shownName: String
  let kind: FileStatus.Kind

  fileprivate init(_ bytes: [UInt8], _ kind: FileStatus.Kind) {
    shownName = String(decoding: bytes, as: UTF8.self)
    name = firstInvalidByte(bytes) == nil ? shownName : nil
    self.kind = kind
  }
}

/// Returns nil on success.
private func writeAll(_ bytes: [UInt8], to file: Int32, modified: Int?, isDurable: Bool) -> SystemError? {
  let failure = bytes.withUnsafeBytes { bytes -> SystemError? in
    var written = 0
    while written < bytes.count {
      let count = write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .last }
      written += count
    }
    return nil
  }
  if let failure { return failure }
  if let modified {
    let time = timespec(tv_sec: modified / 1_000_000_000, tv_nsec: modified % 1_000_000_000)
    guard futimens(file, [time, time]) == 0 else { return .last }
  }
  guard !isDurable || fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP else { return .last }
  return nil
}
