internal import CThreads
internal import Synchronization

/// The times of a build, for the person who asked for them; they never change what is built.
///
/// Stages run one after the other. A stage ends where the next one starts, so the stages add up to the whole. Parts lie
/// inside a stage and may run at the same time. If nobody asked, nothing is measured and nothing is kept.
public struct Timings: Sendable {
  private let log: TimingLog?

  /// Measures nothing.
  public static let off = Timings(log: nil)

  /// Measures from now on.
  public static func started() -> Timings { Timings(log: TimingLog()) }

  var isOn: Bool { log != nil }

  /// Ends a stage: everything since the previous stage ended belongs to it. `amount` is evaluated only if it is needed.
  func end(_ stage: String, _ amount: @autoclosure () -> Amount = Amount()) {
    guard let log else { return }
    log.end(stage, amount())
  }

  /// Runs a part of the current stage, on any thread, and returns its result. `amount` is evaluated afterwards, if it is
  /// needed.
  func part<Result, Failure: Error>(
    _ name: String, _ amount: @autoclosure () -> Amount = Amount(), _ run: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let log else { return try run() }
    let start = Reading.ofThread()
    let result = try run()
    log.add(name, from: start, to: .ofThread(), amount())
    return result
  }

  /// What was measured until now; nil if these are off.
  var spans: [Span]? { log?.spans }
}

/// How much a stage or a part handled.
struct Amount: Equatable, Sendable {
  let count: Int
  /// What was counted, in the plural; empty if nothing was.
  let noun: String
  let bytes: Int?

  init(_ count: Int = 0, _ noun: String = "", bytes: Int? = nil) {
    (self.count, self.noun, self.bytes) = (count, noun, bytes)
  }
}

/// A stage, or a part of the stage that ends after it in the list.
struct Span: Sendable {
  let name: String
  var isPart = false
  /// Nanoseconds since the measuring started.
  var start: Int
  /// In nanoseconds.
  let wall: Int
  /// User and system time in nanoseconds: of the whole process for a stage, of its own thread for a part.
  let cpu: Int
  var amount = Amount()
  /// The most memory that the process had until the end of the stage, in bytes; 0 for a part.
  var peakMemory = 0
  var thread: UInt64 = 0

  /// A span that starts where this one does and has the times and amounts of both.
  func adding(_ other: Span) -> Span {
    let bytes = amount.bytes ?? other.amount.bytes
    let sum = Amount(
      amount.count + other.amount.count, amount.noun.isEmpty ? other.amount.noun : amount.noun,
      bytes: bytes.map { _ in (amount.bytes ?? 0) + (other.amount.bytes ?? 0) })
    return Span(
      name: name, isPart: isPart, start: start, wall: wall + other.wall, cpu: cpu + other.cpu, amount: sum,
      peakMemory: max(peakMemory, other.peakMemory), thread: thread)
  }
}

/// The clocks at one moment, in nanoseconds.
private struct Reading {
  let wall: Int
  let cpu: Int

  static func ofProcess() -> Reading {
    Reading(wall: Int(cthreads_wall_nanoseconds()), cpu: Int(cthreads_process_nanoseconds()))
  }

  static func ofThread() -> Reading {
    Reading(wall: Int(cthreads_wall_nanoseconds()), cpu: Int(cthreads_thread_nanoseconds()))
  }
}

private final class TimingLog: Sendable {
  private struct State {
    var spans: [Span] = []
    var last: Reading
  }

  private let start: Int
  private let state: Mutex<State>

  init() {
    let now = Reading.ofProcess()
    start = now.wall
    // What the program did before, loading itself and reading its arguments, has a CPU time only.
    let before = Span(name: "start", start: now.wall, wall: 0, cpu: now.cpu, peakMemory: Int(cthreads_peak_memory()))
    state = Mutex(State(spans: [before], last: now))
  }

  func end(_ stage: String, _ amount: Amount) {
    state.withLock { state in
      let now = Reading.ofProcess()
      let span = Span(
        name: stage, start: state.last.wall, wall: now.wall - state.last.wall, cpu: now.cpu - state.last.cpu,
        amount: amount, peakMemory: Int(cthreads_peak_memory()), thread: cthreads_thread_id())
      // Why: a stage that ends with each file is one stage.
      if let last = state.spans.last, !last.isPart, last.name == stage {
        state.spans[state.spans.count - 1] = last.adding(span)
      } else {
        state.spans.append(span)
      }
      state.last = now
    }
  }

  func add(_ part: String, from start: Reading, to end: Reading, _ amount: Amount) {
    let part = Span(
      name: part, isPart: true, start: start.wall, wall: end.wall - start.wall, cpu: end.cpu - start.cpu,
      amount: amount, thread: cthreads_thread_id())
    state.withLock { $0.spans.append(part) }
  }

  var spans: [Span] {
    var spans = state.withLock { $0.spans }
    for index in spans.indices { spans[index].start -= start }
    return spans
  }
}
