/// What a rule says of itself: all that is printed about it, in docs/rules.md, by `sitegen rules` and in SARIF, comes
/// from here.
struct RuleDeclaration: Sendable {
  /// The severity where sitegen.yaml does not say otherwise.
  let severity: Severity
  let subject: Subject
  /// What the rule finds, as one clause.
  let summary: String
  /// One paragraph of Markdown: what is found, what is not, and why it matters.
  let why: String
  let example: RuleExample

  /// What the rules are about, in groups.
  enum Subject: String, Sendable {
    case quotations, answers, seeds, names, days, coverage, prose, files
  }

  init(_ severity: Severity, about subject: Subject, _ summary: String, why: String, example: RuleExample) {
    self.severity = severity
    self.subject = subject
    self.summary = summary
    self.why = why
    self.example = example
  }
}

/// A passage that breaks a rule, and the same passage mended.
///
/// With a path, the mended passage stands in that file of an example site, and the finding comes up when the failing
/// one stands there in its place; lines at the start of both that begin with `# ` say what the rest of the site is like.
struct RuleExample: Sendable {
  /// As a fenced code block of Markdown names it.
  let language: String
  let path: String?
  let fails: String
  let mended: String

  init(_ language: String, in path: String? = nil, fails: String, mended: String) {
    self.language = language
    self.path = path
    self.fails = fails
    self.mended = mended
  }

  static let card = "Content/sources/2031-05-04-mayor.md"
  static let topic = "Content/houses.md"
  static let note = "Content/river.md"
  /// What the one seed of the example site says.
  static let seed = """
    The river rose on Saturday, 3 May. More than 3,800 people left their homes, the mayor said. Two bridges and 14 houses
    were lost, 60 others are damaged, and 14 people are in hospital. Nobody said how many are missing.
    Leave a reply: 1 comment.

    """
}
