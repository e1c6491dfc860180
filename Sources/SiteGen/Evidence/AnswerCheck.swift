/// An answer that its proving words, or the editor's reading of them, give.
struct ProvenAnswer: Sendable {
  var answer: Answer
  /// Nil for an answer that is no number.
  var reading: AnswerReading?
  /// The bytes of the seed that give the answer: the number that equals it, or else the claim's `figure`; nil if no part
  /// of the quotation gives it alone.
  var figure: Range<Int>?
}

/// Reads a claim's answer and checks it against the words that must prove it; nil if the answer cannot be read or is
/// not proven.
func checkAnswer(
  of claim: Claim, to question: Question, in quotation: Quotation, _ text: SourceText, _ language: WritingLanguage
) -> Checked<ProvenAnswer?> {
  let proving = provingWords(of: claim, in: quotation, text)
  guard let words = proving.value else { return Checked(nil, proving.diagnostics) }
  let claimed = ClaimedAnswer(claim, question, words, quotation.span, text, language)
  let read = readAnswer(claimed)
  let checked = read.value.map { check($0, claimed) } ?? Checked(nil, [])
  return Checked(
    checked.value,
    proving.diagnostics + read.diagnostics + checked.diagnostics + digitsNotInQuote(claimed, quotation, read.value))
}

/// Checks the answer with the editor's reading, if there is one, or else with sitegen's.
private func check(_ answer: Answer, _ claimed: ClaimedAnswer) -> Checked<ProvenAnswer?> {
  let unproven = unproven(answer, claimed)
  guard let reading = claimed.claim.reading else {
    let isTranslated = !claimed.text.readsWords && claimed.claim.translation != nil
    let reading: AnswerReading? = answer.isNumeric ? (isTranslated ? .translation : .sitegen) : nil
    guard unproven.isEmpty else { return Checked(nil, unproven) }
    return Checked(
      ProvenAnswer(answer: answer.worded(as: claimed), reading: reading, figure: answer.figure(in: claimed)),
      isTranslated ? [] : unitContradictsQuote(answer, claimed))
  }
  let wrong = checkReading(reading, answer, claimed)
  guard wrong.isEmpty else { return Checked(nil, wrong) }
  return Checked(
    ProvenAnswer(answer: answer, reading: .editor, figure: answer.figure(in: claimed)),
    unproven.isEmpty ? [needlessReading(reading, in: claimed.text.source.file)] : [])
}

/// The reasons why sitegen cannot read an answer in the proving words; empty if it can.
private func unproven(_ answer: Answer, _ claimed: ClaimedAnswer) -> [Diagnostic] {
  if let translated = checkTranslation(answer, claimed) { return translated }
  for check in [quantityNotUnderstood, answerNotInQuote, answerAmbiguous] as [(Answer, ClaimedAnswer) -> [Diagnostic]] {
    let wrong = check(answer, claimed)
    if !wrong.isEmpty { return wrong }
  }
  return []
}

extension Answer {
  /// The bytes of the seed that give the answer.
  fileprivate func figure(in claimed: ClaimedAnswer) -> Range<Int>? {
    let figure = claimed.words.isFigure ? claimed.words.span : nil
    guard case .quantity(let quantity) = self else { return figure }
    return claimed.quantities.first { $0.equals(quantity) }?.span ?? figure
  }

  /// The answer, as a round number if the proving words are: 24 where they say "two dozen".
  fileprivate func worded(as claimed: ClaimedAnswer) -> Answer {
    guard case .quantity(var quantity) = self else { return self }
    let same = claimed.quantities.filter { $0.equals(quantity) }
    quantity.isRound = quantity.isRound || (!same.isEmpty && same.allSatisfy(\.quantity.isRound))
    return .quantity(quantity)
  }
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
