/// A value of a YAML document (1.1, as libyaml reads it) and where it stands; scalars are text, whatever they look like.
struct YAMLValue: Sendable {
  var kind: Kind
  /// In bytes of the file. Of a scalar that the file has verbatim: its text without quotation marks.
  /// Of an alias: the place of the value that it repeats.
  var span: Range<Int>

  indirect enum Kind: Sendable {
    /// In the order of the file; no two keys are equal.
    case mapping([Pair])
    case sequence([YAMLValue])
    case scalar(YAMLScalar)
    /// Nothing, `~` or `null`, unquoted.
    case null
  }

  struct Pair: Sendable {
    var key: Located<String>
    var value: YAMLValue
  }
}

/// A text, and how the file writes it.
struct YAMLScalar: Sendable {
  enum Style: Sendable {
    case plain, quoted
    /// After `|` or `>`, on lines of its own.
    case block
  }

  var text: String
  /// The byte offset of the text where the file has it verbatim: on one line and without escapes.
  var textStart: Int?
  var style: Style
}

extension YAMLValue {
  /// The pairs of a mapping; nil for anything else.
  var pairs: [Pair]? {
    if case .mapping(let pairs) = kind { pairs } else { nil }
  }

  /// The values of a sequence; nil for anything else.
  var elements: [YAMLValue]? {
    if case .sequence(let elements) = kind { elements } else { nil }
  }

  var scalar: YAMLScalar? {
    if case .scalar(let scalar) = kind { scalar } else { nil }
  }

  var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  /// What the value is, as diagnostics say it.
  var description: String {
    switch kind {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar: "text"
    case .null: "nothing"
    }
  }
}
