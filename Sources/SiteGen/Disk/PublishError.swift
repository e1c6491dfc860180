/// Why a site was not published; the old one is as it was.
public enum PublishError: Error, Equatable {
  /// The output folder, or a file in it, is not sitegen's to replace (exit status 73).
  case refused(String, remedy: String)
  /// Writing failed, as on a full disk (exit status 74).
  case writingFailed(String, remedy: String?)

  /// `path` is as the person who builds knows it.
  static func writingFailed(_ path: String, _ error: SystemError, remedy: String? = nil) -> PublishError {
    .writingFailed("'\(path)' cannot be written: \(error.wordsOfMaking)", remedy: remedy)
  }
}
