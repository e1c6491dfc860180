#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a file system says of a file that changes when its bytes do.
struct FileStamp: Hashable, Sendable {
  private let identity: FileIdentity
  private let size: Int
  /// Nanoseconds since 1970, of the bytes and of all else.
  private let modified: Int
  private let changed: Int

  /// Of what a path leads to; nil where that cannot be asked.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    identity = FileIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    #if canImport(Darwin)
      (modified, changed) = (nanoseconds(status.st_mtimespec), nanoseconds(status.st_ctimespec))
    #else
      (modified, changed) = (nanoseconds(status.st_mtim), nanoseconds(status.st_ctim))
    #endif
  }

  /// Whether a later change could have left the same stamp: clocks of file systems tick slowly, some in whole seconds.
  func mayHide(changesAfter now: Int) -> Bool {
    changed > now - 2_500_000_000 || modified > now - 2_500_000_000
  }

  /// Nanoseconds since 1970.
  static func now() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return nanoseconds(now)
  }
}

private func nanoseconds(_ time: timespec) -> Int {
  Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
}
