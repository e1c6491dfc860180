import Testing

@testable import SiteGen

@Suite struct MarkdownTreeTests {
  private func read(_ text: String) -> (tree: MarkdownTree, file: SourceFile) {
    let file = SourceFile(path: "a.md", text: "---\n---\n" + text)
    return (MarkdownTree(parsing: file, from: 8), file)
  }

  @Test(arguments: [
    ("![Dead](question:dead)", true), ("![Dead](question:dead) by day", false), ("[![a](b)](c)", false),
    ("![a](b)\n![c](d)", false), ("# ![a](b)", false), ("- ![a](b)", true),
  ])
  func findsALoneImageInAParagraph(_ text: String, _ isAlone: Bool) {
    let tree = read(text).tree
    #expect(tree.nodes.indices.contains { tree.loneImage(in: $0) != nil } == isAlone)
  }

  @Test func findsRawHTMLWithItsPlace() {
    let (tree, file) = read("a <b>c</b>\n\n<div>\nx\n</div>\n\n`<i>`")
    #expect(
      tree.nodes.filter { $0.kind == .htmlBlock || $0.kind == .htmlInline }.map { file.text($0.span) } == [
        "<b>", "</b>", "<div>\nx\n</div>",
      ])
  }

  @Test func placesAllNodesOfAFoldedTextAtOneSpan() {
    let tree = MarkdownTree(parsing: "a *b* [c](d \"e\")", placedAt: 10..<40)
    #expect(tree.nodes.allSatisfy { $0.span == 10..<40 })
    #expect(tree.links.allSatisfy { $0.titleSpan == 10..<40 && $0.destinationSpan == 10..<40 })
  }

  @Test func placesAVerbatimTextFromItsOffset() throws {
    let file = SourceFile(path: "a.md", text: "summary: a *b* c")
    let tree = MarkdownTree(parsing: "a *b* c", verbatimAt: 9)
    #expect(tree.nodes.filter { $0.kind == .text }.map { file.text($0.span) } == ["a ", "b", " c"])
  }
}
