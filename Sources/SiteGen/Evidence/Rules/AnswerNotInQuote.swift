extension Rule {
  static let answerNotInQuote = Rule(
    "answer-not-in-quote", .error, about: .answers,
    "no quantity in the quotation equals the answer, including its qualifier",
    reason: """
      No quantity in the quotation, or in its `figure`, equals the answer. The qualifier counts: “more than 3,800” is \
      not 3,800. Each number that a worded answer or a claim's note has in digits must be in the quotation too, and \
      each number in the text of a citation must equal one in its quotation. A date without a year (“January 9”) means \
      the one nearest to the day of the report, and a weekday means a day within 13 days of the report. If the answer \
      is any other day, give it as `happened` too. In a language whose number words sitegen does not know, an answer \
      other than plain digits must be in the claim's `translation`, and so must every number that the quotation has in \
      digits.
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
/// `isWhole` means that the link's text contains the whole number. `language` is that of the note.
func numberNotInCitation(
  _ match: QuantityMatch, _ words: String, at place: Place, in quotation: Quotation, _ text: SourceText,
  isWhole: Bool, _ language: WritingLanguage
) -> [Diagnostic] {
  let held = text.quantities(in: quotation.span)
  let readings = [match.quantity] + match.alternatives
  let isHeld = held.contains { quantity in
    (quantity.unit == .percent) == (match.unit == .percent) && readings.contains { quantity.equals($0) }
  }
  if isHeld { return [] }
  let unknown = text.notUnderstood(in: quotation.span)
  let isCertain = unknown.isEmpty && match.alternatives.isEmpty
  if let same = writtenAlike(words, among: held, text), !same.quantity.hasNumbers(of: match.quantity) {
    let proposal = isCertain && isWhole ? language.proposal(for: same, in: text) : nil
    return [
      .readDifferently(
        words, as: match.quantity, same, in: text, at: place, proposal, language, "the language of this page")
    ]
  }
  let counted = held.filter { !$0.countsOnlyInAnswers }
  let names = counted.map { "'\(text.words($0.span))'" }
  var notes = [
    Diagnostic.Note(names.isEmpty ? "it contains no quantity" : "it contains " + names.joined(separator: ", "))
  ]
  notes += unknown.map { .init("these words are not understood", at: Place(text.seed.file, $0)) }
  let alike = counted.filter { $0.quantity.hasNumbers(of: match.quantity) }
  if alike.isEmpty, let computed = ComputedNumber(match.quantity, from: counted.map(\.quantity)) {
    notes.append(.init(computed.words(language.style) + ", but the quotation does not give it"))
  }
  let proposal = alike.count == 1 && isWhole && isCertain ? language.proposal(for: alike[0], in: text) : nil
  return [
    Diagnostic(
      .answerNotInQuote, "the quotation of this citation does not say '\(words)'", at: place, notes: notes,
      remedy: proposal.map { "write '\($0)'" })
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
      return .readDifferently(
        said, as: answer, same, in: claimed.text, at: claimed.place,
        matches.count == 1 ? claimed.proposal(for: same) : nil, claimed.language, "the site's language")
    }
    if alike.isEmpty { alike = matches.filter { $0.quantity.sharesNumber(with: answer) } }
    if let meant = alike.first, alike.count == 1 {
      return .otherQuantity(
        claimed, meant, "the \(claimed.proof) says \(held), not '\(said)'", isOnly: matches.count == 1)
    }
    var notes = [Note(held.isEmpty ? "it contains no quantity" : "it contains \(held)")]
    let computed = ComputedNumber(answer, from: matches.filter { $0.unit == .plain }.map(\.quantity))
    if let computed {
      notes.append(Note(computed.words(claimed.language.style) + ", but the \(claimed.proof) does not give it"))
    }
    return Diagnostic(
      .answerNotInQuote, "the \(claimed.proof) does not say '\(said)'", at: claimed.place, notes: notes,
      remedy: claimed.remedy(said, answer, matches, isComputed: computed != nil))
  }

  /// Reports an answer that has a number in common with one quantity of the proving words. `isOnly` means that these
  /// contain no other.
  private static func otherQuantity(
    _ claimed: ClaimedAnswer, _ meant: QuantityMatch, _ message: String, isOnly: Bool
  ) -> Diagnostic {
    let proposal = claimed.proposal(for: meant)
    if isOnly {
      return Diagnostic(
        .answerNotInQuote, message, at: claimed.place, remedy: proposal.map { "write '\($0)'" },
        fix: proposal.map { Fix(scalarAt: claimed.place, $0) })
    }
    // Why: with several quantities, the corrected answer alone would be ambiguous.
    guard let proposal, let figure = claimed.figure(for: meant) else {
      return Diagnostic(
        .answerNotInQuote, message, at: claimed.place,
        remedy: "shorten the quotation until it contains only one quantity")
    }
    return Diagnostic(
      .answerNotInQuote, message, at: claimed.place,
      notes: [Note("it contains more than one quantity, so also \(claimed.settingFigure(figure))")],
      remedy: "write '\(proposal)'")
  }

  /// Reports numbers with the same digits that are read differently. `named` is the name of the language of the words.
  fileprivate static func readDifferently(
    _ words: String, as quantity: Quantity, _ match: QuantityMatch, in text: SourceText, at place: Place,
    _ proposal: String?, _ language: WritingLanguage, _ named: String
  ) -> Diagnostic {
    let isPlain = text.words(match.numberSpan).utf8.allSatisfy { !$0.isLetter }
    let style = language.style
    return Diagnostic(
      .answerNotInQuote,
      "'\(words)' is read here as \(style.words(quantity)), but '\(text.words(match.span))' in the quotation is read as"
        + " \(style.words(match.quantity))",
      at: place, remedy: proposal.map { "write '\($0)'" + (isPlain ? ", as \(named) does" : "") })
  }

  fileprivate static func yearNotInQuote(_ claimed: ClaimedAnswer, _ year: Int, _ years: [Int]) -> Diagnostic {
    let held = Set(years).sorted().map(String.init)
    return Diagnostic(
      .answerNotInQuote, "the \(claimed.proof) does not name the year \(year)", at: claimed.place,
      notes: [Note(held.isEmpty ? "it names no year" : "it names \(held.joined(separator: ", "))")],
      remedy: held.count == 1 && claimed.isUnderstood
        ? "write '\(held[0])', or quote the words that name \(year)" : nil)
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
  func mayMean(_ day: Day, by kind: DateMention.Kind) -> Bool {
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
    default: numbers(in: words.span).first { text.units.mayCount($0, question.unitInAllForms ?? unit, in: text) }?.span
    }
  }

  fileprivate func list(_ days: [DateMention]) -> String {
    days.map { "'\(text.words($0.span))'" }.joined(separator: ", ")
  }

  fileprivate func remedy(
    _ said: String, _ answer: Quantity, _ matches: [QuantityMatch], isComputed: Bool
  ) -> String {
    if isComputed { return "claim the numbers that the quotation gives, each for its own question" }
    let quote = "quote the words that say '\(said)'"
    guard matches.count == 1, let only = matches.first, let proposal = proposal(for: only) else {
      return text.readsWords ? quote : quote + ", or add their 'translation' into English or the language of the site"
    }
    let write = "write '\(proposal)'"
    // Why: a number in place of a vague word, or the reverse, is an interpretation; a different number may be a typing
    // error.
    return (answer.vague == nil) == (only.quantity.vague == nil)
      ? write + ", or " + quote : write
  }
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
