import Testing

@testable import SiteGenPreview

@Suite struct SitePathTests {
  /// Attempts to leave the site are refused before they are looked up, or name nothing.
  @Test(arguments: [
    "", "x", "*", "http://localhost/x", "//host/x", "///x", "/../x", "/..", "/.", "/./x", "/a/../x", "/a//x", "/a/..",
    "/%2e%2e/x", "/%2E%2E%2Fx", "/a/%2e%2e/x", "/%2e/x", "/..%2fx", "/a%2f..%2fx", "/a%2f%2fx", "/\\x", "/..\\x",
    "/%5c..%5cx", "/%5Cx", "/%00", "/x%00.html", "/%0a", "/%0d%0aX", "/%7f", "/%ff", "/%c0%ae%c0%ae/x", "/%c0%af",
    "/%ed%a0%80", "/%", "/%2", "/%zz", "/%u002e", "/é", "/a b", "/x#y", "/" + String(repeating: "a", count: 1100),
  ])
  func refuses(_ target: String) {
    #expect(throws: RequestHead.Refusal.self) { try SitePath(target: Array(target.utf8)) }
  }

  @Test(arguments: [
    ("/", ""), ("/x.html", "x.html"), ("/questions/x.html?y=1", "questions/x.html"), ("/x/", "x/"),
    ("/%78.html", "x.html"), ("/%C3%A9.html", "é.html"), ("/%252e%252e/x", "%2e%2e/x"), ("/...", "..."),
    ("/..x", "..x"),
    ("/etc/passwd", "etc/passwd"),
  ])
  func decodesOnce(_ target: String, _ text: String) throws {
    #expect(try SitePath(target: Array(target.utf8)).text == text)
  }

  @Test func readsTheQuery() throws {
    let path = try SitePath(target: Array("/x?page=%2Fa%20b&seen=&bad=%zz&last".utf8))
    #expect(path.value(of: "page") == "/a b")
    #expect(path.value(of: "seen") == "")
    #expect(path.value(of: "bad") == nil)
    #expect(path.value(of: "last") == nil)
  }
}
