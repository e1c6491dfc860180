import Testing

@testable import SiteGen

@Suite struct MarkdownPassageTests {
  private func read(_ text: String) -> (tree: MarkdownTree, file: SourceFile) {
    let file = SourceFile(path: "a.md", text: "---\n---\n" + text)
    return (MarkdownTree(parsing: file, from: 8), file)
  }

  @Test(arguments: [
    "> words", "> words [x](source:a)", "> words [](question:a)", "words [](source:a)", "> words [](source:a) after",
    "> ![](source:a)", "> words [](source:a)\n>\n> more",
  ])
  func findsNoQuotationWithoutAClosingSource(_ text: String) {
    #expect(read(text).tree.quotations(endingInLinkTo: "source:").isEmpty)
  }

  @Test(arguments: [
    ("> the words [](source:a)", "the words", "the words"),
    ("> the *few*\n> words[](source:a)\n", "the few\nwords", "the *few*\n> words"),
    ("> one\n>\n> two\n>\n> [](source:a)", "one\ntwo", "one\n>\n> two"),
    ("- > \"26 &amp; more\"  [](source:a)\n", "\"26 & more\"", "\"26 &amp; more\""),
    ("> > in [](source:a)", "in", "in"), ("> lazy\nline [](source:a)", "lazy\nline", "lazy\nline"),
  ])
  func findsTheWordsOfAQuotation(_ text: String, _ words: String, _ written: String) throws {
    let (tree, file) = read(text)
    let quotations = tree.quotations(endingInLinkTo: "source:")
    let quotation = try #require(quotations.first)
    #expect(quotations.count == 1)
    #expect(quotation.text == words)
    #expect(file.text(quotation.span) == written)
    #expect(tree.nodes[quotation.node].kind == .blockQuote)
    #expect(tree.string(try #require(tree.link(at: quotation.link)).destination) == "source:a")
  }

  @Test(arguments: [
    ("in 2*6* towns", "26", "2*6"), ("12&amp;3", "12&3", "12&amp;3"), ("a\\*b 1,\n   000", "1,\n000", "1,\n   000"),
    ("> x\n> 3,8**00** y", "3,800", "3,8**00"), ("# About 400\n", "400", "400"), ("`a 7`", "7", "7"),
    ("[26 protesters](source:x \"26\")", "26", "26"), ("é ü 5", "5", "5"), ("a &copy; 12", "12", "12"),
  ])
  func findsWhereWordsAreWritten(_ text: String, _ words: String, _ written: String) throws {
    let (tree, file) = read(text)
    let passage = try #require(tree.passages().first)
    let range = try #require(offsets(of: words, in: passage.text))
    #expect(file.text(passage.span(of: range)) == written)
  }

  private func offsets(of words: String, in text: [UInt8]) -> Range<Int>? {
    let wanted = Array(words.utf8)
    return (0...max(0, text.count - wanted.count)).map { $0..<min(text.count, $0 + wanted.count) }
      .first { Array(text[$0]) == wanted }
  }

  @Test func knowsWhatANumberStandsIn() throws {
    let (tree, _) = read("1 [2 *3*](source:x) `4` [![5](i.png)](a.md)\n\n> 6 [](source:y)\n\n    7\n\n> 8\n")
    let quotations = tree.quotations(endingInLinkTo: "source:")
    var seen: [String] = []
    for passage in tree.passages(quotations: quotations) {
      for (offset, byte) in passage.text.enumerated() where (0x30...0x39).contains(byte) {
        let range = offset..<(offset + 1)
        let link = passage.link(around: range).flatMap { tree.link(at: $0) }.map { tree.string($0.destination) }
        let isCode = passage.runs(in: range).contains(where: \.isCode)
        seen.append(
          String(decoding: [byte], as: UTF8.self) + (link.map { " in " + $0 } ?? "") + (isCode ? " in code" : "")
            + (passage.quotation == nil ? "" : " quoted"))
      }
    }
    #expect(seen == ["1", "2 in source:x", "3 in source:x", "4 in code", "5 in a.md", "6 quoted", "7 in code", "8"])
  }

  @Test(arguments: [
    ("![Dead](question:dead)", true), ("![Dead](question:dead) by day", false), ("[![a](b)](c)", false),
    ("![a](b)\n![c](d)", false), ("# ![a](b)", false), ("- ![a](b)", true),
  ])
  func findsAnImageAloneInItsParagraph(_ text: String, _ isAlone: Bool) {
    let tree = read(text).tree
    #expect(tree.nodes.indices.contains { tree.loneImage(in: $0) != nil } == isAlone)
  }

  @Test func findsRawHTMLWithItsPlace() {
    let (tree, file) = read("a <b>c</b>\n\n<div>\nx\n</div>\n\n`<i>`")
    #expect(tree.rawHTML.map { file.text(tree.nodes[$0].span) } == ["<b>", "</b>", "<div>\nx\n</div>"])
  }

  @Test func placesAllNodesOfAFoldedTextAtOneSpan() {
    let tree = MarkdownTree(parsing: "a *b* [c](d \"e\")", placedAt: 10..<40)
    #expect(tree.nodes.allSatisfy { $0.span == 10..<40 })
    #expect(tree.links.allSatisfy { $0.titleSpan == 10..<40 && $0.destinationSpan == 10..<40 })
    #expect(tree.passages().first?.span(of: 0..<1) == 10..<40)
  }

  @Test func placesAVerbatimTextFromItsOffset() throws {
    let file = SourceFile(path: "a.md", text: "summary: a *b* c")
    let tree = MarkdownTree(parsing: "a *b* c", verbatimAt: 9)
    #expect(tree.nodes.filter { $0.kind == .text }.map { file.text($0.span) } == ["a ", "b", " c"])
  }
}
