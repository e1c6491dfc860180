/// A passage that breaks a rule, and the same passage corrected.
///
/// If there is a path, the example site's file at that path contains the corrected passage. Replacing it with the
/// failing passage causes one diagnostic. Each passage may begin with lines that start with `# `: they describe the
/// rest of the site and are not part of the file.
struct RuleExample: Sendable {
  /// The language of a fenced code block.
  let language: String
  let path: String?
  let failing: String
  let corrected: String

  init(_ language: String, in path: String?, failing: String, corrected: String) {
    self.language = language
    self.path = path
    self.failing = failing
    self.corrected = corrected
  }

  static func card(failing: String, corrected: String) -> RuleExample {
    RuleExample("yaml", in: card, failing: failing, corrected: corrected)
  }

  /// In the front matter of a topic.
  static func topic(failing: String, corrected: String) -> RuleExample {
    RuleExample("yaml", in: topic, failing: failing, corrected: corrected)
  }

  /// In the body of a note.
  static func note(failing: String, corrected: String) -> RuleExample {
    RuleExample("markdown", in: note, failing: failing, corrected: corrected)
  }

  static func console(failing: String, corrected: String) -> RuleExample {
    RuleExample("console", in: nil, failing: failing, corrected: corrected)
  }

  static let card = "Content/sources/2031-05-04-mayor.md"
  static let topic = "Content/houses.md"
  static let note = "Content/river.md"
  /// The text of the example site's only seed.
  static let seed = """
    Marnow counts its losses
    Sunday, 4 May 2031

    The river rose on Saturday, 3 May. More than 3,800 people left their homes, the mayor said. Two bridges and 14 houses
    were lost, 60 others are damaged, and 14 people are in hospital. Nobody said how many are missing.
    Some 3 1/2 7 thousand sheep were saved.
    Leave a reply: 1 comment.

    """

  /// Both passages as fenced code blocks.
  var markdown: String {
    layout(path: path.map { "`\($0)`" }) { "```\(language)\n\($0)\n```" }
  }

  var plainText: String { layout(path: path) { $0 } }

  private func layout(path: String?, _ block: (String) -> String) -> String {
    "Fails\(path.map { ", in \($0)" } ?? ""):\n\n\(block(failing))\n\nCorrected:\n\n\(block(corrected))"
  }
}
