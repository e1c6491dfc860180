private import CYAML

/// A parsing event of libyaml.
struct YAMLEvent {
  enum Kind {
    case scalar(text: String, YAMLScalar.Style)
    case alias(to: String)
    case sequence, mapping
    /// The end of a sequence, a mapping or the file.
    case end
    case document
  }

  let kind: Kind
  /// In bytes of the file. The span of a sequence or mapping covers only its start; the span of an end without a
  /// bracket is empty.
  let span: Range<Int>
  let anchor: String?
  let hasTag: Bool

  /// The text of a scalar; nil for other events.
  var text: String? { if case .scalar(let text, _) = kind { text } else { nil } }
}

/// The libyaml events of a range of a file's bytes.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let file: SourceFile
  private let range: Range<Int>
  /// The offset of each code point, then the end of the range. Why: libyaml counts in code points.
  private let codePoints: [Int]
  /// The syntax error, once `next` has found one.
  private(set) var error: Diagnostic?

  init(_ file: SourceFile, _ range: Range<Int>) {
    self.file = file
    self.range = range
    codePoints = range.filter { file.bytes[$0] & 0xC0 != 0x80 } + [range.upperBound]
    input = .allocate(capacity: range.count)
    _ = input.initialize(from: file.bytes[range])
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event; nil on a syntax error, which is then in `error`.
  mutating func next() -> YAMLEvent? {
    var event = yaml_event_t()
    repeat {
      yaml_event_delete(&event)
      guard yaml_parser_parse(parser, &event) == 1 else {
        error = causeOfSyntaxError(syntaxError(), file, range)
        return nil
      }
    } while event.type == YAML_STREAM_START_EVENT || event.type == YAML_DOCUMENT_END_EVENT
    defer { yaml_event_delete(&event) }
    return read(event)
  }

  /// Reads to the end. The place of the first syntax error; nil if there is none.
  mutating func firstError() -> Int? {
    var event = yaml_event_t()
    while yaml_parser_parse(parser, &event) == 1 {
      let isEnd = event.type == YAML_STREAM_END_EVENT
      yaml_event_delete(&event)
      if isEnd { return nil }
    }
    return syntaxError().place.span.lowerBound
  }

  private func read(_ event: yaml_event_t) -> YAMLEvent {
    let start = offset(event.start_mark)
    var (anchor, tag): (UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt8>?)
    let kind: YAMLEvent.Kind
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      kind = .scalar(text: text, style(scalar.style))
      (anchor, tag) = (scalar.anchor, scalar.tag)
    case YAML_ALIAS_EVENT: kind = .alias(to: event.data.alias.anchor.map { String(cString: $0) } ?? "")
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequence
      (anchor, tag) = (event.data.sequence_start.anchor, event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      kind = .mapping
      (anchor, tag) = (event.data.mapping_start.anchor, event.data.mapping_start.tag)
    case YAML_DOCUMENT_START_EVENT: kind = .document
    default: kind = .end
    }
    return YAMLEvent(
      kind: kind, span: start..<max(start, offset(event.end_mark)), anchor: anchor.map { String(cString: $0) },
      hasTag: tag != nil)
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private func offset(_ mark: yaml_mark_t) -> Int {
    codePoints[min(mark.index, codePoints.count - 1)]
  }

  // MARK: - Errors

  private func syntaxError() -> Diagnostic {
    let parser = parser.pointee
    switch parser.error {
    case YAML_READER_ERROR:
      let offset = min(range.lowerBound + parser.problem_offset, range.upperBound)
      return Diagnostic(
        .yamlError, "YAML does not allow control characters",
        at: Place(file, offset..<min(offset + 1, range.upperBound)),
        remedy: "delete the character, or write it as an escape in double quotation marks")
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
      let problem = parser.problem.map { String(cString: $0) } ?? ""
      let offset = offset(parser.problem_mark)
      let notes = parser.context.map { context in
        let offset = self.offset(parser.context_mark)
        return [Diagnostic.Note(String(cString: context), at: Place(file, offset..<offset))]
      }
      return Diagnostic(
        .yamlError, "invalid YAML: \(problem)", at: Place(file, offset..<offset), notes: notes ?? [],
        remedy: remedy(for: problem))
    default:
      return Diagnostic(.yamlError, "invalid YAML", at: Place(file, range.lowerBound..<range.lowerBound))
    }
  }

  private func remedy(for problem: String) -> String? {
    switch problem {
    case "mapping values are not allowed in this context":
      "put quotation marks around a value that contains ': ', and indent the keys of one mapping equally"
    case "found character that cannot start any token":
      "indent with spaces, not tabs, and put quotation marks around a value that starts with a special character"
    case "could not find expected ':'", "did not find expected key":
      "indent the keys of one mapping equally, and put quotation marks around a value with special characters"
    case "found unexpected end of stream":
      "close the quotation mark"
    default: nil
    }
  }
}
