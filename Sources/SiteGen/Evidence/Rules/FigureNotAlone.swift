/// **broken-link**, of figures: the picture that stands for a question's figure is alone in a paragraph of the text, as
/// a chart with its table has no place within a line.
func figureNotAlone(_ link: MarkdownLink, in tree: MarkdownTree, _ file: SourceFile, isSummary: Bool) -> [Diagnostic] {
  let node = tree.nodes[link.node]
  if !isSummary, tree.loneImage(in: node.parent) != nil { return [] }
  return [
    Diagnostic(
      .brokenLink,
      isSummary ? "a summary holds no figure of a question" : "a question's figure stands alone in its paragraph",
      at: Place(file, node.span),
      remedy: isSummary
        ? "write '[](\(tree.string(link.destination)))' for the answer in brief"
        : "part it from the other words by empty lines, or write '[](\(tree.string(link.destination)))' for the"
          + " answer in brief")
  ]
}
