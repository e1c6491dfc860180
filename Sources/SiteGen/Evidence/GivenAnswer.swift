/// The part of a claim that agreement and the brief answer depend on.
struct GivenAnswer: Sendable {
  /// The claim's identifier.
  var id: String
  var answer: Answer
  var modality: Claim.Modality = .asserted
  /// The day for which the answer holds.
  var day: Day
  /// The local time of that day; nil means the whole day.
  var time: TimeOfDay?
  /// Nil if the answer holds everywhere, or its place is not stated.
  var place: String?
  /// The speaker's identifier, or `report`.
  var speaker: String
  /// The identifier of the source that reports it.
  var sourceID = ""
  /// Nil if the speaker does not count as a voice.
  var voice: String?

  /// The voice, or the speaker if there is none.
  var attributedTo: String { voice ?? speaker }

  var moment: Moment { Moment(day, time) }

  func decides(_ question: Question) -> Bool { question.isDecided(by: answer, modality) }

  /// The sort order by day and time, then identifier.
  static func precedes(_ left: GivenAnswer, _ right: GivenAnswer) -> Bool {
    (left.moment.sortKey, left.id) < (right.moment.sortKey, right.id)
  }
}

extension Evidence {
  /// Whether it decides agreement and the brief answer of its question. A replaced claim does not.
  var decides: Bool { replacedBy == nil && question.isDecided(by: answer, claim.modality) }
}

extension Question {
  /// Whether an answer decides agreement and the brief answer: asserted answers do, and projected ones of a projected
  /// count, but `unknown` does not.
  fileprivate func isDecided(by answer: Answer, _ modality: Claim.Modality) -> Bool {
    guard modality == .asserted || (modality == .projected && counts == .projected) else { return false }
    return answer != .words(Answer.unknown)
  }
}

extension [GivenAnswer] {
  /// Whether all answers are vague words, which are then compared as words.
  var areOnlyVague: Bool {
    allSatisfy(\.answer.isVague)
  }

  /// The answers by place: those without a place first, then by name.
  var byPlace: [(place: String?, given: [GivenAnswer])] {
    Dictionary(grouping: self, by: \.place).sorted { left, right in
      guard let a = left.key else { return right.key != nil }
      return right.key.map { a < $0 } ?? false
    }.map { ($0.key, $0.value) }
  }
}

/// An answer with all that comparisons depend on: "two dozen" and 24 are equal, but compared differently.
struct ComparedAnswer: Hashable {
  var answer: Answer
  var isRound: Bool
}

extension Answer {
  var asCompared: ComparedAnswer {
    if case .quantity(let quantity) = self { return ComparedAnswer(answer: self, isRound: quantity.isRound) }
    return ComparedAnswer(answer: self, isRound: false)
  }

  /// Whether it is a vague word, such as "dozens".
  var isVague: Bool {
    if case .quantity(let quantity) = self { quantity.vague != nil } else { false }
  }

  /// Whether two answers of one place cannot both hold. `asWords` compares vague words with each other. Two wordings of
  /// the same number ("3,000" and "more than 3,000") do not contradict each other.
  func contradicts(_ other: Answer, asWords: Bool) -> Bool {
    switch (self, other) {
    case (.quantity(let a), .quantity(let b)):
      if asWords, let a = a.vague, let b = b.vague { return a.lowerBound != b.lowerBound }
      return !a.overlaps(b) && !a.isSameNumber(as: b)
    case (.year(let a), .year(let b)): return a != b
    case (.day(let a), .day(let b)): return a != b
    case (.choice(let a), .choice(let b)): return a != b
    default: return false
    }
  }

  /// The lower bound of a vague word; words of one class have the same.
  var vagueClass: Double? {
    if case .quantity(let quantity) = self { quantity.vague?.lowerBound } else { nil }
  }

  /// The number without its qualifiers; any other answer itself.
  var number: Answer {
    if case .quantity(let quantity) = self { .quantity(quantity.unqualified) } else { self }
  }

  /// Whether it is a number with two different bounds.
  var isRange: Bool {
    if case .quantity(let quantity) = self {
      !quantity.isPoint && quantity.lower != nil && quantity.upper != nil
    } else {
      false
    }
  }

  /// The side on which a number has no bound.
  var openSide: Quantity.Side? {
    if case .quantity(let quantity) = self { quantity.openSide } else { nil }
  }

  /// How much an answer leaves possible: the sides without a bound, the distance of the bounds, and the bounds that are
  /// themselves possible.
  var width: (open: Int, distance: Double, closed: Int) {
    guard case .quantity(let quantity) = self else { return (0, 0, 0) }
    let bounds = quantity.comparisonBounds
    let isBounded = bounds.lower.isFinite && bounds.upper.isFinite
    return (
      isBounded ? 0 : 1, isBounded ? bounds.upper - bounds.lower : 0,
      (bounds.lowerOpen ? 0 : 1) + (bounds.upperOpen ? 0 : 1)
    )
  }

  /// The order of numbers, years and days.
  func isLess(than other: Answer) -> Bool {
    switch (self, other) {
    case (.quantity(let a), .quantity(let b)): Quantity.precedes(a, b)
    case (.year(let a), .year(let b)): a < b
    case (.day(let a), .day(let b)): a < b
    default: false
    }
  }

  /// Whether this is the lower number of two answers that contradict each other.
  func isBelow(_ other: Answer) -> Bool {
    guard case (.quantity(let a), .quantity(let b)) = (self, other) else { return false }
    if let a = a.vague, let b = b.vague { return a.lowerBound < b.lowerBound }
    return a.comparisonBounds.upper <= b.comparisonBounds.lower
  }
}
