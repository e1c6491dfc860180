/// One problem in the inputs: what is wrong, where, why and what to do.
public struct Diagnostic: Sendable {
  public var rule: Rule
  /// The rule's, until settings and `--strict` are applied.
  public var severity: Severity
  /// One clause in lower case without a full stop, the author's words in single quotes.
  public var message: String
  public var place: Place
  public var notes: [Note]
  /// What to do, as an instruction: "write 'more than 3,800'". Nil where several things could be done.
  public var remedy: String?
  /// The edit that carries out the remedy, if it needs no thought.
  public var fix: Fix?

  /// A remark below the diagnostic, with the related place if there is one.
  public struct Note: Sendable {
    public var message: String
    public var place: Place?

    init(_ message: String, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  init(
    _ rule: Rule, _ message: String, at place: Place, notes: [Note] = [], remedy: String? = nil, fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = rule.severity
    self.message = message
    self.place = place
    self.notes = notes
    self.remedy = remedy
    self.fix = fix
  }

  /// For an unknown name: the remedy and the fix are the nearest known name, if there is one.
  init(
    _ rule: Rule, _ message: String, at place: Place, notes: [Note] = [], misspelt name: String,
    among names: some Sequence<String>, else remedy: String? = nil
  ) {
    let near = nearestName(to: name, among: names)
    self.init(
      rule, message, at: place, notes: notes, remedy: near.map { "did you mean '\($0)'?" } ?? remedy,
      fix: near.flatMap { Fix(respelling: name, as: $0, in: place) })
  }
}

/// A value and the diagnostics of making it. If one of them is an error, the value is good enough for further checks,
/// never to publish.
struct Checked<Value> {
  var value: Value
  var diagnostics: [Diagnostic]

  init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Checked: Sendable where Value: Sendable {}

extension Sequence<Diagnostic> {
  var hasErrors: Bool { contains { $0.severity == .error } }
}
