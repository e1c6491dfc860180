/// A rule that the inputs must follow, with its documentation for `sitegen rules`, docs/rules.md and SARIF.
///
/// Each rule is declared in an extension at the top of the file that checks it, and listed in `Rule.all`.
public struct Rule: Sendable {
  /// The name in brackets after a diagnostic and in sitegen.yaml. It never changes.
  public let id: String
  /// The severity unless sitegen.yaml sets another.
  let severity: Severity
  let subject: Subject
  /// One clause.
  let summary: String
  /// One paragraph of Markdown: what the rule reports, what it does not report, and why it matters.
  let reason: String
  let example: RuleExample
  /// Whether `rules:` in sitegen.yaml may change the severity. Rules that guard the evidence cannot be turned off.
  let isAdjustable: Bool

  enum Subject: String, Sendable {
    case quotations, answers, seeds, names, days, coverage, prose, files
  }

  /// Warnings are always adjustable; errors only if `isAdjustable` is true.
  init(
    _ id: String, _ severity: Severity, about subject: Subject, _ summary: String, isAdjustable: Bool = false,
    reason: String, example: RuleExample
  ) {
    self.id = id
    self.severity = severity
    self.subject = subject
    self.summary = summary
    self.reason = reason
    self.example = example
    self.isAdjustable = isAdjustable || severity == .warning
  }
}

extension Rule: Hashable {
  public static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// How much a diagnostic matters: an error stops the site from being published.
public enum Severity: String, Sendable {
  case error
  case warning
}
