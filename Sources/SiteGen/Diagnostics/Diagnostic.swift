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

  /// A remark below the finding, with the related place where there is one.
  public struct Note: Sendable {
    public var message: String
    public var place: Place?

    init(_ message: String, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  init(_ rule: Rule, _ message: String, at place: Place, notes: [Note] = [], remedy: String? = nil) {
    self.rule = rule
    self.severity = rule.severity
    self.message = message
    self.place = place
    self.notes = notes
    self.remedy = remedy
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
