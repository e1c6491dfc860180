/// The part of a node that a `MarkdownRenderer.Hook` has written.
enum MarkdownAction: Sendable {
  /// Nothing: the node is rendered as in CommonMark.
  case standard
  /// Nothing: the link or image is rendered with this destination.
  case destination(String)
  /// The whole subtree, possibly as nothing: neither the node nor its descendants are rendered.
  case replaced
  /// The opening markup. The children are rendered next, then the closing markup.
  case wrapped(closing: String)
}

/// Renders a `MarkdownTree` as HTML. Without options, and if all links are allowed, the output is that of libcmark in
/// safe mode, byte for byte. A comment replaces raw HTML; a destination that is not allowed is left empty.
struct MarkdownRenderer {
  /// Called once for each link, image, block quotation and paragraph, except in alternative texts of images and in
  /// replaced subtrees. It may append HTML. Neither that HTML nor `closing` is escaped.
  ///
  /// Why `wrapped`: block quotations nest without bound, so a hook must not render their children recursively.
  typealias Hook = (_ node: Int, _ html: inout [UInt8]) -> MarkdownAction

  /// Added to the level of every heading; levels above 6 become 6.
  var headingShift = 0
  /// Whether headings get their anchors as `id`.
  var writesHeadingIds = false
  var hook: Hook?
  /// Whether a link or image may have this destination. Tests replace this function to compare the output with
  /// libcmark.
  var allows: (ArraySlice<UInt8>) -> Bool = isAllowedAddress
  /// Returns the label of a heading's link to itself, given the heading's text. If this function is nil or
  /// `writesHeadingIds` is false, headings have no such link.
  var headingLink: ((String) -> String)?

  /// Appends the whole document.
  func render(_ tree: MarkdownTree, into html: inout [UInt8]) {
    render(0..<tree.nodes.count, of: tree, into: &html)
  }

  /// Appends the content of the paragraphs and headings of a document, without `<p>` and `<h1>` to `<h6>`, separated by
  /// spaces, for summaries and labels. Blocks of other kinds are written as plain text.
  func renderInline(_ tree: MarkdownTree, into html: inout [UInt8]) {
    var index = 1
    while index < tree.nodes.count {
      if index > 1 { html.append(UInt8(ascii: " ")) }
      let node = tree.nodes[index]
      if node.kind == .paragraph || node.kind == .heading {
        render((index + 1)..<node.end, of: tree, into: &html)
      } else {
        appendEscapedText(markdownPlainText(tree.nodes, tree.literals, of: index), to: &html)
      }
      index = max(index + 1, node.end)
    }
  }

  private struct Open {
    var node: Int
    var end: Int
    var closing: String?
  }

  private func render(_ range: Range<Int>, of tree: MarkdownTree, into html: inout [UInt8]) {
    let start = html.count
    html.reserveCapacity(start + tree.literals.count * 5 / 4 + range.count * 8)
    var open: [Open] = []
    var index = range.lowerBound
    while true {
      while let last = open.last, last.end <= index {
        open.removeLast()
        close(last, of: tree, from: start, into: &html)
      }
      guard index < range.upperBound else { break }
      let node = tree.nodes[index]
      let next = max(index + 1, node.end)
      var closing: String?
      var destination: String?
      switch node.kind.hasHook ? hook?(index, &html) : nil {
      case .standard, nil: break
      case .destination(let address): destination = address
      case .wrapped(let markup): closing = markup
      case .replaced:
        index = next
        continue
      }
      switch node.kind {
      case _ where closing != nil: break
      case .image:
        writeImage(index, of: tree, destination: destination, into: &html)
        index = next
        continue
      case .link: openLink(index, of: tree, destination: destination, into: &html)
      case .heading: closing = openHeading(index, of: tree, from: start, into: &html)
      default: enter(node, at: index, of: tree, from: start, into: &html)
      }
      if node.end > index + 1 || closing != nil || node.kind.hasClosingMarkup {
        open.append(Open(node: index, end: node.end, closing: closing))
      }
      index += 1
    }
  }

  /// Appends the opening markup of a heading. Returns the closing markup if the heading links to itself; otherwise nil.
  private func openHeading(
    _ index: Int, of tree: MarkdownTree, from start: Int, into html: inout [UInt8]
  ) -> String? {
    startLine(&html, from: start)
    appendFixed("<h", to: &html)
    html.append(headingDigit(tree.nodes[index].number))
    defer { html.append(UInt8(ascii: ">")) }
    guard writesHeadingIds, let heading = tree.heading(at: index) else { return nil }
    appendFixed(" id=\"", to: &html)
    html.append(contentsOf: heading.anchor.utf8)
    html.append(UInt8(ascii: "\""))
    return headingClosing(heading)
  }

  /// The closing markup of a heading that links to itself; nil without `headingLink`.
  private func headingClosing(_ heading: MarkdownHeading) -> String? {
    guard let headingLink else { return nil }
    var link = Array(" <a class=\"anchor\" href=\"#\(heading.anchor)\" aria-label=\"".utf8)
    appendEscapedAttribute(headingLink(heading.text).utf8, to: &link)
    link += "\">#</a></h".utf8
    link += [headingDigit(heading.level), UInt8(ascii: ">"), UInt8(ascii: "\n")]
    return String(decoding: link, as: UTF8.self)
  }

  private func enter(
    _ node: MarkdownNode, at index: Int, of tree: MarkdownTree, from start: Int, into html: inout [UInt8]
  ) {
    switch node.kind {
    case .text: appendEscapedText(tree.literals[node.literal], to: &html)
    case .softBreak: html.append(UInt8(ascii: "\n"))
    case .lineBreak: appendFixed("<br />\n", to: &html)
    case .code:
      appendFixed("<code>", to: &html)
      appendEscapedText(tree.literals[node.literal], to: &html)
      appendFixed("</code>", to: &html)
    case .emphasis: appendFixed("<em>", to: &html)
    case .strong: appendFixed("<strong>", to: &html)
    case .htmlInline: appendFixed("<!-- raw HTML omitted -->", to: &html)
    case .htmlBlock:
      startLine(&html, from: start)
      appendFixed("<!-- raw HTML omitted -->\n", to: &html)
    case .paragraph:
      guard !isTight(index, in: tree) else { return }
      startLine(&html, from: start)
      appendFixed("<p>", to: &html)
    case .blockQuote:
      startLine(&html, from: start)
      appendFixed("<blockquote>\n", to: &html)
    case .item:
      startLine(&html, from: start)
      appendFixed("<li>", to: &html)
    case .list:
      startLine(&html, from: start)
      let first = node.number == 1 ? "" : " start=\"\(node.number)\""
      html += (node.isOrdered ? "<ol\(first)>\n" : "<ul>\n").utf8
    case .thematicBreak:
      startLine(&html, from: start)
      appendFixed("<hr />\n", to: &html)
    case .codeBlock:
      startLine(&html, from: start)
      appendFixed("<pre><code", to: &html)
      if tree.infos.indices.contains(node.detail) {
        appendFixed(" class=\"language-", to: &html)
        appendEscapedText(tree.literals[tree.infos[node.detail]].prefix { !$0.isWhitespace }, to: &html)
        html.append(UInt8(ascii: "\""))
      }
      html.append(UInt8(ascii: ">"))
      appendEscapedText(tree.literals[node.literal], to: &html)
      appendFixed("</code></pre>\n", to: &html)
    case .document, .heading, .link, .image: break
    }
  }

  private func close(_ open: Open, of tree: MarkdownTree, from start: Int, into html: inout [UInt8]) {
    if let closing = open.closing {
      html += closing.utf8
      return
    }
    let node = tree.nodes[open.node]
    switch node.kind {
    case .paragraph:
      if !isTight(open.node, in: tree) { appendFixed("</p>\n", to: &html) }
    case .blockQuote:
      startLine(&html, from: start)
      appendFixed("</blockquote>\n", to: &html)
    case .item: appendFixed("</li>\n", to: &html)
    case .list: html += (node.isOrdered ? "</ol>\n" : "</ul>\n").utf8
    case .emphasis: appendFixed("</em>", to: &html)
    case .strong: appendFixed("</strong>", to: &html)
    case .link: appendFixed("</a>", to: &html)
    case .heading:
      appendFixed("</h", to: &html)
      html.append(headingDigit(node.number))
      appendFixed(">\n", to: &html)
    default: break
    }
  }

  private func openLink(_ index: Int, of tree: MarkdownTree, destination: String?, into html: inout [UInt8]) {
    appendFixed("<a href=\"", to: &html)
    writeDestination(index, of: tree, destination, into: &html)
    writeTitle(index, of: tree, into: &html)
    appendFixed("\">", to: &html)
  }

  private func writeImage(_ index: Int, of tree: MarkdownTree, destination: String?, into html: inout [UInt8]) {
    appendFixed("<img src=\"", to: &html)
    writeDestination(index, of: tree, destination, into: &html)
    appendFixed("\" alt=\"", to: &html)
    for inner in tree.nodes[index..<max(index, tree.nodes[index].end)] {
      switch inner.kind {
      case .text, .code, .htmlInline: appendEscapedText(tree.literals[inner.literal], to: &html)
      case .softBreak, .lineBreak: html.append(UInt8(ascii: " "))
      default: break
      }
    }
    writeTitle(index, of: tree, into: &html)
    appendFixed("\" />", to: &html)
  }

  private func writeDestination(
    _ index: Int, of tree: MarkdownTree, _ replacement: String?, into html: inout [UInt8]
  ) {
    let address: ArraySlice<UInt8>
    if let replacement {
      address = Array(replacement.utf8)[...]
    } else if let link = tree.link(at: index) {
      address = tree.literals[link.destination]
    } else {
      return
    }
    if allows(address) { appendMarkdownAddress(address, to: &html) }
  }

  private func writeTitle(_ index: Int, of tree: MarkdownTree, into html: inout [UInt8]) {
    guard let link = tree.link(at: index), !link.title.isEmpty else { return }
    appendFixed("\" title=\"", to: &html)
    appendEscapedText(tree.literals[link.title], to: &html)
  }

  private func headingDigit(_ level: Int) -> UInt8 {
    UInt8(ascii: "0") + UInt8(clamping: min(6, max(1, level + headingShift)))
  }

  private func isTight(_ paragraph: Int, in tree: MarkdownTree) -> Bool {
    let parent = tree.nodes[paragraph].parent
    guard parent > 0, tree.nodes[parent].kind == .item else { return false }
    let list = tree.nodes[parent].parent
    return list > 0 && tree.nodes[list].isTight
  }

  private func startLine(_ html: inout [UInt8], from start: Int) {
    if html.count > start, html.last != UInt8(ascii: "\n") { html.append(UInt8(ascii: "\n")) }
  }
}

extension MarkdownNode.Kind {
  /// Whether `Hook` is called for nodes of the kind.
  fileprivate var hasHook: Bool {
    switch self {
    case .link, .image, .blockQuote, .paragraph: true
    default: false
    }
  }

  fileprivate var hasClosingMarkup: Bool {
    switch self {
    case .blockQuote, .list, .item, .paragraph, .heading, .emphasis, .strong, .link: true
    default: false
    }
  }
}
