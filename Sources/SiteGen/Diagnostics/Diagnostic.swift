/// One finding: what is wrong, where, why and what to do.
public struct Diagnostic: Sendable {
  public var rule: Rule
  /// The rule's own; settings and `--strict` are applied when all findings are known.
  public var severity: Severity
  /// One clause in lower case, without final period, the author's own words in single quotes.
  public var message: String
  public var place: Place
  public var notes: [Note]
  /// What to do, where one thing is to be done: "write 'more than 3,800'".
  public var remedy: String?
  /// The edit that the remedy comes to, where it is one that needs no thought.
  public var fix: Fix?

  /// A remark below the finding, with the related place where there is one.
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

  /// Of a name that is not known: the remedy and the fix are the nearest known one, where there is one.
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

/// A value and what was found on the way to it. With an error among the findings the value is the best that could
/// be made, good enough to go on checking, never to publish.
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
