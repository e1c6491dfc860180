import FlyingSocks

#if canImport(Glibc)
  import FoundationEssentials
  import Glibc
#else
  import Foundation
#endif

/// One connection: requests are read and answered in turn, each within its time.
struct Connection: Sendable {
  let socket: AsyncSocket
  let answering: Answering
  let board: SnapshotBoard
  let limits: Limits

  /// How long the other side may take.
  struct Limits: Sendable {
    /// From the start of a connection, or of a later request's first byte, to the end of its head.
    var head = Duration.seconds(10)
    /// Between two requests.
    var idle = Duration.seconds(60)
    /// To take an answer.
    var write = Duration.seconds(30)
    /// Connections at one time; more wait to be accepted.
    var connections = 512

    /// Those of a process that may have so many files open: some are left for the project's own.
    static func within(openFiles: Int) -> Limits {
      var limits = Limits()
      limits.connections = max(2, min(limits.connections, openFiles - 48))
      return limits
    }
  }

  /// Serves until the other side goes, or is too slow, or has asked what is refused.
  func run() async {
    defer { try? socket.close() }
    var buffer: [UInt8] = []
    do {
      var isFirst = true
      while true {
        if buffer.isEmpty, !isFirst {
          buffer = try await withDeadline(limits.idle) { try await socket.read(atMost: 4096) }
        }
        isFirst = false
        guard let request = try await nextRequest(&buffer), try await answer(request), request.staysOpen else { break }
      }
      await finish()
    } catch {
      // The other side is gone, or too slow: there is nobody to be told.
    }
  }

  /// Nil when the request was refused.
  private func nextRequest(_ buffer: inout [UInt8]) async throws -> RequestHead? {
    do {
      let start = buffer
      let (whole, length) = try await withDeadline(limits.head) {
        var bytes = start
        while true {
          // Why: an empty line before a request is passed over (RFC 9112, 2.2).
          while bytes.first == 0x0D || bytes.first == 0x0A { bytes.removeFirst() }
          if let length = try RequestHead.length(in: bytes) { return (bytes, length) }
          bytes += try await socket.read(atMost: 4096)
        }
      }
      buffer = Array(whole[length...])
      return try RequestHead(whole[..<length])
    } catch let refusal as RequestHead.Refusal {
      try await send(.refusal(refusal), to: .get, staysOpen: false)
      await finish()
      return nil
    }
  }

  /// False when nothing more can be said on this connection.
  private func answer(_ request: RequestHead) async throws -> Bool {
    let response: Response
    do {
      guard isOwn(request.host) else {
        throw RequestHead.Refusal(421, "this server does not answer for the host '\(request.host)'")
      }
      guard request.method != .other else { throw RequestHead.Refusal(405, "only GET and HEAD are answered") }
      let path = try SitePath(target: request.target)
      if path.text == Answering.ownFolder + "events", request.method == .get {
        try await sendNews(path)
        return false
      }
      response = answering.response(to: path, request, await board.current())
    } catch let refusal as RequestHead.Refusal {
      response = .refusal(refusal)
    }
    try await send(response, to: request.method, staysOpen: request.staysOpen)
    return true
  }

  /// Whether a host is this server by its number, or localhost: a name of somebody else's may lead here (DNS rebinding).
  private func isOwn(_ host: String) -> Bool {
    switch try? socket.socket.sockname() {
    case .ip4(let address, let port):
      isOwn(host, port, [address] + (address.hasPrefix("127.") ? ["localhost"] : []))
    case .ip6(let address, let port):
      if address.hasPrefix("::ffff:") {
        isOwn(host, port, [String(address.dropFirst(7))])
      } else {
        isOwn(host, port, ["[\(address)]"] + (address == "::1" ? ["localhost"] : []))
      }
    default: false
    }
  }

  private func isOwn(_ host: String, _ port: UInt16, _ names: [String]) -> Bool {
    names.contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
  }

  private func send(_ response: Response, to method: RequestHead.Method, staysOpen: Bool) async throws {
    try await write(response.bytes(to: method, staysOpen: staysOpen))
  }

  private func write(_ bytes: [UInt8]) async throws {
    try await withDeadline(limits.write) { try await socket.write(Data(bytes)) }
  }

  /// Server-sent events: what a page has to know, until its tab goes.
  private func sendNews(_ path: SitePath) async throws {
    let page = path.value(of: "page") ?? "/"
    let seen = path.value(of: "seen")
    let known = path.value(of: "styles")
    // Why no length: the answer ends when the tab goes.
    let text = String(decoding: Answering.eventStream.bytes(to: .get, staysOpen: false), as: UTF8.self)
    let head = text.split(separator: "\r\n").filter { !$0.hasPrefix("Content-Length") }.joined(separator: "\r\n")
    try await write(Array((head + "\r\n\r\nretry: 300\n\n").utf8))
    let news = await board.news()
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        // A browser says nothing more here: what is read is that it goes.
        while true { _ = try await socket.read(atMost: 512) }
      }
      group.addTask {
        var styles = known
        for await snapshot in news {
          var text = "event: findings\ndata: \(snapshot.json)\n\n"
          if !snapshot.hasFailed, answering.currentHash(of: page, snapshot) != seen {
            text += "event: reload\ndata: \n\n"
          } else if !snapshot.hasFailed, snapshot.styles != styles {
            text += "event: styles\ndata: \(snapshot.styles)\n\n"
            styles = snapshot.styles
          }
          try await write(Array(text.utf8))
        }
      }
      try await group.next()
    }
  }

  /// Lets the other side read the last answer: closing at once, with bytes of it unread, could take the answer back.
  private func finish() async {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    _ = try? await withDeadline(.milliseconds(200)) {
      var left = 64 << 10
      while left > 0 { left -= try await socket.read(atMost: 4096).count }
    }
  }
}

/// Runs for no longer than a time; then what runs is cancelled and this throws.
func withDeadline<Result: Sendable>(
  _ time: Duration, _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Result?.self) { group in
    defer { group.cancelAll() }
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: time)
      return nil
    }
    guard let first = try await group.next(), let result = first else { throw SocketError.disconnected }
    return result
  }
}
