/// One problem in the inputs, with its place, its reasons and a remedy.
public struct Diagnostic: Sendable {
  public var rule: Rule
  /// The severity of the rule, until settings and `--strict` are applied.
  public var severity: Severity
  /// One clause in lower case without a full stop, the author's words in single quotes.
  public var message: String
  public var place: Place
  public var notes: [Note]
  /// An instruction to the author: "write 'more than 3,800'". Nil if there is none that fits.
  public var remedy: String?
  /// The edit that carries out the remedy, if the author has nothing to decide.
  public var fix: Fix?
  /// How many more diagnostics of the rule in the same file are not listed.
  public var unlisted = 0

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

  /// A diagnostic about an unknown name. The remedy and the fix use the nearest known name. If there is none, `remedy`
  /// is used, without a fix.
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

/// A value and the diagnostics from creating it. If one of them is an error, the value may be checked further but must
/// never be published.
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
