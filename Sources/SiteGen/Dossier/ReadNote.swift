/// Reads a note in Content/; nil if its front matter cannot be read. Pure, so that notes can be read in parallel.
func readNote(_ file: SourceFile, _ limits: Limits = .standard) -> Checked<Note?> {
  readFrontMatter(of: file, "a note", limits) { reader, id, body in
    let title = reader.text("title", required: true)
    let short = readShort(&reader)
    let summary = reader.paragraph("summary")
    let notice = id == BuiltInPage.index.rawValue ? reader.paragraph("notice", atMost: 400) : nil
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
      id: id, file: file, title: title ?? Located("", reader.place), short: short, summary: summary, notice: notice,
      updated: updated,
      language: language?.value, isAboutThisSite: isAboutThisSite, askedMost: askedMost, questions: questions,
      body: MarkdownTree(parsing: file, from: body))
  }
}

/// Reads the label of the page in the navigation, which is one line on a phone.
private func readShort(_ reader: inout MappingReader) -> Located<String>? {
  let short = reader.label("short", atMost: 24)
  if let short, short.value.split(whereSeparator: \.isWhitespace).count > 2 {
    reader.report(
      .wrongValue, "'short' must be one or two words, not '\(shortened(short.value))'", at: short.span,
      remedy: "write the shortest label for the navigation; 'title' remains the heading of the page")
  }
  return short
}
