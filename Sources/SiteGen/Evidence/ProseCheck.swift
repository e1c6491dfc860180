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
  var diagnostics = duplicateAnchors(in: note) + checkWording(of: note, context)
  if let summary = note.summary {
    var check = ProseCheck(summary, note.file, context, language: note.language, .summary)
    check.run(needsSources: !note.isAboutThisSite)
    citations.summary = check.citations
    citations.numbers += check.numbers
    diagnostics += check.diagnostics
  }
  var check = ProseCheck(note.body, note.file, context, language: note.language, .note)
  check.run(needsSources: !note.isAboutThisSite)
  citations.body = check.citations
  citations.numbers += check.numbers
  return Checked(citations, diagnostics + check.diagnostics)
}

/// Checks the links, citations and pictures of a card's body; its own numbers need no source.
func checkProse(_ source: Source, _ context: ProseContext) -> Checked<ProseCitations> {
  var check = ProseCheck(source.body, source.file, context, language: nil, .card)
  check.run(needsSources: false)
  return Checked(
    ProseCitations(body: check.citations, numbers: check.numbers), duplicateAnchors(in: source) + check.diagnostics)
}

private struct ProseCheck {
  let tree: MarkdownTree
  let file: SourceFile
  let context: ProseContext
  let language: String?
  let kind: Kind
  var citations: [Int: FactSheet.Citation] = [:]
  var numbers = 0
  var diagnostics: [Diagnostic] = []
  /// The block quotation that a link closes, by the link's node.
  private var closed: [Int: Int] = [:]
  /// The links and block quotations whose quotation cuts a quantity, so that no number can be held against it.
  private var cutting: Set<Int> = []

  enum Kind {
    case note, summary
    /// May quote damaged passages and those that prove nothing.
    case card
  }

  init(_ tree: MarkdownTree, _ file: SourceFile, _ context: ProseContext, language: String?, _ kind: Kind) {
    self.tree = tree
    self.file = file
    self.context = context
    self.language = language
    self.kind = kind
    for index in tree.nodes.indices where tree.nodes[index].kind == .blockQuote {
      if let link = tree.citationClosing(index) { closed[link] = index }
    }
  }

  mutating func run(needsSources: Bool) {
    diagnostics += rawHTML(in: tree, file)
    for link in tree.links { check(link) }
    if needsSources { for link in tree.links { checkTitle(of: link) } }
    let cited = Set(closed.values)
    let prose = ProseText(tree) { node in
      if cited.contains(node) { return true }
      guard let link = tree.link(at: node) else { return false }
      return LinkTarget(tree.string(link.destination)).bindsNumbers
    }
    guard needsSources || !prose.bound.isEmpty else { return }
    let read = ProseNumbers(prose, context.grammar(language))
    for match in read.quantities {
      if let bound = prose.binding(match.numberSpan) {
        check(match, boundBy: bound, prose)
      } else if needsSources {
        let (number, place) = unsourced(match, read, prose)
        diagnostics += unsourcedNumber(number, at: place, context)
      }
    }
    for year in read.years {
      if let bound = prose.binding(year.span) { check(year, boundBy: bound, prose) }
    }
  }

  /// What is said of a number without a source, and its place: with its noun, where words alone stand between them.
  private func unsourced(
    _ match: QuantityMatch, _ read: ProseNumbers, _ prose: ProseText
  ) -> (UnsourcedNumber, Place) {
    let other = prose.otherLink(match.span)
    var (phrase, noun) = (match.span, "")
    if let counted = match.noun, counted.lowerBound >= match.span.upperBound {
      noun = prose.words(counted)
      let longer = match.span.lowerBound..<counted.upperBound
      let isUnlinked = prose.binding(longer) == nil && prose.otherLink(longer)?.node == other?.node
      if isUnlinked, isOfWords(prose.bytes[match.span.upperBound..<counted.lowerBound]),
        written(prose.span(longer)) == prose.words(longer) || written(prose.span(phrase)) != prose.words(phrase)
      {
        phrase = longer
      }
    }
    var number = UnsourcedNumber(
      quantity: match.quantity, words: prose.words(match.span), phrase: prose.words(phrase), noun: noun,
      mayBeLinked: kind == .note, beside: numbers(beside: match, read, prose))
    if let other {
      number.standing =
        tree.nodes[other.node].kind == .image ? .inPlainWords("the alternative text") : .inOtherLink
    }
    return (number, Place(file, Located(number.phrase, prose.span(phrase)).narrowed(in: file)))
  }

  /// The bytes of a span as its file writes them, line ends as blanks.
  private func written(_ span: Range<Int>) -> String {
    let bytes = file.bytes[span.clamped(to: 0..<file.bytes.count)]
    return String(decoding: bytes.filter { $0 != 0x0D }.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Numbers with sources in a number's paragraph, those that links without words will show included; at most the first
  /// 100 of each are looked at.
  private func numbers(beside match: QuantityMatch, _ read: ProseNumbers, _ prose: ProseText) -> [Quantity] {
    guard !prose.bound.isEmpty else { return [] }
    let block = prose.block(at: match.span.lowerBound)
    var found = read.quantities(in: block).prefix(100).filter { prose.binding($0.numberSpan) != nil }.map(\.quantity)
    for bound in prose.bounds(in: block).prefix(100) where bound.range.isEmpty {
      guard let link = tree.link(at: bound.node), case .question(let id) = LinkTarget(tree.string(link.destination))
      else { continue }
      found += (context.answers(to: id) ?? []).filter(\.speaker.isEmpty).prefix(1).map(\.quantity)
    }
    return found
  }

  /// The title of a link or picture is shown with it, but for that of a citation, which is the quotation.
  private mutating func checkTitle(of link: MarkdownLink) {
    guard !link.title.isEmpty, !LinkTarget(tree.string(link.destination)).bindsNumbers else { return }
    let title = Located(tree.string(link.title), link.titleSpan)
    let bytes = Array(title.value.utf8)
    for match in context.grammar(language).quantities(in: bytes) where !match.countsOnlyInAnswers {
      let words = String(decoding: bytes[match.span], as: UTF8.self)
      diagnostics += unsourcedNumber(
        UnsourcedNumber(
          quantity: match.quantity, words: words, phrase: words, standing: .inPlainWords("the link's title")),
        at: Place(file, title.place(of: match.span, in: file)), context)
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
      if link.isImage { diagnostics += figureNotAlone(link, in: tree, file, isSummary: kind == .summary) }
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
    if kind != .card { diagnostics += quoteNotEvidence(quoted, quotation.span, in: text) }
    if checked.diagnostics.contains(where: { $0.rule == .quoteCutsQuantity }) { cutting.formUnion(nodes) }
    for node in nodes { citations[node] = FactSheet.Citation(sourceID: text.source.id, quotation: quotation) }
  }

  private mutating func check(_ match: QuantityMatch, boundBy bound: ProseText.Bound, _ prose: ProseText) {
    let words = prose.words(match.span)
    let place = Place(file, prose.span(match.span))
    let isWhole = bound.range.lowerBound <= match.span.lowerBound && match.span.upperBound <= bound.range.upperBound
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
        match, words, at: place, in: text.quantities(in: citation.quotation.span), text, isWhole: isWhole,
        context.grammar(language))
    case .question(let id):
      guard context.knowsAllAnswers(to: id), let answers = context.answers(to: id) else { return }
      numbers += 1
      diagnostics += staleNumber(match, words, at: place, question: id, answers, isWhole: isWhole)
    default: break
    }
  }

  private mutating func check(_ year: Located<Int>, boundBy bound: ProseText.Bound, _ prose: ProseText) {
    guard let link = tree.link(at: bound.node), case .question(let id) = LinkTarget(tree.string(link.destination)),
      context.question(id)?.unit == "year", context.knowsAllAnswers(to: id), let answers = context.answers(to: id)
    else { return }
    numbers += 1
    diagnostics += staleYear(year.value, at: Place(file, prose.span(year.span)), question: id, answers)
  }
}

/// Whether nothing but letters, blanks and hyphens stands there: no mark that a link would cut from its partner.
private func isOfWords(_ bytes: ArraySlice<UInt8>) -> Bool {
  // Why: 0xE2 begins the typographic marks.
  bytes.allSatisfy { $0 == 0x20 || $0 == 0x2D || $0.isLetter || ($0 >= 0x80 && $0 != 0xE2) }
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
