/// All agreements that hold among the answers to a question (docs/agreement.md), the headline first. The order of the
/// answers does not matter.
func agreements(on question: Question, among given: [GivenAnswer], brief: BriefAnswer) -> [AgreementReason] {
  let deciding = given.filter { $0.decides(question) }.sorted(by: GivenAnswer.precedes)
  guard !deciding.isEmpty else { return [AgreementReason(agreement: .unanswered, claims: [])] }
  var reasons: [AgreementReason] = []
  func add(_ agreement: Agreement, _ claims: [String]?) {
    if let claims { reasons.append(AgreementReason(agreement: agreement, claims: claims)) }
  }
  let isList = if case .list = question.kind { true } else { false }
  if isList { add(.list, brief.claims) }
  let latest = deciding.latest(for: question)
  let pairs = Pairs(question, deciding, latest: latest)
  let denied = given.filter { $0.modality == .denied }.sorted(by: GivenAnswer.precedes)
  add(
    .disagree,
    pairs.contradiction.map { allShown($0, of: brief, latest) } ?? denial(of: latest, by: denied, question))
  add(.fell, pairs.fall?.map(\.id))
  if pairs.fall == nil { add(.changed, pairs.change?.map(\.id)) }
  // Why: different entries of a list neither confirm nor contradict each other.
  if isList, brief.all.count > 1 { return reasons }
  let places = attributions(of: brief, latest, question)
  let fewest = places.map(\.voices).min() ?? 0
  // Why: an agreement must hold in all places, so the places with the fewest voices decide.
  let claims = places.filter { fewest > 1 || $0.voices == fewest }.flatMap(\.claims)
  let counted = claims.filter { fewest == 0 || $0.voice != nil }.sorted(by: GivenAnswer.precedes).map(\.id)
  if fewest < 2 {
    reasons.append(
      AgreementReason(
        agreement: fewest == 0 ? .reported : .singleVoice, claims: counted, reports: places.map(\.reports).min() ?? 0))
  } else if places.allSatisfy(\.isCommon) {
    add(.agree, counted)
  }
  return reasons
}

/// The claims that name a contradiction: all that give the brief answer for the place, if the pair is among them;
/// otherwise the pair.
private func allShown(_ pair: [GivenAnswer], of brief: BriefAnswer, _ given: [GivenAnswer]) -> [String] {
  let shown = Set(brief.claims)
  guard pair.allSatisfy({ shown.contains($0.id) }) else { return pair.map(\.id) }
  return given.filter { shown.contains($0.id) && $0.place == pair[0].place }.map(\.id)
}

/// The deciding pairs of answers, each the newest of its kind; among pairs of the same days and times, the two answers
/// furthest apart. Different times of one day are like different days.
private struct Pairs {
  /// Two answers that contradict each other; if the days matter, they are of the same day.
  private(set) var contradiction: [GivenAnswer]?
  /// A cumulative count, and a lower one of a later day.
  private(set) var fall: [GivenAnswer]?
  /// Two answers of different days that contradict each other.
  private(set) var change: [GivenAnswer]?

  /// `latest` are the answers that their speakers did not change on the same day; only these contradict each other.
  init(_ question: Question, _ given: [GivenAnswer], latest: [GivenAnswer]) {
    let daysMatter =
      switch question.kind {
      case .list: false
      case .worded(_, let isState): isState
      case .numeric(_, let counts): counts != .event
      }
    if case .list = question.kind { return }
    let latestByPlace = Dictionary(grouping: latest, by: \.place)
    for (place, all) in given.byPlace {
      let asWords = all.areOnlyVague
      // Why: thousands of claims may give a few answers, and comparing each two of them would take minutes.
      guard all.haveContradictions(asWords: asWords) else { continue }
      let group = all.withoutRepetitions
      func conflict(_ before: GivenAnswer, _ after: GivenAnswer) -> Bool {
        before.answer.contradicts(after.answer, asWords: asWords)
      }
      contradiction = Pairs.newer(
        contradiction,
        Pairs.newest(in: (latestByPlace[place] ?? []).withoutRepetitions, ofOneDay: daysMatter) {
          conflict($0, $1) && !(daysMatter && $0.moment.isApart(from: $1.moment))
        })
      guard daysMatter else { continue }
      change = Pairs.newer(change, Pairs.newest(in: group) { $0.moment.isBefore($1.moment) && conflict($0, $1) })
      guard question.counts == .cumulative, change != nil else { continue }
      let highest = asWords ? nil : Pairs.highestBefore(group)
      fall = Pairs.newer(
        fall,
        Pairs.newest(in: group, highest: highest) {
          $0.moment.isBefore($1.moment) && conflict($0, $1) && $1.answer.isBelow($0.answer)
        })
    }
  }

  /// The newest accepted pair of answers in one place. `group` is sorted by day. If `highest` is given, a later answer
  /// whose upper bound exceeds its entry is skipped.
  private static func newest(
    in group: [GivenAnswer], ofOneDay: Bool = false, highest: [Double]? = nil,
    _ accepts: (GivenAnswer, GivenAnswer) -> Bool
  ) -> [GivenAnswer]? {
    let bounds = group.map(\.answer.bounds)
    var found: [GivenAnswer]?
    var reach = 0.0
    for later in group.indices.reversed() {
      let after = group[later]
      if let found, found[1].day > after.day { break }
      // Why: otherwise the history of a growing count would take quadratic time.
      if let highest, let upper = bounds[later]?.upper, upper > highest[later] { continue }
      for index in group.indices[..<later].reversed() {
        let before = group[index]
        if ofOneDay, before.day != after.day { break }
        if let found, found[1].day == after.day, found[0].day > before.day { break }
        // Why: of thousands of different answers, nearly all pairs are closer than one that was found before.
        if let found, found[0].moment == before.moment, found[1].moment == after.moment,
          distance(bounds[index], bounds[later]) < reach
        {
          continue
        }
        if accepts(before, after) {
          let pair = newer(found, [before, after])
          reach = pair.map(distance) ?? 0
          found = pair
        }
      }
    }
    return found
  }

  /// For each answer, the highest lower bound of the answers before it.
  private static func highestBefore(_ group: [GivenAnswer]) -> [Double] {
    var highest = -Double.infinity
    return group.map { given in
      defer { highest = max(highest, given.answer.bounds?.lower ?? -.infinity) }
      return highest
    }
  }

  private static func newer(_ old: [GivenAnswer]?, _ new: [GivenAnswer]?) -> [GivenAnswer]? {
    guard let old, let new else { return old ?? new }
    for (a, b) in zip(old.reversed(), new.reversed()) where a.moment != b.moment {
      return a.moment.sortKey > b.moment.sortKey ? old : new
    }
    let (before, after) = (distance(old), distance(new))
    if before != after { return before > after ? old : new }
    return old.map(\.id).lexicographicallyPrecedes(new.map(\.id)) ? old : new
  }

  /// The distance between two answers that do not overlap; 0 if they are not numbers.
  private static func distance(_ pair: [GivenAnswer]) -> Double {
    distance(pair.first?.answer.bounds, pair.last?.answer.bounds)
  }

  private static func distance(_ first: QuantityBounds?, _ last: QuantityBounds?) -> Double {
    guard let first, let last else { return 0 }
    return max(first.lower - last.upper, last.lower - first.upper, 0)
  }
}

extension Answer {
  /// The values that a quantity leaves possible in comparisons; nil for any other answer.
  fileprivate var bounds: QuantityBounds? {
    if case .quantity(let quantity) = self { quantity.comparisonBounds } else { nil }
  }
}

/// An answer that is both asserted and denied: the newest assertion with its newest denial.
private func denial(of asserted: [GivenAnswer], by denied: [GivenAnswer], _ question: Question) -> [String]? {
  for claim in asserted.reversed() {
    for denial in denied.reversed() where denial.place == claim.place && denial.answer == claim.answer {
      // Why: a state of one day may be denied for another day without a contradiction.
      if question.counts == .stock, denial.moment.isApart(from: claim.moment) { continue }
      return [claim, denial].sorted(by: GivenAnswer.precedes).map(\.id)
    }
  }
  return nil
}

/// The claims that give the brief answer in one place.
private struct Attribution {
  /// The claims from which it was derived and the newest claim of each other voice that gave one of its answers.
  var claims: [GivenAnswer]
  var voices: Int
  /// The number of sources that give it; of several answers, the lowest.
  var reports: Int
  /// Whether no two of its answers contradict each other.
  var isCommon: Bool
}

/// By place. Unless the question counts a state (`stock`), claims of other days that give the same answer count as well.
private func attributions(
  of brief: BriefAnswer, _ given: [GivenAnswer], _ question: Question
) -> [Attribution] {
  let used = Set(brief.claims)
  return stated(brief, among: given, question).byPlace.map { _, stated in
    let chosen = stated.filter { used.contains($0.id) }
    var voices = Set(chosen.compactMap(\.voice))
    let others = stated.reversed().filter { other in
      guard !used.contains(other.id), let voice = other.voice else { return false }
      return voices.insert(voice).inserted
    }
    let byNumber = Dictionary(grouping: stated, by: \.answer.number)
    return Attribution(
      claims: chosen + others, voices: voices.count,
      reports: byNumber.values.map { Set($0.map(\.sourceID)).count }.min() ?? 0,
      isCommon: !chosen.haveContradictions(asWords: chosen.areOnlyVague))
  }
}

/// The deciding claims that give an answer which the brief answer shows for their place: those from which it was derived
/// and, unless the question counts a state (`stock`), those of other days with the same words.
func stated(_ brief: BriefAnswer, among given: [GivenAnswer], _ question: Question) -> [GivenAnswer] {
  let used = Set(brief.claims)
  let shown = given.filter { used.contains($0.id) }
  guard question.counts != .stock else { return shown }
  let answers = Dictionary(grouping: shown, by: \.place).mapValues { Set($0.map(\.answer)) }
  return given.filter { used.contains($0.id) || answers[$0.place]?.contains($0.answer) == true }
}

extension [GivenAnswer] {
  /// Whether two of the answers, all for one place, contradict each other, whatever their days.
  fileprivate func haveContradictions(asWords: Bool) -> Bool {
    let answers = [ComparedAnswer](Set(map(\.answer.asCompared)))
    return answers.indices.contains { first in
      answers[..<first].contains { $0.answer.contradicts(answers[first].answer, asWords: asWords) }
    }
  }

  /// The answers, each once for each day and time, with the claim whose identifier is the first.
  fileprivate var withoutRepetitions: [GivenAnswer] {
    var seen: Set<Repetition> = []
    return filter { seen.insert(Repetition(answer: $0.answer.asCompared, moment: $0.moment)).inserted }
  }
}

/// An answer that was given before for the same day and time.
private struct Repetition: Hashable {
  var answer: ComparedAnswer
  var moment: Moment
}
