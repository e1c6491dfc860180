/// Makes a note with a title in a project: a topic with one question to change, or a page of text. Returns its path.
///
/// There must be no mistake (`mistakeInNote`). `id` is the note's identifier, by default made from the title.
public func makeNote(
  titled title: String, id: String?, asTopic isTopic: Bool, in project: String
) throws(PublishError) -> String {
  let folder = try openProject(project)
  let id = id ?? identifier(madeFrom: title) ?? ""
  let text = isTopic ? topic(titled: title, id: id) : page(titled: title)
  let path = "Content/" + id + ".md"
  let above = shownPrefix(of: project)
  try writeNewFiles(
    [(path, Array(text.utf8))], below: folder, shownIn: above, ifPresent: "change that note, or give another --id")
  return above + path
}

/// Why there can be no note with this title and identifier; nil if there can.
public func mistakeInNote(titled title: String, id: String?, asTopic isTopic: Bool) -> String? {
  if let mistake = mistakeInTitle(title) { return mistake }
  guard let name = id ?? identifier(madeFrom: title) else {
    return "the title has no letters a to z or digits to name the file after; name it with --id"
  }
  guard isIdentifier(name), name.utf8.count <= 50 else {
    return "'\(shownSafely(name))' cannot name a note: use \(identifierRule), and at most 50 here"
  }
  guard let page = BuiltInPage(rawValue: name) else { return nil }
  if !page.opensWithNote { return "sitegen makes the page '\(name)' itself; give another title, or another --id" }
  return isTopic ? "the note '\(name)' cannot ask questions; give another title, or another --id" : nil
}

/// The words of a title in lower case and without accents, joined by hyphens; without words in other scripts than Latin.
/// Nil if none is left.
func identifier(madeFrom title: String) -> String? {
  var id = ""
  var words = SearchWords()
  words.forEach(in: title.utf8) { word in
    let letters = word.utf8
    guard letters.allSatisfy(\.isLetterOrDigit), id.utf8.count + letters.count < 50 else { return }
    id += (id.isEmpty ? "" : "-") + String(decoding: letters, as: UTF8.self)
  }
  return id.isEmpty ? nil : id
}

private func topic(titled title: String, id: String) -> String {
  """
  ---
  title: \(yamlText(title))
  questions:
    # The name of a question is part of its address: do not change it once published.
    \(id)-number:
      asks: How many people were affected?
      label: People affected
      # With a unit, answers are numbers; with 'choices: {open: open, closed: closed}', one of these; with
      # 'answers: many', a list in free words.
      unit: people
      # cumulative: a running total; event: one thing that happened; stock: a state; projected: something expected.
      counts: cumulative
  ---

  The number of people affected: [](question:\(id)-number).

  """
}

private func page(titled title: String) -> String {
  """
  ---
  title: \(yamlText(title))
  ---

  Text in Markdown. A number needs a source, such as a link to a question: `[](question:ID)`.

  """
}
