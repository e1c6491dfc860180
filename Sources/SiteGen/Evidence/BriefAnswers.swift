/// The brief answer that claims give to a question (docs/agreement.md). The order of the claims does not matter.
func briefAnswer(to question: Question, from given: [GivenAnswer]) -> BriefAnswer {
  let current = currentAnswers(to: question, from: given)
  let parts = briefParts(question, current)
  let shown = Set(parts.flatMap(\.all).flatMap(\.claims))
  let claims = current.filter { shown.contains($0.id) }.sorted(by: GivenAnswer.precedes)
  return BriefAnswer(parts: parts, claims: claims.map(\.id))
}

private func briefParts(_ question: Question, _ current: [GivenAnswer]) -> [BriefAnswer.Part] {
  guard !current.isEmpty else { return [] }
  switch question.kind {
  case .list: return [BriefAnswer.Part(places: [], steps: [current.grouped(by: \.answer)])]
  case .worded(let choices, let isState):
    let order = Dictionary(choices.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = current.byPlace.map { place, given in
      let sorted = given.grouped(by: \.answer).sorted {
        order.position(of: $0.answer) < order.position(of: $1.answer)
      }
      return DatedPart(
        moment: isState ? given.last?.moment : nil,
        part: BriefAnswer.Part(places: place.map { [$0] } ?? [], steps: [sorted]))
    }
    return sorted(merged(places))
  case .numeric(let unit, let counts):
    let isEvent = counts == .event || unit == "year" || unit == "date"
    return sorted(
      current.byPlace.map { place, given in
        DatedPart(
          moment: counts == .stock ? given.last?.moment : nil,
          part: BriefAnswer.Part(
            places: place.map { [$0] } ?? [], steps: steps(folded(given), ofOneDay: isEvent)))
      })
  }
}

/// The answers for one place, with their day if the question asks for the situation on a day.
private struct DatedPart {
  var moment: Moment?
  var part: BriefAnswer.Part

  func isSame(as other: DatedPart) -> Bool {
    moment == other.moment && part.all.map(\.answer) == other.part.all.map(\.answer)
  }
}

/// Places with the same choices as one part. If all places have those that are given without a place, none is named.
private func merged(_ parts: [DatedPart]) -> [DatedPart] {
  let isEverywhere = parts.allSatisfy { $0.isSame(as: parts[0]) }
  var merged: [DatedPart] = []
  for next in parts {
    let same = merged.firstIndex { known in
      known.isSame(as: next) && (isEverywhere || known.part.places.isEmpty == next.part.places.isEmpty)
    }
    guard let same else {
      merged.append(next)
      continue
    }
    if !merged[same].part.places.isEmpty { merged[same].part.places += next.part.places }
    for (index, given) in next.part.all.enumerated() { merged[same].part.steps[0][index].claims += given.claims }
  }
  return merged
}

/// The parts by day, then in their order; of one day, the part without a place last.
private func sorted(_ parts: [DatedPart]) -> [BriefAnswer.Part] {
  parts.enumerated().sorted { left, right in
    let (a, b) = (left.element, right.element)
    if let first = a.moment, let second = b.moment, first != second { return first.sortKey < second.sortKey }
    if a.part.places.isEmpty != b.part.places.isEmpty { return b.part.places.isEmpty }
    return left.offset < right.offset
  }.map(\.element.part)
}

/// Several claims with one answer.
private struct Folded {
  /// The claim whose wording is shown first.
  var claims: [GivenAnswer]
  var answer: Answer { claims[0].answer }
  /// The newest moment at which it was given.
  var moment: Moment

  /// `claims` must not be empty; the order decides among claims of the same day.
  init(_ claims: [GivenAnswer], shown: GivenAnswer) {
    self.claims = [shown] + claims.filter { $0.id != shown.id }
    moment = claims.map(\.moment).max { $0.sortKey < $1.sortKey } ?? shown.moment
  }

  var given: BriefAnswer.Given { BriefAnswer.Given(answer: answer, claims: claims.map(\.id)) }
}

/// The numbers, years or days that are shown of the answers for one place; vague words only if nobody gave a number.
private func folded(_ given: [GivenAnswer]) -> [Folded] {
  let bounded = given.filter { !$0.answer.isVague }
  if bounded.isEmpty {
    return given.groups { $0.answer.vagueClass }.map { Folded($0, shown: $0.newest) }
  }
  // Why before answers with the same number are joined: of "26", "at least 26" and "30", the second allows 30, but the
  // first does not.
  let containing = containingOthers(bounded.map(\.answer))
  let kept = bounded.filter { !containing.contains($0.answer.asCompared) }
  return kept.groups(by: \.answer.number).flatMap { group -> [Folded] in
    let sides = Set(group.compactMap(\.answer.openSide))
    // Why: "more than 400" and "fewer than 400" have only the number in common.
    guard sides.count < 2 else { return group.groups(by: \.answer).map { Folded($0, shown: $0.newest) } }
    return [Folded(group, shown: group.leavingMost)]
  }
}

/// The quantities that contain another one, which is not the same number in other words. Such an answer allows the
/// other, but does not give it: "at least 17" allows 900.
private func containingOthers(_ answers: [Answer]) -> Set<ComparedAnswer> {
  let all = Set(answers.map(\.asCompared))
  let quantities = all.compactMap { compared -> Quantity? in
    if case .quantity(let quantity) = compared.answer { quantity } else { nil }
  }
  return all.filter { compared in
    guard case .quantity(let outer) = compared.answer, outer.exactValue == nil || outer.isRound else { return false }
    let bounds = outer.comparisonBounds
    return quantities.contains { inner in
      guard !outer.isSameNumber(as: inner), bounds.contains(inner.comparisonBounds) else { return false }
      return bounds != inner.comparisonBounds || Quantity.precedes(inner, outer)
    }
  }
}

/// Answers by day, each at the newest day on which it was given; those of an event are of one day.
private func steps(_ folded: [Folded], ofOneDay isOneDay: Bool) -> [[BriefAnswer.Given]] {
  func sorted(_ step: [Folded]) -> [BriefAnswer.Given] {
    step.sorted { $0.answer.isLess(than: $1.answer) }.map(\.given)
  }
  if isOneDay { return [sorted(folded)] }
  var steps: [[Folded]] = []
  for next in folded.sorted(by: { ($0.moment.sortKey, $0.claims[0].id) < ($1.moment.sortKey, $1.claims[0].id) }) {
    let isOfSameDay = steps.last?.contains { !$0.moment.isApart(from: next.moment) } ?? false
    if isOfSameDay { steps[steps.count - 1].append(next) } else { steps.append([next]) }
  }
  return steps.map(sorted)
}

extension [String: Int] {
  /// The position of a choice; those that the question does not have last.
  fileprivate func position(of answer: Answer) -> Int {
    if case .choice(let id) = answer { self[id] ?? count } else { count }
  }
}

extension [GivenAnswer] {
  /// The answers by a key, in the order of their first appearance.
  fileprivate func groups<Key: Hashable>(by key: (GivenAnswer) -> Key) -> [[GivenAnswer]] {
    var positions: [Key: Int] = [:]
    var groups: [[GivenAnswer]] = []
    for given in self {
      let next = groups.count
      let position = positions[key(given), default: next]
      if position == next {
        positions[key(given)] = next
        groups.append([given])
      } else {
        groups[position].append(given)
      }
    }
    return groups
  }

  fileprivate func grouped(by key: (GivenAnswer) -> Answer) -> [BriefAnswer.Given] {
    groups(by: key).map { BriefAnswer.Given(answer: $0[0].answer, claims: $0.map(\.id)) }
  }

  /// The newest of the answers; of one day and time, the one with the first identifier.
  fileprivate var newest: GivenAnswer {
    self[1...].reduce(self[0]) { best, next in
      (next.moment.sortKey, best.id) > (best.moment.sortKey, next.id) ? next : best
    }
  }

  /// The answer whose words leave the most numbers possible; of equal ones, the newest.
  fileprivate var leavingMost: GivenAnswer {
    var most = [self[0]]
    for next in self[1...] {
      let (width, widest) = (next.answer.width, most[0].answer.width)
      if width == widest { most.append(next) } else if width > widest { most = [next] }
    }
    return most.newest
  }
}
