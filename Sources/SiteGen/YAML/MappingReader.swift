extension Rule {
  static let wrongValue = Rule(
    "wrong-value", .error, about: .files, "a key is missing, or its value is of the wrong kind",
    reason: "A key is missing, or its value is of the wrong kind. docs/inputs.md describes the value of each key.",
    example: .card(failing: "published: 4 May 2031", corrected: "published: 2031-05-04"))

  static let unknownKey = Rule(
    "unknown-key", .error, about: .names, "the key is not known here",
    reason: """
      The key is not known in this place. If sitegen ignored a misspelt key, its value would be silently dropped.
      """,
    example: .card(failing: #"qoute: "14 houses were lost""#, corrected: #"quote: "14 houses were lost""#))
}

/// Reads a mapping key by key, and collects diagnostics about missing keys, wrong values and unknown keys. Every
/// function that reads a key makes the key known; `finish` reports the unknown keys.
struct MappingReader {
  let file: SourceFile
  /// The name of the mapping in diagnostics, such as "a claim".
  let what: String
  /// The place for diagnostics about the whole mapping: its first key, or `span` if it has none.
  let place: Range<Int>
  let span: Range<Int>
  private var bounded: BoundedDiagnostics
  private let pairs: [YAMLValue.Pair]
  private var known: [String] = []
  /// Diagnostics about missing keys, each with the keys that would fix it.
  private var missing: [(keys: [String], diagnostic: Diagnostic)] = []

  /// A missing value or null is an empty mapping; any other value that is not a mapping is an error.
  ///
  /// `limit`: how many diagnostics of a rule are kept.
  init(
    _ value: YAMLValue?, of what: String, in file: SourceFile, at start: Int, remedy: String? = nil,
    limit: Int = Limits.standard.diagnostics
  ) {
    bounded = BoundedDiagnostics(limit: limit)
    self.file = file
    self.what = what
    span = value?.span ?? start..<start
    pairs = value?.pairs ?? []
    place = pairs.first?.key.span ?? span
    if let value, value.pairs == nil, !value.isNull {
      if let scalar = value.scalar, scalar.style == .plain, let start = scalar.textStart,
        let found = scalar.text.firstSpaceLookalike(), scalar.text.utf8.prefix(found.offset).last == UInt8(ascii: ":")
      {
        let at = start + found.offset
        bounded.append(.spaceLookalike(found.scalar, at: at, file, after: start..<at))
        return
      }
      report(
        .wrongValue, "\(what) must be a mapping of keys to values, not \(value.description)", at: value.span,
        remedy: remedy)
    }
  }

  mutating func report(
    _ rule: Rule, _ message: String, at span: Range<Int>, notes: [Diagnostic.Note] = [], remedy: String? = nil
  ) {
    bounded.append(Diagnostic(rule, message, at: Place(file, span), notes: notes, remedy: remedy))
  }

  /// Reports an unknown word and suggests the nearest known name.
  mutating func report(
    _ rule: Rule, _ message: String, at span: Range<Int>, misspelt word: String, among names: [String],
    else remedy: String
  ) {
    bounded.append(
      Diagnostic(rule, message, at: Place(file, span), misspelt: word, among: names, else: remedy))
  }

  /// Reports a problem that any of the keys would fix. `finish` drops the diagnostic if an unknown key seems to be a
  /// misspelling of one of them.
  mutating func reportMissing(_ keys: [String], _ message: String, at span: Range<Int>, remedy: String) {
    missing.append((keys, Diagnostic(.wrongValue, message, at: Place(file, span), remedy: remedy)))
  }

  var diagnostics: [Diagnostic] { bounded.kept }

  mutating func add(_ added: [Diagnostic]) {
    bounded += added
  }

  /// Turns the diagnostics of `parseYAML` about duplicate keys of these pairs into diagnostics about duplicate
  /// identifiers.
  mutating func takeDuplicatesAsIdentifiers(of pairs: [YAMLValue.Pair], named kind: String) {
    let byPlace = Dictionary(pairs.map { ($0.key.span, $0) }, uniquingKeysWith: { first, _ in first })
    bounded.replaceEach { found in
      guard found.rule == .yamlError, let first = found.notes.first?.place?.span, let pair = byPlace[first] else {
        return found
      }
      var duplicate = Diagnostic(
        .duplicateId, "two \(kind) have the id '\(pair.key.value)'", at: found.place, notes: found.notes,
        remedy: found.remedy)
      duplicate.unlisted = found.unlisted
      return duplicate
    }
  }

  /// Reports the unknown keys, and returns all diagnostics.
  mutating func finish() -> [Diagnostic] {
    // Why sets: a mapping may have any number of keys.
    let knownKeys = Set(known)
    let unknown = pairs.filter { !knownKeys.contains($0.key.value) }
    let present = unknown.isEmpty ? [] : Set(pairs.map(\.key.value))
    let open = unknown.isEmpty ? [] : known.filter { !present.contains($0) }
    var misspelt: Set<String> = []
    for pair in unknown {
      if let key = nearestName(to: pair.key.value, among: open) { misspelt.insert(key) }
      report(
        .unknownKey, "unknown key '\(pair.key.value)' in \(what)", at: pair.key.span, misspelt: pair.key.value,
        among: open, else: "the keys are \(known.joined(separator: ", "))")
    }
    return diagnostics + missing.filter { misspelt.isDisjoint(with: $0.keys) }.map(\.diagnostic)
  }

  /// Whether the mapping has the key, with any value. Does not make the key known.
  func has(_ key: String) -> Bool {
    pairs.contains { $0.key.value == key }
  }

  /// The pairs of a mapping whose keys are names that the author chooses.
  mutating func allPairs() -> [YAMLValue.Pair] {
    known += pairs.map(\.key.value)
    return pairs
  }

  /// The pair of a key, with any value. A missing required key is an error.
  mutating func pair(
    _ key: String, required: Bool = false, _ kind: String = "a value", remedy: String? = nil
  ) -> YAMLValue.Pair? {
    known.append(key)
    if let pair = pairs.first(where: { $0.key.value == key }) { return pair }
    if required {
      reportMissing(
        [key], "\(what) must have the key '\(key)'", at: place, remedy: remedy ?? "add '\(key)': \(kind)")
    }
    return nil
  }

  /// A text that is not blank and contains no control characters except line feeds and tabs.
  mutating func scalar(
    _ key: String, required: Bool = false, _ kind: String = "text", ifMissing remedy: String? = nil
  ) -> (YAMLScalar, Range<Int>)? {
    guard let pair = pair(key, required: required, kind, remedy: remedy) else { return nil }
    return scalar(pair.value, named: key, kind, pointingTo: pair.key.span)
  }

  /// `ifMissing`: the remedy if a required text is missing.
  mutating func text(_ key: String, required: Bool = false, ifMissing remedy: String? = nil) -> Located<String>? {
    scalar(key, required: required, ifMissing: remedy).map { Located($0.0.text, $0.1) }
  }

  /// Reads a text with `read`. If `read` returns nil, reports that the value must be `kind`. `remedy` and `correction`
  /// receive the text; `correction` returns the text to write instead, for a fix.
  mutating func value<Value: Sendable>(
    _ key: String, required: Bool = false, _ kind: String, remedy: (String) -> String? = { _ in nil },
    correction: (String) -> String? = { _ in nil }, _ read: (String) -> Value?
  ) -> Located<Value>? {
    guard let (scalar, span) = scalar(key, required: required, kind) else { return nil }
    if let value = read(scalar.text) { return Located(value, span) }
    if let found = lookalike(in: scalar, span, key, { read($0) != nil }) {
      bounded.append(found)
      return nil
    }
    bounded.append(
      Diagnostic(
        .wrongValue, "'\(key)' must be \(kind), not '\(shortened(scalar.text))'", at: Place(file, span),
        remedy: remedy(scalar.text), fix: correction(scalar.text).map { Fix(scalarAt: Place(file, span), $0) }))
    return nil
  }

  /// Reports a character that passes for a space in a value that can be read without it; nil if there is none.
  private func lookalike(
    in scalar: YAMLScalar, _ span: Range<Int>, _ key: String, _ canBeRead: (String) -> Bool
  ) -> Diagnostic? {
    guard let found = scalar.text.firstSpaceLookalike() else { return nil }
    let plain = scalar.text.withPlainSpaces
    let words = plain.split(separator: " ").joined(separator: " ")
    guard canBeRead(words) else { return nil }
    let place = scalar.textStart.map { $0 + found.offset..<$0 + found.offset + UTF8.width(found.scalar) } ?? span
    return Diagnostic(
      .wrongValue, "the value of '\(key)' contains \(found.scalar.codePoint)", at: Place(file, place),
      remedy: "write \(words)", fix: Fix(scalarAt: Place(file, span), words).safe)
  }

  mutating func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, required: Bool = false, as: Value.Type = Value.self
  ) -> Located<Value>? where Value.RawValue == String {
    let names = Value.allCases.map(\.rawValue)
    guard let (scalar, span) = scalar(key, required: required, oneOf(names)) else { return nil }
    if let value = Value(rawValue: scalar.text) { return Located(value, span) }
    if let found = lookalike(in: scalar, span, key, { Value(rawValue: $0) != nil }) {
      bounded.append(found)
      return nil
    }
    reportChoice(key, scalar.text, at: span, among: names)
    return nil
  }

  /// The place of the value of a key that allows only one word.
  mutating func word(_ word: String, for key: String) -> Range<Int>? {
    guard let (scalar, span) = scalar(key, oneOf([word])) else { return nil }
    if scalar.text == word { return span }
    reportChoice(key, scalar.text, at: span, among: [word])
    return nil
  }

  /// Reports a word that the key does not allow.
  mutating func reportChoice(_ key: String, _ word: String, at span: Range<Int>, among names: [String]) {
    report(
      .wrongValue, "'\(key)' cannot be '\(shortened(word))'", at: span, misspelt: word, among: names,
      else: "write \(oneOf(names))")
  }

  /// A list of texts. A single text is an error, and the remedy shows how to write a list.
  mutating func texts(_ key: String) -> [Located<String>] {
    elements(key, "texts", written: nil).compactMap { element in
      scalar(element, named: key, "a list of texts", pointingTo: element.span).map { Located($0.0.text, $0.1) }
    }
  }

  /// Reads each mapping of a list. `first` is the key that the remedy uses to show how to write a mapping.
  mutating func list<Value>(
    _ key: String, of what: String, startingWith first: String, _ read: (inout MappingReader) -> Value?
  ) -> [Value] {
    let shape = "- \(first): …"
    return elements(key, "mappings", written: "'\(shape)', with its other keys below")
      .compactMap { nested($0, of: what, remedy: "write '\(shape)', with its other keys below", read) }
  }

  /// The mapping under a key.
  mutating func mapping<Value>(
    _ key: String, required: Bool = false, of what: String, _ read: (inout MappingReader) -> Value?
  ) -> Value? {
    guard let pair = pair(key, required: required, "a mapping of keys to values") else { return nil }
    if pair.value.isNull {
      report(.wrongValue, "'\(key)' must be a mapping of keys to values, not nothing", at: pair.key.span)
      return nil
    }
    return nested(pair.value, of: what, read)
  }

  /// The pairs of the mapping under a key. Their keys are names that the author chooses.
  mutating func entries(_ key: String, required: Bool = false) -> [YAMLValue.Pair]? {
    guard let pair = pair(key, required: required, "a mapping of names to values") else { return nil }
    if let entries = pair.value.pairs { return entries }
    report(
      .wrongValue, "'\(key)' must be a mapping of names to values, not \(pair.value.description)",
      at: pair.value.isNull ? pair.key.span : pair.value.span)
    return nil
  }

  /// Reads a value that must be a mapping, and adds the diagnostics of the reader.
  mutating func nested<Value>(
    _ value: YAMLValue, of what: String, at start: Int? = nil, remedy: String? = nil,
    _ read: (inout MappingReader) -> Value?
  ) -> Value? {
    var reader = MappingReader(
      value, of: what, in: file, at: start ?? value.span.lowerBound, remedy: remedy, limit: bounded.limit)
    guard value.pairs != nil || value.isNull else {
      bounded += reader.diagnostics
      return nil
    }
    let result = read(&reader)
    bounded += reader.finish()
    return result
  }

  /// A value that must be a text.
  mutating func scalar(
    _ value: YAMLValue, named key: String, _ kind: String, pointingTo place: Range<Int>
  ) -> (YAMLScalar, Range<Int>)? {
    guard let scalar = value.scalar else {
      let span = value.isNull ? place : value.span
      report(
        .wrongValue, "'\(key)' must be \(kind), not \(value.description)", at: span,
        remedy: value.isNull ? "write the value, or leave the key out" : nil)
      return nil
    }
    var isBlank = true
    for byte in scalar.text.utf8 {
      if byte < 0x20, byte != 0x0A, byte != 0x09 {
        report(.wrongValue, "'\(key)' must not contain control characters", at: value.span)
        return nil
      }
      if byte > 0x20 { isBlank = false }
    }
    guard !isBlank else {
      report(
        .wrongValue, "'\(key)' must not be empty", at: value.span, remedy: "write the value, or leave the key out")
      return nil
    }
    return (scalar, value.span)
  }

  /// `written`: an element as shown in the remedy; nil if the elements are texts.
  private mutating func elements(_ key: String, _ kind: String, written: String?) -> [YAMLValue] {
    guard let pair = pair(key) else { return [] }
    if let elements = pair.value.elements { return elements }
    let list = written ?? (pair.value.scalar.map { "[\(shortened($0.text))]" } ?? "[one, another]")
    let isText = pair.value.scalar != nil && written == nil
    report(
      .wrongValue, "'\(key)' must be a list of \(kind), not \(pair.value.description)",
      at: pair.value.isNull ? pair.key.span : pair.value.span,
      remedy: "write \(list)" + (isText ? "" : ", or leave '\(key)' out"))
    return []
  }
}

private func oneOf(_ names: [String]) -> String {
  names.count == 1 ? "'\(names[0])'" : "one of \(names.joined(separator: ", "))"
}

/// A text for a message: the first 60 characters of its first line, with an ellipsis if anything is left out.
func shortened(_ text: String) -> String {
  let line = text.prefix { !$0.isNewline }
  let start = line.prefix(60)
  return start.endIndex == text.endIndex ? text : start + "…"
}
