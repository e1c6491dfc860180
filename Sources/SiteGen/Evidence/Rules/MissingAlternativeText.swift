extension Rule {
  static let missingAlternativeText = Rule(
    "missing-alternative-text", .warning, about: .prose, "a picture has no text for readers who cannot see it",
    reason: """
      A picture has no text for readers who cannot see it. A purely decorative picture needs none: give it the title \
      "decorative".
      """,
    example: .note(
      failing: "![](images/bridge.png)", corrected: "![The bridge of Marnow, its middle arch gone](images/bridge.png)"))
}

func missingAlternativeText(_ link: MarkdownLink, _ target: LinkTarget, in tree: MarkdownTree, _ file: SourceFile)
  -> [Diagnostic]
{
  switch target {
  // Why: the question describes its figure, and a claim has none, which is reported.
  case .question, .claim: return []
  default: break
  }
  guard tree.plainText(of: link.node).utf8.allSatisfy({ $0 == 0x20 }), tree.string(link.title) != "decorative" else {
    return []
  }
  return [
    Diagnostic(
      .missingAlternativeText, "the picture has no alternative text", at: Place(file, tree.nodes[link.node].span),
      remedy: "describe the picture in the square brackets, or give it the title \"decorative\"")
  ]
}
