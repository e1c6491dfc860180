/// The running words of a Markdown tree as one text, blocks parted by empty lines, code and addresses left out, with the
/// way back to the file and to the links in which they stand.
struct ProseText: Sendable {
  let bytes: [UInt8]
  /// The stretches that stand in a link or picture with one of our schemes, or in a cited block quotation.
  let bound: [Bound]
  /// The words of other links, and the alternative texts of pictures.
  let unbound: [Bound]
  private let segments: [Segment]
  /// Where each paragraph or heading starts.
  private let blocks: [Int]

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
    var unbound: [Bound] = []
    var blocks: [Int] = []
    var open: (node: Int, end: Int, start: Int)?
    var other: (node: Int, end: Int, start: Int)?
    var autolinkEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      if let last = open, index >= last.end {
        bound.append(Bound(node: last.node, range: last.start..<bytes.count))
        open = nil
      }
      if let last = other, index >= last.end {
        unbound.append(Bound(node: last.node, range: last.start..<bytes.count))
        other = nil
      }
      switch node.kind {
      case .paragraph, .heading, .codeBlock, .htmlBlock:
        if !bytes.isEmpty { bytes.append(contentsOf: [0x0A, 0x0A]) }
        blocks.append(bytes.count)
      case .text where index < autolinkEnd: bytes.append(UInt8(ascii: "`"))
      case .text:
        segments.append(Segment(start: bytes.count, end: bytes.count + node.literal.count, span: node.span))
        bytes.append(contentsOf: tree.literals[node.literal.clamped(to: 0..<tree.literals.count)])
      case .softBreak, .lineBreak: bytes.append(0x20)
      case .code: bytes.append(UInt8(ascii: "`"))
      default: break
      }
      guard node.kind == .link || node.kind == .image || node.kind == .blockQuote else { continue }
      if tree.link(at: index)?.isAutolink == true { autolinkEnd = node.end }
      if open == nil, binding(index) {
        open = (index, node.end, bytes.count)
      } else if other == nil, node.kind != .blockQuote {
        other = (index, node.end, bytes.count)
      }
    }
    if let other { unbound.append(Bound(node: other.node, range: other.start..<bytes.count)) }
    if let open { bound.append(Bound(node: open.node, range: open.start..<bytes.count)) }
    self.bytes = bytes
    self.bound = bound
    self.unbound = unbound
    self.segments = segments
    self.blocks = blocks
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
  func binding(_ range: Range<Int>) -> Bound? { ProseText.first(of: bound, sharing: range) }

  /// The link that leads elsewhere, or the picture, in whose words a range stands.
  func otherLink(_ range: Range<Int>) -> Bound? { ProseText.first(of: unbound, sharing: range) }

  /// The bound stretches that start in a range, those without words included.
  func bounds(in range: Range<Int>) -> ArraySlice<Bound> {
    // Why: an empty stretch at the start of the range ends there too.
    bound[ProseText.index(in: bound, behind: range.lowerBound - 1)...].prefix {
      $0.range.lowerBound < range.upperBound
    }
  }

  /// The ends of bound stretches strictly inside a range, in order.
  func edges(in range: Range<Int>) -> [Int] {
    var edges: [Int] = []
    for stretch in bound[ProseText.index(in: bound, behind: range.lowerBound)...] {
      guard stretch.range.lowerBound < range.upperBound else { break }
      for edge in [stretch.range.lowerBound, stretch.range.upperBound]
      where edge > range.lowerBound && edge < range.upperBound && edge != edges.last {
        edges.append(edge)
      }
    }
    return edges
  }

  /// The paragraph or heading in which an offset stands.
  func block(at offset: Int) -> Range<Int> {
    let next = blocks.partitioningIndex { $0 > offset }
    return (next > 0 ? blocks[next - 1] : 0)..<(next < blocks.count ? blocks[next] : bytes.count + 1)
  }

  private static func first(of stretches: [Bound], sharing range: Range<Int>) -> Bound? {
    let index = index(in: stretches, behind: range.lowerBound)
    return index < stretches.count && stretches[index].range.overlaps(range) ? stretches[index] : nil
  }

  /// The first stretch that ends behind an offset.
  private static func index(in stretches: [Bound], behind offset: Int) -> Int {
    stretches.partitioningIndex { $0.range.upperBound > offset }
  }

  private func place(_ offset: Int, isEnd: Bool) -> Int {
    let next = segments.partitioningIndex { isEnd ? $0.start >= offset : $0.start > offset }
    guard next > 0 else { return segments.first?.span.lowerBound ?? 0 }
    let segment = segments[next - 1]
    if offset >= segment.end { return segment.span.upperBound }
    // Why: the words of a reference such as `&amp;` are other bytes than the file's.
    if segment.span.count != segment.end - segment.start {
      return isEnd ? segment.span.upperBound : segment.span.lowerBound
    }
    return segment.span.lowerBound + offset - segment.start
  }
}
