/// A note's Markdown as HTML: plain CommonMark, in which links to notes, sources, questions and claims lead to their
/// pages.
struct NoteMarkup {
  /// The page on which the note appears.
  let page: PageContext
  /// The address of the note's own page. The paths in the note are relative to it.
  let home: String
  let tree: MarkdownTree
  /// The quotations that the links of the note cite, by the links' nodes.
  let citations: [Int: FactSheet.Citation]

  private var site: Site { page.site }

  /// The whole note. If the note has a first-level heading, all its headings move one level down, because the page's
  /// title is the only first-level heading. Each heading has a link to itself. Citations are numbered after those that
  /// the page already has.
  func body(_ numbers: inout CitationNumbers) -> HTML? {
    numbered(&numbers) { $0.render(tree, into: &$1) }
  }

  /// The text of a paragraph without its tag, with numbered citations.
  func inline(_ numbers: inout CitationNumbers) -> HTML? {
    numbered(&numbers) { $0.renderInline(tree, into: &$1) }
  }

  /// The whole note as part of another page; citations are links to their passages.
  func body() -> HTML? { linked { $0.render(tree, into: &$1) } }

  /// The text of a paragraph without its tag, as part of another page.
  func inline() -> HTML? { linked { $0.renderInline(tree, into: &$1) } }

  private func linked(_ render: (MarkdownRenderer, inout [UInt8]) -> Void) -> HTML? {
    guard tree.nodes.count > 1 else { return nil }
    var bytes: [UInt8] = []
    render(renderer { write(source: $0, node: $1, into: &$2) }, &bytes)
    return HTML(bytes)
  }

  private func numbered(
    _ numbers: inout CitationNumbers, _ render: (MarkdownRenderer, inout [UInt8]) -> Void
  ) -> HTML? {
    guard tree.nodes.count > 1 else { return nil }
    var bytes: [UInt8] = []
    // Why: the renderer keeps its hook, and an escaping closure cannot capture an inout parameter.
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
    // Why: a note's own `#` would be a second first-level heading.
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
    let view = QuestionView(
      page: page, answered: answered, caption: question.caption.isEmpty ? nil : question.caption,
      isAnchored: anchored.insert(question.id).inserted)
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
    case .claim(let id): return write(claim: id, node: node, into: &html)
    case .path(let path, let anchor) where path.hasSuffix(".md"):
      return .destination(prefix + address(ofNote: path.dropLast(3), anchor))
    case .path(let path, nil) where isImage(node):
      let destination = tree.string(link.destination)
      let version = destination.contains("?") ? nil : resolvedPath(path, from: home).flatMap(site.version(of:))
      return .destination(prefix + destination + (version.map { "?v=" + $0 } ?? ""))
    case .path where !prefix.isEmpty: return .destination(prefix + tree.string(link.destination))
    case .here(let anchor):
      let target = site.address(home, anchor: anchor)
      return target == page.address + "#" + anchor ? .standard : .destination(page.link(target))
    default: return .standard
    }
  }

  private func isImage(_ node: Int) -> Bool {
    if case .image = tree.nodes[node].kind { true } else { false }
  }

  /// The address of a note, or of an anchor on its page, from a path relative to the folder of this note's page.
  private func address(ofNote path: Substring, _ anchor: String?) -> String {
    guard let anchor else { return path + ".html" }
    let toRoot = path.prefix { $0 == "." || $0 == "/" }
    return toRoot + site.address(path.dropFirst(toRoot.count) + ".html", anchor: anchor)
  }

  /// What leads from the page to the folder of the note's own page; empty if the page is in it.
  private var prefix: String {
    let own = folder(of: home)
    return own == folder(of: page.address) ? "" : page.link(String(own))
  }

  private func write(source id: String, node: Int, into html: inout [UInt8]) -> MarkdownAction {
    let target = citations[node].map { site.address(of: $0.quotation, in: id) } ?? Address.source(id)
    open("cite", page.link(target), into: &html)
    guard tree.nodes[node].end == node + 1 else { return .wrapped(closing: "</a>") }
    appendEscapedText(site.title(ofSource: id).utf8, to: &html)
    html.append(contentsOf: "</a>".utf8)
    return .replaced
  }

  /// Writes the link's text and the number of its citation. The number opens the passage in place. A link without text
  /// or without a quotation has no number.
  private func write(
    numbered id: String, node: Int, _ numbers: inout CitationNumbers, into html: inout [UInt8]
  ) -> MarkdownAction {
    guard let citation = citations[node], tree.nodes[node].end > node + 1 else {
      return write(source: id, node: node, into: &html)
    }
    let mark = CitationMark(
      site: site, number: numbers.number(of: citation),
      href: page.link(site.address(of: citation.quotation, in: id)))
    var closing = Array("</span>".utf8)
    site.citation?.render(CitationMark.fields.record(of: mark), into: &closing)
    // Why: the line end of the template would appear as a space before a following comma.
    while closing.last == UInt8(ascii: "\n") { closing.removeLast() }
    html.append(contentsOf: "<span class=\"cited\">".utf8)
    return .wrapped(closing: String(decoding: closing, as: UTF8.self))
  }

  private func write(question id: String, node: Int, into html: inout [UInt8]) -> MarkdownAction {
    guard let answered = site.answered(id) else { return .standard }
    // Why: the data has the headline of a list as its brief answer, and a headline is a sentence, not a part of one.
    let field = site.headline(of: answered) == nil ? " data-question=\"\(id)\" data-field=\"brief\"" : ""
    return writeAnswer(page.link(Address.question(id)), field, node, into: &html) { site.ownBrief(of: answered) }
  }

  private func write(claim id: String, node: Int, into html: inout [UInt8]) -> MarkdownAction {
    guard let evidence = site.evidence(id) else { return .standard }
    let field = " data-claim=\"\(id)\" data-field=\"answer\""
    return writeAnswer(page.link(site.address(of: evidence)), field, node, into: &html) { site.words(of: evidence) }
  }

  /// Opens a link to an answer; a link without text shows the answer itself.
  private func writeAnswer(
    _ address: String, _ field: String, _ node: Int, into html: inout [UInt8], _ words: () -> String
  ) -> MarkdownAction {
    open("answer", address, into: &html)
    guard tree.nodes[node].end == node + 1 else { return .wrapped(closing: "</a>") }
    html.append(contentsOf: "<span\(field)>".utf8)
    appendEscapedText(words().utf8, to: &html)
    html.append(contentsOf: "</span></a>".utf8)
    return .replaced
  }

  private func open(_ styleClass: String, _ address: String, into html: inout [UInt8]) {
    html.append(contentsOf: "<a class=\"\(styleClass)\" href=\"".utf8)
    appendEscapedAttribute(address.utf8, to: &html)
    html.append(contentsOf: "\">".utf8)
  }

  /// The question whose figure is the whole paragraph, `![caption](question:ID)`; nil for other paragraphs.
  static func figure(in tree: MarkdownTree, at paragraph: Int) -> (id: String, caption: String)? {
    guard let image = tree.loneImage(in: paragraph),
      case .question(let id) = LinkTarget(tree.string(image.destination))
    else { return nil }
    return (id, tree.plainText(of: image.node))
  }

  /// The questions that have a figure in a note, in the note's order.
  static func figures(in tree: MarkdownTree) -> [String] {
    guard tree.links.contains(where: \.isImage) else { return [] }
    return tree.nodes.indices.compactMap { tree.nodes[$0].kind == .paragraph ? figure(in: tree, at: $0)?.id : nil }
  }
}

extension PageContext {
  func markup(of note: Note) -> NoteMarkup {
    NoteMarkup(
      page: self, home: Address.note(note.id), tree: note.body, citations: site.sheet.citations[note.file.path] ?? [:])
  }

  /// Nil if the note has no summary.
  func markup(ofSummary note: Note) -> NoteMarkup? {
    note.summary.map { markup(of: $0, in: note) }
  }

  func markup(of paragraph: Paragraph, in note: Note) -> NoteMarkup {
    NoteMarkup(
      page: self, home: Address.note(note.id), tree: paragraph.tree,
      citations: site.sheet.paragraphCitations[note.file.path]?[paragraph.span.lowerBound] ?? [:])
  }

  /// The headline of a list; nil for other questions and for a list without answers.
  func headline(of answered: FactSheet.AnsweredQuestion) -> HTML? {
    guard let headline = site.headline(of: answered), let note = site.note(answered.question.topic) else { return nil }
    return markup(of: headline, in: note).inline()
  }

  func body(of note: Note?) -> HTML? { note.flatMap { markup(of: $0).body() } }
  func summary(of note: Note) -> HTML? { markup(ofSummary: note)?.inline() }

  func body(of source: Source) -> HTML? {
    NoteMarkup(
      page: self, home: Address.source(source.id), tree: source.body,
      citations: site.sheet.citations[source.file.path] ?? [:]
    ).body()
  }
}

extension Site {
  /// The description for search engines: the note's summary, or `words` if there is no summary.
  func description(of note: Note?, or words: String) -> String {
    note?.summary.map { plainText(of: $0.tree) } ?? words
  }

  /// The plain text of a part of a note, with brief answers and answers in place of links to questions and claims
  /// without text.
  func plainText(of tree: MarkdownTree) -> String {
    var text: [UInt8] = []
    appendPlainText(of: tree, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the plain text of a node.
  func appendPlainText(of tree: MarkdownTree, node: Int = 0, to text: inout [UInt8]) {
    tree.appendPlainText(of: node, to: &text) { link in
      switch LinkTarget(tree.string(link.destination)) {
      case .question(let id): return answered(id).map(ownBrief)
      case .claim(let id): return evidence(id).map(words)
      default: return nil
      }
    }
  }
}

/// The folder of a page, ending in `/`; empty for the root of the site.
private func folder(of address: String) -> Substring {
  address[..<(address.utf8.lastIndex(of: UInt8(ascii: "/")).map(address.utf8.index(after:)) ?? address.startIndex)]
}
