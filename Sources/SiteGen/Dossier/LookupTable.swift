/// The result of looking up a name.
enum Lookup<Value> {
  case found(Value)
  case missing
  /// A file that could not be read may define the name. That file has its own diagnostic, so the name is not reported.
  case unknown

  var value: Value? {
    if case .found(let value) = self { value } else { nil }
  }

  var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}

/// The values of one kind by name, such as questions by identifier or pages by path.
struct LookupTable<Value: Sendable>: Sendable {
  private let values: [String: Value]
  private let mayBeUnread: @Sendable (String) -> Bool

  /// If a name has several values, the first counts. For a name without a value, `mayBeUnread` decides whether an
  /// unreadable file may define it.
  init(_ values: some Sequence<(String, Value)>, mayBeUnread: @escaping @Sendable (String) -> Bool) {
    self.values = Dictionary(values, uniquingKeysWith: { first, _ in first })
    self.mayBeUnread = mayBeUnread
  }

  subscript(name: String) -> Lookup<Value> {
    values[name].map(Lookup.found) ?? (mayBeUnread(name) ? .unknown : .missing)
  }

  /// In no particular order.
  var names: some Collection<String> { values.keys }
}
