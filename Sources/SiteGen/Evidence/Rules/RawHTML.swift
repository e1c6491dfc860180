/// **raw-html**: notes are plain CommonMark without HTML.
func rawHTML(in tree: MarkdownTree, _ file: SourceFile) -> [Diagnostic] {
  tree.nodes.filter { $0.kind == .htmlBlock || $0.kind == .htmlInline }.map { node in
    Diagnostic(
      .rawHtml, "a note holds no HTML", at: Place(file, node.span),
      remedy: "write it as Markdown, or a '<' that is meant as '\\<'")
  }
}
