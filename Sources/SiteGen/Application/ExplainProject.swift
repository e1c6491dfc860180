/// The result of `sitegen explain`.
public struct Explanation: Sendable {
  /// The errors of the inputs, sorted as for a check; empty if they have none or do not matter.
  public var diagnostics: [Diagnostic] = []
  /// Nil if there are errors, or if nothing has the name.
  public var text: String?
  /// Why there is no text, if the inputs have no errors.
  public var mistake: String?
}

/// Explains a rule, or a claim or question of a project: from the bytes of the document to the page. A name that means
/// several of these gets an explanation of each.
public func explain(_ name: String, at project: String) -> Explanation {
  let rule = ruleSection(named: name)
  let proven = proveProject(at: project)
  guard let value = proven.value else {
    // Why: a rule can be explained in any folder, and above all while there are errors.
    return rule.map { Explanation(text: $0) } ?? Explanation(diagnostics: proven.diagnostics)
  }
  let site = Site(value.sheet, value.theme)
  let answered = site.sheet.answeredQuestions
  var parts: [String] = rule.map { [$0] } ?? []
  for question in answered {
    if question.question.id == name { parts.append(explanation(of: question, on: site)) }
    for evidence in question.evidence where evidence.id == name {
      parts.append(explanation(of: evidence, in: question, on: site))
    }
  }
  for withdrawn in site.sheet.withdrawn where withdrawn.claim.id == name {
    parts.append(explanation(of: withdrawn, on: site))
  }
  guard parts.isEmpty else { return Explanation(text: parts.joined(separator: "\n")) }
  let known =
    ruleNames + answered.map(\.question.id) + site.sheet.evidence.map(\.id) + site.sheet.withdrawn.map(\.claim.id)
  return Explanation(
    mistake: noSuchName(
      name, of: "rule, claim or question", among: known,
      otherwise: "'sitegen list claims' and 'sitegen list questions' list all of them"))
}

private func explanation(of evidence: Evidence, in answered: FactSheet.AnsweredQuestion, on site: Site) -> String {
  let claim = evidence.claim
  var lines = Lines("claim", claim.id)
  lines.add("question", "\(answered.question.id): \(answered.question.asks)")
  let speaker = evidence.speaker.map { "\($0.name) (\($0.id))" } ?? "the report itself"
  let location = claim.place.map { ", in \($0)" } ?? ""
  lines.add(
    "answer",
    "\(claim.answer.value), \(claim.modality.rawValue) by \(speaker), as of \(moment(of: evidence))\(location)")
  guard let source = site.source(evidence.sourceID) else { return lines.text }
  lines.add("card", place(of: claim, in: source))
  lines.add("document", "\(source.seed.file.path), SHA-256 \(source.seed.sha256)")
  lines.add("quotation", "characters \(evidence.quotation.start) to \(evidence.quotation.end)")
  lines.add(excerptOf: evidence.quotation.span, in: source.seed.file)
  if let reading = evidence.reading {
    lines.add("read", words(of: reading))
    if let figure = evidence.figure { lines.add(excerptOf: figure, in: source.seed.file) }
  }
  lines.add("counts", role(of: evidence, in: answered))
  lines.add("brief answer", "\(brief(of: answered, on: site)), \(site.words(of: answered.status).withoutIsolates)")
  lines.add("page", Address.question(answered.question.id) + "#" + claim.id)
  return lines.text
}

private func explanation(of withdrawn: FactSheet.WithdrawnClaim, on site: Site) -> String {
  var lines = Lines("claim", withdrawn.claim.id)
  lines.add("answer", withdrawn.claim.answer.value)
  if let source = site.source(withdrawn.sourceID) { lines.add("card", place(of: withdrawn.claim, in: source)) }
  if let withdrawal = withdrawn.claim.withdrawn {
    lines.add("counts", "no: withdrawn on \(withdrawal.on.description), \(withdrawal.why)")
  }
  lines.add("page", Address.page(.corrections))
  return lines.text
}

private func explanation(of answered: FactSheet.AnsweredQuestion, on site: Site) -> String {
  let question = answered.question
  var lines = Lines("question", question.id)
  lines.add("asks", question.asks)
  if let topic = site.sheet.dossier.topics.first(where: { $0.id == question.topic }) {
    lines.add("asked in", "\(topic.file.path):\(LineIndex(topic.file).position(of: question.span.lowerBound).line)")
  }
  lines.add("kind", kind(of: question))
  lines.add("brief answer", brief(of: answered, on: site))
  lines.add("status", site.words(of: answered.status).withoutIsolates)
  lines.add("because", site.reason(of: answered).withoutIsolates)
  for evidence in answered.evidence {
    lines.add(
      "claim",
      "\(evidence.id): \(evidence.claim.answer.value) (\(evidence.claim.saidBy.value)), as of \(moment(of: evidence))")
    lines.add("", role(of: evidence, in: answered))
  }
  lines.add("page", Address.question(question.id))
  return lines.text
}

/// Whether a claim gives the brief answer, and if not, why.
private func role(of evidence: Evidence, in answered: FactSheet.AnsweredQuestion) -> String {
  if let later = evidence.replacedBy { return "no: replaced by \(later)" }
  guard evidence.decides else {
    let modality = evidence.claim.modality.rawValue
    return evidence.claim.modality == .asserted ? "no: its answer is unknown" : "no: it is \(modality)"
  }
  if answered.brief.claims.contains(evidence.id) { return "yes: it gives the brief answer" }
  if answered.current.contains(evidence.id) { return "yes, but another answer contains its own" }
  let deciding = answered.evidence.filter(\.decides)
  if evidence.claim.place != nil, deciding.contains(where: { $0.claim.place == nil }) {
    return "no: it holds for one place, and there are answers without a place"
  }
  return "no: newer answers, or answers with a number, decide"
}

private func moment(of evidence: Evidence) -> String {
  evidence.asOf.description + (evidence.asOfTime.map { " " + $0.description } ?? "")
}

private func place(of claim: Claim, in source: Source) -> String {
  "\(source.file.path):\(LineIndex(source.file).position(of: claim.span.lowerBound).line)"
}

private func brief(of answered: FactSheet.AnsweredQuestion, on site: Site) -> String {
  site.brief(of: answered).withoutIsolates
}

private func words(of reading: AnswerReading) -> String {
  switch reading {
  case .sitegen: "by sitegen, in the quotation"
  case .translation: "by sitegen, in the editor's translation"
  case .editor: "by the editor, instead of sitegen"
  }
}

private func kind(of question: Question) -> String {
  switch question.kind {
  case .numeric(let unit, let counts): "numeric, unit \(unit), \(counts.rawValue)"
  case .worded(let choices, let isState):
    "one of \(choices.map(\.id).joined(separator: ", "))" + (isState ? ", a state (stock)" : "")
  case .list: "a list of answers"
  }
}

/// A name, then labelled lines whose texts are aligned.
private struct Lines {
  private(set) var text: String

  init(_ kind: String, _ name: String) { text = "\(kind) \(shownSafely(name))\n" }

  mutating func add(_ label: String, _ words: String) {
    text += "  " + label + String(repeating: " ", count: max(1, 14 - label.count)) + shownSafely(words) + "\n"
  }

  /// The line of a file with carets below a place.
  mutating func add(excerptOf span: Range<Int>, in file: SourceFile) {
    text += excerpt(of: Region(Place(file, span), LineIndex(file)))
  }
}
