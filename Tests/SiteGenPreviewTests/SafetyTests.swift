import Testing

@testable import SiteGenPreview

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Attacks and malformed requests: the server answers only with files of the site.
@Suite(.serialized) struct SafetyTests {
  private static let project = try? SampleProject()
  private static let snapshot = try? project?.snapshot()

  static let attempts: [[UInt8]] =
    [
      "/../../etc/passwd", "/..", "/./../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/%2E%2E%2F%2E%2E%2Fetc%2Fpasswd",
      "/..%2f..%2fetc/passwd", "/%252e%252e/%252e%252e/etc/passwd", "/%25252e%25252e/etc/passwd",
      "/..\\..\\etc\\passwd", "/..%5c..%5cetc%5cpasswd", "/\\etc\\passwd", "/%00", "/index.html%00.png",
      "/../sitegen.yaml", "/sitegen.yaml", "/Content/index.md", "/%2e/index.html", "/./index.html", "//etc/passwd",
      "//localhost/index.html", "///index.html", "/etc/passwd", "http://localhost/index.html", "http://evil.example/",
      "file:///etc/passwd", "/etc/passwd%3f", "/.git/config", "/.sitegen/", "/.sitegen/claim",
      "/.sitegen/../index.html",
      "/.sitegen/claim?id=../../etc/passwd", "/index.html/../../etc/passwd", "/index.html/", "/index.html%2f..%2fx",
      "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd", "/%e0%80%ae%e0%80%ae/x", "/%uff0e%uff0e/x", "/%ff%fe", "/..;/etc/passwd",
      "/....//....//etc/passwd", "/~root/", "/C:/windows/win.ini", "/con", "/index.html::$DATA", "*", "index.html",
      "/" + String(repeating: "../", count: 300) + "etc/passwd", "/" + String(repeating: "a", count: 7000),
      "/" + String(repeating: "a", count: 20000), "/" + String(repeating: "%2e", count: 2000),
    ].map { Array($0.utf8) } + [
      [0x2F, 0xFF, 0xFE], [0x2F, 0x00], [0x2F, 0xC0, 0xAE, 0xC0, 0xAE, 0x2F], [0x2F, 0x0B, 0x78], [0x2F, 0xE9],
    ]

  @Test func answersAttemptsToLeaveTheSiteWith400Or404() async throws {
    try await withServer(Self.snapshot) { port, _ in
      for attempt in Self.attempts {
        let request = Array("GET ".utf8) + attempt + Array(" HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n".utf8)
        let answer = await answer(toBytes: request, port: port)
        let shown = String(decoding: attempt.prefix(60), as: UTF8.self)
        #expect([400, 404].contains(answer.status), "\(shown): \(answer.prefix(60))")
        #expect(!answer.contains("root:") && !answer.contains("A small site\nlanguage"), "\(shown)")
      }
    }
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
    ("GET /\r\n\r\n", 400), ("GET  / HTTP/1.1\r\nHost: HERE\r\n\r\n", 400), ("\r\n\r\nGET\r\n\r\n", 400),
    ("GET / HTTP/2.0\r\nHost: HERE\r\n\r\n", 505), ("GET / http/1.1\r\nHost: HERE\r\n\r\n", 505),
    ("G\u{0}T / HTTP/1.1\r\nHost: HERE\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : HERE\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: HERE\r\n folded: x\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: HERE\r\nx\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: HERE\r\nX: a\u{0}b\r\n\r\n", 400), ("GET / HTTP/1.1\rHost: HERE\r\r", 0),
    ("GET / HTTP/1.1\r\nHost: HERE\r\nX: a\rb\r\n\r\n", 400), (":\r\n\r\n", 400), ("\u{16}\u{3}\u{1}\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: HERE\r\nContent-Length: 3\r\n\r\nabc", 405),
    ("PUT /x HTTP/1.1\r\nHost: HERE\r\n\r\n", 405),
    ("DELETE /x HTTP/1.1\r\nHost: HERE\r\n\r\n", 405),
    ("OPTIONS / HTTP/1.1\r\nHost: HERE\r\nOrigin: http://x\r\n\r\n", 405),
    ("CONNECT x:1 HTTP/1.1\r\nHost: HERE\r\n\r\n", 405), ("TRACE / HTTP/1.1\r\nHost: HERE\r\n\r\n", 405),
    ("get / HTTP/1.1\r\nHost: HERE\r\n\r\n", 405),
    ("GET / HTTP/1.1\r\nHost: HERE\r\nX: \(String(repeating: "a", count: 40000))\r\n\r\n", 431),
    ("GET / HTTP/1.1\r\nHost: HERE\r\n\(String(repeating: "X: a\r\n", count: 200))\r\n", 431),
    ("GET / HTTP/1.1\r\nHost: HERE\r\nContent-Length: -5\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: HERE\r\nContent-Length: abc\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: HERE\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    ("GET / HTTP/1.1\nHost: HERE\n\n", 200), ("GET / HTTP/1.0\r\nHost: HERE\r\n\r\n", 200),
  ])
  func refusesMalformedRequests(_ request: String, _ status: Int) async throws {
    let received = try await withServer(Self.snapshot) { port, _ in
      let text = String(decoding: request.utf8, as: UTF8.self)
      let parts = text.split(separator: "HERE", omittingEmptySubsequences: false)
      return await answer(toBytes: Array(parts.joined(separator: "localhost:\(port)").utf8), port: port)
    }
    #expect(received.status == status, "\(received.prefix(200))")
    #expect(!received.lowercased().contains("access-control"))
    if status == 405 { #expect(received.contains("Allow: GET, HEAD")) }
  }

  /// Names that mean the reader's own machine are answered at every port, because a port can be forwarded (`ssh -L`).
  @Test func answersForNoOtherHost() async throws {
    try await withServer(Self.snapshot, handler: RequestHandler(host: "preview.example", nonce: "nonce")) { port, _ in
      let own = [
        "localhost:\(port)", "127.0.0.1:\(port)", "LOCALHOST:\(port)", "localhost:8080", "localhost", "127.0.0.1:8080",
        "[::1]:8080", "[::1]", "preview.example", "Preview.Example:443",
      ]
      for host in own { #expect(await answer(to: "/", port: port, host: host).status == 200, "\(host)") }
      let others = [
        "evil.example", "evil.example:\(port)", "127.0.0.2:\(port)", "", "a.preview.example", "preview.example.",
        "localhost.evil.example:\(port)", "0.0.0.0:\(port)", "localhost:\(port).evil.example", ":8080",
        "localhost:\(port), evil.example", "2130706433:\(port)", "user@localhost:\(port)", "localhost:80:80", "[::1]x",
      ]
      for host in others { #expect(await answer(to: "/", port: port, host: host).status == 421, "\(host)") }
    }
  }

  @Test func saysHowToAllowAnotherHost() async throws {
    try await withServer(Self.snapshot) { port, _ in
      let known = await answer(to: "/", port: port, host: "preview.example:8080")
      #expect(known.contains("'sitegen serve --host preview.example'"))
      let strange = await answer(to: "/", port: port, host: "$(x)")
      #expect(strange.status == 421 && !strange.contains("--host"))
    }
  }

  @Test func servesOthersDuring200IdleConnections() async throws {
    try await withServer(Self.snapshot) { port, _ in
      let idle = await blocking { (0..<200).map { _ in RawClient(port: port) } }
      #expect(await answer(to: "/", port: port).status == 200)
      for client in idle.prefix(100) { client.send("GET / HT") }
      #expect(await answer(to: "/other", port: port).status == 200)
      for client in idle { client.close() }
      #expect(await answer(to: "/", port: port).status == 200)
    }
  }

  /// More than the server accepts: those that have waited longest make room, whether they sent nothing, a part of a
  /// request, or a request before.
  @Test func servesOthersDuring300IdleConnections() async throws {
    var limits = Connection.Limits(head: .seconds(600), idle: .seconds(600), write: .seconds(600))
    limits.connections = 16
    try await withServer(Self.snapshot, limits: limits) { port, _ in
      let idle = await blocking { (0..<300).map { _ in RawClient(port: port) } }
      for (number, client) in idle.enumerated() {
        if number % 3 == 1 { client.send("GET / HT") }
        if number % 3 == 2 { client.send("GET / HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n") }
      }
      #expect(await answer(to: "/", port: port).status == 200)
      #expect(await answer(to: "/other", port: port).status == 200)
      // The server ended the first of them, and the newest is still answered.
      let newest = await blocking { () -> String in
        let client = RawClient(port: port)
        defer { client.close() }
        client.send("GET / HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n")
        _ = idle[0].receive()
        return client.receive()
      }
      #expect(newest.status == 200)
      for client in idle { client.close() }
    }
  }

  @Test func disconnectsSlowClients() async throws {
    let limits = Connection.Limits(head: .milliseconds(400), idle: .milliseconds(400))
    try await withServer(Self.snapshot, limits: limits) { port, _ in
      let received = await blocking { () -> String in
        let client = RawClient(port: port)
        defer { client.close() }
        // Sending single bytes does not extend the timeout.
        for byte in "GET / HTTP/1.1\r\nHost: localhost\r\nX: \(String(repeating: "x", count: 100))".utf8 {
          guard client.send([byte]) else { break }
          poll(nil, 0, 20)
        }
        return client.receive()
      }
      #expect(received == "")
      let silent = await blocking { () -> String in
        let client = RawClient(port: port)
        defer { client.close() }
        return client.receive()
      }
      #expect(silent == "")
    }
  }

  @Test func doesNotWaitForAClientThatNeverReads() async throws {
    let large = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>" + String(repeating: "<!-- large -->", count: 1 << 20)
    let project = try SampleProject(["Content/images/large.svg": large])
    let limits = Connection.Limits(write: .milliseconds(300))
    try await withServer(project.snapshot(), limits: limits) { port, _ in
      let clients = await blocking {
        (0..<8).map { _ in
          let client = RawClient(port: port)
          client.send("GET /images/large.svg HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
          return client
        }
      }
      #expect(await answer(to: "/", port: port).status == 200)
      try await Task.sleep(for: .milliseconds(900))
      let received = await blocking { clients.map { $0.receive().utf8.count } }
      for (client, count) in zip(clients, received) {
        #expect(count < 14 << 20)
        client.close()
      }
      #expect(await answer(to: "/", port: port).status == 200)
    }
  }
}
