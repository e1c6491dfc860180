/// A claim's answer, with the question and the words that must prove it.
struct ClaimedAnswer: Sendable {
  let claim: Claim
  let question: Question
  let words: ProvingWords
  /// The bytes of the seed that the claim quotes; they contain `words`.
  let quotation: Range<Int>
  let text: SourceText
  /// The language of answers.
  let language: WritingLanguage
  /// The quantities in `words`; ages only if the question asks for them. If there are none, a singular of the unit with
  /// an article counts as 1, except in a claim that its source gives no answer.
  let quantities: [QuantityMatch]
  let asksForAge: Bool
  /// The words that may be a quantity and are not understood, entirely or partly in `words`.
  let notUnderstood: [Range<Int>]

  init(
    _ claim: Claim, _ question: Question, _ words: ProvingWords, _ quotation: Range<Int>, _ text: SourceText,
    _ language: WritingLanguage
  ) {
    self.claim = claim
    self.question = question
    self.words = words
    self.quotation = quotation
    self.text = text
    self.language = language
    asksForAge = ["age", "ages", "years", "years old"].contains(question.unit)
    notUnderstood = text.notUnderstood(in: words.span)
    let read = text.quantities(in: words.span, readsAges: asksForAge)
    let mayBeSingular =
      read.isEmpty && notUnderstood.isEmpty && !words.isFigure && !asksForAge && claim.modality != .absence
      && claim.answer.value != Answer.unknown
    let singular = mayBeSingular ? question.unitInAllForms.flatMap { text.singular(in: words.span, of: $0) } : nil
    quantities = singular.map { [$0] } ?? read
  }

  var place: Place { Place(text.source.file, claim.answer.span) }
  /// The place of the claim's figure if that is the proof; otherwise the place of the answer.
  var proofPlace: Place {
    claim.figure.map { words.isFigure ? Place(text.source.file, $0.span) : place } ?? place
  }
  /// The name of the proving words in diagnostics.
  var proof: String { words.isFigure ? "figure" : "quotation" }

  /// Whether all of the proving words are understood. If not, no number may be proposed.
  var isUnderstood: Bool { notUnderstood.isEmpty }

  /// Whether the claim says that its source gives no answer.
  var givesNoAnswer: Bool { claim.answer.value == Answer.unknown || claim.modality == .absence }
  /// Whether the answer may be words even if the question asks for a number or a choice.
  var mayBeWords: Bool { givesNoAnswer || claim.modality == .doubt }

  /// The quantities in a part of `words` that count as numbers.
  ///
  /// Why: "one of" and "many" count only if nothing else does; otherwise claims would need a `figure` everywhere.
  func numbers(in span: Range<Int>) -> [QuantityMatch] {
    let all = quantities.filter { span.encloses($0.span) }
    let numbers = all.filter { !$0.countsOnlyInAnswers }
    return numbers.isEmpty ? all : numbers
  }

  /// Whether a quantity of the seed equals the answer, including the qualifier and the percent sign.
  func fits(_ match: QuantityMatch, _ answer: Quantity) -> Bool { fits(match, answer, written: claim.answer.value) }

  private func fits(_ match: QuantityMatch, _ answer: Quantity, written: String) -> Bool {
    guard match.equals(answer) else { return false }
    let asksForShare = question.unit.map { saysPercent($0, language.grammar) } ?? false
    let isShare = saysPercent(written, language.grammar)
    // Why: if the question asks for a percentage, the 40 in "from 40 to 50 percent" needs no unit of its own.
    return match.unit == .percent ? isShare || asksForShare : asksForShare || !isShare
  }

  /// The words of an answer that gives a quantity of the proving words; nil unless it would certainly be accepted as
  /// soon as this quantity is the only one.
  func proposal(for match: QuantityMatch) -> String? {
    guard isUnderstood, let words = language.proposal(for: match, in: text), let answer = language.read(words),
      fits(match, answer, written: words)
    else { return nil }
    return words
  }
}

/// The part of a seed that must prove an answer: the quotation, or the claim's `figure` within it.
struct ProvingWords: Sendable {
  /// The bytes of the seed.
  let span: Range<Int>
  let isFigure: Bool
}

/// Whether an answer or a unit is written as a percentage.
func saysPercent(_ words: String, _ grammar: QuantityGrammar) -> Bool {
  let lower = words.lowercased()
  if ["%", "percent", "per cent"].contains(where: lower.contains) { return true }
  return [words, "5 " + words].contains { words in
    grammar.quantities(in: Array(words.utf8)).contains { $0.unit == .percent }
  }
}
