/// A hand-written Markdown file in Content/: a page of its own, or the opening text of a built-in page.
///
/// Why a class: ten thousand notes may pass through every stage, and copying a struct would retain a dozen references.
final class Note: Sendable {
  /// The file's name without `.md`.
  let id: String
  let file: SourceFile
  let title: Located<String>
  /// The page's name in the navigation; nil for its title.
  let short: Located<String>?
  let summary: Paragraph?
  /// The text under the title of the home page and of every topic; only index.md has it.
  let notice: Paragraph?
  let updated: Located<Day>?
  /// BCP 47; nil for the site's language.
  let language: String?
  /// Whether the note is about the site itself, so that its numbers need no source.
  let isAboutThisSite: Bool
  /// Identifiers of the questions that the home page shows first; only index.md has them.
  let askedMost: [Located<String>]
  /// A note with questions is a topic.
  let questions: [Question]
  let body: MarkdownTree

  var isTopic: Bool { !questions.isEmpty }

  /// Every paragraph of Markdown in the front matter.
  var paragraphs: [Paragraph] {
    let own = [notice, summary].compactMap(\.self)
    return questions.isEmpty ? own : own + questions.flatMap(\.paragraphs)
  }

  init(
    id: String, file: SourceFile, title: Located<String>, short: Located<String>?, summary: Paragraph?,
    notice: Paragraph?, updated: Located<Day>?, language: String?, isAboutThisSite: Bool, askedMost: [Located<String>],
    questions: [Question], body: MarkdownTree
  ) {
    self.id = id
    self.file = file
    self.title = title
    self.short = short
    self.summary = summary
    self.notice = notice
    self.updated = updated
    self.language = language
    self.isAboutThisSite = isAboutThisSite
    self.askedMost = askedMost
    self.questions = questions
    self.body = body
  }
}
