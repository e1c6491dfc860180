/// HTML that the program generated. A template inserts only this without escaping.
struct HTML: Sendable {
  var bytes: [UInt8]

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }
}

/// Well-formed JSON that the program generated, for a script element of type JSON.
struct EmbeddedJSON: Sendable {
  var bytes: [UInt8]

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }
}

/// The values of one record, in the order of its schema's fields.
struct Record: Sendable {
  var values: [TemplateValue]

  init(_ values: [TemplateValue] = []) {
    self.values = values
  }
}

/// The value in one slot of a record.
enum TemplateValue: Sendable {
  /// Falsey, and renders nothing.
  case nothing
  /// A text or an address; an empty one is falsey.
  case text(String)
  case markup(HTML)
  case json(EmbeddedJSON)
  case flag(Bool)
  case record(Record)
  case list([TemplateValue])

  /// Whether a section of this value is rendered.
  var isTruthy: Bool {
    switch self {
    case .nothing: false
    case .text(let text): !text.utf8.isEmpty
    case .markup(let html): !html.bytes.isEmpty
    case .json(let json): !json.bytes.isEmpty
    case .flag(let flag): flag
    case .record: true
    case .list(let items): !items.isEmpty
    }
  }
}
