/// A paragraph of Markdown in the front matter of a note, such as its summary. It is checked like the note's text.
///
/// Why a class: each answer has a copy of its question, and copying a tree would retain its arrays.
final class Paragraph: Sendable {
  /// The key whose value it is.
  let key: String
  /// The span of the value in the note's file. Its start identifies the paragraph in the note.
  let span: Range<Int>
  let tree: MarkdownTree

  init(key: String, span: Range<Int>, tree: MarkdownTree) {
    self.key = key
    self.span = span
    self.tree = tree
  }
}

extension MappingReader {
  /// One paragraph of Markdown. `longest` limits the characters of its text without markup.
  mutating func paragraph(_ key: String, required: Bool = false, atMost longest: Int? = nil) -> Paragraph? {
    guard let (scalar, span) = scalar(key, required: required, "a paragraph of text") else { return nil }
    let tree =
      scalar.textStart.map { MarkdownTree(parsing: scalar.text, verbatimAt: $0) }
      ?? MarkdownTree(parsing: scalar.text, placedAt: span)
    if tree.nodes.count < 2 || tree.nodes[1].kind != .paragraph || tree.nodes[1].end != tree.nodes.count {
      report(
        .wrongValue, "'\(key)' must be one paragraph, without headings, lists or other Markdown blocks", at: span)
    }
    if let longest { checkLength(of: Located(tree.plainText(), span), key, atMost: longest) }
    return Paragraph(key: key, span: span, tree: tree)
  }

  /// A text of one line with at most this number of characters.
  mutating func label(_ key: String, atMost longest: Int) -> Located<String>? {
    guard let text = text(key) else { return nil }
    if text.value.contains(where: \.isNewline) {
      report(.wrongValue, "'\(key)' must be one line", at: text.span, remedy: "write it on one line")
    }
    checkLength(of: text, key, atMost: longest)
    return text
  }

  private mutating func checkLength(of text: Located<String>, _ key: String, atMost longest: Int) {
    let count = text.value.count
    guard count > longest else { return }
    report(
      .wrongValue, "'\(key)' must have at most \(longest) characters, not \(count)", at: text.span,
      remedy: "leave out \(count - longest) \(count - longest == 1 ? "character" : "characters")")
  }
}
