/// A claim that has been proven: its quotation found, its number read. Only this file can make one.
struct Evidence: Sendable {
  let claim: Claim
  let question: Question
  let sourceID: String
  /// Nil: the document's own words (`said_by: report`).
  let speaker: Speaker?
  let quotation: Quotation
  let answer: Answer
  /// The day for which the answer holds: `as_of`, else the day on which the source was published.
  let asOf: Day

  var id: String { claim.id }

  fileprivate init(
    _ claim: Claim, _ question: Question, _ source: Source, _ speaker: Speaker?, _ quotation: Quotation,
    _ answer: Answer
  ) {
    self.claim = claim
    self.question = question
    sourceID = source.id
    self.speaker = speaker
    self.quotation = quotation
    self.answer = answer
    asOf = claim.asOf?.value ?? source.published.value
  }
}

/// Proves a claim that is not withdrawn: nil, with the findings that say why, where it cannot be.
///
/// `speaker` is nil for the report's own words; `grammar` is that of the site's language, in which answers are written.
func prove(
  _ claim: Claim, answering question: Question, saidBy speaker: Speaker?, in text: SourceText, _ settings: Settings,
  _ grammar: QuantityGrammar
) -> Checked<Evidence?> {
  let quoted = QuotedWords(claim, in: text.source)
  let found = checkQuotation(quoted, in: text, settings)
  guard let quotation = found.value else { return Checked(nil, found.diagnostics) }
  var diagnostics = found.diagnostics + quoteNotEvidence(quoted, quotation.span, in: text)
  // Why: of a quotation that cuts a quantity the number cannot be read; that is one cause, and one finding.
  guard !diagnostics.contains(where: { $0.rule == .quoteCutsQuantity }) else { return Checked(nil, diagnostics) }
  let answer = checkAnswer(of: claim, to: question, in: quotation, text, grammar)
  diagnostics += answer.diagnostics
  guard let proven = answer.value else { return Checked(nil, diagnostics) }
  let asOf = claim.asOf?.value ?? text.source.published.value
  // Why: days that cannot be are one cause, and one finding.
  if claim.hasPossibleDays(in: text.source, unit: question.unit) {
    diagnostics += dateContradictsQuote(claim, asOf: asOf, proven, quotation.span, in: text)
  }
  guard !diagnostics.contains(where: { $0.severity == .error }) else {
    return Checked(nil, diagnostics)
  }
  return Checked(Evidence(claim, question, text.source, speaker, quotation, proven), diagnostics)
}

extension QuotedWords {
  /// The quotation of a claim, at its place in the card.
  init(_ claim: Claim, in source: Source) {
    self.init(
      words: claim.quote.value, prefix: claim.prefix, suffix: claim.suffix, place: Place(source.file, claim.quote.span),
      isValue: true)
  }

  /// A passage that a card names, at its place there.
  init(_ passage: Passage, in source: Source) {
    self.init(
      words: passage.quote.value, prefix: passage.prefix, suffix: passage.suffix,
      place: Place(source.file, passage.quote.span), isValue: true)
  }
}

extension GivenAnswer {
  /// The answer of a proven claim.
  init(_ evidence: Evidence, _ voices: Voices) {
    self.init(
      id: evidence.id, answer: evidence.answer, modality: evidence.claim.modality, day: evidence.asOf,
      place: evidence.claim.place, speaker: evidence.claim.saidBy.value,
      voice: evidence.speaker.flatMap { voices.voice(of: $0.id) })
  }
}
