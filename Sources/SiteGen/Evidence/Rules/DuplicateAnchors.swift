/// **duplicate-address**, of anchors: a heading of a topic is none of its questions, one of a card none of its claims.
func duplicateAnchors(in note: Note) -> [Diagnostic] {
  guard note.isTopic else { return [] }
  return clashes(note.body, Set(note.questions.map(\.id)), "question", note.file)
}

func duplicateAnchors(in source: Source) -> [Diagnostic] {
  clashes(source.body, Set(source.claims.map(\.id)), "claim", source.file)
}

private func clashes(_ tree: MarkdownTree, _ ids: Set<String>, _ kind: String, _ file: SourceFile) -> [Diagnostic] {
  tree.headings.filter { ids.contains($0.anchor) }.map { heading in
    Diagnostic(
      .duplicateAddress, "the heading has the anchor of the \(kind) '\(heading.anchor)'",
      at: Place(file, tree.nodes[heading.node].span), remedy: "change the words of the heading")
  }
}
