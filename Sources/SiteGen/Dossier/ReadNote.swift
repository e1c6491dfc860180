/// Reads a note in Content/; nil if its front matter cannot be read. Pure, so that notes can be read in parallel.
func readNote(_ file: SourceFile) -> Checked<Note?> {
  readFrontMatter(of: file, "a note") { reader, id, body in
    let title = reader.text("title", required: true)
    let summary = readSummary(&reader)
    let updated = reader.day("updated")
    let language = reader.language("lang")
    let isAboutThisSite = reader.word("this-site", for: "about") != nil
    let askedMost = id == "index" ? reader.texts("asked_most") : []
    let questions = readQuestions(&reader, topic: id)
    switch BuiltInPage(rawValue: id)?.opensWithNote {
    case true? where !questions.isEmpty:
      reader.report(
        .wrongValue, "'\(id).html' is a built-in page, and its note cannot ask questions", at: questions[0].span,
        remedy: "move the questions to a note of another name")
    case false?:
      reader.report(
        .duplicateAddress, "the page '\(id).html' is built in and cannot have a note", at: 0..<0,
        remedy: "rename the note")
    default: break
    }
    return Note(
      id: id, file: file, title: title ?? Located("", reader.place), summary: summary, updated: updated?.value,
      language: language?.value, isAboutThisSite: isAboutThisSite, askedMost: askedMost, questions: questions,
      body: MarkdownTree(parsing: file, from: body))
  }
}

private func readSummary(_ reader: inout MappingReader) -> MarkdownTree? {
  guard let (scalar, span) = reader.scalar("summary", "a paragraph of text") else { return nil }
  let tree =
    scalar.textStart.map { MarkdownTree(parsing: scalar.text, verbatimAt: $0) }
    ?? MarkdownTree(parsing: scalar.text, placedAt: span)
  if tree.nodes.count < 2 || tree.nodes[1].kind != .paragraph || tree.nodes[1].end != tree.nodes.count {
    reader.report(
      .wrongValue, "'summary' must be one paragraph, without headings, lists or other Markdown blocks", at: span)
  }
  return tree
}
