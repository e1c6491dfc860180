/// Reads a claim's answer and checks it against the words that must prove it; nil if the answer cannot be read or is
/// not proven.
func checkAnswer(
  of claim: Claim, to question: Question, in quotation: Quotation, _ text: SourceText, _ grammar: QuantityGrammar
) -> Checked<Answer?> {
  let proving = provingWords(of: claim, in: quotation, text)
  guard let words = proving.value else { return Checked(nil, proving.diagnostics) }
  let claimed = ClaimedAnswer(claim, question, words, text, grammar)
  let read = readAnswer(claimed)
  var wrong = read.diagnostics
  if let answer = read.value {
    wrong = answerNotInQuote(answer, claimed)
    if wrong.isEmpty { wrong = answerAmbiguous(answer, claimed) }
  }
  return Checked(
    wrong.isEmpty ? read.value : nil,
    proving.diagnostics + wrong + digitsNotInQuote(claimed, quotation, read.value))
}

private func provingWords(
  of claim: Claim, in quotation: Quotation, _ text: SourceText
) -> Checked<ProvingWords?> {
  guard let figure = claim.figure else { return Checked(ProvingWords(span: quotation.span, isFigure: false)) }
  let quoted = QuotedWords(words: figure.value, place: Place(text.source.file, figure.span))
  let places = text.seed.places(of: figure.value, in: quotation.span)
  guard let first = places.first else { return Checked(nil, [.figureNotInQuote(quoted)]) }
  if places.count > 1 { return Checked(nil, quoteAmbiguous(quoted, .ambiguous(places), in: text)) }
  let span = text.seed.folded.source(first)
  let cut = quoteCutsQuantity(quoted, span, in: text)
  return Checked(cut.isEmpty ? ProvingWords(span: span, isFigure: true) : nil, cut)
}
