/// The brief answers that changed with each source. The sources are replayed in the order in which they entered the
/// collection.
func history(of dossier: Dossier, _ evidence: [Evidence], _ voices: Voices) -> [FactSheet.HistoryStep] {
  let questions = dossier.topics.flatMap(\.questions)
  let bySource = Dictionary(grouping: evidence, by: \.sourceID)
  var given: [String: [GivenAnswer]] = [:]
  var replaced: Set<String> = []
  var brief: [String: BriefAnswer] = [:]
  for question in questions where brief[question.id] == nil { brief[question.id] = briefAnswer(to: question, from: []) }
  return inOrderOfRecording(dossier.sources).map { source in
    var touched: Set<String> = []
    for evidence in bySource[source.id] ?? [] {
      given[evidence.question.id, default: []].insert(inOrder: GivenAnswer(evidence, voices))
      // Why: a claim counts until the source that corrects it enters the collection.
      if let earlier = evidence.claim.replaces?.value { replaced.insert(earlier) }
      touched.insert(evidence.question.id)
    }
    var changes: [FactSheet.HistoryStep.Change] = []
    for question in questions where touched.remove(question.id) != nil {
      guard let before = brief[question.id] else { continue }
      let known = (given[question.id] ?? []).filter { !replaced.contains($0.id) }
      let after = briefAnswer(to: question, from: known)
      brief[question.id] = after
      guard !before.shows(sameAs: after),
        let why = agreements(on: question, among: known, brief: after).first
      else { continue }
      changes.append(.init(question: question, before: before, after: after, why: why))
    }
    return FactSheet.HistoryStep(sourceID: source.id, recorded: source.recorded.value, changes: changes)
  }
}

extension [GivenAnswer] {
  /// Why in order: sorting the answers again after each source is then a single pass.
  fileprivate mutating func insert(inOrder new: GivenAnswer) {
    var index = count
    while index > 0, GivenAnswer.precedes(new, self[index - 1]) { index -= 1 }
    insert(new, at: index)
  }
}

/// The sources in the order in which they entered the collection, then of publication, then of identifiers.
func inOrderOfRecording(_ sources: [Source]) -> [Source] {
  sources.sorted {
    ($0.recorded.value, $0.published.value, $0.id) < ($1.recorded.value, $1.published.value, $1.id)
  }
}
