extension Rule {
  static let unknownQuestion = Rule(
    "unknown-question", .error, about: .names, "no topic asks the question",
    reason: "A claim, a link, `asked_most`, `part_of` or `related` names a question that no topic asks.",
    example: .card(failing: "question: houses-lots", corrected: "question: houses-lost"))

  static let unknownSpeaker = Rule(
    "unknown-speaker", .error, about: .names, "speakers.yaml does not list the speaker",
    reason: """
      `said_by`, `via` or `voice_of` names a speaker that Content/speakers.yaml does not list. Only `said_by` may also \
      name `report`, the document itself.
      """,
    example: .card(failing: "said_by: major", corrected: "said_by: mayor"))

  static let unknownClaim = Rule(
    "unknown-claim", .error, about: .names, "no card has a claim with the identifier",
    reason: """
      A link or `replaces` names a claim that no card has, or a link names a claim that has been withdrawn and \
      therefore proves nothing.
      """,
    example: .note(
      failing: "At first, the mayor spoke of [14](claim:2031-05-04-house) houses.",
      corrected: "At first, the mayor spoke of [14](claim:2031-05-04-houses) houses."))
}

/// Finds references to questions, speakers and pages that do not exist, and references that form a cycle.
func checkReferences(_ dossier: Dossier) -> [Diagnostic] {
  var check = ReferenceCheck(dossier)
  check.navigation()
  check.speakersAreThere()
  for note in dossier.notes {
    for id in note.askedMost { check.question(id, in: note.file) }
    for question in note.questions {
      check.partOf(question, in: note.file)
      for related in question.related { check.question(related.question, in: note.file) }
    }
  }
  for source in dossier.sources {
    for claim in source.claims {
      check.question(claim.question, in: source.file)
      if claim.saidBy.value != Speaker.report { check.speaker(claim.saidBy, in: source.file) }
      for id in claim.via { check.speaker(id, in: source.file) }
    }
  }
  if let file = dossier.speakersFile {
    for speaker in dossier.speakers { check.voiceOf(speaker, in: file) }
  }
  return check.diagnostics
}

func unknownQuestion(_ id: String, at place: Place, _ index: DossierIndex) -> [Diagnostic] {
  guard index.questions[id].isMissing else { return [] }
  return [
    Diagnostic(
      .unknownQuestion, "no topic asks '\(shortened(id))'", at: place, misspelt: id, among: index.questions.names,
      else: "write the id of a question, or ask it under 'questions' in a topic")
  ]
}

func unknownClaim(_ id: String, at place: Place, _ index: DossierIndex) -> [Diagnostic] {
  guard index.claims[id].isMissing else { return [] }
  return [
    Diagnostic(
      .unknownClaim, "no card has a claim '\(shortened(id))'", at: place, misspelt: id, among: index.claims.names,
      else: "write the id of a claim: its own 'id', or the names of its card and its question with '-' between them")
  ]
}

private struct ReferenceCheck {
  let dossier: Dossier
  let index: DossierIndex
  let partCycles: Set<String>
  let voiceCycles: Set<String>
  var diagnostics: [Diagnostic] = []

  init(_ dossier: Dossier) {
    self.dossier = dossier
    let index = dossier.index
    self.index = index
    partCycles = namesOnCycles(index.questions.names) { index.questions[$0].value?.partOf?.value }
    voiceCycles = namesOnCycles(index.speakers.names) { index.speakers[$0].value?.voiceOf?.value }
  }

  mutating func navigation() {
    let known = Set(dossier.notes.map(\.id) + BuiltInPage.allCases.filter(\.opensWithNote).map(\.rawValue))
    for id in dossier.settings.navigation
    where !known.contains(id.value) && index.files["Content/\(id.value).md"].isMissing {
      report(
        .brokenLink, "'navigation' names a note that does not exist: '\(shortened(id.value)).md'", at: id,
        in: dossier.settings.file, among: known,
        else: isIdentifier(id.value)
          ? "write Content/\(id.value).md, or leave it out of 'navigation'"
          : "write a note's name without '.md', or leave it out of 'navigation'")
    }
  }

  /// Reports a missing or empty speakers.yaml if a claim names a speaker.
  mutating func speakersAreThere() {
    let named = dossier.sources.flatMap(\.claims).flatMap { [$0.saidBy] + $0.via }
    guard dossier.speakers.isEmpty, !dossier.unread.covers("Content/speakers.yaml"),
      let name = named.first(where: { $0.value != Speaker.report })?.value
    else { return }
    let path = "Content/speakers.yaml"
    diagnostics.append(
      Diagnostic(
        .projectIncomplete,
        dossier.speakersFile == nil
          ? "claims name speakers, but there is no \(path)" : "claims name speakers, but this file lists none",
        at: dossier.speakersFile.map { Place($0, 0..<0) } ?? Place(path: path),
        remedy: "write it, with 'name' and 'kind' for each speaker, such as '\(shortened(name))'"))
  }

  mutating func question(_ id: Located<String>, in file: SourceFile) {
    diagnostics += unknownQuestion(id.value, at: Place(file, id.span), index)
  }

  mutating func speaker(_ id: Located<String>, in file: SourceFile) {
    guard index.speakers[id.value].isMissing else { return }
    report(
      .unknownSpeaker, "Content/speakers.yaml has no speaker '\(shortened(id.value))'", at: id, in: file,
      among: index.speakers.names,
      else: id.value == Speaker.report
        ? "name a speaker: '\(Speaker.report)', the document itself, is allowed only in 'said_by'"
        : "add it to Content/speakers.yaml, with 'name' and 'kind'")
  }

  mutating func partOf(_ question: Question, in file: SourceFile) {
    guard let whole = question.partOf else { return }
    self.question(whole, in: file)
    guard partCycles.contains(question.id) else { return }
    diagnostics.append(
      Diagnostic(
        .wrongValue, "'\(question.id)' is a part of itself", at: Place(file, whole.span),
        remedy: "remove one 'part_of' from the cycle"))
  }

  mutating func voiceOf(_ speaker: Speaker, in file: SourceFile) {
    guard let other = speaker.voiceOf else { return }
    self.speaker(other, in: file)
    guard voiceCycles.contains(speaker.id) else { return }
    diagnostics.append(
      Diagnostic(
        .wrongValue, "'\(speaker.id)' is the voice of itself", at: Place(file, other.span),
        remedy: "remove one 'voice_of' from the cycle"))
  }

  private mutating func report(
    _ rule: Rule, _ message: String, at name: Located<String>, in file: SourceFile,
    among names: some Sequence<String>, else remedy: String
  ) {
    diagnostics.append(
      Diagnostic(
        rule, message, at: Place(file, name.span), misspelt: name.value, among: names, else: remedy))
  }
}

/// The names that are on a cycle. Takes linear time.
func namesOnCycles(_ names: some Sequence<String>, _ next: (String) -> String?) -> Set<String> {
  var walked: Set<String> = []
  var onCycle: Set<String> = []
  for start in names {
    var path: [String] = []
    var name: String? = start
    while let current = name, walked.insert(current).inserted {
      path.append(current)
      name = next(current)
    }
    // Why: only a chain that runs into itself has found a cycle, which starts at that name.
    if let name, let first = path.firstIndex(of: name) { onCycle.formUnion(path[first...]) }
  }
  return onCycle
}
