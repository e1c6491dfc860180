import Yams

/// Copies libyaml's nodes into values with their places in the file.
struct YAMLNodeReader {
  private let file: SourceFile
  private let extent: YAMLExtent
  private var marks: YAMLMarks
  private let masked: Set<String>
  private(set) var diagnostics: [Diagnostic] = []
  /// Nodes visited, and bytes of text in them.
  private var visited = 0
  private let limit: Int
  private var isExhausted = false

  static let deepest = 64

  init(file: SourceFile, range: Range<Int>, marks: YAMLMarks, masked: Set<String>) {
    self.file = file
    self.marks = marks
    self.masked = masked
    extent = YAMLExtent(bytes: file.bytes, range: range)
    // Why: without aliases a file never holds more than that, so only an alias that multiplies reaches it.
    limit = max(10_000, 4 * range.count)
  }

  /// The value of a node; nil where it is too deep, or the tree too large.
  mutating func value(of node: Node, depth: Int) -> YAMLValue? {
    visited += 1
    if case .scalar(let scalar) = node { visited += scalar.string.utf8.count }
    let written = node.mark.map { marks.offset(line: $0.line, column: $0.column) } ?? extent.range.lowerBound
    let start = extent.afterAnchor(written)
    guard visited <= limit else {
      if !isExhausted { report("the aliases repeat more than a file of this size may hold", at: written) }
      isExhausted = true
      return nil
    }
    guard depth <= Self.deepest else {
      report("lists and mappings are nested deeper than \(Self.deepest)", at: written)
      return nil
    }
    if start < extent.range.upperBound, file.bytes[start] == UInt8(ascii: "!") {
      report("tags, which start with '!', are not read", at: start, "put quotation marks around a value that starts so")
    }
    switch node {
    case .scalar(let scalar): return value(of: scalar, at: start)
    case .sequence(let sequence): return value(of: sequence, at: start, depth: depth)
    case .mapping(let mapping): return value(of: mapping, at: start, depth: depth)
    case .alias: return nil
    }
  }

  private func value(of scalar: Node.Scalar, at start: Int) -> YAMLValue {
    let (span, isVerbatim) = extent.scalar(scalar.string, at: start)
    if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
      return YAMLValue(kind: .null, span: span)
    }
    let textStart = isVerbatim ? span.lowerBound : nil
    return YAMLValue(
      kind: .scalar(YAMLScalar(text: scalar.string, textStart: textStart)), span: span)
  }

  private mutating func value(of sequence: Node.Sequence, at start: Int, depth: Int) -> YAMLValue {
    var elements: [YAMLValue] = []
    for element in sequence {
      guard let element = value(of: element, depth: depth + 1) else { continue }
      elements.append(element)
    }
    let end = end(from: start, after: elements.last?.span, bracket: UInt8(ascii: "]"))
    return YAMLValue(kind: .sequence(elements), span: start..<end)
  }

  private mutating func value(of mapping: Node.Mapping, at start: Int, depth: Int) -> YAMLValue {
    var pairs: [YAMLValue.Pair] = []
    for (key, node) in mapping {
      if case .scalar(let scalar) = key, masked.contains(scalar.string) { continue }
      guard let found = value(of: key, depth: depth + 1) else { continue }
      guard let value = value(of: node, depth: depth + 1) else { continue }
      guard case .scalar(let scalar) = key else {
        report("a key must be text, not \(found.description)", at: found.span.lowerBound)
        continue
      }
      pairs.append(YAMLValue.Pair(key: Located(scalar.string, found.span), value: value))
    }
    let end = end(from: start, after: pairs.last?.value.span, bracket: UInt8(ascii: "}"))
    return YAMLValue(kind: .mapping(pairs), span: start..<end)
  }

  private func end(from start: Int, after last: Range<Int>?, bracket: UInt8) -> Int {
    // Why: an alias repeats what stands elsewhere, so its end may lie before the start.
    let end = max(start, last?.upperBound ?? start)
    let opening = bracket - 2
    guard start < extent.range.upperBound, file.bytes[start] == opening else { return end }
    return extent.flowEnd(bracket, from: max(end, start + 1))
  }

  private mutating func report(_ message: String, at offset: Int, _ remedy: String? = nil) {
    let span = offset..<min(offset + 1, max(offset, extent.range.upperBound))
    diagnostics.append(Diagnostic(.yamlError, message, at: Place(file, span), remedy: remedy))
  }
}
