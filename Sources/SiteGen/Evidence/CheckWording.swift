/// Checks the texts of a note that cannot contain links: its title, its label in the navigation and its questions.
///
/// A number in these texts is reported, unless it is in the text of a choice and in the quotation of a claim whose
/// answer is that choice.
func checkWording(of note: Note, _ context: ProseContext) -> [Diagnostic] {
  guard context.needsSources(note) else { return [] }
  let language = context.language(of: note.language)
  var diagnostics = unsourcedNumbers(in: note.title, of: note.file, "the title", language, context)
  if let short = note.short {
    diagnostics += unsourcedNumbers(in: short, of: note.file, "the label", language, context)
  }
  for question in note.questions {
    for wording in question.wording {
      let part = wording.choice == nil ? "the question" : "the choice"
      diagnostics += unsourcedNumbers(in: wording.words, of: note.file, part, language, context) { match in
        guard let choice = wording.choice else { return false }
        // Why: the source may be a claim that could not be proven.
        return context.answers(to: question.id) == nil
          || context.isNumber(match.quantity, ofChoice: choice, of: question.id)
      }
    }
  }
  return diagnostics
}

/// Checks the titles that an editor gave a document: `short_title`, and `title` with `title_by: editor`. A number in
/// them must be in the document.
func checkTitles(of source: Source, _ context: ProseContext) -> [Diagnostic] {
  guard !context.dossier.settings.isOff(.unsourcedNumber), let text = context.card(ofSource: source.id).value?.text
  else { return [] }
  let language = context.language(of: nil)
  let titles = [
    source.titleIsEditors ? ("the title", source.title) : nil, source.shortTitle.map { ("the short title", $0) },
  ]
  return titles.compactMap(\.self).flatMap { part, title in
    unsourcedNumbers(in: title, of: source.file, part, language, context) { match in
      text.hasQuantity { given in
        // Why: a short title may leave out the qualifier.
        let bounds = [given.quantity.lower, given.quantity.upper].compactMap(\.self)
        return match.equals(given.quantity) || match.quantity.exactValue.map(bounds.contains) ?? false
      }
    }
  }
}

/// Finds the numbers in text that cannot contain links; `part` names the text in diagnostics.
func unsourcedNumbers(
  in words: Located<String>, of file: SourceFile, _ part: String, _ language: WritingLanguage, _ context: ProseContext,
  unless isSourced: (QuantityMatch) -> Bool = { _ in false }
) -> [Diagnostic] {
  let bytes = Array(words.value.utf8)
  let reading = language.grammar.read(bytes)
  func text(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }
  func place(_ span: Range<Int>) -> Place { Place(file, words.place(of: span, in: file)) }
  let unsourced = reading.quantities.filter { !$0.countsOnlyInAnswers && !isSourced($0) }.flatMap { match in
    unsourcedNumber(
      UnsourcedNumber(match: match, words: text(match.span), phrase: text(match.span), context: .plainText(part)),
      at: place(match.span), language.style, context)
  }
  return unsourced + reading.notUnderstood.map { quantityNotUnderstood(text($0), at: place($0)) }
}
