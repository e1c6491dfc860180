#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system says of a call that failed.
struct SystemError: Error, Equatable {
  let number: Int32

  /// The error that the last call left behind.
  static var last: SystemError { SystemError(number: errno) }

  var isMissing: Bool { number == ENOENT || number == ENOTDIR }

  var isForbidden: Bool { number == EACCES || number == EPERM }

  /// In the words of a person, as a clause in lower case.
  var words: String {
    switch number {
    case ENOENT: "there is nothing at this path"
    case ENOTDIR: "a part of the path is a file"
    case EACCES, EPERM: "permission is denied"
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the file system is read-only"
    case ELOOP: "symbolic links lead in a circle"
    case ENAMETOOLONG: "the name is too long for the file system"
    case EFBIG: "the file is larger than the system allows"
    case EMFILE, ENFILE: "too many files are open"
    case EBUSY: "it is in use, as a mount point is"
    case EXDEV: "it is on another file system"
    case EIO: "the disk reports an error"
    default: String(cString: strerror(number))
    }
  }

  /// The same, of a path that was to be made.
  var wordsOfMaking: String {
    number == ENOENT ? "the folder that holds it takes nothing new" : words
  }
}
