/// **answer-not-in-quote**, of citations: each number in the words of a citation equals one in its quotation, qualifier
/// included, also where the qualifier stands before the link.
///
/// `isWhole`: whether the link's words hold all of the number; `grammar` is that of the note.
func numberNotInCitation(
  _ match: QuantityMatch, _ words: String, at place: Place, in held: [QuantityMatch], _ text: SourceText,
  isWhole: Bool, _ grammar: QuantityGrammar
) -> [Diagnostic] {
  let readings = [match.quantity] + match.alternatives
  let isHeld = held.contains { quantity in
    (quantity.unit == .percent) == (match.unit == .percent) && readings.contains { quantity.equals($0) }
  }
  if isHeld { return [] }
  if let same = writtenAlike(words, among: held, text), !same.quantity.hasNumbers(of: match.quantity) {
    return [.readOtherwise(words, as: match.quantity, same, in: text, at: place, "the language of this page")]
  }
  let counted = held.filter { !$0.countsOnlyInAnswers }
  let names = counted.map { "'\(text.words($0.span))'" }
  var notes = [Diagnostic.Note(names.isEmpty ? "it holds no quantity" : "it holds " + names.joined(separator: ", "))]
  let alike = counted.filter { $0.quantity.hasNumbers(of: match.quantity) }
  if alike.isEmpty, let computed = ComputedNumber(match.quantity, from: counted.map(\.quantity)) {
    notes.append(.init(computed.words + ", and the quotation does not give it"))
  }
  return [
    Diagnostic(
      .answerNotInQuote, "the quotation of this citation does not say '\(words)'", at: place, notes: notes,
      remedy: alike.count == 1 && isWhole ? "write '\(answerWords(for: alike[0], in: text, grammar))'" : nil)
  ]
}
