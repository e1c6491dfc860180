extension Rule {
  static let staleNumber = Rule(
    "stale-number", .error, about: .prose, "a linked number is not a current answer to the question",
    reason: """
      A number in the text of a question link is not a current answer to the question: no claim gives it, or only \
      claims that do not decide (such as rumours), have been replaced, or are older than the current answers. To cite \
      an answer that is no longer current, link to its claim: `[12](claim:ID)`. A number in the text of such a link is \
      reported if it is not the answer of that claim.
      """,
    example: .note(
      failing: "The town lost [12](question:houses-lost) houses.",
      corrected: "The town lost [](question:houses-lost) houses."))
}

/// A number in the text of a link to a question or claim.
struct LinkedNumber: Sendable {
  var words: String
  var place: Place
  /// Whether the link's text contains the whole number, so that an answer can replace it.
  var isWhole: Bool
  /// Nil for a picture.
  var link: Link?

  struct Link: Sendable {
    /// Nil if the address is not part of the link itself.
    var address: Place?
    var hasOtherNumbers: Bool
  }
}

/// How the answers are written that a diagnostic names and proposes.
private struct Writing {
  let printed: (Quantity) -> String
  /// Nil for an answer that would not be read back as it is.
  let proposal: (Quantity) -> String?

  static var years: Writing {
    Writing(printed: { $0.words(separator: "") }, proposal: { $0.words(separator: "") })
  }

  init(printed: @escaping (Quantity) -> String, proposal: @escaping (Quantity) -> String?) {
    (self.printed, self.proposal) = (printed, proposal)
  }

  /// `answers` are those that may be proposed.
  init(_ match: QuantityMatch, _ language: WritingLanguage, _ answers: [StatedAnswer]) {
    self.init(printed: language.style.words) { quantity in
      let isPercent = match.unit == .percent && answers.contains { $0.quantity == quantity && $0.isPercent }
      return language.proposal(for: quantity, isPercent: isPercent)
    }
  }
}

/// Checks a number in a link to a question.
func staleNumber(
  _ match: QuantityMatch, _ number: LinkedNumber, question: String, _ answers: [StatedAnswer], _ context: ProseContext,
  _ language: WritingLanguage
) -> [Diagnostic] {
  staleNumber(number, question, answers, context, Writing(match, language, answers)) { $0.isGiven(by: match) }
}

/// Checks a year in a link to a question that asks for one.
func staleNumber(
  year: Int, _ number: LinkedNumber, question: String, _ answers: [StatedAnswer], _ context: ProseContext
) -> [Diagnostic] {
  staleNumber(number, question, answers, context, .years) {
    $0.quantity == Quantity(Double(year))
  }
}

/// Checks a number in a link to a claim.
func staleNumber(
  _ match: QuantityMatch, _ number: LinkedNumber, claim: ClaimAnswer, _ language: WritingLanguage
) -> [Diagnostic] {
  if claim.stated.map({ $0.isGiven(by: match) }) ?? claim.contains(match, language.grammar) { return [] }
  return [.notAnswer(number, of: claim, Writing(match, language, claim.stated.map { [$0] } ?? []))]
}

/// Checks a year in a link to a claim that answers a question for one.
func staleNumber(year: Int, _ number: LinkedNumber, claim: ClaimAnswer) -> [Diagnostic] {
  if claim.stated?.quantity == Quantity(Double(year)) { return [] }
  return [.notAnswer(number, of: claim, .years)]
}

private func staleNumber(
  _ number: LinkedNumber, _ question: String, _ answers: [StatedAnswer], _ context: ProseContext,
  _ writing: Writing, isGiven: (StatedAnswer) -> Bool
) -> [Diagnostic] {
  let given = answers.filter(isGiven)
  if given.contains(where: \.isCurrent) { return [] }
  let current = answers.filter(\.isCurrent)
  if given.isEmpty { return [.stale(number, question, current, writing)] }
  let claims = given.map(\.evidence).sorted { ($1.moment.sortKey, $1.id) < ($0.moment.sortKey, $0.id) }
  return [.past(number, question, claims, current, context, writing)]
}

extension StatedAnswer {
  fileprivate func isGiven(by match: QuantityMatch) -> Bool {
    match.equals(quantity) && (match.unit != .percent || isPercent)
  }
}

extension ClaimAnswer {
  /// Whether the words of the answer, which is not a number, contain a number.
  fileprivate func contains(_ match: QuantityMatch, _ grammar: QuantityGrammar) -> Bool {
    grammar.quantities(in: Array(words.utf8)).contains { match.equals($0.quantity) }
  }
}

extension Diagnostic {
  /// A number that no claim gives.
  fileprivate static func stale(
    _ number: LinkedNumber, _ question: String, _ current: [StatedAnswer], _ writing: Writing
  ) -> Diagnostic {
    let quantities = Set(current.map(\.quantity)).sorted(by: Quantity.precedes)
    let only = quantities.count == 1 && number.isWhole ? writing.proposal(quantities[0]) : nil
    return Diagnostic(
      .staleNumber, "no claim answers '\(question)' with '\(number.words)'", at: number.place,
      notes: [
        Note(current.isEmpty ? "no claim answers it with a number" : "the answers are " + list(current, writing))
      ],
      remedy: current.isEmpty
        ? "leave the number out, or link it to its source"
        : (only.map { "write '\($0)'" } ?? "write one of the answers") + orEmpty,
      fix: only.flatMap { number.place.file.text(number.place.span) == number.words ? Fix(number.place, $0) : nil })
  }

  /// A number that only claims give that are not current, the newest of them first.
  fileprivate static func past(
    _ number: LinkedNumber, _ question: String, _ claims: [Evidence], _ current: [StatedAnswer],
    _ context: ProseContext, _ writing: Writing
  ) -> Diagnostic {
    var notes = claims.prefix(3).map { claim in
      Note(
        "the claim '\(claim.id)' gives it (\(claim.claim.saidBy.value), \(claim.moment))" + reason(claim),
        at: context.place(of: claim))
    }
    if !current.isEmpty { notes.append(Note("the current answers are " + list(current, writing))) }
    let ids = claims.prefix(3).map { "'claim:\($0.id)'" }.joined(separator: " or ")
    var remedy: String
    var fix: Fix?
    if let link = number.link {
      if link.hasOtherNumbers {
        remedy = "put the number into a link of its own, to \(ids)"
      } else {
        remedy = "link it to \(ids)" + (current.isEmpty ? "" : orEmpty)
        let address = "question:" + question
        if claims.count == 1, let place = link.address, place.file.text(place.span) == address {
          fix = Fix(place, "claim:" + claims[0].id)
        }
      }
    } else {
      remedy = current.isEmpty ? "leave the number out" : "write one of the current answers" + orEmpty
    }
    return Diagnostic(
      .staleNumber, "'\(number.words)' is not a current answer to '\(question)'", at: number.place, notes: notes,
      remedy: remedy, fix: fix)
  }

  /// A number that is not the answer of the claim to which it is linked.
  fileprivate static func notAnswer(
    _ number: LinkedNumber, of claim: ClaimAnswer, _ writing: Writing
  ) -> Diagnostic {
    let answer = claim.stated.map { writing.printed($0.quantity) }
    let proposal = number.isWhole ? claim.stated.flatMap { writing.proposal($0.quantity) } : nil
    let remedy =
      claim.stated == nil
      ? "leave the number out"
      : (proposal.map { "write '\($0)'" } ?? "write its answer") + ", or leave the link text empty"
    return Diagnostic(
      .staleNumber,
      "the claim '\(claim.evidence.id)' does not answer '\(number.words)'", at: number.place,
      notes: [Note("it answers '\(answer ?? claim.words)'")], remedy: remedy,
      fix: proposal.flatMap {
        number.place.file.text(number.place.span) == number.words ? Fix(number.place, $0) : nil
      })
  }

  private static let orEmpty = ", or leave the link text empty to show the current answer"

  /// The numbers of answers, each with its speakers.
  private static func list(_ answers: [StatedAnswer], _ writing: Writing) -> String {
    var speakers: [Quantity: Set<String>] = [:]
    for answer in answers { speakers[answer.quantity, default: []].insert(answer.evidence.claim.saidBy.value) }
    return speakers.keys.sorted(by: Quantity.precedes).map { quantity in
      "'\(writing.printed(quantity))' (\((speakers[quantity] ?? []).sorted().joined(separator: ", ")))"
    }.joined(separator: ", ")
  }

  /// Why the answer of a claim is not current, if another reason than its day.
  private static func reason(_ claim: Evidence) -> String {
    if let later = claim.replacedBy { return ", but '\(later)' replaces it" }
    return claim.decides ? "" : ", but it is '\(claim.claim.modality.rawValue)'"
  }
}
