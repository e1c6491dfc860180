extension Rule {
  static let answerNotInQuote = Rule(
    "answer-not-in-quote", .error, about: .answers,
    "no quantity in the quotation equals the answer, qualifier included",
    reason: """
      No quantity in the quotation, or in its `figure`, equals the answer. The qualifier counts: “more than 3,800” is \
      not 3,800. Each digit in a worded answer or in a claim's note must be in the quotation too, and each number in \
      the text of a citation must equal one in its quotation. A day without a year (“January 9”) means the one nearest \
      to the report, and a weekday one within 13 days of it, unless `happened` gives the same day as the answer.
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

/// **answer-not-in-quote**: the answer equals a quantity of its own quotation (or of `figure`), qualifier included:
/// "more than 3,000" is not 3,000.
func answerNotInQuote(_ claimed: ClaimedAnswer, _ answer: Quantity, holds matches: [QuantityMatch]) -> [Diagnostic] {
  [.noSuchQuantity(claimed, answer, matches)]
}

/// Of the same rule: each digit of a worded answer and of a claim's note stands in the quotation.
func digitsNotInQuote(_ claimed: ClaimedAnswer, _ quotation: Quotation, _ answer: Answer?) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  let known = Set(digitRuns(quotation.exact) + digitRuns(quotation.exact, joinsGroups: false))
  func check(_ words: Located<String>, _ what: String) {
    var missing: [String] = []
    for run in digitRuns(words.value) where !known.contains(run) && !missing.contains(run) { missing.append(run) }
    if !missing.isEmpty {
      findings.append(.digitsMissing(missing, what, Place(claimed.text.source.file, words.span)))
    }
  }
  if case .words? = answer { check(claimed.claim.answer, "answer") }
  if let note = claimed.claim.note { check(note, "note") }
  return findings
}

/// Of the same rule: a claim that its source does not say a number quotes no number that could be the answer.
func absenceWithQuantity(_ claimed: ClaimedAnswer) -> [Diagnostic] {
  guard claimed.isUnknown || claimed.claim.modality == .absence, claimed.claim.modality != .doubt,
    let unit = claimed.question.unit
  else { return [] }
  let (text, span) = (claimed.text, claimed.words.span)
  let held: Range<Int>?
  switch unit {
  case "date": held = nil
  case "year": held = text.dates(in: span).first { if case .year = $0.kind { true } else { false } }?.span
  default: held = claimed.numbers(in: span).first { mayCount($0, unit, in: text) }?.span
  }
  return held.map { [.absentButQuoted(claimed, $0)] } ?? []
}

/// The runs of digits of a text, those parted by a separator before three digits as one; without `joinsGroups` those
/// parted by blanks each by itself.
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
      let isBlank = ["\u{A0}", "\u{2009}", "\u{202F}"].contains(scalar)
      if isGroup, scalar == "," || (isBlank && joinsGroups) { continue }
      runs.append(run)
      run = ""
    }
  }
  return run.isEmpty ? runs : runs + [run]
}

/// The one quantity that a seed writes with the digits of some words, and that was read as another number than these.
func writtenAlike(_ words: String, among matches: [QuantityMatch], _ text: SourceText) -> QuantityMatch? {
  func digits(_ words: String) -> [UInt8] { words.utf8.filter(\.isDigit) }
  let written = digits(words)
  let alike = matches.filter { digits(text.words($0.span)) == written }
  return written.isEmpty || alike.count != 1 ? nil : alike.first
}

extension Diagnostic {
  /// Of numbers that look alike: how each of them is read; `language` is that in which the first one is written.
  static func readOtherwise(
    _ words: String, as quantity: Quantity, _ match: QuantityMatch, in text: SourceText, at place: Place,
    _ language: String
  ) -> Diagnostic {
    let held = text.words(match.span)
    let isPlain = text.words(match.numberSpan).utf8.allSatisfy { !$0.isLetter }
    return Diagnostic(
      .answerNotInQuote,
      "'\(words)' is read here as \(quantity.words()), and '\(held)' in the quotation as"
        + " \(match.quantity.words())",
      at: place, remedy: "write '\(match.quantity.words())'" + (isPlain ? ", as \(language) does" : ""))
  }

  static func yearNotInQuote(_ claimed: ClaimedAnswer, _ year: Int, _ years: [Int]) -> Diagnostic {
    let held = Set(years).sorted().map(String.init)
    return Diagnostic(
      .answerNotInQuote, "the \(claimed.proof) does not name the year \(year)", at: claimed.place,
      notes: [held.isEmpty ? Note("it names no year") : Note("it names \(held.joined(separator: ", "))")],
      remedy: held.count == 1 ? "write '\(held[0])', or quote the words that name \(year)" : nil)
  }

  static func dayNotInQuote(_ claimed: ClaimedAnswer, _ named: [DateMention]) -> Diagnostic {
    let held = named.map { "'\(claimed.text.words($0.span))'" }.joined(separator: ", ")
    return Diagnostic(
      .answerNotInQuote, "the \(claimed.proof) does not name \(claimed.claim.answer.value)", at: claimed.place,
      notes: [held.isEmpty ? Note("it names no day") : Note("it names \(held)")])
  }

  static func dayFarFromReport(_ claimed: ClaimedAnswer, _ named: [DateMention]) -> Diagnostic {
    let held = named.map { "'\(claimed.text.words($0.span))'" }.joined(separator: ", ")
    return Diagnostic(
      .answerNotInQuote,
      "the \(claimed.proof) names \(held), and \(claimed.claim.answer.value) is not the one nearest to the report",
      at: claimed.place, notes: [Diagnostic.Note("the report is of \(claimed.text.source.published.value)")],
      remedy: "write the day that is meant; where it is this one, write it as 'happened' too")
  }

  static func figureNotInQuote(_ figure: QuotedWords) -> Diagnostic {
    Diagnostic(
      .answerNotInQuote, "the figure '\(figure.words)' is no part of the quotation", at: figure.place,
      remedy: "write the part of the quotation that is meant, word for word")
  }

  fileprivate static func noSuchQuantity(
    _ claimed: ClaimedAnswer, _ answer: Quantity, _ matches: [QuantityMatch]
  ) -> Diagnostic {
    let said = claimed.claim.answer.value
    let held = matches.map { "'\(claimed.text.words($0.span))'" }.joined(separator: ", ")
    var alike = matches.filter { $0.quantity.hasNumbers(of: answer) }
    if alike.isEmpty, let same = writtenAlike(said, among: matches, claimed.text) {
      return .readOtherwise(said, as: answer, same, in: claimed.text, at: claimed.place, "the site's language")
    }
    if alike.isEmpty { alike = matches.filter { $0.quantity.sharesNumber(with: answer) } }
    if let meant = alike.first, alike.allSatisfy({ claimed.words(for: $0) == claimed.words(for: meant) }) {
      // Why: the mended answer alone would be ambiguous.
      let figure = matches.count > 1 ? claimed.figure(for: meant) : nil
      return Diagnostic(
        .answerNotInQuote, "the \(claimed.proof) says \(held), and '\(said)' is another quantity", at: claimed.place,
        notes: figure.map { [Note("more than one quantity stands there: \(claimed.settingFigure($0)) too")] } ?? [],
        remedy: "write '\(claimed.words(for: meant))'",
        fix: figure == nil ? Fix(scalarAt: claimed.place, claimed.words(for: meant)) : nil)
    }
    var notes = [Note(held.isEmpty ? "it holds no quantity" : "it holds \(held)")]
    let computed = ComputedNumber(answer, from: matches.filter { $0.unit == .plain }.map(\.quantity))
    if let computed { notes.append(Note(computed.words + ", and the \(claimed.proof) does not give it")) }
    return Diagnostic(
      .answerNotInQuote, "the \(claimed.proof) does not say '\(said)'", at: claimed.place, notes: notes,
      remedy: claimed.remedy(said, answer, matches, isComputed: computed != nil))
  }

  fileprivate static func digitsMissing(_ runs: [String], _ what: String, _ place: Place) -> Diagnostic {
    let missing = runs.map { "'\($0)'" }.joined(separator: " and ")
    return Diagnostic(
      .answerNotInQuote, "the quotation does not hold the \(missing) of the \(what)", at: place,
      remedy: "leave the number out, or quote the words that give it")
  }

  fileprivate static func absentButQuoted(_ claimed: ClaimedAnswer, _ held: Range<Int>) -> Diagnostic {
    Diagnostic(
      .answerNotInQuote,
      "the \(claimed.proof) holds '\(claimed.text.words(held))', and the claim is that no number is given",
      at: claimed.place, remedy: "quote the words that say so alone, or claim the number")
  }
}

extension ClaimedAnswer {
  /// What is to prove the answer, as diagnostics name it.
  var proof: String { words.isFigure ? "figure" : "quotation" }

  /// A quantity of the seed as the answer would be written: in the seed's own words where they are read alike here.
  func words(for match: QuantityMatch) -> String { answerWords(for: match, in: text, grammar) }

  fileprivate func remedy(
    _ said: String, _ answer: Quantity, _ matches: [QuantityMatch], isComputed: Bool
  ) -> String {
    if isComputed { return "claim the numbers that it gives, each for its own question" }
    guard matches.count == 1, let only = matches.first else { return "quote the words that say '\(said)'" }
    let write = "write '\(words(for: only))'"
    // Why: a number for a vague word, or the other way round, is a reading, where another number may be a slip.
    return (answer.vague == nil) == (only.quantity.vague == nil)
      ? write + ", or quote the words that say '\(said)'" : write
  }
}

/// A quantity of a seed as an answer or note in the grammar's language would write it.
func answerWords(for match: QuantityMatch, in text: SourceText, _ grammar: QuantityGrammar) -> String {
  var words = text.words(match.span)
  let start = Array(words.utf8.prefix(2))
  if let first = start.first, first.isCapital, start.last?.isCapital == false {
    words = words.prefix(1).lowercased() + words.dropFirst()
  }
  if grammar.parseAnswer(words) == match.quantity { return words }
  return match.quantity.words() + (match.unit == .percent ? " %" : "")
}

extension Quantity {
  /// Whether both are about the same numbers, qualifiers aside.
  func hasNumbers(of other: Quantity) -> Bool {
    if let vague, let otherVague = other.vague { return vague.lowerBound == otherVague.lowerBound }
    return !numbers.isEmpty && numbers == other.numbers
  }

  /// Whether one end of a range is the other's number.
  func sharesNumber(with other: Quantity) -> Bool { !numbers.isDisjoint(with: other.numbers) }

  private var numbers: Set<Double> { Set([lower, upper].compactMap { $0 }) }
}
