import FlyingSocks
import SiteGen

#if canImport(Glibc)
  import FoundationEssentials
  import Glibc
#else
  import Foundation
#endif

/// One connection. Requests are read and answered in turn, each within the time limits.
struct Connection: Sendable {
  let socket: AsyncSocket
  let handler: RequestHandler
  let board: SnapshotBoard
  let limits: Limits
  let open: OpenConnections
  /// The number that `open` gave to the wait for the first request.
  let firstWait: Int

  /// The limits of time and of connections.
  struct Limits: Sendable {
    /// From the start of a connection, or the first byte of a later request, to the end of the request's head.
    var head = Duration.seconds(10)
    /// Between two requests.
    var idle = Duration.seconds(60)
    /// For the client to receive an answer.
    var write = Duration.seconds(30)
    /// The largest number of connections at one time.
    var connections = 512

    /// The limits for a process that may open this many files, some of which the project needs.
    static func within(openFiles: Int) -> Limits {
      var limits = Limits()
      limits.connections = max(2, min(limits.connections, openFiles - 48))
      return limits
    }
  }

  /// Answers requests until the client leaves, is too slow, sends a malformed head or asks to close the connection.
  func run() async {
    defer { try? socket.close() }
    var buffer: [UInt8] = []
    do {
      var isFirst = true
      while true {
        guard let request = try await nextRequest(&buffer, isFirst: isFirst), try await answer(request),
          request.staysOpen
        else { break }
        isFirst = false
      }
      await finish()
    } catch {
      // The client is gone or too slow, so nobody would read an answer.
    }
  }

  /// The head of the next request; nil if it was refused, in which case the refusal has been sent.
  private func nextRequest(_ buffer: inout [UInt8], isFirst: Bool) async throws -> RequestHead? {
    let number = isFirst ? firstWait : open.startWaiting(on: socket.socket.file.rawValue)
    defer { open.stopWaiting(number) }
    do {
      if buffer.isEmpty, !isFirst {
        buffer = try await withDeadline(limits.idle) { try await socket.read(atMost: 4096) }
      }
      let start = buffer
      let (whole, length) = try await withDeadline(limits.head) {
        var bytes = start
        while true {
          // Why: empty lines before a request are ignored (RFC 9112, 2.2).
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

  /// Answers a request; false if this was the last answer on this connection.
  private func answer(_ request: RequestHead) async throws -> Bool {
    let response: Response
    do {
      guard isOwn(request.host) else {
        throw RequestHead.Refusal(421, refusal(ofHost: request.host))
      }
      guard request.method != .other else { throw RequestHead.Refusal(405, "only GET and HEAD are answered") }
      let path = try SitePath(target: request.target)
      if path.text == RequestHandler.ownFolder + "events", request.method == .get {
        try await sendEvents(path)
        return false
      }
      response = handler.response(to: path, request, await board.current())
    } catch let refusal as RequestHead.Refusal {
      response = .refusal(refusal)
    }
    try await send(response, to: request.method, staysOpen: request.staysOpen)
    return true
  }

  /// Whether a host is an address of this server, a name that always means the reader's own machine, or the name that
  /// the user allowed. Any other name may be an attack (DNS rebinding).
  private func isOwn(_ host: String) -> Bool {
    let name = String(hostName(of: host))
    if ["localhost", "127.0.0.1", "[::1]"].contains(name) || name == handler.host { return true }
    return switch try? socket.socket.sockname() {
    case .ip4(let address, let port): isOwn(host, port, address)
    case .ip6(let address, let port):
      isOwn(host, port, address.hasPrefix("::ffff:") ? String(address.dropFirst(7)) : "[\(address)]")
    default: false
    }
  }

  private func isOwn(_ host: String, _ port: UInt16, _ address: String) -> Bool {
    host == "\(address):\(port)" || (port == 80 && host == address)
  }

  private func send(_ response: Response, to method: RequestHead.Method, staysOpen: Bool) async throws {
    try await write(response.bytes(to: method, staysOpen: staysOpen))
  }

  private func write(_ bytes: [UInt8]) async throws {
    try await withDeadline(limits.write) { try await socket.write(Data(bytes)) }
  }

  /// Sends events for the diagnostics, and for changes of the page and of the style sheets, until the browser
  /// disconnects.
  private func sendEvents(_ path: SitePath) async throws {
    let page = path.value(of: "page") ?? "/"
    let seen = path.value(of: "seen")
    let known = path.value(of: "styles")
    try await write(Response.eventStream.bytes(to: .get, staysOpen: false) + Array("retry: 300\n\n".utf8))
    let snapshots = await board.updates()
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        // The browser sends nothing more; reading fails when it disconnects.
        while true { _ = try await socket.read(atMost: 512) }
      }
      group.addTask {
        var styles = known
        for await snapshot in snapshots {
          var text = "event: diagnostics\ndata: \(snapshot.json)\n\n"
          if !snapshot.hasFailed, handler.currentHash(of: page, snapshot) != seen {
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

  /// Lets the client read the last answer. Why: closing at once could discard the answer while the client is still
  /// sending.
  private func finish() async {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    _ = try? await withDeadline(.milliseconds(200)) {
      var left = 64 << 10
      while left > 0 { left -= try await socket.read(atMost: 4096).count }
    }
  }
}

/// Runs a function; cancels it and throws if it exceeds a time limit.
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

/// The host without its port.
private func hostName(of host: String) -> Substring {
  guard let colon = host.lastIndex(of: ":"), host[host.index(after: colon)...].utf8.allSatisfy(\.isDigit) else {
    return host[...]
  }
  // The colons in "[::1]" do not separate a port.
  return host.hasPrefix("[") && host[..<colon].last != "]" ? host[...] : host[..<colon]
}

private func refusal(ofHost host: String) -> String {
  let name = String(hostName(of: host))
  return "this server does not answer for the host '\(host)'"
    + (isHostName(name) ? "; if the name is yours, start it with 'sitegen serve --host \(name)'" : "")
}

/// Whether a text is a host name or an address, in lower case and without a port.
public func isHostName(_ text: String) -> Bool {
  let isAddress = text.hasPrefix("[") && text.hasSuffix("]")
  let bytes = isAddress ? text.utf8.dropFirst().dropLast() : text.utf8[...]
  return (1...253).contains(bytes.count)
    && bytes.allSatisfy { byte in
      byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: ".")
        || byte == (isAddress ? UInt8(ascii: ":") : UInt8(ascii: "-"))
    }
}
