extension Rule {
  static let rawHtml = Rule(
    "raw-html", .error, about: .prose, "a note or card contains HTML, which is never published",
    reason: """
      A note or card contains HTML. Only text and Markdown are published: HTML that sitegen passed on could load or \
      run anything.
      """,
    example: .note(failing: "The <b>old</b> bridge is gone.", corrected: "The **old** bridge is gone."))
}

/// A closing tag is not reported if its opening tag was.
func rawHTML(in tree: MarkdownTree, _ file: SourceFile, _ diagnostics: inout BoundedDiagnostics) {
  var open: [String] = []
  for node in tree.nodes where node.kind == .htmlBlock || node.kind == .htmlInline {
    if node.kind == .htmlInline, let tag = tag(tree.literals[node.literal.clamped(to: 0..<tree.literals.count)]) {
      if !tag.closes {
        open.append(tag.name)
        // Why a limit: a file may have a million tags, and none of them closed.
        if open.count > 1000 { open.removeFirst(500) }
      } else if let start = open.lastIndex(of: tag.name) {
        open.removeSubrange(start...)
        continue
      }
    }
    diagnostics.append(
      Diagnostic(
        .rawHtml, "notes and cards cannot contain HTML", at: Place(file, node.span),
        remedy: "write it as Markdown; write a literal '<' as '\\<'"))
  }
}

/// The name of a tag in lower case, and whether it is a closing tag; nil for comments and other markup.
private func tag(_ html: ArraySlice<UInt8>) -> (name: String, closes: Bool)? {
  let closes = html.dropFirst().first == UInt8(ascii: "/")
  let name = html.dropFirst(closes ? 2 : 1).prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
  return name.isEmpty ? nil : (String(decoding: name, as: UTF8.self).lowercased(), closes)
}
