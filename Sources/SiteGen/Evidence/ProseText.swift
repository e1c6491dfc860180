/// The running text of a Markdown tree, with blocks separated by empty lines, and with a mark in place of code and
/// addresses. It maps each range back to the file and to the links that contain it.
struct ProseText: Sendable {
  let bytes: [UInt8]
  /// The text of links and pictures that bind numbers to evidence, and of cited block quotations.
  let bound: [Stretch]
  /// The text of other links, and the alternative texts of pictures.
  private let unbound: [Stretch]
  private let segments: [Segment]
  /// Where each paragraph, heading, code block and HTML block starts.
  private let blocks: [Int]

  /// A part of the text in a link, picture or block quotation.
  struct Stretch: Sendable {
    /// The node of the link, picture or block quotation.
    var node: Int
    var range: Range<Int>
  }

  private struct Segment {
    var start: Int
    var end: Int
    var span: Range<Int>
  }

  /// Collects stretches without nesting: a stretch inside another one is part of the outer one.
  private struct Stretches {
    private(set) var closed: [Stretch] = []
    private var open: (node: Int, end: Int, start: Int)?

    var isOpen: Bool { open != nil }

    mutating func begin(_ node: Int, until end: Int, at start: Int) { open = (node, end, start) }

    /// Closes the open stretch if a node is not in it.
    mutating func close(before node: Int, at position: Int) {
      guard let last = open, node >= last.end else { return }
      closed.append(Stretch(node: last.node, range: last.start..<position))
      open = nil
    }
  }

  /// `isBound` decides whether a node binds its words to evidence.
  init(_ tree: MarkdownTree, isBound: (Int) -> Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tree.literals.count + 64)
    var segments: [Segment] = []
    var blocks: [Int] = []
    var (bound, unbound) = (Stretches(), Stretches())
    var autolinkEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      bound.close(before: index, at: bytes.count)
      unbound.close(before: index, at: bytes.count)
      switch node.kind {
      case .paragraph, .heading, .codeBlock, .htmlBlock:
        if !bytes.isEmpty { bytes.append(contentsOf: [0x0A, 0x0A]) }
        blocks.append(bytes.count)
      case .text where index >= autolinkEnd:
        segments.append(Segment(start: bytes.count, end: bytes.count + node.literal.count, span: node.span))
        bytes.append(contentsOf: tree.literals[node.literal.clamped(to: 0..<tree.literals.count)])
      case .text, .code: bytes.append(UInt8(ascii: "`"))
      case .softBreak, .lineBreak: bytes.append(0x20)
      default: break
      }
      guard node.kind == .link || node.kind == .image || node.kind == .blockQuote else { continue }
      if tree.link(at: index)?.isAutolink == true { autolinkEnd = node.end }
      if !bound.isOpen, isBound(index) {
        bound.begin(index, until: node.end, at: bytes.count)
      } else if !unbound.isOpen, node.kind != .blockQuote {
        unbound.begin(index, until: node.end, at: bytes.count)
      }
    }
    bound.close(before: .max, at: bytes.count)
    unbound.close(before: .max, at: bytes.count)
    self.bytes = bytes
    self.bound = bound.closed
    self.unbound = unbound.closed
    self.segments = segments
    self.blocks = blocks
  }

  /// The bytes of the file that a range of the text came from.
  func span(_ range: Range<Int>) -> Range<Int> {
    let start = place(range.lowerBound, isEnd: false)
    return start..<max(start, place(range.upperBound, isEnd: true))
  }

  /// The words of a range, with spaces in place of line ends.
  func words(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The first stretch bound to evidence that shares a byte with a range.
  func binding(_ range: Range<Int>) -> Stretch? { first(of: bound, sharing: range) }

  /// The first other link or picture whose text shares a byte with a range.
  func otherLink(_ range: Range<Int>) -> Stretch? { first(of: unbound, sharing: range) }

  /// The bound stretches that start in a range, including empty ones.
  func bounds(in range: Range<Int>) -> ArraySlice<Stretch> {
    // Why: an empty stretch at the start of the range ends there, too.
    bound[bound.partitioningIndex { $0.range.upperBound >= range.lowerBound }...].prefix {
      $0.range.lowerBound < range.upperBound
    }
  }

  /// The starts and ends of bound stretches strictly inside a range, in order.
  func edges(in range: Range<Int>) -> [Int] {
    var edges: [Int] = []
    for stretch in bounds(in: range) {
      for edge in [stretch.range.lowerBound, stretch.range.upperBound]
      where edge > range.lowerBound && edge < range.upperBound && edge != edges.last {
        edges.append(edge)
      }
    }
    return edges
  }

  /// The block that contains an offset.
  func block(at offset: Int) -> Range<Int> {
    let next = blocks.partitioningIndex { $0 > offset }
    return (next > 0 ? blocks[next - 1] : 0)..<(next < blocks.count ? blocks[next] : bytes.count + 1)
  }

  /// The paragraphs and headings with text that is bound to evidence, in order; adjacent ones form one range.
  var boundBlocks: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for stretch in bound where !stretch.range.isEmpty {
      let range =
        block(at: stretch.range.lowerBound)
        .lowerBound..<min(block(at: stretch.range.upperBound - 1).upperBound, bytes.count)
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  private func first(of stretches: [Stretch], sharing range: Range<Int>) -> Stretch? {
    let index = stretches.partitioningIndex { $0.range.upperBound > range.lowerBound }
    return index < stretches.count && stretches[index].range.overlaps(range) ? stretches[index] : nil
  }

  private func place(_ offset: Int, isEnd: Bool) -> Int {
    let next = segments.partitioningIndex { isEnd ? $0.start >= offset : $0.start > offset }
    guard next > 0 else { return segments.first?.span.lowerBound ?? 0 }
    let segment = segments[next - 1]
    if offset >= segment.end { return segment.span.upperBound }
    // Why: the text of a character reference such as `&amp;` differs from its bytes in the file.
    if segment.span.count != segment.end - segment.start {
      return isEnd ? segment.span.upperBound : segment.span.lowerBound
    }
    return segment.span.lowerBound + offset - segment.start
  }
}
