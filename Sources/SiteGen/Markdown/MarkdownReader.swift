private import CCMark

/// Copies libcmark's tree and finds the place of each node. Blocks are placed by libcmark's lines and columns; inline
/// nodes are placed by walking through the block's bytes in step with the tree.
///
/// Why: libcmark's places of inline nodes are missing (emphasis, destinations, titles) or wrong (after stripped
/// indentation and markers). The walk parses nothing again, because the tree says how each byte was parsed.
struct MarkdownReader {
  /// The relation of the bytes that are read to the bytes of the file.
  enum Placement {
    /// Verbatim in the file, this number of bytes further on.
    case shifted(Int)
    /// Not verbatim in the file: every node gets this span.
    case everywhere(Range<Int>)
  }

  private(set) var nodes: [MarkdownNode] = []
  private(set) var literals: [UInt8] = []
  private(set) var links: [MarkdownLink] = []
  private(set) var infos: [Range<Int>] = []

  private let lines: MarkdownLines
  private let placement: Placement
  private var path: [Int] = []
  private var containers: [MarkdownLines.Container] = []
  private var content = MarkdownContent()
  /// The position of the walk through `content`.
  private var cursor = 0
  /// Whether the walk no longer matches the tree; the remaining nodes of the block then get the rest of its span.
  private var isLost = false

  /// Reads the bytes from `start` to the end.
  static func read(_ bytes: [UInt8], from start: Int, placement: Placement) -> MarkdownReader {
    var reader = MarkdownReader(bytes, from: start, placement: placement)
    bytes.withUnsafeBytes { bytes in
      withParsedMarkdown(bytes[start...]) { root in
        if let root {
          reader.copy(root)
        } else {
          reader.nodes = [MarkdownNode(.document, parent: -1)]
          reader.nodes[0].end = 1
        }
      }
    }
    return reader
  }

  private init(_ bytes: [UInt8], from start: Int, placement: Placement) {
    // Why: libcmark skips a byte order mark and does not count it as a column.
    let hasMark = bytes[start...].starts(with: [0xEF, 0xBB, 0xBF])
    lines = MarkdownLines(bytes, from: hasMark ? start + 3 : start)
    self.placement = placement
    nodes.reserveCapacity((bytes.count - start) / 16 + 8)
    literals.reserveCapacity(bytes.count - start)
  }

  private mutating func copy(_ root: OpaquePointer) {
    var node = root
    while true {
      enter(node)
      if let child = cmark_node_first_child(node) {
        node = child
        continue
      }
      leave(node)
      while true {
        if node == root { return }
        if let next = cmark_node_next(node) {
          node = next
          break
        }
        guard let parent = cmark_node_parent(node) else { return }
        node = parent
        leave(node)
      }
    }
  }

  // MARK: Nodes

  private mutating func enter(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: openBlock(.document, node)
    case CMARK_NODE_BLOCK_QUOTE:
      openBlock(.blockQuote, node)
      containers.append(lines.blockQuote(on: startLine(node), in: containers))
    case CMARK_NODE_LIST:
      openBlock(.list, node)
      nodes[nodes.count - 1].isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      nodes[nodes.count - 1].isTight = cmark_node_get_list_tight(node) != 0
      nodes[nodes.count - 1].number = Int(cmark_node_get_list_start(node))
    case CMARK_NODE_ITEM:
      openBlock(.item, node)
      containers.append(lines.item(on: startLine(node), in: containers))
    case CMARK_NODE_CODE_BLOCK:
      openBlock(.codeBlock, node)
      nodes[nodes.count - 1].literal = appendLiteral(cmark_node_get_literal(node))
      let info = appendLiteral(cmark_node_get_fence_info(node))
      if !info.isEmpty {
        nodes[nodes.count - 1].detail = infos.count
        infos.append(info)
      }
    case CMARK_NODE_HTML_BLOCK:
      openBlock(.htmlBlock, node)
      nodes[nodes.count - 1].literal = appendLiteral(cmark_node_get_literal(node))
    case CMARK_NODE_PARAGRAPH:
      openBlock(.paragraph, node)
      readContent(of: node)
    case CMARK_NODE_HEADING:
      openBlock(.heading, node)
      nodes[nodes.count - 1].number = Int(cmark_node_get_heading_level(node))
      readContent(of: node)
    case CMARK_NODE_THEMATIC_BREAK: openBlock(.thematicBreak, node)
    case CMARK_NODE_TEXT: readText(appendLiteral(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: readBreak(.softBreak)
    case CMARK_NODE_LINEBREAK: readBreak(.lineBreak)
    case CMARK_NODE_CODE: readCode(appendLiteral(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: readHTML(appendLiteral(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: open(.emphasis, markerWidth: 1)
    case CMARK_NODE_STRONG: open(.strong, markerWidth: 2)
    case CMARK_NODE_LINK: openLink(node, isImage: false)
    case CMARK_NODE_IMAGE: openLink(node, isImage: true)
    default: break
    }
  }

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT, CMARK_NODE_LIST, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_PARAGRAPH,
      CMARK_NODE_HEADING, CMARK_NODE_THEMATIC_BREAK:
      close()
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM:
      containers.removeLast()
      close()
    case CMARK_NODE_EMPH: close(markerWidth: 1)
    case CMARK_NODE_STRONG: close(markerWidth: 2)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: closeLink()
    default: break
    }
  }

  private mutating func append(_ kind: MarkdownNode.Kind) -> Int {
    nodes.append(MarkdownNode(kind, parent: path.last ?? -1))
    nodes[nodes.count - 1].end = nodes.count
    return nodes.count - 1
  }

  private mutating func close() {
    guard let node = path.popLast() else { return }
    nodes[node].end = nodes.count
  }

  private mutating func appendLiteral(_ text: UnsafePointer<CChar>?) -> Range<Int> {
    let start = literals.count
    let count = sitegen_text_length(text)
    text?.withMemoryRebound(to: UInt8.self, capacity: count) {
      literals.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
    }
    return start..<literals.count
  }

  private func place(_ range: Range<Int>) -> Range<Int> {
    switch placement {
    case .shifted(let bytes): range.lowerBound + bytes..<range.upperBound + bytes
    case .everywhere(let span): span
    }
  }

  // MARK: Blocks

  private func startLine(_ node: OpaquePointer) -> Int {
    Int(cmark_node_get_start_line(node)) - 1
  }

  private func start(of node: OpaquePointer) -> Int {
    let line = startLine(node)
    return min(lines.start(of: line) + max(0, Int(cmark_node_get_start_column(node)) - 1), lines.end(of: line))
  }

  private mutating func openBlock(_ kind: MarkdownNode.Kind, _ node: OpaquePointer) {
    let start = start(of: node)
    let line = Int(cmark_node_get_end_line(node)) - 1
    var end = min(lines.start(of: line) + max(0, Int(cmark_node_get_end_column(node))), lines.end(of: line))
    // Why: libcmark leaves out the indentation of the last line of a text if that line is an empty heading.
    if kind == .document { end = lines.bytes.count }
    if kind == .heading { end = max(end, lines.textEnd(of: startLine(node))) }
    let index = append(kind)
    nodes[index].span = place(start..<max(start, end))
    // Why: if the container ends before the closing fence, libcmark ends the code block one line too late.
    if let outer = path.last, outer > 0 { nodes[index].span = nodes[index].span.clamped(to: nodes[outer].span) }
    path.append(index)
  }

  private mutating func readContent(of node: OpaquePointer) {
    content.removeAll()
    isLost = false
    cursor = 0
    let first = startLine(node)
    let start = start(of: node)
    if cmark_node_get_type(node) == CMARK_NODE_HEADING {
      var after = start
      while after < lines.bytes.count, lines.bytes[after] == UInt8(ascii: "#"), after - start < 7 { after += 1 }
      let hasNumberSigns = after > start && after - start < 7
      if hasNumberSigns, after >= lines.bytes.count || lines.bytes[after].isWhitespace {
        content.append(after..<max(after, lines.end(of: first)), of: lines.bytes)
        cursor = content.skipSpace(0, overLines: false)
        return
      }
    }
    content.append(start..<max(start, lines.end(of: first)), of: lines.bytes)
    var line = first + 1
    while line < Int(cmark_node_get_end_line(node)) {
      let (offset, spaces) = lines.continuation(of: line, in: containers)
      content.appendSpaces(spaces, standingAt: offset)
      let start = spaces > 0 ? offset + 1 : offset
      content.append(start..<max(start, lines.end(of: line)), of: lines.bytes)
      line += 1
    }
    content.endLine()
    cursor = content.skipDefinitions()
  }

  // MARK: Inline nodes

  private func source(_ range: Range<Int>) -> Range<Int> {
    place(content.source(isLost ? min(range.lowerBound, content.bytes.count)..<content.bytes.count : range))
  }

  private mutating func appendLeaf(_ kind: MarkdownNode.Kind, _ literal: Range<Int>, from range: Range<Int>) {
    guard kind != .text || !literal.isEmpty else { return }
    var node = MarkdownNode(kind, parent: path.last ?? -1)
    node.end = nodes.count + 1
    node.literal = literal
    node.span = source(range)
    nodes.append(node)
  }

  private mutating func expect(_ byte: UInt8) {
    if content[cursor] == byte, cursor < content.bytes.count { cursor += 1 } else { isLost = true }
  }

  private mutating func readText(_ literal: Range<Int>) {
    let isAutolink = path.last.map { nodes[$0].kind == .link && links[nodes[$0].detail].isAutolink } ?? false
    var runStart = cursor
    var runLiteral = literal.lowerBound
    var index = literal.lowerBound
    while !isLost {
      let plain = content.plainCount(cursor, equalTo: literals[index..<literal.upperBound])
      cursor += plain
      index += plain
      guard index < literal.upperBound else { break }
      let byte = content[cursor]
      if byte == UInt8(ascii: "\\"), !isAutolink, isMarkdownPunctuation(content[cursor + 1]) {
        appendLeaf(.text, runLiteral..<index, from: runStart..<cursor)
        cursor += 1
        (runStart, runLiteral) = (cursor, index)
        isLost = content[cursor] != literals[index]
        cursor += 1
        index += 1
      } else if byte == UInt8(ascii: "&"), let (length, text) = characterReference(in: content, at: cursor) {
        appendLeaf(.text, runLiteral..<index, from: runStart..<cursor)
        let end = min(index + text.count, literal.upperBound)
        isLost = !literals[index..<end].elementsEqual(text)
        appendLeaf(.text, index..<end, from: cursor..<(cursor + length))
        cursor += length
        index = end
        (runStart, runLiteral) = (cursor, index)
      } else if byte == literals[index], byte != 0 {
        cursor += 1
        index += 1
      } else if byte == 0, cursor < content.bytes.count, literals[index] == 0xEF {
        // Why: libcmark reads a NUL as U+FFFD.
        appendLeaf(.text, runLiteral..<index, from: runStart..<cursor)
        let end = min(index + 3, literal.upperBound)
        appendLeaf(.text, index..<end, from: cursor..<(cursor + 1))
        cursor += 1
        index = end
        (runStart, runLiteral) = (cursor, index)
      } else {
        isLost = true
      }
    }
    appendLeaf(.text, runLiteral..<literal.upperBound, from: runStart..<cursor)
  }

  private mutating func readBreak(_ kind: MarkdownNode.Kind) {
    cursor = content.skipSpace(cursor, overLines: false)
    let start = cursor
    if kind == .lineBreak, content[cursor] == UInt8(ascii: "\\") { cursor += 1 }
    if content[cursor] == 0x0D { cursor += 1 }
    if content[cursor] == 0x0A { cursor += 1 }
    if cursor == start { isLost = true }
    appendLeaf(kind, 0..<0, from: start..<cursor)
    // Why: after a backslash at the end of a line, libcmark keeps the white space at the start of the next line.
    if content[start] != UInt8(ascii: "\\") { cursor = content.skipSpace(cursor, overLines: false) }
  }

  private mutating func readCode(_ literal: Range<Int>) {
    let open = cursor
    while content[cursor] == UInt8(ascii: "`") { cursor += 1 }
    let width = cursor - open
    var start = cursor
    var end = cursor
    var run = 0
    while cursor < content.bytes.count {
      run = content[cursor] == UInt8(ascii: "`") ? run + 1 : 0
      cursor += 1
      if run == width, content[cursor] != UInt8(ascii: "`") { break }
    }
    if width == 0 || run != width { isLost = true }
    end = max(start, cursor - width)
    // Why: one space or line end on each side is not part of the code, unless the code consists only of spaces.
    let returns = content.bytes[min(start, content.bytes.count)..<min(end, content.bytes.count)]
    let lineEnds = zip(returns, returns.dropFirst()).count { $0 == 0x0D && $1 == 0x0A }
    if end - start - lineEnds == literal.count + 2 {
      start += content[start] == 0x0D && content[start + 1] == 0x0A ? 2 : 1
      end -= content[end - 2] == 0x0D && content[end - 1] == 0x0A ? 2 : 1
    }
    appendLeaf(.code, literal, from: start..<max(start, end))
  }

  private mutating func readHTML(_ literal: Range<Int>) {
    let start = cursor
    cursor = min(cursor + literal.count, content.bytes.count)
    if !content.bytes[start..<cursor].elementsEqual(literals[literal]) { isLost = true }
    appendLeaf(.htmlInline, literal, from: start..<cursor)
  }

  private mutating func open(_ kind: MarkdownNode.Kind, markerWidth: Int) {
    let index = append(kind)
    path.append(index)
    let start = cursor
    for _ in 0..<markerWidth { expect(content[start] == UInt8(ascii: "_") ? UInt8(ascii: "_") : UInt8(ascii: "*")) }
    nodes[index].span = source(start..<max(start, cursor))
  }

  private mutating func close(markerWidth: Int) {
    let marker = content[cursor] == UInt8(ascii: "_") ? UInt8(ascii: "_") : UInt8(ascii: "*")
    for _ in 0..<markerWidth { expect(marker) }
    closeInline()
  }

  private mutating func closeInline() {
    guard let node = path.last else { return }
    if case .shifted(let bytes) = placement {
      let end = content.source(0..<(isLost ? content.bytes.count : cursor)).upperBound + bytes
      nodes[node].span = nodes[node].span.lowerBound..<max(nodes[node].span.lowerBound, end)
    }
    close()
  }

  private mutating func openLink(_ node: OpaquePointer, isImage: Bool) {
    let index = append(isImage ? .image : .link)
    path.append(index)
    let start = cursor
    let isAutolink = !isImage && content[cursor] == UInt8(ascii: "<")
    if isImage { expect(UInt8(ascii: "!")) }
    expect(UInt8(ascii: isAutolink ? "<" : "["))
    nodes[index].span = source(start..<max(start, cursor))
    nodes[index].detail = links.count
    let destination = appendLiteral(cmark_node_get_url(node))
    let title = appendLiteral(cmark_node_get_title(node))
    links.append(
      MarkdownLink(
        node: index, isImage: isImage, isAutolink: isAutolink, destination: destination, title: title,
        destinationSpan: 0..<0, titleSpan: 0..<0))
  }

  private mutating func closeLink() {
    guard let node = path.last, links.indices.contains(nodes[node].detail) else { return }
    let link = nodes[node].detail
    var target: MarkdownContent.Target?
    if links[link].isAutolink {
      expect(UInt8(ascii: ">"))
    } else {
      expect(UInt8(ascii: "]"))
      target = isLost ? nil : content.inlineTarget(cursor)
      cursor = target?.end ?? content.label(cursor) ?? cursor
    }
    closeInline()
    let whole = nodes[node].span
    links[link].destinationSpan = target.map { source($0.destination) } ?? whole
    links[link].titleSpan = target?.title.map { source($0) } ?? whole
  }
}
