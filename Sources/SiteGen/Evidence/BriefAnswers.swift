/// The brief answer that claims give to a question (docs/agreement.md). The order of the claims does not matter.
func briefAnswer(to question: Question, from given: [GivenAnswer]) -> BriefAnswer {
  let deciding = given.filter { $0.decides(question) }.sorted(by: GivenAnswer.precedes).latest(for: question)
  let (value, used) = briefValue(question, deciding)
  let claims = used.sorted(by: GivenAnswer.precedes)
  let days = claims.first.flatMap { first in claims.last.map { first.day...$0.day } }
  return BriefAnswer(
    value: value, claims: claims.map(\.id), days: days, speakers: Set(claims.map(\.attributedTo)).sorted())
}

private typealias Brief = (value: BriefAnswer.Value, used: [GivenAnswer])

private func briefValue(_ question: Question, _ given: [GivenAnswer]) -> Brief {
  guard !given.isEmpty else { return (.none, []) }
  switch question.kind {
  case .list:
    var words: [String] = []
    for case .words(let entry) in given.map(\.answer) where !words.contains(entry) { words.append(entry) }
    return (.list(words), given)
  case .worded(let choices, let isState):
    let places = given.byPlace
    if isState {
      let brief = places.map { place, given in
        (place, choiceBrief(choices, given.ofNewestMoment))
      }
      return joined(brief)
    }
    if Set(given.map(\.answer)).count == 1 { return choiceBrief(choices, given) }
    return joined(places.map { ($0, choiceBrief(choices, $1)) })
  case .numeric:
    let places = given.byPlace
    // Why: a number for one place says nothing about the whole, so it counts only if there is no number for the whole.
    if places.first?.place == nil || places.count == 1 { return places.first.map { numberBrief($1) } ?? (.none, []) }
    return joined(places.map { ($0, numberBrief($1)) })
  }
}

/// The values of several places. A single value without a place is returned as it is, not as a list of places.
private func joined(_ places: [(place: String?, brief: Brief)]) -> Brief {
  if places.count == 1, let only = places.first, only.place == nil { return only.brief }
  return (.byPlace(places.map { .init(place: $0.place, value: $0.brief.value) }), places.flatMap(\.brief.used))
}

private func choiceBrief(_ choices: [Question.Choice], _ given: [GivenAnswer]) -> Brief {
  var ids: [String] = []
  for case .choice(let id) in given.map(\.answer) where !ids.contains(id) { ids.append(id) }
  func position(_ id: String) -> Int { choices.firstIndex { $0.id == id } ?? choices.count }
  ids.sort { (position($0), $0) < (position($1), $1) }
  if let only = ids.first, ids.count == 1 { return (.choice(only), given) }
  return (ids.isEmpty ? .none : .disputed(ids), given)
}

private func numberBrief(_ given: [GivenAnswer]) -> Brief {
  let bounded = given.filter { !$0.answer.isVague }
  let used = (bounded.isEmpty ? given : bounded).sinceNewestVoice
  let years = used.compactMap { if case .year(let year) = $0.answer { year } else { nil } }
  if let low = years.min(), let high = years.max() { return (low == high ? .year(low) : .years(low...high), used) }
  let days = used.compactMap { if case .day(let day) = $0.answer { day } else { nil } }
  if let low = days.min(), let high = days.max() { return (low == high ? .day(low) : .dayRange(low...high), used) }
  let quantities = used.compactMap { if case .quantity(let quantity) = $0.answer { quantity } else { nil } }
  if bounded.isEmpty {
    let vague = Set(quantities).sorted(by: Quantity.precedes)
    return (vague.isEmpty ? .none : .vague(vague), used)
  }
  let value = range(of: quantities)
  guard case .quantity(let common) = value else { return (value, used) }
  // Why: "at least 17" allows 900, but does not give that number.
  let giving = used.filter { $0.answer.gives(common) }
  return (value, giving.isEmpty ? used : giving)
}

extension Answer {
  /// Whether the answer equals a brief answer or is more exact; "about 400" gives 400.
  fileprivate func gives(_ brief: Quantity) -> Bool {
    guard case .quantity(let quantity) = self else { return false }
    if quantity.isPoint, brief.isPoint { return quantity.lower == brief.lower }
    let (own, common) = (quantity.comparisonBounds, brief.comparisonBounds)
    return own.lower >= common.lower && own.upper <= common.upper
  }
}

private func range(of quantities: [Quantity]) -> BriefAnswer.Value {
  if let common = Quantity.intersection(of: quantities) { return .quantity(common) }
  // Why: of "18" and "at least 18", the plain number is preferred; the other bound stands in for a missing one.
  func isPlainer(_ left: Quantity, _ right: Quantity) -> Bool {
    if (left.exactValue == nil) != (right.exactValue == nil) { return left.exactValue != nil }
    return Quantity.precedes(left, right)
  }
  let low = quantities.min { left, right in
    let (a, b) = (left.lower ?? left.upper ?? 0, right.lower ?? right.upper ?? 0)
    return a != b ? a < b : isPlainer(left, right)
  }
  let high = quantities.max { left, right in
    let (a, b) = (left.upper ?? left.lower ?? 0, right.upper ?? right.lower ?? 0)
    return a != b ? a < b : isPlainer(right, left)
  }
  guard let low = low?.lowest, let high = high?.highest else { return .none }
  if low != high { return .between(low, high) }
  // Why: "3,000" and "more than 3,000" do not overlap, and neither may be chosen silently.
  let sorted = quantities.sorted(by: Quantity.precedes)
  guard let first = sorted.first(where: { !$0.overlaps(low) }) else { return .quantity(low) }
  return Quantity.precedes(first, low) ? .between(first, low) : .between(low, first)
}

extension Quantity {
  /// The lower end of a range as a quantity of its own; any other quantity itself.
  fileprivate var lowest: Quantity {
    guard !isPoint, let lower, upper != nil else { return self }
    return Quantity(lower: lower, upper: lowerOpen ? nil : lower, lowerOpen: lowerOpen, approximate: approximate)
  }

  /// The upper end of a range as a quantity of its own; any other quantity itself.
  fileprivate var highest: Quantity {
    guard !isPoint, lower != nil, let upper else { return self }
    return Quantity(lower: upperOpen ? nil : upper, upper: upper, upperOpen: upperOpen, approximate: approximate)
  }
}

extension BriefAnswer.Value {
  /// Whether it is one answer, rather than several from which none can be chosen.
  var isSettled: Bool {
    switch self {
    case .none, .between, .years, .dayRange, .disputed: false
    case .vague(let words): words.count == 1
    case .byPlace(let places): places.allSatisfy(\.value.isSettled)
    default: true
    }
  }
}
