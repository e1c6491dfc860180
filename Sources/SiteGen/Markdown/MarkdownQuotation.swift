/// A block quotation that ends with an empty link: `> the words … [](source:ID)`.
struct MarkdownQuotation: Sendable {
  /// The index of the block quotation.
  let node: Int
  /// The index of the empty link.
  let link: Int
  /// The words before the link; a line end within a paragraph is a line feed, and so is the end of a paragraph.
  let text: String
  /// The bytes of the file from the first word to the last, markers between them included.
  let span: Range<Int>
}

extension MarkdownTree {
  /// The block quotations that end with an empty link whose destination starts with the scheme (`source:`), the
  /// innermost where they are nested.
  func quotations(endingInLinkTo scheme: StaticString) -> [MarkdownQuotation] {
    var found: [MarkdownQuotation] = []
    for link in links where !link.isImage && nodes[link.node].end == link.node + 1 {
      guard literals[link.destination].starts(with: scheme), let quote = blockQuote(endingIn: link.node)
      else { continue }
      found.append(quotation(quote, endingIn: link.node))
    }
    return found
  }

  /// The innermost block quotation whose last node is this one.
  private func blockQuote(endingIn last: Int) -> Int? {
    var node = nodes[last].parent
    while node > 0, nodes[node].end == last + 1 {
      if nodes[node].kind == .blockQuote { return node }
      node = nodes[node].parent
    }
    return nil
  }

  private func quotation(_ quote: Int, endingIn link: Int) -> MarkdownQuotation {
    var text: [UInt8] = []
    var span: Range<Int>?
    for index in (quote + 1)..<link {
      let node = nodes[index]
      switch node.kind {
      case .text, .code, .codeBlock:
        text.append(contentsOf: literals[node.literal])
        span = (span?.lowerBound ?? node.span.lowerBound)..<max(span?.upperBound ?? 0, node.span.upperBound)
      case .softBreak, .lineBreak: text.append(0x0A)
      case .paragraph, .heading: if let last = text.last, last != 0x0A { text.append(0x0A) }
      default: break
      }
    }
    let trailing = text.reversed().prefix(while: isMarkdownSpace).count
    text.removeLast(trailing)
    var place = span ?? nodes[quote].span
    // Why: blanks before the link are the last text's own bytes, and so is each byte of the file that writes them.
    if let last = nodes[quote..<link].last(where: { $0.kind == .text && !$0.literal.isEmpty }), !text.isEmpty,
      last.span.upperBound == place.upperBound, last.span.count == last.literal.count
    {
      let blanks = literals[last.literal].reversed().prefix(while: isMarkdownSpace).count
      place = place.lowerBound..<max(place.lowerBound, place.upperBound - blanks)
    }
    return MarkdownQuotation(node: quote, link: link, text: String(decoding: text, as: UTF8.self), span: place)
  }

  /// The image that a paragraph consists of; nil where it holds anything else, or the node is no paragraph.
  func loneImage(in paragraph: Int) -> MarkdownLink? {
    guard nodes.indices.contains(paragraph), nodes[paragraph].kind == .paragraph,
      nodes[paragraph].end > paragraph + 1, nodes[paragraph + 1].kind == .image,
      nodes[paragraph + 1].end == nodes[paragraph].end
    else { return nil }
    return link(at: paragraph + 1)
  }

  /// The nodes of raw HTML, blocks and within lines.
  var rawHTML: [Int] {
    nodes.indices.filter { nodes[$0].kind == .htmlBlock || nodes[$0].kind == .htmlInline }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes start with those of an ASCII text.
  fileprivate func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { starts(with: $0) }
  }
}
