import Testing

@testable import SiteGen

@Suite struct ProseTextTests {
  @Test(arguments: [
    ("in 2*6* towns", "26", "2*6"), ("12&amp;3", "12&3", "12&amp;3"), ("a\\*b 1,\n   000", "1, 000", "1,\n   000"),
    ("> x\n> 3,8**00** y", "3,800", "3,8**00"), ("# About 400\n", "400", "400"), ("é ü 5", "5", "5"),
    ("[26 protesters](source:x \"26\")", "26", "26"), ("a &copy; 12", "12", "12"),
  ])
  func locatesWordsInTheFile(_ text: String, _ words: String, _ written: String) throws {
    let file = SourceFile(path: "a.md", text: "---\n---\n" + text)
    let prose = ProseText(MarkdownTree(parsing: file, from: 8)) { _ in false }
    let range = try #require(prose.bytes.firstRange(of: Array(words.utf8)))
    #expect(file.text(prose.span(range)) == written)
  }

  @Test func leavesCodeOut() {
    let prose = ProseText(MarkdownTree(parsing: SourceFile(path: "a.md", text: "`4` b\n\n    7\n"), from: 0)) { _ in
      false
    }
    #expect(!prose.bytes.contains { (0x30...0x39).contains($0) })
  }
}
