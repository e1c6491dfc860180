/// The form of the output of `sitegen diff`.
public enum DiffFormat: String, CaseIterable, Sendable {
  case text
  /// For a pull request.
  case markdown
  case json
}

extension SiteChanges {
  func written(as format: DiffFormat) -> String {
    switch format {
    case .text: lines(heading: { $0 + "\n" }, item: { String(repeating: "  ", count: $0 + 1) + shownSafely($1) + "\n" })
    case .markdown:
      lines(
        heading: { "### " + $0.prefix(1).uppercased() + $0.dropFirst() + "\n\n" },
        item: { String(repeating: "  ", count: $0) + "- " + escapedMarkdown(shownSafely($1)) + "\n" }, end: "\n")
    case .json: json()
    }
  }

  /// Each section shows at most 20 entries of pages and warnings, and all others.
  private func lines(
    heading: (String) -> String, item: (_ level: Int, _ text: String) -> String, end: String = ""
  ) -> String {
    var text = ""
    func section<Entry>(
      _ title: String, _ entries: [Entry], limit: Int = .max, _ write: (Entry) -> [(Int, String)]
    ) {
      guard !entries.isEmpty else { return }
      text += heading("\(title): \(entries.count)")
      // Why a limit: a new page changes the navigation of all others.
      for entry in entries.prefix(limit) {
        for (level, line) in write(entry) { text += item(level, line) }
      }
      if entries.count > limit { text += item(0, "and \(entries.count - limit) more") }
      text += end
    }
    section("answers", questions) { question in
      [(0, question.line)] + question.reasons.map { (1, $0) }
    }
    section("claims", claims) { [(0, $0.line)] }
    section("documents", sources) { [(0, $0.line)] }
    section("notes to read again", notes) { [(0, "\($0.path): links to \($0.questions.joined(separator: ", "))")] }
    section("new pages", newPages, limit: 20) { [(0, $0)] }
    section("removed pages", removedPages, limit: 20) { [(0, $0)] }
    section("changed pages", changedPages, limit: 20) { [(0, $0)] }
    section("new warnings", newDiagnostics, limit: 20) { [(0, $0)] }
    section("warnings that are gone", goneDiagnostics, limit: 20) { [(0, $0)] }
    return text
  }
}

extension SiteChanges.QuestionChange {
  /// "people-rescued: 131 → 120 or 131"
  fileprivate var line: String {
    switch (before, after) {
    case (nil, let after?): "\(id): new question, \(after.brief) (\(after.status))"
    case (let before?, nil): "\(id): removed question, was \(before.brief)"
    case (let before?, let after?) where before.brief != after.brief: "\(id): \(before.brief) → \(after.brief)"
    default: "\(id): \(after?.brief ?? ""), as before"
    }
  }

  fileprivate var reasons: [String] {
    var reasons: [String] = []
    if let before, let after {
      if before.status != after.status { reasons.append("\(before.status) → \(after.status)") }
      if before.label != after.label { reasons.append("label: \(before.label) → \(after.label)") }
    }
    return reasons + claims.map { "because of " + $0.line }
  }
}

extension SiteChanges.Change where Row == PublishedData.Claim {
  /// "new: <id>, 120 (mayor)"
  fileprivate var line: String {
    func words(_ claim: PublishedData.Claim) -> String { "\(claim.answer) (\(claim.saidBy))" }
    switch (before, after) {
    case (nil, let after?): return "new: \(id), \(words(after))"
    case (let before?, nil): return "removed: \(id), \(words(before))"
    case (let before?, let after?) where before.withdrawn == nil && after.withdrawn != nil:
      return "withdrawn: \(id), \(words(after)): \(after.withdrawn?.why ?? "")"
    case (let before?, let after?) where words(before) != words(after):
      return "changed: \(id), \(words(before)) → \(words(after))"
    default: return "changed: \(id), \(changedFields.joined(separator: ", "))"
    }
  }

  /// The fields that differ besides the answer and the speaker.
  private var changedFields: [String] {
    guard let before, let after else { return [] }
    let fields: [(name: String, isEqual: Bool)] = [
      ("quotation", before.selector?.exact == after.selector?.exact),
      ("place in the document", before.selector?.start == after.selector?.start),
      ("as_of", (before.asOf, before.asOfTime) == (after.asOf, after.asOfTime)),
      ("happened", before.happened == after.happened), ("place", before.place == after.place),
      ("via", before.via == after.via), ("source", before.source == after.source),
      ("modality", before.modality == after.modality), ("note", before.note == after.note),
      ("translation", before.translation == after.translation), ("withdrawn", before.withdrawn == after.withdrawn),
      ("replaces", before.replaces == after.replaces), ("question", before.question == after.question),
      ("reads", (before.reads, before.why) == (after.reads, after.why)),
    ]
    return fields.filter { !$0.isEqual }.map(\.name)
  }
}

extension SiteChanges.Change where Row == PublishedData.Source {
  fileprivate var line: String {
    switch (before, after) {
    case (nil, let after?): "new: \(id), “\(after.title)”, \(after.published)"
    case (let before?, nil): "removed: \(id), “\(before.title)”"
    case (let before?, let after?) where before.seedSha256 != after.seedSha256: "changed document: \(id)"
    default: "changed card: \(id)"
    }
  }
}

/// Text of one line for Markdown, which then has no other meaning there.
private func escapedMarkdown(_ text: String) -> String {
  var escaped = ""
  for character in text {
    if "\\`*_[]<>#&~|".contains(character) { escaped.append("\\") }
    escaped.append(character)
  }
  return escaped
}
