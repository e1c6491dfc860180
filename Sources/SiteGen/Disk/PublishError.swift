/// Why files were not written; what was there before is as it was.
public struct PublishError: Error, Equatable {
  public let message: String
  public let remedy: String?
  /// 73 where a folder or file is not sitegen's to replace; 74 where writing failed, as on a full disk.
  public let exitStatus: Int32

  static func refused(_ message: String, remedy: String) -> PublishError {
    PublishError(message: message, remedy: remedy, exitStatus: 73)
  }

  static func writingFailed(_ message: String, remedy: String?) -> PublishError {
    PublishError(message: message, remedy: remedy, exitStatus: 74)
  }

  /// `path` is as the user knows it.
  static func writingFailed(_ path: String, _ error: SystemError, remedy: String? = nil) -> PublishError {
    let message = "'\(path)' cannot be written: \(error.wordsOfMaking)"
    guard error == .symbolicLink || error == .fileInPath else { return .writingFailed(message, remedy: remedy) }
    return .refused(message, remedy: remedy ?? "move away the file or link that is in the place of a folder")
  }

  /// Of something in or beside the output folder: refused where the reader may not, else the system's failure.
  static func readingFailed(_ path: String, _ error: SystemError) -> PublishError {
    let message = "'\(path)' cannot be read: \(error.words)"
    switch error {
    case .symbolicLink, .fileInPath: return .refused(message, remedy: "move it away, and build again")
    case _ where error.isForbidden: return .refused(message, remedy: "make it readable")
    default: return .writingFailed(message, remedy: nil)
    }
  }

  static func readingFailed(_ path: String, _ failure: ReadFailure) -> PublishError {
    if case .system(let error) = failure { return .readingFailed(path, error) }
    return .refused("'\(path)' is not a readable file", remedy: "move it away, and build again")
  }
}
