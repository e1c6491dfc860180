extension Rule {
  static let dateImpossible = Rule(
    "date-impossible", .error, about: .days, "the days of a claim or source contradict each other",
    reason: """
      The days contradict each other: `as_of` is after `published`, `published` is after `recorded`, `happened` ends \
      before it starts, or `happened` is after `published` although the claim is not projected and the unit of its \
      question is not `date`. A report cannot know what came after it.
      """,
    example: .card(
      failing: """
        # the card has: published: 2031-05-04
        as_of: 2031-05-06
        """,
      corrected: """
        # the card has: published: 2031-05-04
        as_of: 2031-05-03
        """))
}

/// Checks the days of sources and claims. Withdrawn claims are not checked.
func checkDays(_ dossier: Dossier) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  for source in dossier.sources {
    let published = source.published
    func report(_ message: String, at span: Range<Int>, _ note: String, _ other: Located<Day>, _ remedy: String) {
      diagnostics.append(
        Diagnostic(
          .dateImpossible, message, at: Place(source.file, span),
          notes: [Diagnostic.Note("\(note) \(other.value)", at: Place(source.file, other.span))],
          remedy: remedy))
    }
    if published.value > source.recorded.value {
      report(
        "the source was published on \(published.value), after it entered the collection", at: published.span,
        "it was recorded on", source.recorded, "correct the day that is wrong")
    }
    for claim in source.claims where claim.withdrawn == nil {
      if let asOf = claim.asOfTooLate(in: source) {
        report(
          "the answer holds for \(asOf.value.day), after its source was published", at: asOf.span,
          "it was published on", published, "correct the day that is wrong, or leave 'as_of' out")
      }
      let unit = dossier.index.questions[claim.question.value].value?.unit
      if let happened = claim.happenedTooLate(in: source, unit: unit) {
        report(
          "it happened on \(happened.value.upperBound), after its source was published", at: happened.span,
          "it was published on", published,
          "correct the day that is wrong; if the event was still to come, write 'modality: projected'")
      }
    }
  }
  return diagnostics
}

extension Claim {
  /// The `as_of` day, if the source was published earlier.
  fileprivate func asOfTooLate(in source: Source) -> Located<Moment>? {
    asOf.flatMap { $0.value.day > source.published.value ? $0 : nil }
  }

  /// The days on which the event happened, if the source was published before the last of them. Nil for a projected
  /// claim, and for the unit `date`.
  fileprivate func happenedTooLate(in source: Source, unit: String?) -> Located<ClosedRange<Day>>? {
    guard modality != .projected, unit != "date" else { return nil }
    return happened.flatMap { $0.value.upperBound > source.published.value ? $0 : nil }
  }

  /// Whether the claim's days are consistent with those of the source, so that they can be compared with the days in
  /// the quotation.
  func hasPossibleDays(in source: Source, unit: String?) -> Bool {
    source.published.value <= source.recorded.value && asOfTooLate(in: source) == nil
      && happenedTooLate(in: source, unit: unit) == nil
  }
}
