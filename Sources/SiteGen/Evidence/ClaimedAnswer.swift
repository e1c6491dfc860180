/// A claim's answer, with the question and the words that must prove it.
struct ClaimedAnswer: Sendable {
  let claim: Claim
  let question: Question
  let words: ProvingWords
  let text: SourceText
  /// Of the site's language, in which answers are written.
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
  /// The place of the figure, if that is what proves too much.
  var proofPlace: Place {
    claim.figure.map { words.isFigure ? Place(text.source.file, $0.span) : place } ?? place
  }
  /// What must prove the answer, as diagnostics name it.
  var proof: String { words.isFigure ? "figure" : "quotation" }

  /// Whether the claim is that its source gives no answer.
  var givesNoAnswer: Bool { claim.answer.value == Answer.unknown || claim.modality == .absence }
  /// Whether the answer may be words although the question asks for a number or a choice.
  var mayBeWords: Bool { givesNoAnswer || claim.modality == .doubt }

  /// The quantities in a part of `words` that count as numbers.
  ///
  /// Why: "one of" and "many" count only where nothing else does, or they would ask for a `figure` everywhere.
  func numbers(in span: Range<Int>) -> [QuantityMatch] {
    let all = quantities.filter { span.encloses($0.span) }
    let numbers = all.filter { !$0.countsOnlyInAnswers }
    return numbers.isEmpty ? all : numbers
  }

  /// Whether a quantity of the seed is the answer, qualifier and per cent included.
  func fits(_ match: QuantityMatch, _ answer: Quantity) -> Bool {
    guard match.equals(answer) else { return false }
    let asksForShare = question.unit.map { saysPercent($0, grammar) } ?? false
    let isShare = saysPercent(claim.answer.value, grammar)
    // Why: if the question asks for a percentage, "from 40 to 50 percent" writes the unit of the first one late.
    return match.unit == .percent ? isShare || asksForShare : asksForShare || !isShare
  }
}

/// The part of a seed that must prove an answer: the quotation, or the claim's `figure` within it.
struct ProvingWords: Sendable {
  /// Bytes of the seed.
  let span: Range<Int>
  let isFigure: Bool
}

/// Whether the words of an answer or a unit say that it is in hundredths.
func saysPercent(_ words: String, _ grammar: QuantityGrammar) -> Bool {
  let lower = words.lowercased()
  if ["%", "percent", "per cent"].contains(where: lower.contains) { return true }
  return [words, "5 " + words].contains { words in
    grammar.quantities(in: Array(words.utf8)).contains { $0.unit == .percent }
  }
}
