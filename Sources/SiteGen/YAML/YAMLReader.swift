extension Rule {
  static let yamlError = Rule(
    "yaml-error", .error, about: .files, "the YAML cannot be read",
    reason: """
      The YAML cannot be read. Either its syntax is invalid, or it contains something that is not allowed: a key that \
      appears twice in one mapping, a key that is not text, a tag, a second document, lists and mappings nested too \
      deep, or aliases that repeat too much text.
      """,
    example: .topic(failing: "title: Houses: what was lost", corrected: #"title: "Houses: what was lost""#))
}

/// Reads the YAML (1.1) in a range of a file's bytes, which must be UTF-8. Nil if the range contains no value or cannot
/// be read.
///
/// Aliases are replaced by their values, up to a limit that grows with the size of the range. Tags, several documents,
/// and lists or mappings as keys are errors. If a key is repeated, the first is kept and each later one is an error.
func parseYAML(_ file: SourceFile, _ range: Range<Int>, _ limits: Limits = .standard) -> Checked<YAMLValue?> {
  let range = range.clamped(to: file.textStart..<max(file.textStart, file.bytes.count))
  if limits.yamlDepth > 0, let plain = plainMapping(in: file, range) { return Checked(plain) }
  return parseAnyYAML(file, range, limits)
}

/// The same with libyaml, also for what needs no knowledge of YAML. The range must be in the file.
func parseAnyYAML(_ file: SourceFile, _ range: Range<Int>, _ limits: Limits = .standard) -> Checked<YAMLValue?> {
  var reader = YAMLReader(file, range, limits)
  let value = reader.document()
  return Checked(value, reader.diagnostics + (value.map { hashCutsValue(in: $0, of: file) } ?? []))
}

/// Builds values from events. A function that returns nil has reported the reason, unless the range is empty. Reading
/// then stops.
private struct YAMLReader: ~Copyable {
  private let file: SourceFile
  private let range: Range<Int>
  private var events: YAMLEvents
  private(set) var diagnostics: [Diagnostic] = []
  /// The values that have anchors, with their sizes.
  private var anchored: [String: (value: YAMLValue, size: Int)] = [:]
  /// The number of values read so far, plus the bytes of their text. An alias adds the size of the value that it
  /// repeats.
  private var size = 0
  /// Where the last value ends in the file.
  private var lastEnd: Int

  private let limits: Limits

  init(_ file: SourceFile, _ range: Range<Int>, _ limits: Limits) {
    self.file = file
    self.limits = limits
    self.range = range
    lastEnd = range.lowerBound
    events = YAMLEvents(file, range)
  }

  mutating func document() -> YAMLValue? {
    guard let start = next(), case .document = start.kind, let event = next(), let value = value(event, depth: 0),
      let following = next()
    else { return nil }
    guard case .document = following.kind else { return value }
    let place = following.span.lowerBound
    report(
      "a second YAML document starts here, but only one is allowed", place..<place,
      "delete the line between the two documents")
    return nil
  }

  private mutating func next() -> YAMLEvent? {
    if let event = events.next() { return event }
    if let error = events.error { diagnostics.append(error) }
    return nil
  }

  private mutating func value(_ event: YAMLEvent, depth: Int) -> YAMLValue? {
    guard depth <= limits.yamlDepth else {
      report(
        "lists and mappings are nested \(depth) deep, but the limit is \(limits.yamlDepth)",
        character(at: event.span.lowerBound), Limits.remedy("nest them less", orRaise: "yaml_depth"))
      return nil
    }
    let sizeBefore = size
    let start = start(of: event)
    let value: YAMLValue?
    switch event.kind {
    case .alias(let name): return repeated(name, event.span)
    case .scalar(let text, let style): value = scalar(text, style, start..<event.span.upperBound)
    case .sequence: value = sequence(from: start, depth: depth)
    case .mapping: value = mapping(from: start, depth: depth)
    case .document, .end: value = nil
    }
    if let anchor = event.anchor, let value { anchored[anchor] = (value, size - sizeBefore) }
    return value
  }

  /// Where a value starts, after its anchor. Also reports a tag.
  private mutating func start(of event: YAMLEvent) -> Int {
    var start = event.span.lowerBound
    let end = event.span.upperBound
    if let anchor = event.anchor, start < end, file.bytes[start] == UInt8(ascii: "&") {
      start = min(start + 1 + anchor.utf8.count, end)
      while start < end, file.bytes[start].isWhitespace { start += 1 }
    }
    // Why both tests: libyaml reports no tag for a single '!' before a scalar.
    if event.hasTag || start < end && file.bytes[start] == UInt8(ascii: "!") {
      report(
        "YAML tags, which start with '!', are not supported", character(at: start),
        "put quotation marks around a value that starts with '!'")
    }
    return start
  }

  private mutating func repeated(_ name: String, _ place: Range<Int>) -> YAMLValue? {
    guard let (value, size) = anchored[name] else {
      report(
        "a value that starts with '*' needs quotation marks, or it is an alias of another value", place,
        "write \(Fix(quoting: Place(file, place)).replacement)")
      return nil
    }
    lastEnd = place.upperBound
    self.size += size
    // Why: a file without aliases never exceeds this size.
    let allowed = max(10_000, limits.yamlGrowth.multipliedReportingOverflow(by: range.count).partialValue)
    guard self.size <= allowed else {
      report(
        "the aliases make the text larger than \(grouped(allowed)) bytes, and the limit is \(limits.yamlGrowth) times"
          + " its size", character(at: place.lowerBound),
        Limits.remedy("write fewer aliases", orRaise: "yaml_growth"))
      return nil
    }
    return value
  }

  private mutating func scalar(_ text: String, _ style: YAMLScalar.Style, _ written: Range<Int>) -> YAMLValue {
    size += 1 + text.utf8.count
    var (start, end) = (written.lowerBound, written.upperBound)
    // Why: libyaml counts the empty lines after a block as part of it.
    if style == .block { while end > start, file.bytes[end - 1].isWhitespace { end -= 1 } }
    lastEnd = end
    if style == .plain, ["", "~", "null", "Null", "NULL"].contains(text) {
      return YAMLValue(kind: .null, span: start..<end)
    }
    let inner = style == .quoted && end - start > 1 ? start + 1..<end - 1 : start..<end
    let isVerbatim = file.bytes[inner].elementsEqual(text.utf8)
    if isVerbatim { (start, end) = (inner.lowerBound, inner.upperBound) }
    let scalar = YAMLScalar(text: text, textStart: isVerbatim ? start : nil, style: style)
    return YAMLValue(kind: .scalar(scalar), span: start..<end)
  }

  private mutating func sequence(from start: Int, depth: Int) -> YAMLValue? {
    size += 1
    var elements: [YAMLValue] = []
    while let event = next() {
      if case .end = event.kind { return YAMLValue(kind: .sequence(elements), span: start..<end(event, from: start)) }
      guard let element = value(event, depth: depth + 1) else { return nil }
      elements.append(element)
    }
    return nil
  }

  private mutating func mapping(from start: Int, depth: Int) -> YAMLValue? {
    size += 1
    var pairs: [YAMLValue.Pair] = []
    var places: [String: Range<Int>] = [:]
    while let event = next() {
      if case .end = event.kind { return YAMLValue(kind: .mapping(pairs), span: start..<end(event, from: start)) }
      guard let key = value(event, depth: depth + 1), let next = next(), let value = value(next, depth: depth + 1)
      else { return nil }
      if let scalar = key.scalar, scalar.style == .plain, let start = scalar.textStart,
        let found = scalar.text.firstSpaceLookalike()
      {
        let at = start + found.offset
        diagnostics.append(.spaceLookalike(found.scalar, at: at, file, after: start..<at))
        return nil
      }
      guard let name = key.scalar?.text ?? event.text else {
        report("a key must be text, not \(key.description)", character(at: key.span.lowerBound))
        continue
      }
      if let first = places[name] {
        reportDuplicate(name, key.span, first)
      } else {
        places[name] = key.span
        pairs.append(YAMLValue.Pair(key: Located(name, key.span), value: value))
      }
    }
    return nil
  }

  /// Where a list or mapping ends: after its closing bracket or, if it has none, after its last value.
  private mutating func end(_ event: YAMLEvent, from start: Int) -> Int {
    if !event.span.isEmpty { lastEnd = event.span.upperBound }
    return max(start, lastEnd)
  }

  // MARK: - Diagnostics

  private func character(at offset: Int) -> Range<Int> { offset..<min(offset + 1, range.upperBound) }

  private mutating func report(_ message: String, _ span: Range<Int>, _ remedy: String? = nil) {
    diagnostics.append(Diagnostic(.yamlError, message, at: Place(file, span), remedy: remedy))
  }

  private mutating func reportDuplicate(_ name: String, _ span: Range<Int>, _ first: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        .yamlError, "the key '\(name)' appears twice in one mapping", at: Place(file, span),
        notes: [Diagnostic.Note("it first appears here", at: Place(file, first))],
        remedy: "delete or rename one of the two keys"))
  }
}
