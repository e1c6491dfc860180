private enum About: String, CaseIterable {
  case thisSite = "this-site"
}

/// Reads a note or topic of Content/; nil where its front matter cannot be read. Pure, so that notes can be read in
/// parallel.
func readNote(_ file: SourceFile) -> Checked<Note?> {
  let (id, nameFindings) = identifierOfFile(file, "a note")
  let page = BuiltInPage(rawValue: id)
  var checked = readFrontMatter(of: file, "a note") { reader, body in
    let title = reader.text("title", required: true)
    let summary = readSummary(&reader)
    let updated = reader.day("updated")
    let language = reader.language("lang")
    let about: Located<About>? = reader.choice("about")
    let askedMost = id == "index" ? reader.texts("asked_most") : []
    let questions = readQuestions(&reader, topic: id)
    if !questions.isEmpty, page?.opensWithNote == true {
      reader.report(
        .wrongValue, "'\(id).html' is a built-in page, and its note cannot ask questions", at: questions[0].span,
        remedy: "move the questions to a note of another name")
    }
    return Note(
      id: id, file: file, title: title ?? Located("", reader.place), summary: summary, updated: updated?.value,
      language: language?.value, isAboutThisSite: about != nil, askedMost: askedMost, questions: questions,
      body: MarkdownTree(parsing: file, from: body))
  }
  checked.diagnostics += nameFindings
  if page?.opensWithNote == false {
    checked.diagnostics.append(
      Diagnostic(
        .duplicateAddress, "sitegen makes the page '\(id).html', and no note opens it", at: Place(file, 0..<0),
        remedy: "rename the note"))
  }
  return checked
}

private func readSummary(_ reader: inout MappingReader) -> MarkdownTree? {
  guard let (scalar, span) = reader.scalar("summary", "a paragraph of text") else { return nil }
  let tree =
    scalar.textStart.map { MarkdownTree(parsing: scalar.text, verbatimAt: $0) }
    ?? MarkdownTree(parsing: scalar.text, placedAt: span)
  // Why: the document, and one paragraph that reaches to its end.
  if tree.nodes.count < 2 || tree.nodes[1].kind != .paragraph || tree.nodes[1].end != tree.nodes.count {
    reader.report(
      .wrongValue, "'summary' must be one paragraph, without headings, lists and other blocks of Markdown", at: span)
  }
  return tree
}
