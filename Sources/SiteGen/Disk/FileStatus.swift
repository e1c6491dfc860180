import Foundation

/// The status of a file. When the file's bytes change, the status changes too, except in the cases that `mayHide`
/// describes.
struct FileStatus: Hashable, Sendable {
  enum Kind: Sendable { case file, folder, link, other }

  let kind: Kind
  let size: Int
  let identity: FileIdentity
  /// The permission bits.
  let mode: UInt32
  let group: UInt32
  /// Nanoseconds since 1970.
  let modified: Int
  /// The time of the last change to the bytes or to the status, in nanoseconds since 1970.
  let changed: Int

  /// The status of the file at a path, or at a name in an open folder; nil only if there is no such file.
  static func of(
    _ path: String, in folder: Int32 = AT_FDCWD, followingLinks: Bool = false
  ) throws(SystemError) -> FileStatus? {
    var status = stat()
    if fstatat(folder, path, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(status) }
    guard errno == ENOENT else { throw .last }
    return nil
  }

  /// The status of an open file.
  init(ofOpen file: Int32) throws(SystemError) {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    self.init(status)
  }

  /// Whether the file could change after `now` without a change of this status. Why: the timestamps of file systems are
  /// coarse; some count whole seconds.
  func mayHide(changesAfter now: Int) -> Bool {
    max(changed, modified) > now - 2_500_000_000
  }

  /// Nanoseconds since 1970.
  static func now() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return nanoseconds(now)
  }

  private init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(status.st_size)
    identity = FileIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
    mode = UInt32(status.st_mode & 0o7777)
    group = UInt32(status.st_gid)
    #if canImport(Darwin)
      (modified, changed) = (nanoseconds(status.st_mtimespec), nanoseconds(status.st_ctimespec))
    #else
      (modified, changed) = (nanoseconds(status.st_mtim), nanoseconds(status.st_ctim))
    #endif
  }
}

/// The identity of a file in the file system, independent of its names.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

private func nanoseconds(_ time: timespec) -> Int {
  Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
}
