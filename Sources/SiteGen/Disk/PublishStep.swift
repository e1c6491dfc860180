/// The points in a publication at which a test can stop the process.
enum PublishStep: String, CaseIterable, Sendable {
  /// Until here, files were only read.
  case locked, compared
  /// The new site is being made.
  case written, linked, recorded, synced, ready
  /// Only if two folders cannot be exchanged: the old site was moved away, and the new one is not yet in its place.
  case steppedAside
  case exchanged, setAside, movedOne, movedUnmanaged, removedOne, removed
}

/// Callbacks and timeouts of a publication, and the failures that tests inject.
struct PublishHooks: Sendable {
  var reached: @Sendable (PublishStep) -> Void = { _ in }
  /// The errors with which exchanging the folders and linking a file fail; nil to let the system decide.
  var exchangeFailure: SystemError?
  var linkFailure: SystemError?
  /// Called once, when another build of the same folder has kept this one waiting for `delay` seconds.
  var waits: @Sendable () -> Void = {}
  var delay = 1.0
  /// Seconds to wait for another build of the same folder.
  var timeout = 60.0
}
