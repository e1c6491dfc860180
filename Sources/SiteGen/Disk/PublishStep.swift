/// The points in a publication at which a test can stop the process.
enum PublishStep: String, CaseIterable, Sendable {
  /// Nothing of the new site has been written yet.
  case locked, compared
  /// The new site is being made.
  case written, linked, recorded, synced, ready
  case exchanged, setAside, movedOne, movedUnmanaged, removedOne, removed
  /// Only if the files are replaced one by one: `replacedOne` is reached after each of them.
  case staged, recordedBoth, replacedOne, recordedNew
}

/// What the user chose for a publication.
public struct PublishOptions: Equatable, Sendable {
  /// Whether files that sitegen wrote and that were changed by hand since may be overwritten.
  public var overwritesEdits = false
  /// Whether to wait until the new site is on the disk.
  public var syncs = true
  /// Whether to keep the output folder itself, and to replace the files in it one by one.
  public var isInPlace = false

  public init() {}
}

/// Callbacks and timeouts of a publication, and the failures that tests inject.
struct PublishHooks: Sendable {
  var reached: @Sendable (PublishStep) -> Void = { _ in }
  /// The error that exchanging the folders returns; nil to let the system decide.
  var exchangeFailure: SystemError?
  /// The same for linking a file.
  var linkFailure: SystemError?
  /// Called once, when another build of the same output has kept this one waiting for `delay` seconds; with the process
  /// that holds the lock, if it is known.
  var waits: @Sendable (String?) -> Void = { _ in }
  /// Called before the files of an output are replaced one by one, with the reason.
  var announces: @Sendable (String) -> Void = { _ in }
  var timings = Timings.off
  var delay = 1.0
  /// The longest wait for another build, in seconds.
  var timeout = 60.0

  /// Throws if a signal asked the process to end.
  func checkForSignal() throws(PublishError) {
    if let interruption = Interruption.arrived { throw .interrupted(interruption) }
  }
}
