internal import CDisk

/// The points on the way of a publication at which a test can stop the process.
enum PublishStep: String, CaseIterable, Sendable {
  /// Everything up to here has only read.
  case locked, compared
  /// The new folder is being made.
  case written, linked, recorded, synced, ready
  /// Only where two folders cannot be exchanged: the old one is out of the way, the new one not yet in its place.
  case steppedAside
  case exchanged, setAside, movedOne, movedForeign, clearedOne, cleared
}

/// What a publication asks of the system and tells of its way; tests give their own.
struct PublishHooks: Sendable {
  var reached: @Sendable (PublishStep) -> Void = { _ in }
  /// Returns 0 or the errno, as `cdisk_exchange` does.
  var exchange: @Sendable (String, String) -> Int32 = { cdisk_exchange($0, $1) }
  var link: @Sendable (String, String) -> Int32 = { systemLink($0, $1) }
  /// Called once, when a build of the same folder has kept this one waiting for `quiet` seconds.
  var waits: @Sendable () -> Void = {}
  var quiet = 1.0
  /// Seconds to wait for another build of the same folder.
  var patience = 60.0
}
