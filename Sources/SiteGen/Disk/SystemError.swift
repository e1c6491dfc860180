import Foundation

/// A description of the error of a system call (`errno`), in lower case.
public func errorWords(_ number: Int32) -> String { SystemError(number: number).words }

/// The error of a failed system call.
struct SystemError: Error, Equatable {
  let number: Int32

  /// The error of the last call (`errno`).
  static var last: SystemError { SystemError(number: errno) }

  static var missing: SystemError { SystemError(number: ENOENT) }
  static var fileInPath: SystemError { SystemError(number: ENOTDIR) }
  /// A cycle of links, or a link where links are not followed.
  static var symbolicLink: SystemError { SystemError(number: ELOOP) }

  static var timeout: SystemError { SystemError(number: ETIMEDOUT) }
  /// Used for a file that has changed since it was read.
  static var changed: SystemError { SystemError(number: ESTALE) }

  /// Used for a file that an attribute protects (`chattr +i`); no system call has this number.
  static var protected: SystemError { SystemError(number: -1) }

  var isForbidden: Bool { number == EACCES || number == EPERM }

  /// Whether another path is the remedy, because the disk and the machine work.
  var isAboutPath: Bool { [ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EILSEQ, EINVAL].contains(number) }

  /// A description for messages, in lower case.
  var words: String {
    switch number {
    case ENOENT: "there is no such file or folder"
    case ENOTDIR: "part of the path is a file"
    case EACCES, EPERM: "permission is denied"
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the file system is read-only"
    case ELOOP: "a symbolic link in the path is not followed"
    case ENAMETOOLONG: "the name is too long for the file system"
    case EFBIG: "the file is larger than the system allows"
    case EMFILE, ENFILE: "too many files are open"
    case EBUSY: "it is in use, for example as a mount point"
    case EXDEV: "it is on another file system"
    case EIO: "the disk reports an error"
    case ESTALE: "it has changed since it was read"
    case EEXIST: "the name is already taken"
    case ENOTEMPTY: "it contains other files"
    case EBADF: "it is closed"
    case SystemError.protected.number: "an attribute protects it against changes"
    case EILSEQ: "a name in it is not UTF-8"
    default: String(cString: strerror(number))
    }
  }

  /// The same for an error that occurred when a file or folder was made.
  var wordsOfMaking: String {
    number == ENOENT ? "nothing can be created in its folder" : words
  }
}
