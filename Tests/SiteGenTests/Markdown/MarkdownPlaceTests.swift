import Testing

@testable import SiteGen

@Suite struct MarkdownPlaceTests {
  private func faults(_ text: String) -> [String] {
    let prefix = "---\ntitle: x\n---\n"
    let file = SourceFile(path: "a.md", text: prefix + text)
    let tree = MarkdownTree(parsing: file, from: prefix.utf8.count)
    return tree.nodes.indices.flatMap { faults(at: $0, tree, file) }
  }

  private func faults(at index: Int, _ tree: MarkdownTree, _ file: SourceFile) -> [String] {
    let node = tree.nodes[index]
    var faults: [String] = []
    if node.span.upperBound > file.bytes.count { faults.append("\(node.kind) ends after the file") }
    if node.parent >= 0 {
      let outer = tree.nodes[node.parent]
      if node.span.lowerBound < outer.span.lowerBound || node.span.upperBound > outer.span.upperBound {
        faults.append("\(node.kind) \(node.span) is outside its \(outer.kind) \(outer.span)")
      }
    }
    let written = file.text(node.span)
    switch node.kind {
    case .text:
      let literal = tree.string(node.literal)
      // A tab that a marker has partly consumed becomes spaces.
      let isTab = written.hasPrefix("\t") && literal.drop { $0 == " " } == written.drop { " \t".contains($0) }
      if literal != written, !(written.hasPrefix("&") && written.hasSuffix(";")), written != "\0", !isTab {
        faults.append("text '\(literal)' is placed at '\(written)'")
      }
    case .code:
      let literal = tree.string(node.literal)
      if literal != written, !written.contains(where: \.isNewline) {
        faults.append("code '\(literal)' is placed at '\(written)'")
      }
    case .emphasis, .strong:
      if let first = written.first, first == written.last, "*_".contains(first) { break }
      faults.append("\(node.kind) is placed at '\(written)'")
    case .link, .image:
      guard let link = tree.link(at: index) else { return faults + ["a link without destination"] }
      let opening = link.isAutolink ? "<" : link.isImage ? "![" : "["
      if !written.hasPrefix(opening) || !(written.last.map { ")]>".contains($0) } ?? false) {
        faults.append("\(node.kind) is placed at '\(written)'")
      }
      let title = tree.string(link.title)
      if !title.isEmpty, written.hasSuffix(")"), !file.text(link.titleSpan).contains(where: { "\\&\n".contains($0) }),
        file.text(link.titleSpan) != title
      {
        faults.append("title '\(title)' is placed at '\(file.text(link.titleSpan))'")
      }
      let destination = tree.string(link.destination)
      if written.hasSuffix(")"), !file.text(link.destinationSpan).contains(where: { "\\&".contains($0) }),
        file.text(link.destinationSpan) != destination
      {
        faults.append("destination '\(destination)' is placed at '\(file.text(link.destinationSpan))'")
      }
    case .softBreak, .lineBreak:
      let isBreak = ["\n", "\r", "\r\n", "\\\n", "\\\r\n"].contains(written)
      if !isBreak { faults.append("\(node.kind) is placed at '\(written)'") }
    case .htmlInline:
      if written != tree.string(node.literal), !written.contains("\n") { faults.append("html at '\(written)'") }
    default: break
    }
    return faults
  }

  @Test(arguments: ownMarkdown)
  func placesEachNodeAtItsBytes(_ text: String) {
    #expect(faults(text) == [])
  }

  @Test func placesEachNodeOfThePublishedExamplesAtItsBytes() {
    for example in publishedMarkdown {
      #expect(faults(example.markdown) == [], "example \(example.example): \(example.markdown)")
    }
  }

  /// Random texts of Markdown syntax, the same in every run.
  @Test func placesEachNodeOfRandomTextsAtItsBytes() {
    let parts = [
      "*", "**", "_", "`", "``", "[", "]", "](", ")", "(", "![", "\"", "'", "<", ">", "> ", "- ", "1. ", "\n",
      "\n", "\n\n",
      "\n    ", "\n  ", "  \n", "\\\n", "\\", "&amp;", "&copy;", "&", "#", "# ", "\t", " ", " ", "a", "b", "2",
      "é", "[a]: b\n",
      "[a]", "[](source:x)", "](b \"c\")", "\n> ", "\n- ", "===\n", "<b>", "<https://a.example>", "\r\n",
      "```\n", "!", "word",
    ]
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<(3 + next(30)) { text += parts[next(parts.count)] }
      #expect(faults(text) == [], "\(text.debugDescription)")
      var html: [UInt8] = []
      asLibcmark.render(MarkdownTree(parsing: text, verbatimAt: 0), into: &html)
      // libcmark's tree does not distinguish an empty title from no title.
      let expected = libcmarkHTML(text).split(separator: " title=\"\"", omittingEmptySubsequences: false).joined()
      #expect(String(decoding: html, as: UTF8.self) == expected, "\(text.debugDescription)")
    }
  }
}
