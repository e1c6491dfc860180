extension Rule {
  static let duplicateAddress = Rule(
    "duplicate-address", .error, about: .prose, "two pages or anchors would have the same address",
    reason: """
      Two pages would have the same address, ignoring case, or a heading would have the same anchor as a question or \
      claim on its page. In the example, the page has a question `houses-lost`.
      """,
    example: RuleExample(
      "markdown", in: RuleExample.topic,
      failing: "## Houses lost", corrected: "## What was lost"))
}

/// Finds headings of a topic that have the anchor of one of its questions. `checkAddresses` finds pages with the same
/// address.
func duplicateAddress(in note: Note) -> [Diagnostic] {
  guard note.isTopic else { return [] }
  return clashes(note.body, Set(note.questions.map(\.id)), "question", note.file)
}

/// Finds headings of a card that have the anchor of one of its claims.
func duplicateAddress(in source: Source) -> [Diagnostic] {
  clashes(source.body, Set(source.claims.map(\.id)), "claim", source.file)
}

private func clashes(_ tree: MarkdownTree, _ ids: Set<String>, _ kind: String, _ file: SourceFile) -> [Diagnostic] {
  tree.headings.filter { ids.contains($0.anchor) }.map { heading in
    Diagnostic(
      .duplicateAddress, "the heading has the same anchor as the \(kind) '\(heading.anchor)'",
      at: Place(file, tree.nodes[heading.node].span), remedy: "reword the heading")
  }
}
