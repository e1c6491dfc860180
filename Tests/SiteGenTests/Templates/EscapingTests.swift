import Testing

@testable import SiteGen

@Suite struct EscapingTests {
  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:x", "java\tscript:x", " javascript:x", "\u{1}javascript:x", "data:text/html,x",
    "vbscript:x", ":x", "file:///etc/passwd", "httpx://example.org", "httpsssssss:x",
  ])
  func refusesAddresses(_ address: String) {
    #expect(!isAllowedAddress(address.utf8))
    #expect(made { appendAddress(address.utf8, to: &$0) } == "#")
  }

  @Test(arguments: [
    ("", ""), ("a.html#b", "a.html#b"), ("../x/?a=b:c", "../x/?a=b:c"), ("//example.org/", "//example.org/"),
    ("HTTPS://example.org/%7Ea%zz%4", "HTTPS://example.org/%7Ea%25zz%254"),
    ("mailto:a@example.org", "mailto:a@example.org"),
    ("a\"><b>", "a%22%3E%3Cb%3E"), ("a\\b c\n", "a%5Cb%20c%0A"), ("?a=1&b='", "?a=1&amp;b=&#39;"),
    ("ж", "%D0%B6"),
  ])
  func writesAddresses(address: String, expected: String) {
    #expect(made { appendAddress(address.utf8, to: &$0) } == expected)
  }

  @Test(arguments: ["", "plain", "<&>\"'", "a<", "<a", "ж<é>", "\u{0}\r\n\t"])
  func escapesBytesThatAreNotContiguous(_ text: String) {
    let lazily = text.utf8.lazy.map { $0 }
    #expect(made { appendEscapedText(text.utf8, to: &$0) } == made { appendEscapedText(lazily, to: &$0) })
  }

  @Test func escapesText() {
    #expect(made { appendEscapedText("<&>\"'".utf8, to: &$0) } == "&lt;&amp;&gt;&quot;'")
    #expect(made { appendEscapedAttribute("<&>\"'".utf8, to: &$0) } == "&lt;&amp;&gt;&quot;&#39;")
    #expect(made { appendEscapedXML("<&>\"'\u{1}\r\n".utf8, to: &$0) } == "&lt;&amp;&gt;&quot;&#39;\u{FFFD}&#13;\n")
    #expect(made { appendPercentEncoded("a/b ~ж".utf8, to: &$0) } == "a%2Fb%20~%D0%B6")
  }

  @Test func writesJSON() {
    #expect(made { appendScriptString("\"</ж\u{2028}\u{2029}".utf8, to: &$0) } == "\\\"\\u003c/ж\\u2028\\u2029")
    #expect(made { appendScriptJSON("{\"a\":\"</b>\"}".utf8, to: &$0) } == "{\"a\":\"\\u003c/b\\u003e\"}")
  }

  private func made(_ append: (inout [UInt8]) -> Void) -> String {
    var output: [UInt8] = []
    append(&output)
    return String(decoding: output, as: UTF8.self)
  }
}
