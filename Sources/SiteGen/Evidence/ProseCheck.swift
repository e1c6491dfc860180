/// The quotations of a note or card, checked.
struct ProseCitations: Sendable {
  /// By the body's nodes: those of links, and of block quotations that end in one.
  var body: [Int: FactSheet.Citation] = [:]
  /// By the nodes of the summary.
  var summary: [Int: FactSheet.Citation] = [:]
  /// Numbers that were held against a quotation or a question's answers.
  var numbers = 0
}

/// Checks the links, citations, numbers and pictures of a note. Pure, so that notes can be checked in parallel.
func checkProse(_ note: Note, _ context: ProseContext) -> Checked<ProseCitations> {
  var citations = ProseCitations()
  var diagnostics = duplicateAnchors(in: note)
  if let summary = note.summary {
    var check = ProseCheck(summary, note.file, context, language: note.language, isCard: false)
    check.mayLink = false
    check.run(needsSources: !note.isAboutThisSite)
    citations.summary = check.citations
    citations.numbers += check.numbers
    diagnostics += check.diagnostics
  }
  var check = ProseCheck(note.body, note.file, context, language: note.language, isCard: false)
  check.run(needsSources: !note.isAboutThisSite)
  citations.body = check.citations
  citations.numbers += check.numbers
  return Checked(citations, diagnostics + check.diagnostics)
}

/// Checks the links, citations and pictures of a card's body; its own numbers need no source.
func checkProse(_ source: Source, _ context: ProseContext) -> Checked<ProseCitations> {
  var check = ProseCheck(source.body, source.file, context, language: nil, isCard: true)
  check.run(needsSources: false)
  return Checked(
    ProseCitations(body: check.citations, numbers: check.numbers), duplicateAnchors(in: source) + check.diagnostics)
}

private struct ProseCheck {
  let tree: MarkdownTree
  let file: SourceFile
  let context: ProseContext
  let language: String?
  /// A card's body may quote damaged passages and those that prove nothing.
  let isCard: Bool
  var citations: [Int: FactSheet.Citation] = [:]
  var numbers = 0
  var diagnostics: [Diagnostic] = []
  /// Whether a fix may put a link: not so in a summary, where brackets may be YAML's.
  var mayLink = true
  /// The block quotation that a link closes, by the link's node.
  private var closed: [Int: Int] = [:]
  /// The links and block quotations whose quotation cuts a quantity, so that no number can be held against it.
  private var cutting: Set<Int> = []

  init(_ tree: MarkdownTree, _ file: SourceFile, _ context: ProseContext, language: String?, isCard: Bool) {
    self.tree = tree
    self.file = file
    self.context = context
    self.language = language
    self.isCard = isCard
    for index in tree.nodes.indices where tree.nodes[index].kind == .blockQuote {
      if let link = tree.citationClosing(index) { closed[link] = index }
    }
  }

  mutating func run(needsSources: Bool) {
    diagnostics += rawHTML(in: tree, file)
    for link in tree.links { check(link) }
    let cited = Set(closed.values)
    let prose = ProseText(tree) { node in
      if cited.contains(node) { return true }
      guard let link = tree.link(at: node) else { return false }
      return LinkTarget(tree.string(link.destination)).bindsNumbers
    }
    guard needsSources || !prose.bound.isEmpty else { return }
    for match in context.grammar(language).quantities(in: prose.bytes) where !match.countsOnlyInAnswers {
      if let bound = prose.binding(match.numberSpan) {
        check(match, boundBy: bound, prose)
      } else if needsSources {
        let span = prose.span(match.span)
        diagnostics += unsourcedNumber(
          match.quantity, prose.words(match.span), at: Place(file, span),
          answers: context.question(answeredBy: match.quantity),
          isPlainText: mayLink && !tree.links.contains { tree.nodes[$0.node].span.overlaps(span) })
      }
    }
  }

  private mutating func check(_ link: MarkdownLink) {
    let place = Place(file, link.destinationSpan)
    let target = LinkTarget(tree.string(link.destination))
    if link.isImage { diagnostics += missingAlternativeText(link, target, in: tree, file) }
    switch target {
    case .source(let id) where !link.isImage:
      guard let text = context.text(ofSource: id) else {
        diagnostics += unknownSource(id, at: place, context)
        return
      }
      cite(link, text)
    case .question(let id):
      if context.answers(to: id) == nil { diagnostics += unknownQuestion(id, at: place, context) }
    default:
      diagnostics += brokenLink(target, isImage: link.isImage, from: file.path, at: place, context)
    }
  }

  private mutating func cite(_ link: MarkdownLink, _ text: SourceText) {
    // Why: a seed that is missing or no text was found when the dossier was read; that is one cause, and one finding.
    guard !text.seed.file.bytes.isEmpty else { return }
    let quoted: QuotedWords
    var nodes = [link.node]
    if let block = closed[link.node] {
      quoted = QuotedWords(
        words: tree.words(of: block, before: link.node), place: Place(file, tree.nodes[block].span))
      nodes.append(block)
    } else {
      quoted = QuotedWords(words: tree.string(link.title), place: Place(file, link.titleSpan))
    }
    let checked = checkQuotation(quoted, in: text, context.settings)
    diagnostics += checked.diagnostics
    guard let quotation = checked.value else { return }
    if !isCard { diagnostics += quoteNotEvidence(quoted, quotation.span, in: text) }
    if checked.diagnostics.contains(where: { $0.rule == .quoteCutsQuantity }) { cutting.formUnion(nodes) }
    for node in nodes { citations[node] = FactSheet.Citation(sourceID: text.source.id, quotation: quotation) }
  }

  private mutating func check(_ match: QuantityMatch, boundBy bound: ProseText.Bound, _ prose: ProseText) {
    let words = prose.words(match.span)
    let place = Place(file, prose.span(match.span))
    guard let link = tree.link(at: bound.node) else {
      numbers += 1
      return
    }
    switch LinkTarget(tree.string(link.destination)) {
    case .source(let id):
      // Why: a quotation that is not found, or cuts a quantity, is one cause, and one finding.
      guard let text = context.text(ofSource: id), let citation = citations[bound.node],
        !cutting.contains(bound.node)
      else { return }
      numbers += 1
      diagnostics += numberNotInCitation(
        match, words, at: place, in: text.quantities(in: citation.quotation.span), text)
    case .question(let id):
      guard context.knowsAllAnswers(to: id), let answers = context.answers(to: id) else { return }
      numbers += 1
      diagnostics += staleNumber(match, words, at: place, question: id, answers)
    default: break
    }
  }
}

extension MarkdownTree {
  /// The link to a source without a title that ends a block quotation; nil where there is none.
  fileprivate func citationClosing(_ block: Int) -> Int? {
    func lastChild(of node: Int) -> Int? {
      var child = node + 1
      var last: Int?
      while child < nodes[node].end {
        last = child
        child = max(child + 1, nodes[child].end)
      }
      return last
    }
    guard let paragraph = lastChild(of: block), nodes[paragraph].kind == .paragraph,
      let end = lastChild(of: paragraph), let link = link(at: end), !link.isImage, link.title.isEmpty,
      case .source = LinkTarget(string(link.destination))
    else { return nil }
    return end
  }

  /// The words of a node up to another one in it.
  fileprivate func words(of node: Int, before end: Int) -> String {
    var bytes: [UInt8] = []
    for index in node..<min(end, nodes[node].end) {
      switch nodes[index].kind {
      case .text, .code: bytes.append(contentsOf: literals[nodes[index].literal])
      case .paragraph, .heading, .softBreak, .lineBreak: bytes.append(0x20)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
