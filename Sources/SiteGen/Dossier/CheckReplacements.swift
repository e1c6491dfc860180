extension Rule {
  static let replacementImpossible = Rule(
    "replacement-impossible", .error, about: .names, "a claim cannot replace the claim that it names",
    reason: """
      `replaces` names a claim that this one cannot correct: itself, a claim by another speaker or about another \
      question, a later claim, a withdrawn one, or one that another claim already replaces. Or the claims replace each \
      other in a cycle. With `said_by: report`, both claims must be of one document, or of documents with the same \
      `outlet`.
      """,
    example: .card(
      failing: """
        # the claim 2031-05-04-houses answers another question
        replaces: 2031-05-04-houses
        """,
      corrected: """
        # the claim 2031-05-04-first-count answers the same question
        replaces: 2031-05-04-first-count
        """))
}

/// Finds claims that replace a claim that does not exist or that they cannot correct. Withdrawn claims replace nothing,
/// so only the names in them are checked.
func checkReplacements(_ dossier: Dossier) -> [Diagnostic] {
  guard let check = ReplacementCheck(dossier.sources, dossier.speakers, dossier.index) else { return [] }
  return check.replacing.flatMap(check.diagnostics)
}

/// The identifiers of claims that replace another, by the identifiers of the replaced ones. Wrong replacements, which
/// `checkReplacements` reports, are left out.
func replacements(of sources: [Source], _ speakers: [Speaker], _ index: DossierIndex) -> [String: String] {
  guard let check = ReplacementCheck(sources, speakers, index) else { return [:] }
  var replacements: [String: String] = [:]
  for later in check.replacing where later.claim.withdrawn == nil && check.diagnostics(later).isEmpty {
    guard let earlier = later.claim.replaces?.value, index.claims[earlier].value != nil else { continue }
    replacements[earlier] = later.claim.id
  }
  return replacements
}

private struct ReplacementCheck {
  /// The claims with `replaces`, in the order of sources.
  let replacing: [SourcedClaim]
  private let sources: [Source]
  private let index: DossierIndex
  private let voices: Voices
  private let cycles: Set<String>
  /// The claim that replaces a claim; the earliest if there are several.
  private let first: [String: SourcedClaim]

  /// Nil if no claim has `replaces`.
  init?(_ sources: [Source], _ speakers: [Speaker], _ index: DossierIndex) {
    replacing = sources.flatMap { source in
      source.claims.lazy.filter { $0.replaces != nil }.map { (claim: $0, source: source) }
    }
    guard !replacing.isEmpty else { return nil }
    self.sources = sources
    self.index = index
    voices = Voices(speakers)
    var first: [String: SourcedClaim] = [:]
    var next: [String: String] = [:]
    for later in replacing where later.claim.withdrawn == nil {
      guard let earlier = later.claim.replaces?.value else { continue }
      next[later.claim.id] = earlier
      if let known = first[earlier], !isBefore(later, known) { continue }
      first[earlier] = later
    }
    self.first = first
    cycles = namesOnCycles(next.keys.sorted()) { next[$0] }
  }

  func diagnostics(_ later: SourcedClaim) -> [Diagnostic] {
    let (claim, source) = later
    guard let replaces = claim.replaces else { return [] }
    let place = Place(source.file, replaces.span)
    guard let position = index.claims[replaces.value].value else {
      return unknownClaim(replaces.value, at: place, index)
    }
    guard claim.withdrawn == nil else { return [] }
    let earlier = (claim: sources[position.source].claims[position.claim], source: sources[position.source])
    guard let problem = problem(of: later, replacing: earlier) else { return [] }
    var notes = problem.notes
    if notes.isEmpty, earlier.claim.id != claim.id {
      notes = [.init("the claim '\(earlier.claim.id)'", at: Place(earlier.source.file, earlier.claim.idSpan))]
    }
    return [Diagnostic(.replacementImpossible, problem.message, at: place, notes: notes, remedy: problem.remedy)]
  }

  private typealias Problem = (message: String, notes: [Diagnostic.Note], remedy: String)

  private func problem(of later: SourcedClaim, replacing earlier: SourcedClaim) -> Problem? {
    let (claim, id) = (later.claim, earlier.claim.id)
    let leaveOut = "leave 'replaces' out, or name an earlier claim by the same speaker about the same question"
    if id == claim.id { return ("a claim cannot replace itself", [], leaveOut) }
    if cycles.contains(claim.id) {
      return ("'\(claim.id)' and '\(id)' replace each other", [], "remove one 'replaces' from the cycle")
    }
    if earlier.claim.question.value != claim.question.value {
      return (
        "'\(id)' answers another question, '\(shortened(earlier.claim.question.value))',"
          + " not '\(shortened(claim.question.value))'", [], leaveOut
      )
    }
    guard isSameSpeaker(later, earlier) else {
      let isReport = claim.saidBy.value == Speaker.report && earlier.claim.saidBy.value == Speaker.report
      return (
        isReport
          ? "'\(id)' is in the words of another report"
          : "'\(id)' is by another speaker, '\(shortened(earlier.claim.saidBy.value))',"
            + " not '\(shortened(claim.saidBy.value))'",
        [], isReport ? leaveOut + "; if both reports are of one outlet, give both cards the same 'outlet'" : leaveOut
      )
    }
    if earlier.claim.withdrawn != nil {
      return ("'\(id)' has been withdrawn, so there is nothing to replace", [], "leave 'replaces' out")
    }
    if isBefore(later, earlier) {
      return (
        "'\(id)' is later than this claim",
        [
          .init(
            "it holds for \(moment(of: earlier)), and this claim for \(moment(of: later))",
            at: Place(earlier.source.file, earlier.claim.idSpan))
        ],
        "correct 'as_of' if it is wrong, or let '\(id)' replace '\(claim.id)'"
      )
    }
    if let other = first[id], other.claim.id != claim.id {
      return (
        "'\(id)' is already replaced by '\(other.claim.id)'",
        [.init("it is replaced here", at: other.claim.replaces.map { Place(other.source.file, $0.span) })],
        "if this claim corrects '\(other.claim.id)', write 'replaces: \(other.claim.id)'; otherwise leave it out"
      )
    }
    return nil
  }

  private func isSameSpeaker(_ one: SourcedClaim, _ other: SourcedClaim) -> Bool {
    let (speaker, otherSpeaker) = (one.claim.saidBy.value, other.claim.saidBy.value)
    if speaker == Speaker.report, otherSpeaker == Speaker.report {
      return one.source.id == other.source.id
        || (one.source.outlet != nil && one.source.outlet == other.source.outlet)
    }
    if speaker == otherSpeaker { return true }
    return voices.voice(of: speaker).map { $0 == voices.voice(of: otherSpeaker) } ?? false
  }
}

/// Whether a claim holds for an earlier moment than another.
private func isBefore(_ one: SourcedClaim, _ other: SourcedClaim) -> Bool {
  moment(of: one).isBefore(moment(of: other))
}

private func moment(of claim: SourcedClaim) -> Moment {
  claim.claim.asOf?.value ?? Moment(claim.source.published.value)
}

private typealias SourcedClaim = (claim: Claim, source: Source)
