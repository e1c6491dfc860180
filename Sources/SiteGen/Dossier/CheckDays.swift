/// Finds days of sources and claims that contradict each other; withdrawn claims are not checked.
func checkDays(_ dossier: Dossier, _ index: DossierIndex) -> [Diagnostic] {
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
        "the source is published on \(published.value), after it entered the collection", at: published.span,
        "it was recorded on", source.recorded, "see which of the two days is wrong")
    }
    for claim in source.claims where claim.withdrawn == nil {
      if let asOf = claim.asOf, asOf.value > published.value {
        report(
          "the answer holds for \(asOf.value), after its source was published", at: asOf.span,
          "it was published on", published, "see which of the two days is wrong, or leave 'as_of' out")
      }
      let unit = index.questions[claim.question.value]?.unit
      if let happened = claim.happened, claim.modality != .projected, unit != "date",
        happened.value.upperBound > published.value
      {
        report(
          "it happened on \(happened.value.upperBound), after its source was published", at: happened.span,
          "it was published on", published,
          "see which of the two days is wrong; of what was still to come, write 'modality: projected'")
      }
    }
  }
  return diagnostics
}
