/// A CommonMark document as a flat list of nodes in reading order, each with its place in the file.
///
/// Each text node is either verbatim text of the file or the text of one character reference such as `&amp;`.
struct MarkdownTree: Sendable {
  /// In pre-order; the first is the document.
  let nodes: [MarkdownNode]
  /// The texts of all nodes, info strings, destinations and titles, one after the other.
  let literals: [UInt8]
  /// All links and images, in reading order.
  let links: [MarkdownLink]
  /// The info strings of fenced code blocks, as ranges into `literals`.
  let infos: [Range<Int>]
  /// All headings, with unique anchors.
  let headings: [MarkdownHeading]

  /// Reads a file's bytes from `offset`, after its front matter, to the end; an offset after the end of the file reads
  /// nothing.
  init(parsing file: SourceFile, from offset: Int) {
    let start = min(max(offset, 0), file.bytes.count)
    self.init(MarkdownReader.read(file.bytes, from: start, placement: .shifted(0)))
  }

  /// Reads a text that is not verbatim in the file, such as a folded YAML value: every node gets `span`.
  init(parsing text: String, placedAt span: Range<Int>) {
    self.init(MarkdownReader.read(Array(text.utf8), from: 0, placement: .everywhere(span)))
  }

  /// Reads a text that is verbatim in the file, from `offset`.
  init(parsing text: String, verbatimAt offset: Int) {
    self.init(MarkdownReader.read(Array(text.utf8), from: 0, placement: .shifted(max(0, offset))))
  }

  private init(_ reader: MarkdownReader) {
    nodes = withoutSpareCapacity(reader.nodes)
    literals = withoutSpareCapacity(reader.literals)
    links = withoutSpareCapacity(reader.links)
    infos = reader.infos
    headings = markdownHeadings(nodes, literals)
  }

  /// The text of a range of `literals`, such as a link's destination or title.
  func string(_ range: Range<Int>) -> String {
    String(decoding: literals[range.clamped(to: 0..<literals.count)], as: UTF8.self)
  }

  /// The link or image at a node; nil for other nodes.
  func link(at node: Int) -> MarkdownLink? {
    guard nodes.indices.contains(node) else { return nil }
    let found = nodes[node]
    guard found.kind == .link || found.kind == .image, links.indices.contains(found.detail) else { return nil }
    return links[found.detail]
  }

  /// The heading at a node; nil for other nodes.
  func heading(at node: Int) -> MarkdownHeading? {
    let index = headings.partitioningIndex { $0.node >= node }
    return index < headings.count && headings[index].node == node ? headings[index] : nil
  }

  /// The only content of a paragraph, if it is an image; nil for other content, or if the node is not a paragraph.
  func loneImage(in paragraph: Int) -> MarkdownLink? {
    guard nodes.indices.contains(paragraph), nodes[paragraph].kind == .paragraph,
      nodes[paragraph].end > paragraph + 1, nodes[paragraph + 1].kind == .image,
      nodes[paragraph + 1].end == nodes[paragraph].end
    else { return nil }
    return link(at: paragraph + 1)
  }

  /// The text of a node and its descendants, without markup. A break becomes a space, and an image its alternative
  /// text.
  ///
  /// `filling` returns the text for a link without text.
  func plainText(of node: Int = 0, filling: (MarkdownLink) -> String? = { _ in nil }) -> String {
    var text: [UInt8] = []
    appendPlainText(of: node, to: &text, filling: filling)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the same text.
  func appendPlainText(of node: Int = 0, to text: inout [UInt8], filling: (MarkdownLink) -> String? = { _ in nil }) {
    appendMarkdownPlainText(nodes, literals, of: node, to: &text) { index in link(at: index).flatMap(filling) }
  }
}

/// The same elements in a buffer of the exact size. Why: a buffer that grew may be twice as large, and trees are kept.
private func withoutSpareCapacity<Element>(_ elements: [Element]) -> [Element] {
  elements.withUnsafeBufferPointer { Array($0) }
}

/// The text of a node and its descendants as UTF-8. A break is a space, and one space separates blocks.
func markdownPlainText(
  _ nodes: [MarkdownNode], _ literals: [UInt8], of node: Int, filling: (Int) -> String? = { _ in nil }
) -> [UInt8] {
  var text: [UInt8] = []
  appendMarkdownPlainText(nodes, literals, of: node, to: &text, filling: filling)
  return text
}

/// Appends the same text.
private func appendMarkdownPlainText(
  _ nodes: [MarkdownNode], _ literals: [UInt8], of node: Int, to text: inout [UInt8],
  filling: (Int) -> String? = { _ in nil }
) {
  guard nodes.indices.contains(node) else { return }
  let start = text.count
  for index in node..<nodes[node].end {
    let inner = nodes[index]
    switch inner.kind {
    case .text, .code:
      text.append(contentsOf: literals[inner.literal])
    case .softBreak, .lineBreak:
      text.append(UInt8(ascii: " "))
    case .link where inner.end == index + 1:
      if let words = filling(index) { text.append(contentsOf: words.utf8) }
    case .codeBlock, .paragraph, .heading:
      if text.count > start, text.last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
      if inner.kind == .codeBlock { text.append(contentsOf: literals[inner.literal]) }
    default:
      break
    }
  }
}
