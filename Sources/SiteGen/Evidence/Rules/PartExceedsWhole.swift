extension Rule {
  static let partExceedsWhole = Rule(
    "part-exceeds-whole", .warning, about: .answers, "an answer is larger than the answer of which it is a part",
    reason: """
      The question is `part_of` another, and its answer is larger than the answer to that one. Either one of the two \
      is wrong, or they count different things.
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

/// **part-exceeds-whole**: what is now known of a part is no larger than what is known of the whole of which its question
/// is `part_of`.
func partExceedsWhole(_ answeredQuestions: [FactSheet.AnsweredQuestion], _ dossier: Dossier) -> [Diagnostic] {
  let byID = Dictionary(answeredQuestions.map { ($0.question.id, $0) }, uniquingKeysWith: { first, _ in first })
  let sources = Dictionary(dossier.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  return answeredQuestions.compactMap { part in
    guard let whole = part.question.partOf.flatMap({ byID[$0.value] }) else { return nil }
    let wholes = whole.currentNumbers
    for number in part.currentNumbers.reversed() {
      let exceeded = wholes.filter { [nil, number.evidence.claim.place].contains($0.evidence.claim.place) }
      guard exceeded.allSatisfy({ number.quantity.isAbove($0.quantity) }),
        exceeded.contains(where: { number.evidence.mustFit(into: $0.evidence) }),
        let source = sources[number.evidence.sourceID]
      else { continue }
      return .largerThanWhole(number.evidence, number.quantity, whole.question, exceeded, source, sources)
    }
    return nil
  }
}

private typealias CurrentNumber = (evidence: Evidence, quantity: Quantity)

extension FactSheet.AnsweredQuestion {
  /// The numbers from which the brief answer is made, each with its claim.
  fileprivate var currentNumbers: [CurrentNumber] {
    let used = Set(brief.claims)
    return evidence.compactMap { evidence in
      guard used.contains(evidence.id), case .quantity(let quantity) = evidence.answer else { return nil }
      return (evidence, quantity)
    }
  }
}

extension Quantity {
  /// Whether every number that it leaves possible is above all that another one does.
  fileprivate func isAbove(_ other: Quantity) -> Bool {
    let (own, others) = (comparisonBounds, other.comparisonBounds)
    return own.lower > others.upper || (own.lower == others.upper && (own.lowerOpen || others.upperOpen))
  }
}

extension Evidence {
  /// Whether the days let the number of a part be held against that of a whole: a total may have grown since, and what
  /// is so on one day says nothing of another.
  fileprivate func mustFit(into whole: Evidence) -> Bool {
    switch (question.counts, whole.question.counts) {
    case (.event, .event): true
    case (.stock, _), (.projected, _), (_, .stock), (_, .projected): asOf == whole.asOf
    default: asOf <= whole.asOf
    }
  }
}

extension Diagnostic {
  fileprivate static func largerThanWhole(
    _ part: Evidence, _ quantity: Quantity, _ whole: Question, _ exceeded: [CurrentNumber], _ source: Source,
    _ sources: [String: Source]
  ) -> Diagnostic {
    Diagnostic(
      .partExceedsWhole,
      "'\(quantity.words())' is more than '\(whole.id)', of which '\(part.question.id)' is a part",
      at: Place(source.file, part.claim.answer.span),
      notes: exceeded.map { number in
        Note(
          "'\(whole.id)' is '\(number.quantity.words())'",
          at: sources[number.evidence.sourceID].map { Place($0.file, number.evidence.claim.answer.span) })
      })
  }
}
