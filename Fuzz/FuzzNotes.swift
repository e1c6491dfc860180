@testable import SiteGen

/// Everything that is found in a note is within its file, in order of the tree. Rendered, a note has only the elements and
/// attributes of CommonMark, well nested, and no address that runs a script. Links stay in the project.
func fuzzNotes(_ bytes: [UInt8]) {
  let file = SourceFile(path: "Content/a.md", bytes: bytes)
  guard checkText(file, .fileUnreadable).isEmpty else { return }
  let note = readNote(file)
  demandPlaces(note.diagnostics, in: file)
  // Most inputs have no front matter, and their body is the whole file.
  let tree = note.value?.body ?? MarkdownTree(parsing: file, from: file.textStart)
  for (index, node) in tree.nodes.enumerated() {
    demand(node.span.upperBound <= bytes.count, "a node is outside the file")
    demand(node.parent < index && node.end > index && node.end <= tree.nodes.count, "a node is not in its tree")
  }
  for link in tree.links {
    if case .path(let path, _) = LinkTarget(tree.string(link.destination)),
      let found = resolvedPath(path, from: file.path)
    {
      demand(!found.split(separator: "/").contains(".."), "a link leaves the project")
    }
  }
  var html: [UInt8] = []
  MarkdownRenderer(writesHeadingIds: true).render(tree, into: &html)
  demandPlainMarkup(html)
  // Why seldom: it takes a thousand times as long.
  if bytes.reduce(0, { $0 &+ Int($1) }) % 1024 == 0 { fuzzSite(with: file) }
}

/// A whole project with the note: the build ends with a site or with diagnostics that have places.
private func fuzzSite(with note: SourceFile) {
  var builder = Builder()
  let files = [
    note, SourceFile(path: "Content/index.md", bytes: Array("---\ntitle: Home\nsummary: A page\n---\n\nWords.\n".utf8)),
    SourceFile(path: "sitegen.yaml", bytes: Array("title: Site\nlanguage: en\n".utf8)),
  ]
  let built = builder.build(files)
  demandPlaces(built.diagnostics, in: note)
  if let site = built.value {
    for file in site.tree.allFiles() { demand(isPathInside(file.path), "the site has the path '\(file.path)'") }
  }
}

/// The diagnostics can be printed, and those in a file are within it.
func demandPlaces(_ diagnostics: [Diagnostic], in file: SourceFile) {
  for diagnostic in diagnostics where diagnostic.place.file.path == file.path {
    demand(diagnostic.place.span.upperBound <= file.bytes.count, "a diagnostic is outside the file")
  }
  _ = formatted(sortedForPrinting(diagnostics), as: .text)
}

private let voidElements: Set = ["br", "hr", "img"]
private let elements: Set = [
  "p", "em", "strong", "a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote",
]
private let attributes: Set = ["href", "src", "alt", "title", "class", "start", "id"]

/// A parser that knows only what may be in a rendered note.
private func demandPlainMarkup(_ html: [UInt8]) {
  var open: [String] = []
  var rest = html[...]
  while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
    rest = rest[(start + 1)...]
    // The comment that replaces raw HTML.
    if rest.starts(with: "!-- raw HTML omitted -->".utf8) { continue }
    let isClosing = rest.first == UInt8(ascii: "/")
    if isClosing { rest = rest.dropFirst() }
    let name = String(decoding: rest.prefix(while: \.isLetterOrDigit), as: UTF8.self)
    rest = rest.dropFirst(name.utf8.count)
    demand(elements.contains(name) || voidElements.contains(name), "a note has the element '\(name)'")
    while rest.first == UInt8(ascii: " ") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "/") { break }
      let attribute = String(decoding: rest.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
      demand(attributes.contains(attribute), "a note has the attribute '\(attribute)'")
      rest = rest.dropFirst(attribute.utf8.count + 1)
      demand(rest.first == UInt8(ascii: "\""), "an attribute has no quotation marks")
      let value = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
      demand(!value.contains(UInt8(ascii: "<")), "an attribute contains '<'")
      if attribute == "href" || attribute == "src" { demand(isAllowedAddress(value), "a link runs a script") }
      rest = rest.dropFirst(value.count + 2)
    }
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    demand(rest.first == UInt8(ascii: ">"), "an element does not end")
    if isClosing {
      demand(open.popLast() == name, "an element is not closed in its place: \(name)")
    } else if !voidElements.contains(name) {
      open.append(name)
    }
  }
  demand(open.isEmpty, "an element is not closed: \(open)")
}
