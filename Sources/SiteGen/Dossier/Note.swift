/// A hand-written Markdown file of Content/: a page of its own, or the opening text of one that sitegen makes.
struct Note: Sendable {
  /// The file's name without `.md`.
  var id: String
  var file: SourceFile
  var title: Located<String>
  /// Inline Markdown.
  var summary: MarkdownTree?
  var updated: Day?
  /// BCP 47; nil: the site's.
  var language: String?
  /// A note about the site itself: its numbers need no source.
  var isAboutThisSite: Bool
  /// Of index.md alone: identifiers of the questions that its page shows first.
  var askedMost: [Located<String>]
  /// A note with questions is a topic.
  var questions: [Question]
  var body: MarkdownTree

  var isTopic: Bool { !questions.isEmpty }
}
