/// **answer-not-in-quote**, of citations: each number in the words of a citation equals one in its quotation, qualifier
/// included, also where the qualifier stands before the link.
func numberNotInCitation(
  _ match: QuantityMatch, _ words: String, at place: Place, in held: [QuantityMatch], _ text: SourceText
) -> [Diagnostic] {
  let readings = [match.quantity] + match.alternatives
  if held.contains(where: { quantity in readings.contains { quantity.equals($0) } }) { return [] }
  if let same = writtenAlike(words, among: held, text), !same.quantity.hasNumbers(of: match.quantity) {
    return [.readOtherwise(words, as: match.quantity, same, in: text, at: place, "the language of this page")]
  }
  let names = held.filter { !$0.countsOnlyInAnswers }.map { "'\(text.words($0.span))'" }
  return [
    Diagnostic(
      .answerNotInQuote, "the quotation of this citation does not say '\(words)'", at: place,
      notes: [Diagnostic.Note(names.isEmpty ? "it holds no quantity" : "it holds " + names.joined(separator: ", "))])
  ]
}
