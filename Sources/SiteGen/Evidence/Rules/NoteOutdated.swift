extension Rule {
  static let noteOutdated = Rule(
    "note-outdated", .warning, about: .prose, "a note is older than a source that changed an answer",
    reason: """
      The note has `updated`, and since that day a source entered the collection that changed the brief answer to a \
      question which the note asks, shows or links to. Its numbers are checked, but its sentences are not: somebody must \
      read it again. Set `updated` to the day on which that was done. A note without `updated` is not reported.
      """,
    example: RuleExample(
      "yaml", in: RuleExample.note, failing: "title: The river\nupdated: 2031-05-05",
      corrected: "title: The river\nupdated: 2031-05-06"))
}

/// Lists the notes to read again.
func noteOutdated(_ sheet: FactSheet) -> [Diagnostic] {
  let sources = Dictionary(sheet.dossier.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  return sheet.dossier.notes.compactMap { note in
    guard let updated = note.updated else { return nil }
    let later = sheet.history.filter { updated.value < $0.recorded && !$0.changes.isEmpty }
    let named = later.isEmpty ? [] : note.namedQuestions
    let changed = later.map { step in
      (step: step, questions: step.changes.map(\.question.id).filter(named.contains))
    }.filter { !$0.questions.isEmpty }
    guard let newest = changed.last?.step.recorded else { return nil }
    return Diagnostic(
      .noteOutdated, "the answers to questions of this note changed after \(updated.value)",
      at: Place(note.file, updated.span),
      notes: changed.suffix(3).map { step, questions in
        let more = questions.count > 3 ? " and \(questions.count - 3) more" : ""
        let list = questions.prefix(3).map { "'\($0)'" }.joined(separator: ", ") + more
        return Diagnostic.Note(
          "'\(step.sourceID)', recorded on \(step.recorded), changed \(list)",
          at: sources[step.sourceID].map { Place($0.file, $0.recorded.span) })
      },
      remedy: "read the note again, then write 'updated: \(newest)' or a later day")
  }
}

extension Note {
  /// The identifiers of the questions that it asks, shows or links to.
  fileprivate var namedQuestions: Set<String> {
    var named = Set(questions.map(\.id))
    for tree in [body] + paragraphs.map(\.tree) {
      for link in tree.links {
        if case .question(let id) = LinkTarget(tree.string(link.destination)) { named.insert(id) }
      }
    }
    return named
  }
}
