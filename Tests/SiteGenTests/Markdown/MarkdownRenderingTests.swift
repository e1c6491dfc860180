import Testing

@testable import SiteGen

@Suite struct MarkdownRenderingTests {
  private func html(_ text: String, _ renderer: MarkdownRenderer = asLibcmark) -> String {
    var html: [UInt8] = []
    renderer.render(MarkdownTree(parsing: SourceFile(path: "a.md", text: text), from: 0), into: &html)
    return String(decoding: html, as: UTF8.self)
  }

  @Test(arguments: ownMarkdown)
  func agreesWithLibcmark(_ text: String) {
    #expect(html(text) == libcmarkHTML(text))
  }

  @Test func agreesWithLibcmarkOnThePublishedExamples() {
    #expect(publishedMarkdown.isEmpty || publishedMarkdown.count == 652)
    for example in publishedMarkdown {
      let written = html(example.markdown)
      #expect(written == libcmarkHTML(example.markdown), "example \(example.example)")
      if !written.contains("<!-- raw HTML omitted -->"), !example.html.contains("javascript:") {
        #expect(written == example.html, "example \(example.example)")
      }
    }
  }

  @Test func agreesWithLibcmarkOnEveryByteOfAnAddress() {
    for byte in UInt8(0x21)...0x7E {
      let character = String(decoding: [byte], as: UTF8.self)
      let text = "[a](<x\\" + character + "y> \"\\" + character + "\")"
      #expect(html(text) == libcmarkHTML(text))
    }
  }

  /// Invalid UTF-8, NULs and byte order marks are refused before Markdown is read; here they must only not crash.
  @Test func readsAnyBytes() {
    let parts: [[UInt8]] = [
      [0], [0x80], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0x0D], [0x0A], [0x0B], [0x0C], [0x20], [0x09], [0x1B], [0x5C],
      [0x2A], [0x5B], [0x5D], [0x28, 0x29], [0x60], [0x26, 0x23, 0x30, 0x3B], [0x3E], [0x2D, 0x20], [0x3C], [0x61],
    ]
    var state: UInt64 = 7
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += parts[Int((state >> 33) % UInt64(parts.count))]
      }
      let tree = MarkdownTree(parsing: SourceFile(path: "a.md", bytes: bytes), from: 0)
      #expect(tree.nodes.allSatisfy { $0.span.upperBound <= bytes.count })
      var html: [UInt8] = []
      asLibcmark.render(tree, into: &html)
      #expect(html == libcmarkHTML(bytes), "\(bytes)")
    }
  }
}
