/// The running words of a Markdown tree as one text, blocks parted by empty lines, code left out, with the way back to
/// the file and to the links in which they stand.
struct ProseText: Sendable {
  let bytes: [UInt8]
  /// The stretches that stand in a link or picture with one of our schemes, or in a cited block quotation.
  let bound: [Bound]
  private let segments: [Segment]

  /// A stretch of the text that is bound to evidence.
  struct Bound: Sendable {
    /// The node of the link, picture or block quotation.
    var node: Int
    var range: Range<Int>
  }

  private struct Segment {
    var start: Int
    var end: Int
    var span: Range<Int>
  }

  /// `binding` says of a node whether it binds the words in it to evidence.
  init(_ tree: MarkdownTree, binding: (Int) -> Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tree.literals.count + 64)
    var segments: [Segment] = []
    var bound: [Bound] = []
    var open: (node: Int, end: Int, start: Int)?
    for (index, node) in tree.nodes.enumerated() {
      if let last = open, index >= last.end {
        bound.append(Bound(node: last.node, range: last.start..<bytes.count))
        open = nil
      }
      switch node.kind {
      case .paragraph, .heading, .codeBlock, .htmlBlock:
        if !bytes.isEmpty { bytes.append(contentsOf: [0x0A, 0x0A]) }
      case .text:
        segments.append(Segment(start: bytes.count, end: bytes.count + node.literal.count, span: node.span))
        bytes.append(contentsOf: tree.literals[node.literal.clamped(to: 0..<tree.literals.count)])
      case .softBreak, .lineBreak: bytes.append(0x20)
      case .code: bytes.append(UInt8(ascii: "`"))
      default: break
      }
      if open == nil, node.kind == .link || node.kind == .image || node.kind == .blockQuote, binding(index) {
        open = (index, node.end, bytes.count)
      }
    }
    if let open { bound.append(Bound(node: open.node, range: open.start..<bytes.count)) }
    self.bytes = bytes
    self.bound = bound
    self.segments = segments
  }

  /// The bytes of the file that a range of the text came from.
  func span(_ range: Range<Int>) -> Range<Int> {
    let start = place(range.lowerBound, isEnd: false)
    return start..<max(start, place(range.upperBound, isEnd: true))
  }

  /// The words of a range; a line end is a blank.
  func words(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The first stretch bound to evidence that shares a byte with a range.
  func binding(_ range: Range<Int>) -> Bound? {
    var low = 0
    var high = bound.count
    while low < high {
      let middle = (low + high) / 2
      if bound[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < bound.count && bound[low].range.overlaps(range) ? bound[low] : nil
  }

  private func place(_ offset: Int, isEnd: Bool) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if isEnd ? segments[middle].start < offset : segments[middle].start <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return segments.first?.span.lowerBound ?? 0 }
    let segment = segments[low - 1]
    if offset >= segment.end { return segment.span.upperBound }
    // Why: the words of a reference such as `&amp;` are other bytes than the file's.
    if segment.span.count != segment.end - segment.start {
      return isEnd ? segment.span.upperBound : segment.span.lowerBound
    }
    return segment.span.lowerBound + offset - segment.start
  }
}
