/// The differences between two sites: what publishing the second in place of the first would change.
struct SiteChanges: Sendable {
  var questions: [QuestionChange]
  var claims: [Change<PublishedData.Claim>]
  var sources: [Change<PublishedData.Source>]
  /// The paths of pages.
  var newPages: [String]
  var changedPages: [String]
  var removedPages: [String]
  /// The notes that link to a question whose brief answer or status has changed, with these questions.
  var notes: [(path: String, questions: [String])]
  /// Diagnostics that only the second site has, and that only the first has; empty if the first one's are not known.
  var newDiagnostics: [String]
  var goneDiagnostics: [String]

  /// An entry with an identifier that is new, changed or removed.
  struct Change<Row: Sendable>: Sendable {
    var id: String
    var before: Row?
    var after: Row?
  }

  struct QuestionChange: Sendable {
    var id: String
    var before: PublishedData.Question?
    var after: PublishedData.Question?
    /// The changed claims about the question: the reason for its change.
    var claims: [Change<PublishedData.Claim>]
  }

  var isEmpty: Bool {
    questions.isEmpty && claims.isEmpty && sources.isEmpty && newPages.isEmpty && changedPages.isEmpty
      && removedPages.isEmpty && newDiagnostics.isEmpty && goneDiagnostics.isEmpty
  }

  /// `notes` are the notes of the new site.
  init(from old: PublishedData, to new: PublishedData, notes: [SourceFile]) {
    claims = changes(old.claims, new.claims, id: \.id, areEqual: ==)
    sources = changes(old.sources, new.sources, id: \.id, areEqual: ==)
    let claimsOfQuestion = Dictionary(grouping: claims) { ($0.after ?? $0.before)?.question ?? "" }
    questions = changes(old.questions, new.questions, id: \.id) {
      ($0.brief, $0.agreement, $0.status, $0.label) == ($1.brief, $1.agreement, $1.status, $1.label)
    }.map { QuestionChange(id: $0.id, before: $0.before, after: $0.after, claims: claimsOfQuestion[$0.id] ?? []) }
    newPages = new.pages.keys.filter { old.pages[$0] == nil }.sorted(by: utf8Precedes)
    changedPages = new.pages.filter { page in old.pages[page.key].map { $0 != page.value } ?? false }
      .keys.sorted(by: utf8Precedes)
    removedPages = old.pages.keys.filter { new.pages[$0] == nil }.sorted(by: utf8Precedes)
    let changed = questions.filter { $0.before != nil && $0.after != nil }.map(\.id)
    self.notes = notes.compactMap { note in
      let linked = changed.filter { hasLink(to: $0, in: note.bytes) }
      return linked.isEmpty ? nil : (note.path, linked)
    }
    if let before = old.diagnostics, let after = new.diagnostics {
      newDiagnostics = after.filter { !Set(before).contains($0) }
      goneDiagnostics = before.filter { !Set(after).contains($0) }
    } else {
      newDiagnostics = []
      goneDiagnostics = []
    }
  }
}

/// The entries that are new or changed, in the order of the second list, then those that are gone.
private func changes<Row: Sendable>(
  _ old: [Row], _ new: [Row], id: (Row) -> String, areEqual: (Row, Row) -> Bool
) -> [SiteChanges.Change<Row>] {
  let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
  let present = Set(new.map(id))
  let changed = new.compactMap { row -> SiteChanges.Change<Row>? in
    let old = before[id(row)]
    return old.map { areEqual($0, row) } == true ? nil : .init(id: id(row), before: old, after: row)
  }
  return changed + old.filter { !present.contains(id($0)) }.map { .init(id: id($0), before: $0, after: nil) }
}

/// Whether a note has a link `question:<id>`.
private func hasLink(to question: String, in bytes: [UInt8]) -> Bool {
  let link = Array("question:\(question)".utf8)
  var start = 0
  while let found = bytes[start...].firstRange(of: link) {
    guard let next = bytes[found.upperBound...].first, next.isLetterOrDigit || next == UInt8(ascii: "-") else {
      return true
    }
    start = found.upperBound
  }
  return false
}
