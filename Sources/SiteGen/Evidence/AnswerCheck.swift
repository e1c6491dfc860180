/// The part of a seed that is to prove an answer: the quotation, or the claim's `figure` within it.
struct ProvingWords: Sendable {
  /// Bytes of the seed.
  var span: Range<Int>
  var isFigure: Bool
}

/// Reads a claim's answer and holds it against the words that are to prove it; nil when they do not.
func checkAnswer(
  of claim: Claim, to question: Question, in quotation: Quotation, _ text: SourceText, _ grammar: QuantityGrammar
) -> Checked<Answer?> {
  let proving = provingWords(of: claim, in: quotation, text)
  guard let words = proving.value else { return Checked(nil, proving.diagnostics) }
  let claimed = ClaimedAnswer(claim: claim, question: question, words: words, text: text, grammar: grammar)
  var checked: Checked<Answer?>
  switch question.kind {
  case .list: checked = Checked(.words(claim.answer.value))
  case .worded(let choices, _): checked = choice(claimed, among: choices)
  case .numeric("year", _): checked = claimed.mayBeWords ? asWords(claimed) : year(claimed)
  case .numeric("date", _): checked = claimed.mayBeWords ? asWords(claimed) : date(claimed)
  case .numeric: checked = quantity(claimed)
  }
  checked.diagnostics += digitsNotInQuote(claimed, quotation, checked.value)
  checked.diagnostics.insert(contentsOf: proving.diagnostics, at: 0)
  return checked
}

/// A claim's answer with what it answers and what is to prove it.
struct ClaimedAnswer: Sendable {
  var claim: Claim
  var question: Question
  var words: ProvingWords
  var text: SourceText
  /// Of the site's language, in which answers are written.
  var grammar: QuantityGrammar

  var place: Place { Place(text.source.file, claim.answer.span) }
  /// Of the figure, where it is what proves too much.
  var proofPlace: Place {
    claim.figure.map { words.isFigure ? Place(text.source.file, $0.span) : place } ?? place
  }
  var isUnknown: Bool { claim.answer.value == Answer.unknown }
  /// Whether the question's unit is one in which people are old.
  var asksForAge: Bool { ["age", "ages", "years", "years old"].contains(question.unit) }
  /// Whether words may stand where a number or choice is asked for.
  var mayBeWords: Bool { isUnknown || claim.modality == .absence || claim.modality == .doubt }

  /// The quantities in a span of the seed, ages only where the question asks for them.
  func all(in span: Range<Int>) -> [QuantityMatch] { text.quantities(in: span, readsAges: asksForAge) }

  /// The quantities that may be the answer.
  ///
  /// "One of" and "many" count only where nothing else does; otherwise they would require a `figure` everywhere.
  func numbers(in span: Range<Int>) -> [QuantityMatch] {
    let all = all(in: span)
    let numbers = all.filter { !$0.countsOnlyInAnswers }
    return numbers.isEmpty ? all : numbers
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

private func choice(_ claimed: ClaimedAnswer, among choices: [Question.Choice]) -> Checked<Answer?> {
  let answer = claimed.claim.answer.value
  if choices.contains(where: { $0.id == answer }) { return Checked(.choice(answer)) }
  if claimed.mayBeWords { return Checked(.words(answer)) }
  return Checked(nil, unknownAnswer(claimed, choices: choices))
}

private func asWords(_ claimed: ClaimedAnswer) -> Checked<Answer?> {
  Checked(.words(claimed.claim.answer.value), absenceWithQuantity(claimed))
}

private func quantity(_ claimed: ClaimedAnswer) -> Checked<Answer?> {
  if claimed.isUnknown || claimed.claim.modality == .absence { return asWords(claimed) }
  guard let answer = claimed.grammar.parseAnswer(claimed.claim.answer.value) else {
    return claimed.mayBeWords ? asWords(claimed) : Checked(nil, unknownAnswer(claimed, choices: []))
  }
  let all = claimed.all(in: claimed.words.span)
  let matches = claimed.numbers(in: claimed.words.span)
  if matches.count > 1 {
    let fitting = all.filter { fits($0, answer, claimed) }
    return Checked(
      nil,
      fitting.isEmpty
        ? answerNotInQuote(claimed, answer, holds: matches) : answerAmbiguous(claimed, answer, fitting, among: matches))
  }
  if let only = matches.first, fits(only, answer, claimed) { return Checked(.quantity(answer)) }
  let others = all.filter { $0.countsOnlyInAnswers && fits($0, answer, claimed) }
  if !others.isEmpty { return Checked(nil, answerAmbiguous(claimed, answer, others, among: all)) }
  return Checked(nil, answerNotInQuote(claimed, answer, holds: matches))
}

/// Whether a quantity of the seed is the answer, qualifier and per cent included.
private func fits(_ match: QuantityMatch, _ answer: Quantity, _ claimed: ClaimedAnswer) -> Bool {
  guard match.equals(answer) else { return false }
  let asksForShare = claimed.question.unit.map { saysPercent($0, claimed.grammar) } ?? false
  let isShare = saysPercent(claimed.claim.answer.value, claimed.grammar)
  // Why: where the question asks for a percentage, "from 40 to 50 percent" writes the unit of the first one late.
  return match.unit == .percent ? isShare || asksForShare : asksForShare || !isShare
}

/// Whether an answer or a unit is one in hundredths, by its words.
func saysPercent(_ words: String, _ grammar: QuantityGrammar) -> Bool {
  let lower = words.lowercased()
  if ["%", "percent", "per cent"].contains(where: lower.contains) { return true }
  return [words, "5 " + words].contains { words in
    grammar.quantities(in: Array(words.utf8)).contains { $0.unit == .percent }
  }
}

private func year(_ claimed: ClaimedAnswer) -> Checked<Answer?> {
  guard let year = Int(claimed.claim.answer.value), (1...9999).contains(year) else {
    return Checked(nil, unknownAnswer(claimed, choices: []))
  }
  let years = claimed.text.years(in: claimed.words.span)
  guard years.contains(where: { $0.value == year }) else {
    return Checked(nil, [.yearNotInQuote(claimed, year, years.map(\.value))])
  }
  if Set(years.map(\.value)).count > 1 { return Checked(nil, [.yearAmbiguous(claimed, year, years)]) }
  return Checked(.year(year))
}

private func date(_ claimed: ClaimedAnswer) -> Checked<Answer?> {
  guard let day = Day(claimed.claim.answer.value) else { return Checked(nil, unknownAnswer(claimed, choices: [])) }
  let named = claimed.text.dates(in: claimed.words.span)
  guard named.contains(where: { $0.kind.names(day) }) else {
    return Checked(nil, [.dayNotInQuote(claimed, named)])
  }
  guard named.contains(where: { claimed.mayMean(day, by: $0.kind) }) else {
    return Checked(nil, [.dayFarFromReport(claimed, named)])
  }
  return Checked(.day(day))
}

extension ClaimedAnswer {
  // Why: words that name no year mean the day nearest to the report's, or every year's would be proven.
  fileprivate func mayMean(_ day: Day, by kind: DateMention.Kind) -> Bool {
    guard kind.names(day) else { return false }
    if claim.happened?.value.contains(day) == true { return true }
    let distance = (day.dayNumber - text.source.published.value.dayNumber).magnitude
    return switch kind {
    case .weekday: distance <= 13
    case .dayMonth(_, _, nil): distance <= 183
    default: true
    }
  }
}

extension DateMention.Kind {
  /// Whether a weekday or a day of a month is this day; a year alone is none.
  func names(_ day: Day) -> Bool {
    switch self {
    case .weekday(let weekday): day.weekday == weekday
    case .dayMonth(let number, let month, let year):
      day.day == number && day.month == month && (year ?? day.year) == day.year
    case .year: false
    }
  }
}
