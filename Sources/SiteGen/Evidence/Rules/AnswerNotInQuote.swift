/// **answer-not-in-quote**: the answer equals a quantity of its own quotation (or of `figure`), qualifier included:
/// "more than 3,000" is not 3,000.
func answerNotInQuote(_ claimed: ClaimedAnswer, _ answer: Quantity, holds matches: [QuantityMatch]) -> [Diagnostic] {
  [.noSuchQuantity(claimed, answer, matches)]
}

/// Of the same rule: each digit of a worded answer and of a claim's note stands in the quotation.
func digitsNotInQuote(_ claimed: ClaimedAnswer, _ quotation: Quotation, _ answer: Answer?) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  let known = Set(digitRuns(quotation.exact))
  func check(_ words: Located<String>, _ what: String) {
    guard let run = digitRuns(words.value).first(where: { !known.contains($0) }) else { return }
    findings.append(.digitsMissing(run, what, Place(claimed.text.source.file, words.span)))
  }
  if case .words? = answer { check(claimed.claim.answer, "answer") }
  if let note = claimed.claim.note { check(note, "note") }
  return findings
}

/// Of the same rule: a claim that its source does not say a number quotes no number that could be the answer.
func absenceWithQuantity(_ claimed: ClaimedAnswer) -> [Diagnostic] {
  guard claimed.isUnknown || claimed.claim.modality == .absence, claimed.claim.modality != .doubt else { return [] }
  guard
    let match = claimed.text.quantities(in: claimed.words.span).first(where: {
      $0.unit == .plain && !$0.countsOnlyInAnswers
    })
  else { return [] }
  return [.absentButQuoted(claimed, match)]
}

/// The runs of digits of a text, without the separators within them.
private func digitRuns(_ text: String) -> [String] {
  var runs: [String] = []
  var run: [UInt8] = []
  var separated = false
  for byte in text.utf8 {
    if (0x30...0x39).contains(byte) {
      run.append(byte)
      separated = false
    } else if byte == UInt8(ascii: ","), !run.isEmpty, !separated {
      separated = true
    } else if !run.isEmpty {
      runs.append(String(decoding: run, as: UTF8.self))
      run = []
      separated = false
    }
  }
  return run.isEmpty ? runs : runs + [String(decoding: run, as: UTF8.self)]
}

/// The one quantity that a seed writes with the digits of some words, and that was read as another number than these.
func writtenAlike(_ words: String, among matches: [QuantityMatch], _ text: SourceText) -> QuantityMatch? {
  func digits(_ words: String) -> [UInt8] { words.utf8.filter { (0x30...0x39).contains($0) } }
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
    let isPlain = text.words(match.numberSpan).utf8.allSatisfy { !(0x41...0x5A).contains($0 & 0xDF) }
    return Diagnostic(
      .answerNotInQuote,
      "'\(words)' is read here as \(quantity.words()), and '\(held)' in the quotation as"
        + " \(match.quantity.words())",
      at: place, remedy: "write '\(match.quantity.words())'" + (isPlain ? ", as \(language) does" : ""))
  }

  static func yearNotInQuote(_ claimed: ClaimedAnswer, _ year: Int, _ years: [Int]) -> Diagnostic {
    let held = Set(years).sorted().map(String.init).joined(separator: ", ")
    return Diagnostic(
      .answerNotInQuote, "the \(claimed.proof) does not name the year \(year)", at: claimed.place,
      notes: [held.isEmpty ? Note("it names no year") : Note("it names \(held)")])
  }

  static func dayNotInQuote(_ claimed: ClaimedAnswer, _ named: [DateMention]) -> Diagnostic {
    let held = named.map { "'\(claimed.text.words($0.span))'" }.joined(separator: ", ")
    return Diagnostic(
      .answerNotInQuote, "the \(claimed.proof) does not name \(claimed.claim.answer.value)", at: claimed.place,
      notes: [held.isEmpty ? Note("it names no day") : Note("it names \(held)")])
  }

  static func figureNotInQuote(_ figure: QuotedWords) -> Diagnostic {
    Diagnostic(
      .answerNotInQuote, "the figure '\(figure.words)' is no part of the quotation", at: figure.place,
      remedy: "write the part of the quotation that is meant, word for word")
  }

  fileprivate static func noSuchQuantity(
    _ claimed: ClaimedAnswer, _ answer: Quantity, _ matches: [QuantityMatch]
  ) -> Diagnostic {
    let held = matches.map { "'\(claimed.text.words($0.span))'" }.joined(separator: ", ")
    let alike = matches.filter { $0.quantity.hasNumbers(of: answer) }
    if alike.isEmpty, let same = writtenAlike(claimed.claim.answer.value, among: matches, claimed.text) {
      return .readOtherwise(
        claimed.claim.answer.value, as: answer, same, in: claimed.text, at: claimed.place, "the site's language")
    }
    let remedy = alike.count == 1 ? alike.first.map { "write '\($0.quantity.words())'" } : nil
    let fix = alike.count == 1 ? alike.first.map { Fix(scalarAt: claimed.place, $0.quantity.words()) } : nil
    let isQualifier = remedy != nil
    return Diagnostic(
      .answerNotInQuote,
      isQualifier
        ? "the \(claimed.proof) says \(held), and '\(claimed.claim.answer.value)' is another quantity"
        : "the \(claimed.proof) does not say '\(claimed.claim.answer.value)'", at: claimed.place,
      notes: isQualifier ? [] : [Note(held.isEmpty ? "it holds no quantity" : "it holds \(held)")], remedy: remedy,
      fix: fix)
  }

  fileprivate static func digitsMissing(_ run: String, _ what: String, _ place: Place) -> Diagnostic {
    Diagnostic(.answerNotInQuote, "the quotation does not hold the '\(run)' of the \(what)", at: place)
  }

  fileprivate static func absentButQuoted(_ claimed: ClaimedAnswer, _ match: QuantityMatch) -> Diagnostic {
    Diagnostic(
      .answerNotInQuote,
      "the \(claimed.proof) holds '\(claimed.text.words(match.span))', and the claim is that no number is given",
      at: claimed.place, remedy: "quote the words that say so alone, or claim the number")
  }
}

extension ClaimedAnswer {
  /// What is to prove the answer, as diagnostics name it.
  var proof: String { words.isFigure ? "figure" : "quotation" }
}

extension Quantity {
  /// Whether both are about the same numbers, qualifiers aside.
  func hasNumbers(of other: Quantity) -> Bool {
    if let vague, let otherVague = other.vague { return vague.lowerBound == otherVague.lowerBound }
    let ours = Set([lower, upper].compactMap { $0 })
    return !ours.isEmpty && ours == Set([other.lower, other.upper].compactMap { $0 })
  }
}
