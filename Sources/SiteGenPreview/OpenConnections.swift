import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The connections that a server has accepted. When there are too many, those that wait for a request make room.
final class OpenConnections: Sendable {
  private struct State {
    var count = 0
    var waits = 0
    /// The sockets on which a request is awaited, by the number of the wait.
    var waiting: [Int: Int32] = [:]
    /// Whether the next connection that waits must end, because none did when one had to make room.
    var needsRoom = false
  }

  private let state = Mutex(State())

  /// Counts a new connection, and notes that its first request is awaited; see `startWaiting`.
  func open(_ socket: Int32) -> Int {
    state.withLock { state in
      state.count += 1
      return Self.wait(on: socket, &state)
    }
  }

  func close() {
    state.withLock { state in
      state.count -= 1
      state.needsRoom = false
    }
  }

  /// Notes that a request is awaited, until `stopWaiting` is called with the number that is returned.
  func startWaiting(on socket: Int32) -> Int {
    state.withLock { Self.wait(on: socket, &$0) }
  }

  private static func wait(on socket: Int32, _ state: inout State) -> Int {
    state.waits += 1
    state.waiting[state.waits] = socket
    if state.needsRoom { endOne(&state) }
    return state.waits
  }

  func stopWaiting(_ number: Int) { state.withLock { $0.waiting[number] = nil } }

  /// If so many connections are open, ends the one that has waited longest for a request.
  func endOne(ifOpen most: Int) {
    state.withLock { state in
      if state.count >= most { Self.endOne(&state) }
    }
  }

  private static func endOne(_ state: inout State) {
    state.needsRoom = state.waiting.isEmpty
    guard let longest = state.waiting.keys.min() else { return }
    // Why inside the lock: afterwards, the number of the socket may be that of another file.
    if let socket = state.waiting.removeValue(forKey: longest) { shutdown(socket, Int32(SHUT_RDWR)) }
  }
}
