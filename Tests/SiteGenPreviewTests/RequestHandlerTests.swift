import SiteGen
import Testing

@testable import SiteGenPreview

/// Requests for the files of a site, answered as by a static host.
@Suite(.serialized) struct RequestHandlerTests {
  private static let project = try? SampleProject()
  private static let snapshot = try? project?.snapshot()

  @Test(arguments: [
    ("/", 200, "text/html; charset=utf-8"), ("/index.html", 200, "text/html; charset=utf-8"),
    ("/other", 200, "text/html; charset=utf-8"), ("/other.html?x=../..", 200, "text/html; charset=utf-8"),
    ("/404.html", 200, "text/html; charset=utf-8"), ("/nowhere", 404, "text/html; charset=utf-8"),
    ("/other/", 404, "text/html; charset=utf-8"), ("/assets/style.css", 200, "text/css; charset=utf-8"),
    ("/assets/icon.svg", 200, "image/svg+xml; charset=utf-8"), ("/data/claims.csv", 200, "text/csv; charset=utf-8"),
    ("/data/claims.json", 200, "application/json; charset=utf-8"), ("/robots.txt", 200, "text/plain; charset=utf-8"),
    ("/data/references.bib", 200, "application/x-bibtex; charset=utf-8"),
    ("/data/references.ris", 200, "application/x-research-info-systems; charset=utf-8"),
    ("/manifest.webmanifest", 200, "application/manifest+json; charset=utf-8"),
    ("/assets/fonts/sitegen-ui-regular-latin.woff2", 200, "font/woff2"),
    ("/INDEX.html", 404, "text/html; charset=utf-8"),
  ])
  func answersLikeAStaticHost(_ target: String, _ status: Int, _ type: String) async throws {
    try await withServer(Self.snapshot) { port, _ in
      let answer = await answer(to: target, port: port)
      #expect(answer.status == status)
      #expect(answer.contains("\r\nContent-Type: \(type)\r\n"))
      let head = await SiteGenPreviewTests.answer(to: target, port: port, method: "HEAD")
      #expect(head.hasSuffix("\r\n\r\n"))
      #expect(answer.hasPrefix(head), "HEAD and GET have the same headers")
    }
  }

  @Test func servesThePublishedBytesWithoutReload() async throws {
    let snapshot = try #require(Self.snapshot)
    let site = try #require(snapshot.site)
    try await withServer(snapshot, handler: RequestHandler(reloads: false, nonce: "n")) { port, _ in
      for path in site.paths {
        let answer = await answer(to: "/" + path, port: port)
        let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        // Why decoded: the client reads text, and a font is not text.
        let published = site.bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
        #expect(parts.last.map(String.init) == published, "\(path)")
      }
    }
  }

  @Test func doesNotSendBytesThatTheBrowserHas() async throws {
    try await withServer(Self.snapshot) { port, _ in
      let first = await answer(to: "/", port: port)
      let line = try #require(first.split(separator: "\r\n").first { $0.hasPrefix("ETag: ") })
      let tag = String(line.dropFirst(6))
      for value in [tag, "\"x\", \(tag)", "W/\(tag)", "*"] {
        let answer = await answer(to: "/", port: port, headers: "If-None-Match: \(value)\r\n")
        #expect(answer.status == 304, "\(value)")
        #expect(answer.hasSuffix("\r\n\r\n"))
      }
      #expect(await answer(to: "/", port: port, headers: "If-None-Match: \"x\"\r\n").status == 200)
    }
  }

  @Test func letsTheBrowserCacheFilesByTheirVersion() async throws {
    let site = try #require(Self.snapshot?.site)
    let paths = [
      "assets/style.css", "assets/icon.svg", "assets/fonts/sitegen-ui-regular-latin.woff2", "search/index.js",
    ]
    try await withServer(Self.snapshot) { port, _ in
      for path in paths {
        let version = contentVersion(of: try #require(site.bytes(of: path)))
        for (query, isKept) in [("?v=\(version)", true), ("?v=0", false), ("", false)] {
          let answer = await answer(to: "/\(path)\(query)", port: port)
          #expect(answer.contains("\r\nCache-Control: max-age=31536000, immutable\r\n") == isKept, "\(path)\(query)")
          #expect(answer.contains("\r\nCache-Control: no-cache\r\n") != isKept, "\(path)\(query)")
        }
      }
      let page = contentVersion(of: try #require(site.bytes(of: "index.html")))
      #expect(!(await answer(to: "/?v=\(page)", port: port)).contains("immutable"))
    }
  }

  @Test(arguments: [
    ("bytes=0-3", 206, "User"), ("bytes=5-10", 206, "agent:"), ("bytes=-4", 206, nil), ("bytes=0-0", 206, "U"),
    ("bytes=99999-", 416, ""), ("bytes=-0", 416, ""), ("bytes=3-1", 200, nil), ("bytes=a-b", 200, nil),
    ("bytes=0-1,3-4", 200, nil), ("lines=0-1", 200, nil), ("bytes=99999999999999999999-", 200, nil),
  ])
  func servesRanges(_ range: String, _ status: Int, _ body: String?) async throws {
    try await withServer(Self.snapshot) { port, _ in
      let answer = await answer(to: "/robots.txt", port: port, headers: "Range: \(range)\r\n")
      #expect(answer.status == status)
      if let body { #expect(answer.lowercased().hasSuffix("\r\n\r\n\(body.lowercased())")) }
      let other = await SiteGenPreviewTests.answer(
        to: "/robots.txt", port: port, headers: "Range: \(range)\r\nIf-Range: \"old\"\r\n")
      #expect(other.status == 200)
    }
  }

  @Test func answersRequestsOfOneConnectionInTurn() async throws {
    try await withServer(Self.snapshot) { port, _ in
      let one = "GET /robots.txt HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
      let last = "GET /other HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n"
      let answers = await answer(toBytes: Array((one + one + last).utf8), port: port)
      #expect(answers.split(separator: "HTTP/1.1 200 OK").count == 3)
    }
  }

  @Test func servesBelowAPath() async throws {
    try await withServer(Self.snapshot, handler: RequestHandler(basePath: "/a/b/", nonce: "n")) { port, _ in
      #expect(await answer(to: "/a/b/", port: port).status == 200)
      #expect(await answer(to: "/a/b/other", port: port).status == 200)
      #expect(await answer(to: "/a/b", port: port).contains("301 Moved Permanently\r\nLocation: /a/b/\r\n"))
      for path in ["/", "/other", "/a/", "/a/bother", "/a/b/a/b/"] {
        #expect(await answer(to: path, port: port).status == 404, "\(path)")
      }
    }
  }

  @Test func sendsEventsToATab() async throws {
    let project = try SampleProject()
    let first = try project.snapshot()
    let seen = try #require(RequestHandler(nonce: "n").currentHash(of: "/other", first))
    try await withServer(first) { port, board in
      let target = "/.sitegen/events?page=%2Fother&seen=\(seen)&styles=\(first.styles)"
      let client = await blocking { RawClient(port: port) }
      defer { client.close() }
      func next(_ part: String) async -> String { await blocking { client.receive { $0.contains(part) } } }
      client.send("GET \(target) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
      let opened = await next("]}\n\n")
      #expect(opened.contains("Content-Type: text/event-stream"))
      #expect(opened.contains("event: diagnostics\ndata: {\"failed\": false") && !opened.contains("event: reload"))

      try project.write("---\ntitle: Other\n", to: "Content/index.md")
      let failed = try project.snapshot(after: first, at: "12:00:01")
      await board.put(.snapshot(failed))
      let failure = await next("]}\n\n")
      #expect(failure.contains("\"failed\": true, \"time\": \"12:00:01\", \"shown\": \"12:00:00\""))
      #expect(failure.contains("Content/index.md:") && !failure.contains("event: reload"))

      try project.write("---\ntitle: Home\nsummary: A page\n---\n\nOther words.\n", to: "Content/index.md")
      await board.put(.snapshot(try project.snapshot(after: failed)))
      #expect(await !next("]}\n\n").contains("event: reload"), "the bytes of this page are the same")

      try project.write("---\ntitle: Other\nsummary: Another page\n---\n\nNew words.\n", to: "Content/other.md")
      await board.put(.snapshot(try project.snapshot(after: failed)))
      #expect(await next("event: reload").contains("event: reload"))
    }
  }

  @Test func waitsForAPageThatIsBeingMade() async throws {
    let project = try SampleProject()
    let first = try project.snapshot()
    try await withServer(nil) { port, board in
      async let early = answer(to: "/other", port: port)
      try await Task.sleep(for: .milliseconds(100))
      await board.put(.snapshot(first))
      #expect(await early.contains("More words."))

      try project.write("---\ntitle: Other\nsummary: Another page\n---\n\nNew words.\n", to: "Content/other.md")
      await board.put(.stale)
      async let late = answer(to: "/other", port: port)
      try await Task.sleep(for: .milliseconds(100))
      await board.put(.snapshot(try project.snapshot(after: first)))
      #expect(await late.contains("New words."))
      await board.put(.stale)
      await board.put(.unchanged)
      #expect(await answer(to: "/other", port: port).contains("New words."))
    }
  }
}
