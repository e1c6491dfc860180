/// What agreement and the brief answer need to know of a claim.
struct GivenAnswer: Sendable {
  /// The claim's identifier.
  var id: String
  var answer: Answer
  var modality: Claim.Modality = .asserted
  /// The day for which it holds.
  var day: Day
  /// Nil: everywhere, or not said.
  var place: String?
  /// The speaker's identifier, or `report`.
  var speaker: String
  /// The voice as which the speaker counts.
  var voice: String?

  /// Who gave it, as it is counted: the voice, else the speaker.
  var attributedTo: String { voice ?? speaker }

  func decides(_ question: Question) -> Bool { question.isDecided(by: answer, modality) }

  /// The order of evidence: by day, then identifier.
  static func precedes(_ left: GivenAnswer, _ right: GivenAnswer) -> Bool {
    (left.day, left.id) < (right.day, right.id)
  }
}

extension Evidence {
  var decides: Bool { question.isDecided(by: answer, claim.modality) }
}

extension Question {
  /// Whether an answer decides agreement and the brief answer: what is asserted, and what a projected count projects.
  fileprivate func isDecided(by answer: Answer, _ modality: Claim.Modality) -> Bool {
    guard modality == .asserted || (modality == .projected && counts == .projected) else { return false }
    return answer != .words(Answer.unknown)
  }
}

extension [GivenAnswer] {
  /// Whether the answers of some place hold nothing but vague words, which are then compared as words.
  var areOnlyVague: Bool {
    allSatisfy { given in
      if case .quantity(let quantity) = given.answer { quantity.vague != nil } else { false }
    }
  }

  /// The answers by place, everywhere first, then by name.
  var byPlace: [(place: String?, given: [GivenAnswer])] {
    Dictionary(grouping: self, by: \.place).sorted { left, right in
      guard let a = left.key else { return right.key != nil }
      return right.key.map { a < $0 } ?? false
    }.map { ($0.key, $0.value) }
  }
}

extension Answer {
  /// Whether two answers of one place cannot both hold; vague words are `asWords` where there is no number.
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

  /// Of two answers that contradict each other: whether this one is the lower number.
  func isBelow(_ other: Answer) -> Bool {
    guard case (.quantity(let a), .quantity(let b)) = (self, other) else { return false }
    if let a = a.vague, let b = b.vague { return a.lowerBound < b.lowerBound }
    return a.comparisonBounds.upper <= b.comparisonBounds.lower
  }
}
