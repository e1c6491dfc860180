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

extension Answer {
  /// Whether it is a vague word, such as "dozens".
  var isVague: Bool {
    if case .quantity(let quantity) = self { quantity.vague != nil } else { false }
  }

  /// Whether two answers of one place cannot both hold. `asWords` compares vague words with each other.
  func contradicts(_ other: Answer, asWords: Bool) -> Bool {
    switch (self, other) {
    case (.quantity(let a), .quantity(let b)):
      if asWords, let a = a.vague, let b = b.vague { return a.lowerBound != b.lowerBound }
      return !a.overlaps(b)
    case (.year(let a), .year(let b)): return a != b
    case (.day(let a), .day(let b)): return a != b
    case (.choice(let a), .choice(let b)): return a != b
    default: return false
    }
  }

  /// Whether this is the lower number of two answers that contradict each other.
  func isBelow(_ other: Answer) -> Bool {
    guard case (.quantity(let a), .quantity(let b)) = (self, other) else { return false }
    if let a = a.vague, let b = b.vague { return a.lowerBound < b.lowerBound }
    return a.comparisonBounds.upper <= b.comparisonBounds.lower
  }
}
