/// A claim that has been verified: its quotation was found and its answer read there. Only this file can make one.
struct Evidence: Sendable {
  let claim: Claim
  let question: Question
  let sourceID: String
  /// Nil for the document's own words (`said_by: report`).
  let speaker: Speaker?
  let quotation: Quotation
  let answer: Answer
  /// How the number was read; nil for an answer that is no number.
  let reading: AnswerReading?
  /// The bytes of the seed that give the answer, within the quotation; nil if no part of it gives the answer alone.
  let figure: Range<Int>?
  /// The day for which the answer holds: `as_of`, or the day on which the source was published.
  let asOf: Day
  /// The local time for which it holds; nil means the whole day.
  let asOfTime: TimeOfDay?
  /// The identifier of the claim that corrects this one; nil if none does. A replaced claim is shown but not compared.
  let replacedBy: String?

  var id: String { claim.id }
  var moment: Moment { Moment(asOf, asOfTime) }

  fileprivate init(
    _ claim: Claim, _ question: Question, _ source: Source, _ speaker: Speaker?, _ quotation: Quotation,
    _ answer: ProvenAnswer, replacedBy: String?
  ) {
    self.claim = claim
    self.question = question
    sourceID = source.id
    self.speaker = speaker
    self.quotation = quotation
    self.answer = answer.answer
    reading = answer.reading
    figure = answer.figure.flatMap { quotation.span.encloses($0) ? $0 : nil }
    asOf = claim.asOf?.value.day ?? source.published.value
    asOfTime = claim.asOf?.value.time
    self.replacedBy = replacedBy
  }
}

/// Proves a claim that is not withdrawn; nil, with the reasons as diagnostics, if it cannot be proven.
///
/// `replacedBy` is the identifier of the claim that corrects it. `speaker` is nil for the report's own words. `language`
/// is that of answers.
func prove(
  _ claim: Claim, replacedBy: String?, answering question: Question, saidBy speaker: Speaker?, in card: ProvenCard,
  _ settings: Settings, _ language: WritingLanguage
) -> Checked<Evidence?> {
  let (text, source) = (card.text, card.text.source)
  let found = QuotedWords(claim, in: source).prove(in: text, settings, avoiding: card.notEvidence)
  guard let quotation = found.value else { return Checked(nil, found.diagnostics) }
  let answer = checkAnswer(of: claim, to: question, in: quotation, text, language)
  var diagnostics = found.diagnostics + answer.diagnostics
  guard let proven = answer.value else { return Checked(nil, diagnostics) }
  // Why: inconsistent days have their own diagnostic.
  if claim.hasPossibleDays(in: source, unit: question.unit) {
    let asOf = claim.asOf?.value.day ?? source.published.value
    diagnostics += dateContradictsQuote(claim, asOf: asOf, proven.answer, quotation.span, in: text)
  }
  diagnostics += quoteCutsNegation(claim, quotation.span, in: text)
  guard !diagnostics.hasErrors else { return Checked(nil, diagnostics) }
  let evidence = Evidence(claim, question, source, speaker, quotation, proven, replacedBy: replacedBy)
  return Checked(evidence, diagnostics)
}

extension GivenAnswer {
  /// The answer of a proven claim.
  init(_ evidence: Evidence, _ voices: Voices) {
    self.init(
      id: evidence.id, answer: evidence.answer, modality: evidence.claim.modality, day: evidence.asOf,
      time: evidence.asOfTime, place: evidence.claim.place, speaker: evidence.claim.saidBy.value,
      sourceID: evidence.sourceID, voice: evidence.speaker.flatMap { voices.voice(of: $0.id) })
  }
}
