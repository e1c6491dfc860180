extension Rule {
  static let partExceedsWhole = Rule(
    "part-exceeds-whole", .warning, about: .answers, "the answer for a part is larger than the answer for the whole",
    reason: """
      The question is `part_of` another question, but its answer is larger than the answer to that question. Either \
      one of the answers is wrong, or the two questions count different things.
      """,
    example: .topic(
      failing: """
        # 14 houses were lost, and 60 others are damaged
        houses-damaged:
          part_of: houses-lost
          asks: How many other houses were damaged?
        """,
      corrected: """
        # 14 houses were lost, and 60 others are damaged
        houses-damaged:
          asks: How many other houses were damaged?
        """))
}

/// Compares the current numbers of each part with those of its whole.
func partExceedsWhole(_ answeredQuestions: [FactSheet.AnsweredQuestion], _ dossier: Dossier) -> [Diagnostic] {
  let byID = Dictionary(answeredQuestions.map { ($0.question.id, $0) }, uniquingKeysWith: { first, _ in first })
  let files = Dictionary(dossier.sources.map { ($0.id, $0.file) }, uniquingKeysWith: { first, _ in first })
  func position(of number: CurrentNumber) -> Place? {
    files[number.evidence.sourceID].map { Place($0, number.evidence.claim.answer.span) }
  }
  return answeredQuestions.compactMap { part in
    guard let whole = part.question.partOf.flatMap({ byID[$0.value] }) else { return nil }
    let wholes = whole.currentNumbers
    for number in part.currentNumbers.reversed() {
      let exceeded = wholes.filter { [nil, number.evidence.claim.place].contains($0.evidence.claim.place) }
      guard exceeded.allSatisfy({ number.quantity.isAbove($0.quantity) }),
        exceeded.contains(where: { number.evidence.mustFit(into: $0.evidence) }), let place = position(of: number)
      else { continue }
      return Diagnostic(
        .partExceedsWhole,
        "the answer '\(number.evidence.claim.answer.value)' to '\(part.question.id)' is larger than the answer to"
          + " '\(whole.question.id)', of which it is a part",
        at: place,
        notes: exceeded.map {
          .init("the answer to '\(whole.question.id)' is '\($0.evidence.claim.answer.value)'", at: position(of: $0))
        })
    }
    return nil
  }
}

private typealias CurrentNumber = (evidence: Evidence, quantity: Quantity)

extension FactSheet.AnsweredQuestion {
  /// The numbers from which the brief answer is derived, each with its claim.
  fileprivate var currentNumbers: [CurrentNumber] {
    let used = Set(brief.claims)
    return evidence.compactMap { evidence in
      guard used.contains(evidence.id), case .quantity(let quantity) = evidence.answer else { return nil }
      return (evidence, quantity)
    }
  }
}

extension Quantity {
  /// Whether every number that this allows is above every number that the other allows.
  fileprivate func isAbove(_ other: Quantity) -> Bool {
    let (own, others) = (comparisonBounds, other.comparisonBounds)
    return own.lower > others.upper || (own.lower == others.upper && (own.lowerOpen || others.upperOpen))
  }
}

extension Evidence {
  /// Whether the days allow a comparison of the part's number with the whole's. A total may have grown since, and a
  /// state on one day says nothing about another day.
  fileprivate func mustFit(into whole: Evidence) -> Bool {
    switch (question.counts, whole.question.counts) {
    case (.event, .event): true
    case (.stock, _), (.projected, _), (_, .stock), (_, .projected): asOf == whole.asOf
    default: asOf <= whole.asOf
    }
  }
}
