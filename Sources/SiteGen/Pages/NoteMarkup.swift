/// A note's Markdown as HTML: plain CommonMark, with links to notes, sources and questions led to their pages.
struct NoteMarkup {
  let site: Site
  let tree: MarkdownTree
  /// The quotations that its links were found to hold, by node.
  let citations: [Int: FactSheet.Citation]
  /// The address of the page into which it is written.
  let page: String

  /// The whole note; headings one level lower, as the page has the first, each with a link to itself. Citations are
  /// numbered, and the passages join those that the page has cited before.
  func body(_ numbers: inout CitationNumbers) -> HTML? {
    numbered(&numbers) { $0.render(tree, into: &$1) }
  }

  /// A summary's words without paragraphs, numbered likewise.
  func inline(_ numbers: inout CitationNumbers) -> HTML? {
    numbered(&numbers) { $0.renderInline(tree, into: &$1) }
  }

  /// The whole note where it is a part of another page: citations are links to their passages.
  func body() -> HTML? {
    guard tree.nodes.count > 1 else { return nil }
    var bytes: [UInt8] = []
    renderer { write(source: $0, node: $1, into: &$2) }.render(tree, into: &bytes)
    return HTML(bytes)
  }

  /// A summary's words where they are a part of another page, without paragraphs.
  func inline() -> HTML? {
    guard tree.nodes.count > 1 else { return nil }
    var bytes: [UInt8] = []
    renderer { write(source: $0, node: $1, into: &$2) }.renderInline(tree, into: &bytes)
    return HTML(bytes)
  }

  private func numbered(
    _ numbers: inout CitationNumbers, _ render: (MarkdownRenderer, inout [UInt8]) -> Void
  ) -> HTML? {
    guard tree.nodes.count > 1 else { return nil }
    var bytes: [UInt8] = []
    // Why: the renderer keeps its hook, which may not keep a parameter.
    var known = numbers
    render(renderer { write(numbered: $0, node: $1, &known, into: &$2) }, &bytes)
    numbers = known
    return HTML(bytes)
  }

  private func renderer(
    _ citing: @escaping (_ source: String, _ node: Int, _ html: inout [UInt8]) -> MarkdownAction
  ) -> MarkdownRenderer {
    var renderer = MarkdownRenderer()
    renderer.writesHeadingIds = true
    renderer.headingLink = { site.strings.fill(.linkToSection, ("title", $0)) }
    // Why: a note's own `#` would be a second first heading.
    renderer.headingShift = tree.headings.contains { $0.level == 1 } ? 1 : 0
    guard !tree.links.isEmpty else { return renderer }
    var anchored: Set<String> = []
    renderer.hook = { node, html in
      switch tree.nodes[node].kind {
      case .paragraph: write(paragraph: node, anchored: &anchored, into: &html)
      case .link, .image: write(link: node, citing, into: &html)
      default: .standard
      }
    }
    return renderer
  }

  private func write(paragraph: Int, anchored: inout Set<String>, into html: inout [UInt8]) -> MarkdownAction {
    guard let question = NoteMarkup.figure(in: tree, at: paragraph), let answered = site.answered(question.id),
      let template = site.figure
    else { return .standard }
    var view = QuestionView(site: site, answered: answered, page: page)
    view.caption = question.caption.isEmpty ? nil : question.caption
    view.isAnchored = anchored.insert(question.id).inserted
    template.render(FigureView.fields.record(of: FigureView(question: view)), into: &html)
    return .replaced
  }

  private func write(
    link node: Int, _ citing: (String, Int, inout [UInt8]) -> MarkdownAction, into html: inout [UInt8]
  ) -> MarkdownAction {
    guard let link = tree.link(at: node) else { return .standard }
    switch LinkTarget(tree.string(link.destination)) {
    case .source(let id): return citing(id, node, &html)
    case .question(let id): return write(question: id, node: node, into: &html)
    case .path(let path, let anchor) where path.hasSuffix(".md"):
      return .destination(path.dropLast(3) + ".html" + (anchor.map { "#" + $0 } ?? ""))
    default: return .standard
    }
  }

  private func write(source id: String, node: Int, into html: inout [UInt8]) -> MarkdownAction {
    let citation = citations[node]
    let target = citation.map { Address.passage(id, $0.quotation) } ?? Address.source(id)
    open("cite", Address.link(target, from: page), into: &html)
    guard tree.nodes[node].end == node + 1 else { return .wrapped(closing: "</a>") }
    appendEscapedText(site.title(ofSource: id).utf8, to: &html)
    html.append(contentsOf: "</a>".utf8)
    return .replaced
  }

  /// Words with the number of their evidence, which opens it in place; a citation without words of its own names its
  /// source.
  private func write(
    numbered id: String, node: Int, _ numbers: inout CitationNumbers, into html: inout [UInt8]
  ) -> MarkdownAction {
    guard let citation = citations[node], tree.nodes[node].end > node + 1 else {
      return write(source: id, node: node, into: &html)
    }
    let mark = CitationMark(
      site: site, number: numbers.number(of: citation),
      href: Address.link(Address.passage(id, citation.quotation), from: page))
    var closing = Array("</span>".utf8)
    site.citation?.render(CitationMark.fields.record(of: mark), into: &closing)
    // Why: the file ends in a line end, which would be a blank before the comma that follows.
    while closing.last == UInt8(ascii: "\n") { closing.removeLast() }
    html.append(contentsOf: "<span class=\"cited\">".utf8)
    return .wrapped(closing: String(decoding: closing, as: UTF8.self))
  }

  private func write(question id: String, node: Int, into html: inout [UInt8]) -> MarkdownAction {
    guard let answered = site.answered(id) else { return .standard }
    open("answer", Address.link(Address.question(id), from: page), into: &html)
    guard tree.nodes[node].end == node + 1 else { return .wrapped(closing: "</a>") }
    html.append(contentsOf: "<span data-question=\"\(id)\" data-field=\"brief\">".utf8)
    appendEscapedText(site.words(of: answered.brief, to: answered.question).utf8, to: &html)
    html.append(contentsOf: "</span></a>".utf8)
    return .replaced
  }

  private func open(_ styleClass: String, _ address: String, into html: inout [UInt8]) {
    html.append(contentsOf: "<a class=\"\(styleClass)\" href=\"".utf8)
    appendEscapedAttribute(address.utf8, to: &html)
    html.append(contentsOf: "\">".utf8)
  }

  /// The question whose figure a paragraph holds: `![caption](question:ID)` and nothing else.
  static func figure(in tree: MarkdownTree, at paragraph: Int) -> (id: String, caption: String)? {
    guard let image = tree.loneImage(in: paragraph),
      case .question(let id) = LinkTarget(tree.string(image.destination))
    else { return nil }
    return (id, tree.plainText(of: image.node))
  }

  /// The questions that have a figure in a note, in its order.
  static func figures(in tree: MarkdownTree) -> [String] {
    guard tree.links.contains(where: \.isImage) else { return [] }
    return tree.nodes.indices.compactMap { tree.nodes[$0].kind == .paragraph ? figure(in: tree, at: $0)?.id : nil }
  }
}

extension Site {
  func body(of note: Note?, on page: String) -> HTML? {
    note.flatMap { body($0.body, of: $0.file, on: page) }
  }

  func summary(of note: Note?, on page: String) -> HTML? {
    guard let note, let summary = note.summary else { return nil }
    let citations = sheet.summaryCitations[note.file.path] ?? [:]
    return NoteMarkup(site: self, tree: summary, citations: citations, page: page).inline()
  }

  func body(of source: Source, on page: String) -> HTML? { body(source.body, of: source.file, on: page) }

  private func body(_ tree: MarkdownTree, of file: SourceFile, on page: String) -> HTML? {
    NoteMarkup(site: self, tree: tree, citations: sheet.citations[file.path] ?? [:], page: page).body()
  }

  /// The words that search engines show: a note's summary, else what is given.
  func description(of note: Note?, or words: String) -> String {
    note?.summary.map { plainText(of: $0) } ?? words
  }

  /// The words of a part of a note, with the brief answers where it links to them.
  func plainText(of tree: MarkdownTree, node: Int = 0) -> String {
    tree.plainText(of: node) { link in
      guard case .question(let id) = LinkTarget(tree.string(link.destination)), let answered = answered(id) else {
        return nil
      }
      return words(of: answered.brief, to: answered.question)
    }
  }
}
