internal import CDisk
import Foundation

/// Makes SIGINT, SIGTERM and SIGHUP end the process, with 128 plus the number of the signal as its exit status: at once,
/// or, while files are written, after the unfinished ones have been removed.
public func endOnSignals() { cdisk_end_on_signals() }

/// A signal that asked the process to end while it was writing files.
struct Interruption: Equatable, Sendable {
  let signal: Int32

  /// The signal that arrived while signals were deferred; nil if none did.
  static var arrived: Interruption? {
    let number = cdisk_arrived_signal()
    return number == 0 ? nil : Interruption(signal: number)
  }

  var exitStatus: Int32 { 128 + signal }

  var name: String {
    switch signal {
    case SIGINT: "SIGINT"
    case SIGHUP: "SIGHUP"
    default: "SIGTERM"
    }
  }
}

/// Runs `body`, which looks at `Interruption.arrived` and cleans up before it returns. A second signal ends the process
/// at once.
func deferringSignals<Value, Failure>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
  cdisk_defer_signals(1)
  defer { cdisk_defer_signals(0) }
  return try body()
}
