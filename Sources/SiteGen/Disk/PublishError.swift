/// The reason why files were not written. The files that were there before are unchanged.
public struct PublishError: Error, Equatable {
  public let message: String
  public let remedy: String?
  /// 73 if sitegen may not replace a folder or file; 74 if writing failed, such as on a full disk.
  public let exitStatus: Int32

  static func refused(_ message: String, remedy: String) -> PublishError {
    PublishError(message: message, remedy: remedy, exitStatus: 73)
  }

  static func writingFailed(_ message: String, remedy: String?) -> PublishError {
    PublishError(message: message, remedy: remedy, exitStatus: 74)
  }

  /// `path` is the path that the user knows.
  static func writingFailed(_ path: String, _ error: SystemError, remedy: String? = nil) -> PublishError {
    let message = "'\(path)' cannot be written: \(error.wordsOfMaking)"
    guard error == .symbolicLink || error == .fileInPath else { return .writingFailed(message, remedy: remedy) }
    return .refused(message, remedy: remedy ?? "move away the file or link that is in the place of a folder")
  }

  /// For something in or next to the output folder: refused if permission is missing, otherwise the system's failure.
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
