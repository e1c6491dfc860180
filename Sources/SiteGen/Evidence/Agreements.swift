/// All agreements that hold among the answers to a question, the headline first (design.md, "Agreement"), whatever
/// the order of the answers.
func agreements(on question: Question, among given: [GivenAnswer], brief: BriefAnswer) -> [AgreementReason] {
  let deciding = given.filter { $0.decides(question) }.sorted(by: GivenAnswer.precedes)
  guard !deciding.isEmpty else { return [AgreementReason(agreement: .unanswered, claims: [])] }
  var reasons: [AgreementReason] = []
  func add(_ agreement: Agreement, _ claims: [String]?) {
    if let claims { reasons.append(AgreementReason(agreement: agreement, claims: claims)) }
  }
  let isList = if case .list = question.kind { true } else { false }
  if isList { add(.list, brief.claims) }
  let pairs = Pairs(question, deciding)
  let denied = given.filter { $0.modality == .denied }.sorted(by: GivenAnswer.precedes)
  add(.disagree, pairs.contradiction ?? denial(of: deciding, by: denied, question))
  add(.fell, pairs.fall)
  if pairs.fall == nil { add(.changed, pairs.change) }
  // Why: different entries of a list neither confirm nor contradict each other.
  if isList { return reasons }
  let places = givers(of: brief, deciding, question)
  let fewest = places.map(\.voices).min() ?? 0
  // Why: where places differ, those that have the fewest voices decide what can be said of all.
  let claims = places.filter { fewest > 1 || $0.voices == fewest }.flatMap(\.claims)
  let heard = claims.filter { fewest == 0 || $0.voice != nil }.sorted(by: GivenAnswer.precedes).map(\.id)
  switch fewest {
  case 0: add(.reported, heard)
  case 1: add(.singleVoice, heard)
  default:
    if brief.value.isSettled, isCommon(brief, deciding) { add(.agree, heard) }
  }
  return reasons
}

/// The pairs of answers that decide, each the newest of its kind; of those of the same days the two furthest apart.
private struct Pairs {
  /// Two answers that cannot both hold, of one day where the days matter.
  var contradiction: [String]?
  /// A cumulative count, and the lower one of a later day.
  var fall: [String]?
  /// Two answers of different days.
  var change: [String]?

  init(_ question: Question, _ given: [GivenAnswer]) {
    let daysMatter =
      switch question.kind {
      case .list: false
      case .worded(_, let isState): isState
      case .numeric(_, let counts): counts != .event
      }
    if case .list = question.kind { return }
    var found: (contradiction: [GivenAnswer]?, fall: [GivenAnswer]?, change: [GivenAnswer]?)
    for (_, group) in given.byPlace {
      let asWords = group.areOnlyVague
      for later in group.indices {
        for earlier in group[..<later].indices {
          let (before, after) = (group[earlier], group[later])
          guard before.answer.contradicts(after.answer, asWords: asWords) else { continue }
          let pair = [before, after]
          if !daysMatter || before.day == after.day {
            found.contradiction = Pairs.newer(found.contradiction, pair)
          } else {
            found.change = Pairs.newer(found.change, pair)
            if question.counts == .cumulative, after.answer.isBelow(before.answer) {
              found.fall = Pairs.newer(found.fall, pair)
            }
          }
        }
      }
    }
    contradiction = found.contradiction?.map(\.id)
    fall = found.fall?.map(\.id)
    change = found.change?.map(\.id)
  }

  private static func newer(_ old: [GivenAnswer]?, _ new: [GivenAnswer]) -> [GivenAnswer] {
    guard let old else { return new }
    for (a, b) in zip(old.reversed(), new.reversed()) where a.day != b.day { return a.day > b.day ? old : new }
    let (before, after) = (distance(old), distance(new))
    if before != after { return before > after ? old : new }
    return old.map(\.id).lexicographicallyPrecedes(new.map(\.id)) ? old : new
  }

  /// How far two answers that do not overlap are apart; 0 where they are no numbers.
  private static func distance(_ pair: [GivenAnswer]) -> Double {
    let bounds = pair.compactMap { given in
      if case .quantity(let quantity) = given.answer { quantity.comparisonBounds } else { nil }
    }
    guard let first = bounds.first, let last = bounds.last else { return 0 }
    return max(first.lower - last.upper, last.lower - first.upper, 0)
  }
}

/// An answer that one asserts and another denies: the newest assertion, its newest denial.
private func denial(of asserted: [GivenAnswer], by denied: [GivenAnswer], _ question: Question) -> [String]? {
  for claim in asserted.reversed() {
    for denial in denied.reversed() where denial.place == claim.place && denial.answer == claim.answer {
      // Why: what was so on one day may be denied of another without a contradiction.
      if question.counts == .stock, denial.day != claim.day { continue }
      return [claim, denial].sorted(by: GivenAnswer.precedes).map(\.id)
    }
  }
  return nil
}

/// Who gives the brief answer, place by place: the claims from which it was made and, unless the days matter, the
/// newest claim of each further voice that gave the very same on another day.
private func givers(
  of brief: BriefAnswer, _ given: [GivenAnswer], _ question: Question
) -> [(voices: Int, claims: [GivenAnswer])] {
  let used = Set(brief.claims)
  return given.filter { used.contains($0.id) }.byPlace.map { place, chosen in
    var voices = Set(chosen.compactMap(\.voice))
    guard question.counts != .stock, brief.value.isSettled else { return (voices.count, chosen) }
    let answers = Set(chosen.map(\.answer))
    let others = given.reversed().filter { other in
      guard other.place == place, answers.contains(other.answer), let voice = other.voice else { return false }
      return voices.insert(voice).inserted
    }
    return (voices.count, chosen + others)
  }
}

/// Whether the claims of the brief answer say one thing in each place.
private func isCommon(_ brief: BriefAnswer, _ given: [GivenAnswer]) -> Bool {
  let used = Set(brief.claims)
  return given.filter { used.contains($0.id) }.byPlace.allSatisfy { _, group in
    let asWords = group.areOnlyVague
    return group.allSatisfy { a in group.allSatisfy { !a.answer.contradicts($0.answer, asWords: asWords) } }
  }
}

/// The voices that give an answer to a question, sorted.
func voices(answering question: Question, _ given: [GivenAnswer]) -> [String] {
  Set(given.filter { $0.decides(question) }.compactMap(\.voice)).sorted()
}
