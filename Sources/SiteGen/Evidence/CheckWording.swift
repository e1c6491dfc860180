/// Checks the words of a note that hold no links: its title, and the words of its questions.
///
/// A number in them has no source, but for one in the words of a choice that the quotation of a claim which chooses it
/// holds.
func checkWording(of note: Note, _ context: ProseContext) -> [Diagnostic] {
  guard !note.isAboutThisSite else { return [] }
  let grammar = context.grammar(note.language)
  func check(
    _ words: Located<String>, _ what: String, _ isSourced: (QuantityMatch) -> Bool = { _ in false }
  ) -> [Diagnostic] {
    let bytes = Array(words.value.utf8)
    return grammar.quantities(in: bytes).filter { !$0.countsOnlyInAnswers && !isSourced($0) }.flatMap { match in
      let number = String(decoding: bytes[match.span], as: UTF8.self)
      return unsourcedNumber(
        UnsourcedNumber(quantity: match.quantity, words: number, phrase: number, standing: .inPlainWords(what)),
        at: Place(note.file, words.place(of: match.span, in: note.file)), context)
    }
  }
  var diagnostics = check(note.title, "the title")
  for question in note.questions {
    for wording in question.wording {
      diagnostics += check(wording.words, wording.choice == nil ? "the question" : "the choice") { match in
        guard let choice = wording.choice else { return false }
        // Why: of a claim that could not be proven it is not known what it would prove.
        return !context.knowsAllAnswers(to: question.id)
          || context.isNumber(match.quantity, ofChoice: choice, of: question.id)
      }
    }
  }
  return diagnostics
}
