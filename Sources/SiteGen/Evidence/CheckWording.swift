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
