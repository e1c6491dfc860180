/// **part-exceeds-whole**: what is now known of a part is no larger than what is known of the whole of which its question
/// is `part_of`.
func partExceedsWhole(_ findings: [FactSheet.Finding], _ dossier: Dossier) -> [Diagnostic] {
  let byID = Dictionary(findings.map { ($0.question.id, $0) }, uniquingKeysWith: { first, _ in first })
  let sources = Dictionary(dossier.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  return findings.compactMap { part in
    guard let whole = part.question.partOf.flatMap({ byID[$0.value] }) else { return nil }
    guard
      let exceeding = part.currentNumbers.last(where: { number in
        let place = number.evidence.claim.place
        let comparable = whole.currentNumbers.filter { [nil, place].contains($0.evidence.claim.place) }
        guard let upper = comparable.map(\.quantity.comparisonBounds.upper).max() else { return false }
        let bounds = number.quantity.comparisonBounds
        return bounds.lower > upper || (bounds.lower == upper && bounds.lowerOpen)
      }), let source = sources[exceeding.evidence.sourceID]
    else { return nil }
    return .largerThanWhole(exceeding.evidence, exceeding.quantity, whole, source, sources)
  }
}

extension FactSheet.Finding {
  /// The numbers from which the brief answer is made, each with its claim.
  fileprivate var currentNumbers: [(evidence: Evidence, quantity: Quantity)] {
    let used = Set(brief.claims)
    return evidence.compactMap { evidence in
      guard used.contains(evidence.id), case .quantity(let quantity) = evidence.answer else { return nil }
      return (evidence, quantity)
    }
  }
}

extension Diagnostic {
  fileprivate static func largerThanWhole(
    _ part: Evidence, _ quantity: Quantity, _ whole: FactSheet.Finding, _ source: Source, _ sources: [String: Source]
  ) -> Diagnostic {
    Diagnostic(
      .partExceedsWhole,
      "'\(quantity.words())' is more than '\(whole.question.id)', of which '\(part.question.id)' is a part",
      at: Place(source.file, part.claim.answer.span),
      notes: whole.currentNumbers.map { number in
        Note(
          "'\(whole.question.id)' is '\(number.quantity.words())'",
          at: sources[number.evidence.sourceID].map { Place($0.file, number.evidence.claim.answer.span) })
      })
  }
}
