/// The words of one paragraph, heading or code block in reading order, without markup: what is searched for numbers,
/// which may straddle markup as in `2*6*`.
struct MarkdownPassage: Sendable {
  /// A part of the words that comes from one node.
  struct Run: Sendable {
    let node: Int
    /// The bytes of `text`.
    let range: Range<Int>
    /// The bytes of the file.
    let span: Range<Int>
    /// The link or image in which the run stands, the outermost where an image stands in a link.
    let link: Int?
    let isCode: Bool
  }

  /// The index of the paragraph, heading or code block.
  let node: Int
  /// UTF-8; a soft or hard break is one line feed.
  let text: [UInt8]
  /// The whole of `text`, in order and without gaps.
  let runs: [Run]
  /// The innermost block quotation with a closing source link in which the passage stands.
  let quotation: Int?

  /// The bytes of the file that write a range of `text`, markup between them included.
  func span(of range: Range<Int>) -> Range<Int> {
    guard !runs.isEmpty else { return 0..<0 }
    let first = runs[run(at: range.lowerBound)]
    let last = runs[run(at: max(range.lowerBound, range.upperBound - 1))]
    var start = first.span.lowerBound
    var end = last.span.upperBound
    if first.span.count == first.range.count {
      start += min(max(0, range.lowerBound - first.range.lowerBound), first.span.count)
    }
    if last.span.count == last.range.count {
      end = last.span.lowerBound + min(max(0, range.upperBound - last.range.lowerBound), last.span.count)
    }
    return start..<max(start, end)
  }

  /// The runs from which a range of `text` comes.
  func runs(in range: Range<Int>) -> ArraySlice<Run> {
    guard !runs.isEmpty else { return [] }
    return runs[run(at: range.lowerBound)...run(at: max(range.lowerBound, range.upperBound - 1))]
  }

  /// The link in which the whole range of `text` stands; nil where a part of it stands outside.
  func link(around range: Range<Int>) -> Int? {
    let runs = runs(in: range)
    guard let link = runs.first?.link, runs.allSatisfy({ $0.link == link }) else { return nil }
    return link
  }

  private func run(at offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension MarkdownTree {
  /// All passages in reading order; `quotations` are those that the passages may stand in.
  func passages(quotations: [MarkdownQuotation] = []) -> [MarkdownPassage] {
    var passages: [MarkdownPassage] = []
    var index = 0
    var quotes: [(end: Int, node: Int)] = []
    let sorted = quotations.map(\.node).sorted()
    var nextQuote = 0
    while index < nodes.count {
      while let last = quotes.last, last.end <= index { quotes.removeLast() }
      while nextQuote < sorted.count, sorted[nextQuote] <= index {
        if sorted[nextQuote] == index { quotes.append((nodes[index].end, index)) }
        nextQuote += 1
      }
      switch nodes[index].kind {
      case .paragraph, .heading, .codeBlock:
        let passage = passage(at: index, quotation: quotes.last?.node)
        if !passage.text.isEmpty { passages.append(passage) }
        index = max(index + 1, nodes[index].end)
      default: index += 1
      }
    }
    return passages
  }

  private func passage(at block: Int, quotation: Int?) -> MarkdownPassage {
    var text: [UInt8] = []
    var runs: [MarkdownPassage.Run] = []
    var link: (node: Int, end: Int)?
    for index in block..<nodes[block].end {
      let node = nodes[index]
      if let open = link, open.end <= index { link = nil }
      let start = text.count
      switch node.kind {
      case .text, .code, .codeBlock: text.append(contentsOf: literals[node.literal])
      case .softBreak, .lineBreak: text.append(0x0A)
      case .link, .image: if link == nil { link = (index, node.end) }
      default: break
      }
      if text.count > start {
        runs.append(
          MarkdownPassage.Run(
            node: index, range: start..<text.count, span: node.span, link: link?.node,
            isCode: node.kind == .code || node.kind == .codeBlock))
      }
    }
    return MarkdownPassage(node: block, text: text, runs: runs, quotation: quotation)
  }
}
