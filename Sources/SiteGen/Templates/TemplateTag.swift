/// One tag of a template. The span includes the delimiters.
struct TemplateTag {
  enum Kind {
    case value, rawValue, section, inverted, close, comment, delimiters, partial, block, parent
  }

  let kind: Kind
  let name: Located<String>
  let span: Range<Int>

  /// The tag without its delimiters, for messages, such as `#name`.
  var word: String {
    switch kind {
    case .value, .comment, .delimiters: name.value
    case .rawValue: "&\(name.value)"
    case .section: "#\(name.value)"
    case .inverted: "^\(name.value)"
    case .close: "/\(name.value)"
    case .partial: ">\(name.value)"
    case .block: "$\(name.value)"
    case .parent: "<\(name.value)"
    }
  }
}

/// Finds the tags of a template one after the other, with the current delimiters.
struct TemplateTagReader {
  private let file: SourceFile
  private var opening: [UInt8] = [UInt8(ascii: "{"), UInt8(ascii: "{")]
  private var closing: [UInt8] = [UInt8(ascii: "}"), UInt8(ascii: "}")]
  private var position: Int
  /// Unclosed tags before this offset have been reported.
  private var reportedEnd = 0
  /// Closing delimiters that do not occur after `position`.
  private var absentEnds: Set<[UInt8]> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile) {
    self.file = file
    position = file.textStart
  }

  /// The next well-formed tag. Malformed tags are reported and skipped.
  mutating func next() -> TemplateTag? {
    while let start = find(opening, from: position) {
      if let tag = tag(at: start) {
        position = tag.span.upperBound
        return tag
      }
    }
    return nil
  }

  /// The tag at an opening delimiter. If the tag is malformed, reports it, moves `position` forward and returns nil.
  private mutating func tag(at start: Int) -> TemplateTag? {
    let bytes = file.bytes
    var content = start + opening.count
    let isTriple = content < bytes.count && bytes[content] == UInt8(ascii: "{")
    if !isTriple { content = skippingWhitespace(content) }
    let sigil = content < bytes.count ? bytes[content] : 0
    let kind = Self.kind(of: sigil)
    let end: [UInt8] =
      switch kind {
      case .delimiters: [sigil] + closing
      case .rawValue where isTriple: [UInt8(ascii: "}")] + closing
      default: closing
      }
    let nameStart = kind == .value ? content : min(content + 1, bytes.count)
    guard let nameEnd = findEnd(end, from: nameStart, holdsTags: kind == .comment || kind == .delimiters) else {
      skipUnclosed(start, missing: end)
      return nil
    }
    let span = start..<nameEnd + end.count
    position = span.upperBound
    let name = trimmed(nameStart..<nameEnd)
    switch kind {
    case .comment: return TemplateTag(kind: kind, name: Located("", name), span: span)
    case .delimiters: return setDelimiters(name, span)
    default: break
    }
    guard !name.isEmpty else {
      report("the tag has no name", span)
      return nil
    }
    guard !bytes[name].contains(where: \.isWhitespace) else {
      report("a name in a tag cannot contain spaces", name)
      return nil
    }
    return TemplateTag(kind: kind, name: Located(file.text(name), name), span: span)
  }

  /// Reports an unclosed tag and moves past it; in a run of opening delimiters, to the last one, which may open a tag.
  private mutating func skipUnclosed(_ start: Int, missing end: [UInt8]) {
    if start >= reportedEnd {
      report("the tag is not closed", start..<start + opening.count, remedy: "close it with '\(string(end))'")
    }
    var last = start
    while occurs(opening, at: last + opening.count) { last += opening.count }
    position = last > start ? last : start + opening.count
    reportedEnd = last + opening.count
  }

  private mutating func setDelimiters(_ content: Range<Int>, _ span: Range<Int>) -> TemplateTag? {
    let words = file.bytes[content].split(whereSeparator: \.isWhitespace).map(Array.init)
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      report("delimiters must be two words without '='", span, remedy: "write them as '{{=<% %>=}}'")
      return nil
    }
    opening = words[0]
    closing = words[1]
    return TemplateTag(kind: .delimiters, name: Located("", content), span: span)
  }

  private static func kind(of sigil: UInt8) -> TemplateTag.Kind {
    switch sigil {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "&"), UInt8(ascii: "{"): .rawValue
    default: .value
    }
  }

  /// The offset of the end of a tag; nil if there is none, or if another tag comes first and `holdsTags` is false.
  private mutating func findEnd(_ end: [UInt8], from start: Int, holdsTags: Bool) -> Int? {
    guard !absentEnds.contains(end) else { return nil }
    var index = start
    while index < file.bytes.count {
      if occurs(end, at: index) { return index }
      // Why: stopping at the next tag keeps the time linear for a file with many unclosed tags.
      if !holdsTags, occurs(opening, at: index) { return nil }
      index += 1
    }
    absentEnds.insert(end)
    return nil
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < file.bytes.count {
      if occurs(pattern, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func occurs(_ pattern: [UInt8], at index: Int) -> Bool {
    guard let first = pattern.first, index + pattern.count <= file.bytes.count, file.bytes[index] == first else {
      return false
    }
    return pattern.indices.dropFirst().allSatisfy { file.bytes[index + $0] == pattern[$0] }
  }

  private func skippingWhitespace(_ start: Int) -> Int {
    var index = start
    while index < file.bytes.count, file.bytes[index].isWhitespace { index += 1 }
    return index
  }

  private func trimmed(_ span: Range<Int>) -> Range<Int> {
    var (lower, upper) = (span.lowerBound, span.upperBound)
    while lower < upper, file.bytes[lower].isWhitespace { lower += 1 }
    while upper > lower, file.bytes[upper - 1].isWhitespace { upper -= 1 }
    return lower..<upper
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private mutating func report(_ message: String, _ span: Range<Int>, remedy: String? = nil) {
    diagnostics.append(Diagnostic(.templateError, message, at: Place(file, span), remedy: remedy))
  }
}
