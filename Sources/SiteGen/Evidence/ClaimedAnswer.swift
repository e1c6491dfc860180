/// A claim's answer, with the question and the words that must prove it.
struct ClaimedAnswer: Sendable {
  let claim: Claim
  let question: Question
  let words: ProvingWords
  let text: SourceText
  /// The grammar of the site's language, in which answers are written.
  let grammar: QuantityGrammar
  /// The quantities in `words`; ages only if the question asks for them.
  let quantities: [QuantityMatch]

  init(_ claim: Claim, _ question: Question, _ words: ProvingWords, _ text: SourceText, _ grammar: QuantityGrammar) {
    self.claim = claim
    self.question = question
    self.words = words
    self.text = text
    self.grammar = grammar
    let asksForAge = ["age", "ages", "years", "years old"].contains(question.unit)
    quantities = text.quantities(in: words.span, readsAges: asksForAge)
  }

  var place: Place { Place(text.source.file, claim.answer.span) }
  /// The place of the claim's figure if that is the proof; otherwise the place of the answer.
  var proofPlace: Place {
    claim.figure.map { words.isFigure ? Place(text.source.file, $0.span) : place } ?? place
  }
  /// The name of the proving words in diagnostics.
  var proof: String { words.isFigure ? "figure" : "quotation" }

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
  func fits(_ match: QuantityMatch, _ answer: Quantity) -> Bool {
    guard match.equals(answer) else { return false }
    let asksForShare = question.unit.map { saysPercent($0, grammar) } ?? false
    let isShare = saysPercent(claim.answer.value, grammar)
    // Why: if the question asks for a percentage, the 40 in "from 40 to 50 percent" needs no unit of its own.
    return match.unit == .percent ? isShare || asksForShare : asksForShare || !isShare
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
