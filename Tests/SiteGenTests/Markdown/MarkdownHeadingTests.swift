import Testing

@testable import SiteGen

@Suite struct MarkdownHeadingTests {
  @Test(arguments: [
    ("", "section"), ("!?", "section"), ("What is known", "what-is-known"), ("  A -- B!  ", "a-b"),
    (
      "Ünïcode",
      "ünïcode"
    ),
    ("Что известно?", "что-известно"), ("数字 ٣", "数字-٣"), ("cafe\u{301}", "cafe\u{301}"), ("ẞ 2²", "ß-2"),
    (
      "İ",
      "i\u{307}"
    ),
  ])
  func makesAnAnchor(_ words: String, _ anchor: String) {
    #expect(headingAnchor(of: words) == anchor)
  }

  @Test func givesEachHeadingItsOwnAnchor() {
    let tree = MarkdownTree(parsing: "# A\n## A\n# A 2\n## A\n# *B* `c` &amp; d\nE\n===\n", verbatimAt: 0)
    #expect(tree.headings.map(\.anchor) == ["a", "a-2", "a-2-2", "a-3", "b-c-d", "e"])
    #expect(tree.headings.map(\.text) == ["A", "A", "A 2", "A", "B c & d", "E"])
    #expect(tree.headings.map(\.level) == [1, 2, 1, 2, 1, 1])
  }

  @Test func writesAnchorsAndShiftedLevels() {
    var html: [UInt8] = []
    MarkdownRenderer(headingShift: 1, writesHeadingIds: true)
      .render(MarkdownTree(parsing: "# A\n\n###### B\n", verbatimAt: 0), into: &html)
    #expect(String(decoding: html, as: UTF8.self) == "<h2 id=\"a\">A</h2>\n<h6 id=\"b\">B</h6>\n")
  }

  @Test func returnsPlainText() {
    let tree = MarkdownTree(parsing: "a *b*\nc `d` [e](f) ![g](h)\n\n- i\n- j\n\n<b>k</b>", verbatimAt: 0)
    #expect(tree.plainText() == "a b c d e g i j k")
  }
}
