import Dispatch
import FlyingSocks
import SiteGen

@testable import SiteGenPreview

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A client that sends any bytes, unlike a browser.
struct RawClient: Sendable {
  let socket: Int32

  /// Connects to 127.0.0.1; the timeout is in seconds, and long because other tests may keep the processors busy.
  init(port: UInt16, timeout: Int = 600) {
    #if canImport(Glibc)
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var time = timeval(tv_sec: timeout, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    withUnsafePointer(to: &address) { pointer in
      _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
  }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { Int(sendBytes(socket, $0.baseAddress, $0.count)) } == bytes.count
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Receives until the server closes the connection, the timeout ends, or `isEnough`.
  func receive(until isEnough: (String) -> Bool = { _ in false }) -> String {
    var received: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = recv(socket, &part, part.count, 0)
      guard count > 0 else { break }
      received += part[..<count]
      if isEnough(String(decoding: received, as: UTF8.self)) { break }
    }
    return String(decoding: received, as: UTF8.self)
  }

  func close() { closeSocket(socket) }
}

private func sendBytes(_ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.send(socket, bytes, count, Int32(MSG_NOSIGNAL))
  #else
    Darwin.send(socket, bytes, count, 0)
  #endif
}

private func closeSocket(_ socket: Int32) {
  close(socket)
}

/// Runs a blocking function on a thread of its own.
func blocking<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    DispatchQueue(label: "test.client").async { continuation.resume(returning: body()) }
  }
}

/// A server on a port of its own, for as long as `body` runs.
func withServer<Result: Sendable>(
  _ snapshot: Snapshot?, handler: RequestHandler = RequestHandler(nonce: "nonce"),
  limits: Connection.Limits = .init(head: .seconds(600), idle: .seconds(600), write: .seconds(600)),
  _ body: (UInt16, SnapshotBoard) async throws -> Result
) async throws -> Result {
  let listening = try ListeningSockets(at: ["127.0.0.1"], port: 0, mustBe: true)
  let board = SnapshotBoard()
  if let snapshot { await board.put(.snapshot(snapshot)) }
  let server = Task { try await accept(listening.sockets, handler, board, limits) }
  let result: Swift.Result<Result, any Error>
  do { result = .success(try await body(listening.port, board)) } catch { result = .failure(error) }
  server.cancel()
  // Why wait: the descriptor of a socket that is closed too early is soon used for another.
  _ = await server.result
  for socket in listening.sockets { try? socket.close() }
  return try result.get()
}

/// The answer to one request, after which the connection is closed.
func answer(
  to target: String, port: UInt16, method: String = "GET", host: String? = nil, headers: String = ""
) async -> String {
  await answer(
    toBytes: Array("\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "localhost:\(port)")\r\n".utf8)
      + Array("Connection: close\r\n\(headers)\r\n".utf8), port: port)
}

func answer(toBytes bytes: [UInt8], port: UInt16) async -> String {
  await blocking {
    let client = RawClient(port: port)
    defer { client.close() }
    client.send(bytes)
    // Tells the server that the request is complete.
    shutdown(client.socket, Int32(SHUT_WR))
    return client.receive()
  }
}

extension String {
  /// The status in the first line of an answer.
  var status: Int { Int(split(separator: " ").dropFirst().first ?? "") ?? 0 }
}
