/// A value of a YAML document (1.1, as libyaml reads it) with its place. Every scalar is text; numbers are not parsed.
struct YAMLValue: Sendable {
  var kind: Kind
  /// In bytes of the file. The span of a verbatim scalar is its text without quotation marks; that of an alias is the
  /// span of the value that it repeats.
  var span: Range<Int>

  indirect enum Kind: Sendable {
    /// In the order of the file; no two keys are equal.
    case mapping([Pair])
    case sequence([YAMLValue])
    case scalar(YAMLScalar)
    /// No value, or an unquoted `~` or `null`.
    case null
  }

  struct Pair: Sendable {
    var key: Located<String>
    var value: YAMLValue
  }
}

/// A text and its style in the file.
struct YAMLScalar: Sendable {
  enum Style: Sendable {
    case plain, quoted
    /// After `|` or `>`, on lines of its own.
    case block
  }

  var text: String
  /// The byte offset of the text if it is verbatim in the file: on one line and without escapes.
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

  /// The name of the kind of value in diagnostics.
  var description: String {
    switch kind {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar: "text"
    case .null: "nothing"
    }
  }
}
