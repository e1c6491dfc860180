#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What changes about a file whenever its bytes do.
struct FileStamp: Hashable, Sendable {
  private let identity: FileIdentity
  private let size: Int
  private let modified: Int
  private let changed: Int

  init(_ status: FileStatus) {
    identity = status.identity
    size = status.size
    modified = status.modified
    changed = status.changed
  }

  /// Whether a later change could have left the same stamp: clocks of file systems tick slowly, some in whole seconds.
  func mayHide(changesAfter now: Int) -> Bool {
    max(changed, modified) > now - 2_500_000_000
  }

  /// Nanoseconds since 1970.
  static func now() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return nanoseconds(now)
  }
}
