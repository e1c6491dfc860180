/// The kind of a value that a template may use.
///
/// A record, a text, an address or markup may be missing at render time (`TemplateValue.nothing`): it is then falsey
/// and renders nothing.
indirect enum FieldType: Sendable {
  /// Plain words, escaped for the place at which they are inserted.
  case text
  /// HTML that the program has made, inserted by `{{{ }}}` as it is.
  case markup
  /// An address for `href` and its like; its scheme is checked when it is rendered.
  case address
  /// True or false: for sections only.
  case flag
  /// JSON that the program has made, inserted whole by `{{{ }}}` in a script of data.
  case json
  case record(Schema)
  case list(of: FieldType)

  /// A list of records.
  static func list(_ schema: Schema) -> FieldType { .list(of: .record(schema)) }

  /// A list of plain texts, each of them `{{.}}` in its section.
  static var texts: FieldType { .list(of: .text) }

  /// What a person calls a value of the kind, with its article.
  var description: String {
    switch self {
    case .text: "a text"
    case .markup: "markup"
    case .address: "an address"
    case .flag: "a flag"
    case .json: "JSON"
    case .record: "a record"
    case .list: "a list"
    }
  }
}

/// The keys of a record in their order, with their kinds: what a template may name.
struct Schema: Sendable {
  /// One key; its index among the fields is its slot in every `Record`.
  struct Field: Sendable {
    let name: String
    let type: FieldType
    /// The name of the schema that declares it, where that is included in another.
    var owner = ""

    init(_ name: String, _ type: FieldType) {
      self.name = name
      self.type = type
    }
  }

  let fields: [Field]
  /// Of what it has the keys: the name of the type that declares them, for documentation.
  let name: String

  init(_ fields: [Field], name: String = "") {
    self.name = name
    self.fields = fields.map { field in
      var field = field
      if field.owner.isEmpty { field.owner = name }
      return field
    }
  }

  /// The slot of a key; of two keys with one name the later one, so that a page can redefine a key of its layout.
  func slot(of name: String) -> Int? {
    fields.lastIndex { $0.name == name }
  }
}
