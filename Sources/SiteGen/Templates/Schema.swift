/// The type of a value that a template may use.
///
/// A record, a text, an address, markup or JSON may be missing at render time (`TemplateValue.nothing`). It is then
/// falsey and renders nothing.
indirect enum FieldType: Sendable {
  /// Plain text, escaped for the position at which it is inserted.
  case text
  /// HTML that the program generated, inserted by `{{{ }}}` without escaping.
  case markup
  /// An address for `href` and similar attributes. Its scheme is checked when it is rendered.
  case address
  /// True or false: for sections only.
  case flag
  /// JSON that the program generated, inserted by `{{{ }}}` in a script element of type JSON.
  case json
  case record(Schema)
  case list(of: FieldType)

  /// A list of records.
  static func list(_ schema: Schema) -> FieldType { .list(of: .record(schema)) }

  /// A list of plain texts. In its section, `{{.}}` is the current text.
  static var texts: FieldType { .list(of: .text) }

  /// The name of a value of the type in diagnostics, with its article.
  var description: String {
    switch self {
    case .text: "text"
    case .markup: "markup"
    case .address: "an address"
    case .flag: "a flag"
    case .json: "JSON"
    case .record: "a record"
    case .list: "a list"
    }
  }
}

/// The keys of a record in their order, with their types.
struct Schema: Sendable {
  /// One key; its index among the fields is its slot in every `Record`.
  struct Field: Sendable {
    let name: String
    let type: FieldType
    /// The name of the schema that declares the key. Another schema may include the key.
    var owner = ""

    var qualifiedName: String { owner + "." + name }

    init(_ name: String, _ type: FieldType) {
      self.name = name
      self.type = type
    }
  }

  let fields: [Field]
  /// The name of the type whose keys these are, for documentation.
  let name: String

  init(_ fields: [Field], name: String = "") {
    self.name = name
    self.fields = fields.map { field in
      var field = field
      if field.owner.isEmpty { field.owner = name }
      return field
    }
  }

  /// The slot of a key. If two keys have the same name, the later one is used, so a page can redefine a key of its
  /// layout.
  func slot(of name: String) -> Int? {
    fields.lastIndex { $0.name == name }
  }
}
