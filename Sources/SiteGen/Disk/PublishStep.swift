/// The points in a publication at which a test can stop the process.
enum PublishStep: String, CaseIterable, Sendable {
  /// Everything up to here has only read.
  case locked, compared
  /// The new site is being made.
  case written, linked, recorded, synced, ready
  /// Only where two folders cannot be exchanged: the old site is out of the way, the new one not yet in its place.
  case steppedAside
  case exchanged, setAside, movedOne, movedUnmanaged, removedOne, removed
}

/// What a publication reports and waits for; tests set it.
struct PublishHooks: Sendable {
  var reached: @Sendable (PublishStep) -> Void = { _ in }
  /// What exchanging the folders fails with, and giving a file a second name; nil where the system decides.
  var exchangeFailure: SystemError?
  var linkFailure: SystemError?
  /// Called once, when another build of the same folder has kept this one waiting for `delay` seconds.
  var waits: @Sendable () -> Void = {}
  var delay = 1.0
  /// Seconds to wait for another build of the same folder.
  var timeout = 60.0
}
