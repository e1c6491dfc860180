/// Parses one Mustache template (specification 1.3 with inheritance, without lambdas and dynamic names).
///
/// A tag that is alone on its line, other than a value tag, is removed together with the line. Every remaining line
/// begins with a `lineStart`, so that the compiler can indent partials and re-indent blocks.
struct TemplateParser {
  private struct Frame {
    let tag: TemplateTag
    var nodes: [TemplateNode] = []
    var blocks: [TemplateBlock] = []
    var indent: Range<Int>?
    var startsLine = false
    var isArgument = false
    var contentStart = 0
  }

  private let file: SourceFile
  private var root: [TemplateNode] = []
  private var open: [Frame] = []
  /// Names of tags that were reported as not closed, but whose closing tags may still follow.
  private var crossed: [String] = []
  private var position: Int
  private var diagnostics: [Diagnostic] = []

  private let limits: Limits

  private init(_ file: SourceFile, _ limits: Limits) {
    self.file = file
    self.limits = limits
    position = file.textStart
  }

  /// The template's tree, and every error in its tags. Nodes that an error affects are left out.
  static func parse(_ file: SourceFile, name: String, _ limits: Limits = .standard) -> Checked<ParsedTemplate> {
    var parser = TemplateParser(file, limits)
    var reader = TemplateTagReader(file)
    while let tag = reader.next(), parser.take(tag) {}
    parser.finish()
    let template = ParsedTemplate(file: file, name: name, nodes: parser.root)
    return Checked(template, reader.diagnostics + parser.diagnostics)
  }

  /// Handles a tag. Returns false if parsing must stop.
  private mutating func take(_ tag: TemplateTag) -> Bool {
    if isInParent, [.value, .rawValue, .section, .inverted, .partial, .parent].contains(tag.kind) {
      report("only blocks have an effect inside a parent", tag.span, remedy: "put '\(tag.word)' into a block")
    }
    switch tag.kind {
    case .value, .rawValue:
      flush(to: tag.span.lowerBound, beginsLine: true)
      append(.value(tag.name, isRaw: tag.kind == .rawValue))
      position = tag.span.upperBound
    case .comment, .delimiters: _ = takeLine(of: tag)
    case .partial: append(.partial(TemplatePartial(name: tag.name, indent: takeLine(of: tag))))
    case .section, .inverted:
      _ = takeLine(of: tag)
      push(Frame(tag: tag))
    case .block: openBlock(tag)
    case .parent:
      let indent = spacesBefore(tag.span.lowerBound)
      flush(to: indent?.lowerBound ?? tag.span.lowerBound, beginsLine: indent == nil)
      position = tag.span.upperBound
      push(Frame(tag: tag, indent: indent))
    case .close: close(tag)
    }
    // Why a limit: so that no template exhausts the stack.
    guard open.count > limits.templateDepth else { return true }
    report(
      "tags are nested \(open.count) deep, but the limit is \(limits.templateDepth)", tag.span,
      remedy: Limits.remedy("nest them less", orRaise: "template_depth"))
    open.removeAll()
    return false
  }

  private mutating func finish() {
    flush(to: file.bytes.count, beginsLine: false)
    for frame in open {
      report("'\(frame.tag.word)' is not closed", frame.tag.span, remedy: "close it with '/\(frame.tag.name.value)'")
    }
  }

  // MARK: - Opening and closing

  private mutating func openBlock(_ tag: TemplateTag) {
    var frame = Frame(tag: tag)
    frame.isArgument = isInParent
    if frame.isArgument {
      // Why: text within a parent is ignored, so the start of the line does not matter.
      let lineEnd = lineEnd(after: tag.span.upperBound)
      frame.startsLine = lineEnd != nil
      position = lineEnd ?? tag.span.upperBound
    } else {
      frame.indent = spacesBefore(tag.span.lowerBound)
      frame.startsLine = takeLine(of: tag) != nil
    }
    frame.contentStart = position
    push(frame)
  }

  private mutating func close(_ tag: TemplateTag) {
    guard let index = open.lastIndex(where: { $0.tag.name.value == tag.name.value }) else { return closeNothing(tag) }
    let unclosed = open[(index + 1)...]
    for frame in unclosed {
      crossed.append(frame.tag.name.value)
      let place = Place(file, tag.span)
      let note = Diagnostic.Note("'\(tag.word)' comes first", at: place)
      diagnostics.append(
        Diagnostic(
          .templateError, "'\(frame.tag.word)' is not closed", at: Place(file, frame.tag.span), notes: [note],
          remedy: "close it with '/\(frame.tag.name.value)'"))
    }
    open.removeLast(unclosed.count)
    closeLast(tag)
  }

  /// Reports a closing tag without an opening tag. If its name is a misspelling of the innermost open tag's name, it
  /// closes that tag.
  private mutating func closeNothing(_ tag: TemplateTag) {
    // Why: if two tags overlap, only the inner one is reported, as not closed.
    if let index = crossed.firstIndex(of: tag.name.value) {
      crossed.remove(at: index)
      _ = takeLine(of: tag)
      return
    }
    let meant = open.last.map(\.tag)
    let remedy = meant.map { "close '\($0.word)' with '/\($0.name.value)'" }
    report("'\(tag.word)' has no matching opening tag", tag.span, remedy: remedy)
    if let meant, nearestName(to: tag.name.value, among: [meant.name.value]) != nil {
      closeLast(tag)
    } else {
      _ = takeLine(of: tag)
    }
  }

  /// Closes the innermost open tag.
  private mutating func closeLast(_ tag: TemplateTag) {
    switch open.last?.tag.kind {
    case .parent: closeParent(tag)
    case .block: closeBlock(tag)
    default:
      _ = takeLine(of: tag)
      let frame = open.removeLast()
      append(
        .section(
          TemplateSection(
            name: frame.tag.name, isInverted: frame.tag.kind == .inverted, nodes: frame.nodes, close: tag.span)))
    }
  }

  private mutating func closeBlock(_ tag: TemplateTag) {
    let contentEnd = tag.span.lowerBound
    guard let isArgument = open.last?.isArgument else { return }
    if isArgument {
      flush(to: spacesBefore(contentEnd)?.lowerBound ?? contentEnd, beginsLine: false)
      position = tag.span.upperBound
    } else {
      _ = takeLine(of: tag)
    }
    let frame = open.removeLast()
    let block = TemplateBlock(
      name: frame.tag.name, nodes: frame.nodes, startsLine: frame.startsLine,
      indent: frame.indent ?? contentEnd..<contentEnd,
      contentIndent: frame.startsLine ? firstIndent(in: frame.contentStart..<contentEnd) : nil, close: tag.span)
    guard isArgument, !open.isEmpty else { return append(.block(block)) }
    if open[open.count - 1].blocks.contains(where: { $0.name.value == block.name.value }) {
      report("block '\(block.name.value)' appears twice in the parent", block.name.span)
    }
    open[open.count - 1].blocks.append(block)
  }

  private mutating func closeParent(_ tag: TemplateTag) {
    let frame = open.removeLast()
    var indent = frame.indent
    if let spaces = indent {
      if let lineEnd = lineEnd(after: tag.span.upperBound) {
        position = lineEnd
      } else {
        append(.lineStart(spaces))
        indent = nil
        position = tag.span.upperBound
      }
    } else {
      position = tag.span.upperBound
    }
    append(.parent(TemplateParent(name: frame.tag.name, blocks: frame.blocks, indent: indent)))
  }

  private var isInParent: Bool { open.last?.tag.kind == .parent }

  private mutating func push(_ frame: Frame) { open.append(frame) }

  private mutating func append(_ node: TemplateNode) {
    if open.isEmpty {
      root.append(node)
    } else {
      open[open.count - 1].nodes.append(node)
    }
  }

  // MARK: - Lines

  /// Moves past a tag. If the tag is alone on its line, moves past the line and returns the white space before the tag;
  /// otherwise returns nil.
  private mutating func takeLine(of tag: TemplateTag) -> Range<Int>? {
    if let spaces = spacesBefore(tag.span.lowerBound), let end = lineEnd(after: tag.span.upperBound) {
      flush(to: spaces.lowerBound, beginsLine: false)
      position = end
      return spaces
    }
    flush(to: tag.span.lowerBound, beginsLine: true)
    position = tag.span.upperBound
    return nil
  }

  /// Appends the text up to an offset, line by line. With `beginsLine`, also appends the start of a line that begins at
  /// that offset.
  private mutating func flush(to end: Int, beginsLine: Bool) {
    var index = position
    position = max(position, end)
    guard !isInParent else { return }
    while index < end {
      if isLineStart(index) {
        let start = index
        while index < end, file.bytes[index].isSpaceOrTab { index += 1 }
        append(.lineStart(start..<index))
      }
      let start = index
      while index < end {
        index += 1
        if file.bytes[index - 1] == UInt8(ascii: "\n") { break }
      }
      if start < index { append(.text(start..<index)) }
    }
    if beginsLine, isLineStart(end) { append(.lineStart(end..<end)) }
  }

  private func isLineStart(_ index: Int) -> Bool {
    index <= file.textStart || file.bytes[index - 1] == UInt8(ascii: "\n")
  }

  /// The white space between the start of the line and an offset; nil if anything else is there.
  private func spacesBefore(_ end: Int) -> Range<Int>? {
    var start = end
    while start > file.textStart, file.bytes[start - 1].isSpaceOrTab { start -= 1 }
    return isLineStart(start) ? start..<end : nil
  }

  /// The start of the next line; nil if anything but white space remains on this one.
  private func lineEnd(after start: Int) -> Int? {
    var index = start
    while index < file.bytes.count, file.bytes[index].isSpaceOrTab { index += 1 }
    if index < file.bytes.count, file.bytes[index] == UInt8(ascii: "\r") { index += 1 }
    if index == file.bytes.count { return index }
    return file.bytes[index] == UInt8(ascii: "\n") ? index + 1 : nil
  }

  /// The indentation of the first non-blank line in a span; nil if all lines are blank.
  private func firstIndent(in span: Range<Int>) -> Range<Int>? {
    var start = span.lowerBound
    var index = start
    while index < span.upperBound {
      switch file.bytes[index] {
      case UInt8(ascii: "\n"): start = index + 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default: return start..<index
      }
      index += 1
    }
    return nil
  }

  private mutating func report(_ message: String, _ span: Range<Int>, remedy: String? = nil) {
    diagnostics.append(Diagnostic(.templateError, message, at: Place(file, span), remedy: remedy))
  }
}
