/// The points in a publication at which a test can stop the process.
enum PublishStep: String, CaseIterable, Sendable {
  /// Nothing of the new site has been written yet.
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
  /// The error that exchanging the folders returns; nil to let the system decide.
  var exchangeFailure: SystemError?
  /// The same for linking a file.
  var linkFailure: SystemError?
  /// Called once, when another build with the same parent folder has kept this one waiting for `delay` seconds.
  var waits: @Sendable () -> Void = {}
  var delay = 1.0
  /// The longest wait for another build, in seconds.
  var timeout = 60.0
}
