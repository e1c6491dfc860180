import Testing

@testable import SiteGen

@Suite struct MarkdownHookTests {
  private func html(_ text: String, _ action: @escaping (MarkdownLink, inout [UInt8]) -> MarkdownAction) -> String {
    let tree = MarkdownTree(parsing: text, verbatimAt: 0)
    var html: [UInt8] = []
    MarkdownRenderer(hook: { node, html in
      guard let link = tree.link(at: node) else { return .standard }
      return action(link, &html)
    }).render(tree, into: &html)
    return String(decoding: html, as: UTF8.self)
  }

  @Test func rejectsADangerousDestinationFromAHook() {
    #expect(html("[a](b)") { _, _ in .destination("javascript:x") } == "<p><a href=\"\">a</a></p>\n")
  }

  @Test func replacesADestination() {
    #expect(
      html("[a *b*](c.md \"t\") ![d](e)") { _, _ in .destination("x.html#y") }
        == "<p><a href=\"x.html#y\" title=\"t\">a <em>b</em></a> <img src=\"x.html#y\" alt=\"d\" /></p>\n")
  }

  @Test func leavesOutOrReplacesASubtree() {
    #expect(html("a [*b*](c) d") { _, _ in .replaced } == "<p>a  d</p>\n")
    #expect(
      html("a [*b*](c) d") { _, html in
        html.append(contentsOf: "X".utf8)
        return .replaced
      } == "<p>a X d</p>\n")
  }

  @Test func wrapsTheContentOfANode() {
    let wrapped = html("a [*b*](c) ![d *e*](f)") { link, html in
      html.append(contentsOf: (link.isImage ? "<figcaption>" : "<cite>").utf8)
      return .wrapped(closing: link.isImage ? "</figcaption>" : "</cite>")
    }
    #expect(wrapped == "<p>a <cite><em>b</em></cite> <figcaption>d <em>e</em></figcaption></p>\n")
  }

  @Test func callsTheHookForParagraphsAndQuotations() {
    let tree = MarkdownTree(parsing: "> a\n\n![b](c)\n\n- d", verbatimAt: 0)
    var html: [UInt8] = []
    MarkdownRenderer(hook: { node, html in
      switch tree.nodes[node].kind {
      case .blockQuote:
        html.append(contentsOf: "<blockquote data-claim=\"x\">".utf8)
        return .wrapped(closing: "</blockquote>\n")
      case .paragraph:
        guard tree.loneImage(in: node) != nil else { return .standard }
        html.append(contentsOf: "<figure></figure>\n".utf8)
        return .replaced
      default: return .standard
      }
    }).render(tree, into: &html)
    #expect(
      String(decoding: html, as: UTF8.self)
        == "<blockquote data-claim=\"x\">\n<p>a</p>\n</blockquote>\n<figure></figure>\n<ul>\n<li>d</li>\n</ul>\n")
  }

  @Test func writesInlineMarkdownWithoutParagraphs() {
    var html: [UInt8] = []
    MarkdownRenderer().renderInline(MarkdownTree(parsing: "a *b*\n\nc <i>\n\n- d & e", verbatimAt: 0), into: &html)
    #expect(String(decoding: html, as: UTF8.self) == "a <em>b</em> c <!-- raw HTML omitted --> d &amp; e")
  }
}
