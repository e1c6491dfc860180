extension Rule {
  static let answerNotInQuote = Rule(
    "answer-not-in-quote", .error, about: .answers,
    "no quantity in the quotation equals the answer, including its qualifier",
    reason: """
      No quantity in the quotation, or in its `figure`, equals the answer. The qualifier counts: “more than 3,800” is \
      not 3,800. Each digit in a worded answer or in a claim's note must be in the quotation too, and each number in \
      the text of a citation must equal one in its quotation. A date without a year (“January 9”) means the one \
      nearest to the day of the report, and a weekday means a day within 13 days of the report. If the answer is any \
      other day, give it as `happened` too.
      """,
    example: .card(
      failing: """
        answer: "3,800"
        quote: "More than 3,800 people left their homes"
        """,
      corrected: """
        answer: more than 3,800
        quote: "More than 3,800 people left their homes"
        """))
}

/// Checks that the quotation, or its figure, gives the answer. If the claim says that there is no answer, checks that
/// the quotation contains none.
func answerNotInQuote(_ answer: Answer, _ claimed: ClaimedAnswer) -> [Diagnostic] {
  switch answer {
  case .quantity(let quantity):
    return claimed.quantities.contains { claimed.fits($0, quantity) } ? [] : [.noSuchQuantity(claimed, quantity)]
  case .year(let year):
    let years = claimed.text.years(in: claimed.words.span).map(\.value)
    return years.contains(year) ? [] : [.yearNotInQuote(claimed, year, years)]
  case .day(let day):
    let named = claimed.text.dates(in: claimed.words.span)
    guard named.contains(where: { $0.kind.names(day) }) else { return [.dayNotInQuote(claimed, named)] }
    return named.contains { claimed.mayMean(day, by: $0.kind) } ? [] : [.dayFarFromReport(claimed, named)]
  case .words: return claimed.deniedNumber.map { [.absentButQuoted(claimed, $0)] } ?? []
  case .choice: return []
  }
}

/// Checks that the digits in a worded answer and in a claim's note are in the quotation.
func digitsNotInQuote(_ claimed: ClaimedAnswer, _ quotation: Quotation, _ answer: Answer?) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let known = Set(digitRuns(quotation.exact) + digitRuns(quotation.exact, joinsGroups: false))
  func check(_ words: Located<String>, _ what: String) {
    var missing: [String] = []
    for run in digitRuns(words.value) where !known.contains(run) && !missing.contains(run) { missing.append(run) }
    if !missing.isEmpty {
      diagnostics.append(.digitsMissing(missing, what, Place(claimed.text.source.file, words.span)))
    }
  }
  if case .words? = answer { check(claimed.claim.answer, "answer") }
  if let note = claimed.claim.note { check(note, "note") }
  return diagnostics
}

/// Checks that a number in the text of a citation equals one in its quotation, including the qualifier, which may be
/// before the link.
///
/// `isWhole` means that the link's text contains the whole number. `grammar` is that of the note.
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
    return [.readDifferently(words, as: match.quantity, same, in: text, at: place, "the language of this page")]
  }
  let counted = held.filter { !$0.countsOnlyInAnswers }
  let names = counted.map { "'\(text.words($0.span))'" }
  var notes = [
    Diagnostic.Note(names.isEmpty ? "it contains no quantity" : "it contains " + names.joined(separator: ", "))
  ]
  let alike = counted.filter { $0.quantity.hasNumbers(of: match.quantity) }
  if alike.isEmpty, let computed = ComputedNumber(match.quantity, from: counted.map(\.quantity)) {
    notes.append(.init(computed.words + ", but the quotation does not give it"))
  }
  return [
    Diagnostic(
      .answerNotInQuote, "the quotation of this citation does not say '\(words)'", at: place, notes: notes,
      remedy: alike.count == 1 && isWhole ? "write '\(answerWords(for: alike[0], in: text, grammar))'" : nil)
  ]
}

/// The runs of digits in a text. Groups of three digits form one run; without `joinsGroups`, groups separated by a
/// space are separate runs.
private func digitRuns(_ text: String, joinsGroups: Bool = true) -> [String] {
  var runs: [String] = []
  var run = ""
  let scalars = Array(text.unicodeScalars)
  func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && ("0"..."9").contains(scalars[index]) }
  for (index, scalar) in scalars.enumerated() {
    if isDigit(index) {
      run.unicodeScalars.append(scalar)
    } else if !run.isEmpty {
      let isGroup = (1...3).allSatisfy { isDigit(index + $0) } && !isDigit(index + 4)
      let isSpace = ["\u{A0}", "\u{2009}", "\u{202F}"].contains(scalar)
      if isGroup, scalar == "," || (isSpace && joinsGroups) { continue }
      runs.append(run)
      run = ""
    }
  }
  return run.isEmpty ? runs : runs + [run]
}

/// The only quantity that the seed writes with the same digits as the words; nil if there is none or more than one.
private func writtenAlike(_ words: String, among matches: [QuantityMatch], _ text: SourceText) -> QuantityMatch? {
  func digits(_ words: String) -> [UInt8] { words.utf8.filter(\.isDigit) }
  let written = digits(words)
  let alike = matches.filter { digits(text.words($0.span)) == written }
  return written.isEmpty || alike.count != 1 ? nil : alike.first
}

extension Diagnostic {
  fileprivate static func noSuchQuantity(_ claimed: ClaimedAnswer, _ answer: Quantity) -> Diagnostic {
    let said = claimed.claim.answer.value
    let matches = claimed.numbers(in: claimed.words.span)
    let held = matches.map { "'\(claimed.text.words($0.span))'" }.joined(separator: ", ")
    var alike = matches.filter { $0.quantity.hasNumbers(of: answer) }
    if alike.isEmpty, let same = writtenAlike(said, among: matches, claimed.text) {
      return .readDifferently(said, as: answer, same, in: claimed.text, at: claimed.place, "the site's language")
    }
    if alike.isEmpty { alike = matches.filter { $0.quantity.sharesNumber(with: answer) } }
    if let meant = alike.first, alike.allSatisfy({ claimed.words(for: $0) == claimed.words(for: meant) }) {
      // Why: with several quantities, the corrected answer alone would be ambiguous.
      let figure = matches.count > 1 ? claimed.figure(for: meant) : nil
      return Diagnostic(
        .answerNotInQuote, "the \(claimed.proof) says \(held), not '\(said)'", at: claimed.place,
        notes: figure.map { [Note("it contains more than one quantity, so also \(claimed.settingFigure($0))")] } ?? [],
        remedy: "write '\(claimed.words(for: meant))'",
        fix: figure == nil ? Fix(scalarAt: claimed.place, claimed.words(for: meant)) : nil)
    }
    var notes = [Note(held.isEmpty ? "it contains no quantity" : "it contains \(held)")]
    let computed = ComputedNumber(answer, from: matches.filter { $0.unit == .plain }.map(\.quantity))
    if let computed { notes.append(Note(computed.words + ", but the \(claimed.proof) does not give it")) }
    return Diagnostic(
      .answerNotInQuote, "the \(claimed.proof) does not say '\(said)'", at: claimed.place, notes: notes,
      remedy: claimed.remedy(said, answer, matches, isComputed: computed != nil))
  }

  /// Reports numbers with the same digits that are read differently. `language` is that of the words.
  fileprivate static func readDifferently(
    _ words: String, as quantity: Quantity, _ match: QuantityMatch, in text: SourceText, at place: Place,
    _ language: String
  ) -> Diagnostic {
    let isPlain = text.words(match.numberSpan).utf8.allSatisfy { !$0.isLetter }
    return Diagnostic(
      .answerNotInQuote,
      "'\(words)' is read here as \(quantity.words()), but '\(text.words(match.span))' in the quotation is read as"
        + " \(match.quantity.words())",
      at: place, remedy: "write '\(match.quantity.words())'" + (isPlain ? ", as \(language) does" : ""))
  }

  fileprivate static func yearNotInQuote(_ claimed: ClaimedAnswer, _ year: Int, _ years: [Int]) -> Diagnostic {
    let held = Set(years).sorted().map(String.init)
    return Diagnostic(
      .answerNotInQuote, "the \(claimed.proof) does not name the year \(year)", at: claimed.place,
      notes: [Note(held.isEmpty ? "it names no year" : "it names \(held.joined(separator: ", "))")],
      remedy: held.count == 1 ? "write '\(held[0])', or quote the words that name \(year)" : nil)
  }

  fileprivate static func dayNotInQuote(_ claimed: ClaimedAnswer, _ named: [DateMention]) -> Diagnostic {
    Diagnostic(
      .answerNotInQuote, "the \(claimed.proof) does not name \(claimed.claim.answer.value)", at: claimed.place,
      notes: [Note(named.isEmpty ? "it names no day" : "it names \(claimed.list(named))")])
  }

  fileprivate static func dayFarFromReport(_ claimed: ClaimedAnswer, _ named: [DateMention]) -> Diagnostic {
    Diagnostic(
      .answerNotInQuote,
      "the \(claimed.proof) names \(claimed.list(named)), but \(claimed.claim.answer.value) is not the day nearest to"
        + " the report",
      at: claimed.place, notes: [Note("the report was published on \(claimed.text.source.published.value)")],
      remedy: "correct the answer; if it is right, give the day of the event as 'happened'")
  }

  static func figureNotInQuote(_ figure: QuotedWords) -> Diagnostic {
    Diagnostic(
      .answerNotInQuote, "the figure '\(figure.words)' is not part of the quotation", at: figure.place,
      remedy: "copy the figure from the quotation, word for word")
  }

  fileprivate static func digitsMissing(_ runs: [String], _ what: String, _ place: Place) -> Diagnostic {
    let missing = runs.map { "'\($0)'" }.joined(separator: " and ")
    return Diagnostic(
      .answerNotInQuote, "\(missing) in the \(what) \(runs.count == 1 ? "is" : "are") not in the quotation", at: place,
      remedy: "leave the number out, or quote the words that give it")
  }

  fileprivate static func absentButQuoted(_ claimed: ClaimedAnswer, _ held: Range<Int>) -> Diagnostic {
    Diagnostic(
      .answerNotInQuote,
      "the \(claimed.proof) contains '\(claimed.text.words(held))', but the claim says that no number is given",
      at: claimed.place, remedy: "leave the number out of the quotation, or claim it")
  }
}

extension ClaimedAnswer {
  /// Whether words for a day may mean this day: a date without a year only the one nearest to the report, a weekday
  /// only a day within 13 days of it, and either any day of `happened`. Why: otherwise they would prove that day of
  /// every year.
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

  /// The number in the quotation that could be the answer, if the claim says that its source gives none.
  fileprivate var deniedNumber: Range<Int>? {
    guard givesNoAnswer, claim.modality != .doubt, let unit = question.unit else { return nil }
    return switch unit {
    case "date": nil
    case "year": text.dates(in: words.span).first { if case .year = $0.kind { true } else { false } }?.span
    default: numbers(in: words.span).first { mayCount($0, unit, in: text) }?.span
    }
  }

  fileprivate func list(_ days: [DateMention]) -> String {
    days.map { "'\(text.words($0.span))'" }.joined(separator: ", ")
  }

  /// A quantity of the seed as an answer would write it.
  fileprivate func words(for match: QuantityMatch) -> String { answerWords(for: match, in: text, grammar) }

  fileprivate func remedy(
    _ said: String, _ answer: Quantity, _ matches: [QuantityMatch], isComputed: Bool
  ) -> String {
    if isComputed { return "claim the numbers that the quotation gives, each for its own question" }
    guard matches.count == 1, let only = matches.first else { return "quote the words that say '\(said)'" }
    let write = "write '\(words(for: only))'"
    // Why: a number in place of a vague word, or the reverse, is an interpretation; a different number may be a typing
    // error.
    return (answer.vague == nil) == (only.quantity.vague == nil)
      ? write + ", or quote the words that say '\(said)'" : write
  }
}

/// A quantity of a seed as an answer or note in the grammar's language would write it: in the seed's own words if they
/// mean the same in that language.
private func answerWords(for match: QuantityMatch, in text: SourceText, _ grammar: QuantityGrammar) -> String {
  var words = text.words(match.span)
  let start = Array(words.utf8.prefix(2))
  if let first = start.first, first.isCapital, start.last?.isCapital == false {
    words = words.prefix(1).lowercased() + words.dropFirst()
  }
  if grammar.parseAnswer(words) == match.quantity { return words }
  return match.quantity.words() + (match.unit == .percent ? " %" : "")
}

extension Quantity {
  /// Whether both have the same numbers, regardless of qualifiers.
  fileprivate func hasNumbers(of other: Quantity) -> Bool {
    if let vague, let otherVague = other.vague { return vague.lowerBound == otherVague.lowerBound }
    return !numbers.isEmpty && numbers == other.numbers
  }

  /// Whether the quantities share a number, such as one end of a range.
  fileprivate func sharesNumber(with other: Quantity) -> Bool { !numbers.isDisjoint(with: other.numbers) }

  private var numbers: Set<Double> { Set([lower, upper].compactMap { $0 }) }
}
