/// A value of a YAML document (1.1, as libyaml reads it) and where it stands; scalars are text, whatever they look like.
struct YAMLValue: Sendable {
  var kind: Kind
  /// In bytes of the file. Of a scalar that stands verbatim on one line: its text without quotation marks.
  /// Of an alias: the place of what it repeats.
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

/// A text, and where the file writes it as it stands.
struct YAMLScalar: Sendable {
  var text: String
  /// The byte offset at which the text stands verbatim in the file: plain or simply quoted, on one line, no escapes.
  var textStart: Int?
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
