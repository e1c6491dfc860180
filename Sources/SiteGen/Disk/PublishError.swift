/// The reason why files could not be written or removed.
public struct PublishError: Error, Equatable {
  public var message: String
  /// The files in the way, each as a sentence.
  public var details: [String] = []
  public var remedy: String?
  /// 73 if sitegen refuses to write, for example because an unmanaged file is in the way; 74 if reading or writing
  /// failed, for example because the disk is full; 128 plus the number of a signal that ended the publication.
  public var exitStatus: Int32
  /// The output folder after the error.
  public var left = Left.oldSite

  public enum Left: Sendable {
    case oldSite, newSite
    /// Some files of each site. The next build completes the new one.
    case parts
  }

  static func refused(_ message: String, details: [String] = [], remedy: String) -> PublishError {
    PublishError(message: message, details: details, remedy: remedy, exitStatus: 73)
  }

  static func writingFailed(_ message: String, remedy: String?) -> PublishError {
    PublishError(message: message, remedy: remedy, exitStatus: 74)
  }

  static func interrupted(_ interruption: Interruption) -> PublishError {
    PublishError(message: "interrupted by \(interruption.name)", exitStatus: interruption.exitStatus)
  }

  /// `path` is shown to the user.
  static func writingFailed(_ path: String, _ error: SystemError, remedy: String? = nil) -> PublishError {
    guard error != .protected else { return .protected(path) }
    let message = "'\(path)' cannot be written: \(error.wordsOfMaking)"
    guard error == .symbolicLink || error == .fileInPath else { return .writingFailed(message, remedy: remedy) }
    return .refused(message, remedy: remedy ?? "move away the file or link that is in the place of a folder")
  }

  /// For a file or folder in or next to the output folder: refused if a link or a file is in the place of a folder or
  /// if permission is missing, otherwise the system's failure.
  static func readingFailed(_ path: String, _ error: SystemError) -> PublishError {
    let message = "'\(path)' cannot be read: \(error.words)"
    switch error {
    case .symbolicLink, .fileInPath: return .refused(message, remedy: "move it away, and build again")
    case .protected: return .protected(path)
    case _ where error.isForbidden: return .refused(message, remedy: "make it readable")
    default: return .writingFailed(message, remedy: nil)
    }
  }

  private static func protected(_ path: String) -> PublishError {
    .refused(
      "'\(path)' cannot be replaced: \(SystemError.protected.words)",
      remedy: "remove the attribute, with 'chattr -i -a' or, on macOS, 'chflags nouchg,nouappnd'")
  }

  static func readingFailed(_ path: String, _ failure: ReadFailure) -> PublishError {
    if case .system(let error) = failure { return .readingFailed(path, error) }
    return .refused("'\(path)' is not a readable file", remedy: "move it away, and build again")
  }

  /// The same error, after the new site was put in place.
  func afterPublishing() -> PublishError {
    var error = self
    error.left = .newSite
    return error
  }
}

/// Runs `body`, whose errors occur after the new site was put in place.
func afterPublishing<Value>(_ body: () throws(PublishError) -> Value) throws(PublishError) -> Value {
  do throws(PublishError) {
    return try body()
  } catch {
    throw error.afterPublishing()
  }
}
