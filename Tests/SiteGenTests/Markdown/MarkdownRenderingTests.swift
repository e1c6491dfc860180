import Testing

@testable import SiteGen

@Suite struct MarkdownRenderingTests {
  private func html(_ text: String, _ renderer: MarkdownRenderer = MarkdownRenderer()) -> String {
    var html: [UInt8] = []
    renderer.render(MarkdownTree(parsing: SourceFile(path: "a.md", text: text), from: 0), into: &html)
    return String(decoding: html, as: UTF8.self)
  }

  @Test(arguments: ownMarkdown)
  func writesWhatLibcmarkWrites(_ text: String) {
    #expect(html(text) == libcmarkHTML(text))
  }

  @Test func writesWhatLibcmarkWritesOfThePublishedExamples() {
    for example in publishedMarkdown {
      let written = html(example.markdown)
      #expect(written == libcmarkHTML(example.markdown), "example \(example.example)")
      if !written.contains("<!-- raw HTML omitted -->"), !example.html.contains("javascript:") {
        #expect(written == example.html, "example \(example.example)")
      }
    }
  }

  @Test func writesEveryByteOfAnAddressAsLibcmarkDoes() {
    for byte in UInt8(0x21)...0x7E {
      let text = "[a](<x\\" + String(decoding: [byte], as: UTF8.self) + "y> \"\\" + String(decoding: [byte], as: UTF8.self) + "\")"
      #expect(html(text) == libcmarkHTML(text))
    }
  }
}
