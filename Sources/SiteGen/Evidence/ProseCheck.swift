/// The checked quotations of a note or card.
struct ProseCitations: Sendable {
  /// By node of the body: links, and block quotations that end in a link.
  var body: [Int: FactSheet.Citation] = [:]
  /// By the start of a paragraph in the front matter, then by its node.
  var paragraphs: [Int: [Int: FactSheet.Citation]] = [:]
  var quotations = 0
  /// How many numbers were compared with a quotation or a question's answers.
  var numbers = 0
}

/// Checks the links, citations, numbers and pictures of a note. Pure, so that notes can be checked in parallel.
func checkProse(_ note: Note, _ context: ProseContext) -> Checked<ProseCitations> {
  var diagnostics = duplicateAddress(in: note) + checkWording(of: note, context)
  let needsSources = context.needsSources(note)
  func check(_ tree: MarkdownTree, _ kind: ProseCheck.Kind) -> ProseCheck {
    ProseCheck(tree, note.file, context, language: note.language, kind).run(needsSources: needsSources)
  }
  let body = check(note.body, .note)
  var citations = ProseCitations(body: body.citations, quotations: body.quotations, numbers: body.numbers)
  for paragraph in note.paragraphs {
    let checked = check(paragraph.tree, .paragraph(paragraph.key))
    if !checked.citations.isEmpty { citations.paragraphs[paragraph.span.lowerBound] = checked.citations }
    citations.quotations += checked.quotations
    citations.numbers += checked.numbers
    diagnostics += checked.diagnostics.kept
  }
  return Checked(citations, diagnostics + body.diagnostics.kept)
}

/// Checks the links, citations and pictures of a card's body. Numbers outside citations and question links need no
/// source.
func checkProse(_ source: Source, _ context: ProseContext) -> Checked<ProseCitations> {
  let check = ProseCheck(source.body, source.file, context, language: nil, .card).run(needsSources: false)
  return Checked(
    ProseCitations(body: check.citations, quotations: check.quotations, numbers: check.numbers),
    duplicateAddress(in: source) + checkTitles(of: source, context) + check.diagnostics.kept)
}

private struct ProseCheck {
  let tree: MarkdownTree
  let file: SourceFile
  let context: ProseContext
  let language: WritingLanguage
  let kind: Kind
  var citations: [Int: FactSheet.Citation] = [:]
  var quotations = 0
  var numbers = 0
  var diagnostics: BoundedDiagnostics
  private let cited: CitedWords

  enum Kind {
    case note
    /// A paragraph under a key of the front matter.
    case paragraph(String)
    /// A card may quote damaged passages and passages that are no evidence.
    case card

    var isNote: Bool { if case .note = self { true } else { false } }
    var isCard: Bool { if case .card = self { true } else { false } }
    var key: String? { if case .paragraph(let key) = self { key } else { nil } }
  }

  init(_ tree: MarkdownTree, _ file: SourceFile, _ context: ProseContext, language: String?, _ kind: Kind) {
    self.tree = tree
    self.file = file
    self.context = context
    self.language = context.language(of: language)
    self.kind = kind
    cited = CitedWords(tree, file)
    diagnostics = BoundedDiagnostics(limit: context.dossier.settings.limits.diagnostics)
  }

  consuming func run(needsSources: Bool) -> ProseCheck {
    rawHTML(in: tree, file, &diagnostics)
    notCommonMark(in: tree, file, &diagnostics)
    for link in tree.links { check(link) }
    if needsSources { for link in tree.links { checkTitle(of: link) } }
    let blocks = cited.citedBlocks
    let prose = ProseText(tree) { node in
      blocks.contains(node) || tree.target(ofLinkAt: node)?.bindsNumbers == true
    }
    let read = ProseNumbers(
      prose, language.grammar, in: needsSources ? [0..<prose.bytes.count] : prose.boundBlocks)
    for match in read.quantities {
      if let bound = prose.binding(match.numberSpan) {
        check(match, boundBy: bound, read, prose)
      } else if needsSources, !countsSources(match, prose) {
        let (number, place) = unsourced(match, read, prose)
        diagnostics += unsourcedNumber(number, at: place, language.style, context)
      }
    }
    for span in read.notUnderstood where needsSources || prose.binding(span) != nil {
      diagnostics.append(quantityNotUnderstood(prose.words(span), at: Place(file, prose.span(span))))
    }
    for year in read.years {
      if let bound = prose.binding(year.span) { check(year, boundBy: bound, read, prose) }
    }
    return self
  }

  private mutating func check(_ link: MarkdownLink) {
    let place = Place(file, link.destinationSpan)
    let target = LinkTarget(tree.string(link.destination))
    if link.isImage { diagnostics += missingAlternativeText(link, target, in: tree, file) }
    switch target {
    case .source(let id) where !link.isImage:
      if let card = context.card(ofSource: id).value { cite(link, card) }
      diagnostics += unknownSource(id, at: place, context)
    case .question(let id):
      diagnostics += unknownQuestion(id, at: place, context.dossier.index)
      if link.isImage { diagnostics += brokenLink(ofFigure: link, in: tree, file, underKey: kind.key) }
    case .claim(let id) where !link.isImage:
      diagnostics += context.unknownClaim(id, at: place)
    default:
      diagnostics += brokenLink(target, isImage: link.isImage, from: file.path, at: place, context)
    }
  }

  private mutating func cite(_ link: MarkdownLink, _ card: ProvenCard) {
    let quoted = cited.words(of: link)
    let found = quoted.prove(
      in: card.text, context.dossier.settings, avoiding: kind.isCard ? [] : card.notEvidence)
    diagnostics += found.diagnostics
    guard let quotation = found.value else { return }
    let citation = FactSheet.Citation(sourceID: card.text.source.id, quotation: quotation)
    citations[link.node] = citation
    if let block = cited.block(endingIn: link) { citations[block] = citation }
    quotations += 1
  }

  /// Checks the title of a link or picture, because pages show it. The title of a citation is its quotation, which
  /// `cite` checks.
  private mutating func checkTitle(of link: MarkdownLink) {
    guard !link.title.isEmpty, !LinkTarget(tree.string(link.destination)).bindsNumbers else { return }
    let title = Located(tree.string(link.title), link.titleSpan)
    diagnostics += unsourcedNumbers(in: title, of: file, "the link's title", language, context)
  }

  private mutating func check(
    _ match: QuantityMatch, boundBy bound: ProseText.Stretch, _ read: ProseNumbers, _ prose: ProseText
  ) {
    let words = prose.words(match.span)
    let place = Place(file, prose.span(match.span))
    // Why: of two numbers in one link, replacing one alone would not be enough.
    let isWhole = bound.range.encloses(match.span) && Array(read.quantities(in: bound.range)).count == 1
    switch tree.target(ofLinkAt: bound.node) {
    case nil: numbers += 1
    case .source(let id):
      // Why: without a citation, the quotation already has a diagnostic.
      guard let citation = citations[bound.node], let text = context.card(ofSource: id).value?.text else { return }
      numbers += 1
      diagnostics += numberNotInCitation(
        match, words, at: place, in: citation.quotation, text, isWhole: isWhole, language)
    case .question(let id):
      guard let answers = context.answers(to: id) else { return }
      numbers += 1
      let number = LinkedNumber(
        words: words, place: place, isWhole: isWhole && match.alternatives.isEmpty, link: link(bound, read, prose))
      diagnostics += staleNumber(match, number, question: id, answers, context, language)
    case .claim(let id):
      guard let claim = context.statedAnswer(ofClaim: id) else { return }
      numbers += 1
      let number = LinkedNumber(
        words: words, place: place, isWhole: isWhole && match.alternatives.isEmpty, link: nil)
      diagnostics += staleNumber(match, number, claim: claim, language)
    default: break
    }
  }

  private mutating func check(
    _ year: Located<Int>, boundBy bound: ProseText.Stretch, _ read: ProseNumbers, _ prose: ProseText
  ) {
    let place = Place(file, prose.span(year.span))
    switch tree.target(ofLinkAt: bound.node) {
    case .question(let id):
      guard context.question(id).value?.unit == "year", let answers = context.answers(to: id) else { return }
      numbers += 1
      let number = LinkedNumber(
        words: String(year.value), place: place, isWhole: true, link: link(bound, read, prose))
      diagnostics += staleNumber(year: year.value, number, question: id, answers, context)
    case .claim(let id):
      guard let claim = context.statedAnswer(ofClaim: id), claim.evidence.question.unit == "year" else { return }
      numbers += 1
      let number = LinkedNumber(words: String(year.value), place: place, isWhole: true, link: nil)
      diagnostics += staleNumber(year: year.value, number, claim: claim)
    default: break
    }
  }

  /// The address of the link that binds a number; nil for a picture.
  private func link(
    _ bound: ProseText.Stretch, _ read: ProseNumbers, _ prose: ProseText
  ) -> LinkedNumber.Link? {
    guard let link = tree.link(at: bound.node), !link.isImage else { return nil }
    let others = read.quantities.count { prose.binding($0.numberSpan)?.node == bound.node }
    let years = read.years.count { prose.binding($0.span)?.node == bound.node }
    // Why: the address of a reference link is elsewhere, and other links may share it.
    let isInline = tree.nodes[link.node].span.encloses(link.destinationSpan)
    return LinkedNumber.Link(
      address: isInline ? Place(file, link.destinationSpan) : nil, hasOtherNumbers: others + years > 1)
  }

  /// Whether a number is in a link to the list of sources, and is the number of sources.
  private func countsSources(_ match: QuantityMatch, _ prose: ProseText) -> Bool {
    guard let link = prose.otherLink(match.span), case .path(let path, _) = tree.target(ofLinkAt: link.node),
      let target = resolvedPath(path, from: file.path)
    else { return false }
    // Why: a source that cannot be read is counted, too.
    let isUnknown = context.dossier.unread.coversMarkdown(in: "Content/sources")
    return ["Content/sources.html", "Content/sources.md"].contains(target)
      && (isUnknown || match.equals(Quantity(Double(context.dossier.sources.count))))
  }

  /// A number without a source, with its place. The phrase includes the number's noun if there are only words between
  /// them.
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
      match: match, words: prose.words(match.span), phrase: prose.words(phrase), noun: noun,
      mayBeLinked: kind.isNote, nearby: numbers(near: match, read, prose))
    if let other {
      number.context =
        tree.nodes[other.node].kind == .image ? .plainText("the alternative text") : .otherLink
    }
    return (number, Place(file, Located(number.phrase, prose.span(phrase)).narrowed(in: file)))
  }

  /// The text of a span in the file, with spaces in place of line ends.
  private func written(_ span: Range<Int>) -> String {
    let span = span.clamped(to: 0..<file.bytes.count)
    let bytes = span.filter { !(file.bytes[$0] == 0x0D && $0 + 1 < span.upperBound && file.bytes[$0 + 1] == 0x0A) }
    return String(decoding: bytes.map { file.bytes[$0] }.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The numbers with sources in the same paragraph, and those that links without text will show. At most the first 100
  /// of each are considered.
  private func numbers(near match: QuantityMatch, _ read: ProseNumbers, _ prose: ProseText) -> [Quantity] {
    guard !prose.bound.isEmpty else { return [] }
    let block = prose.block(at: match.span.lowerBound)
    var found = read.quantities(in: block).prefix(100).filter { prose.binding($0.numberSpan) != nil }.map(\.quantity)
    for bound in prose.bounds(in: block).prefix(100) where bound.range.isEmpty {
      guard case .question(let id) = tree.target(ofLinkAt: bound.node) else { continue }
      found += context.brief(of: id).map { [$0] } ?? []
    }
    return found
  }
}

/// Whether there are only letters, spaces and hyphens, so that a link cannot separate paired marks.
private func isOfWords(_ bytes: ArraySlice<UInt8>) -> Bool {
  // Why: typographic marks start with 0xE2.
  bytes.allSatisfy { $0 == 0x20 || $0 == 0x2D || $0.isLetter || ($0 >= 0x80 && $0 != 0xE2) }
}

extension MarkdownTree {
  /// Nil if the node is not a link or picture.
  fileprivate func target(ofLinkAt node: Int) -> LinkTarget? {
    link(at: node).map { LinkTarget(string($0.destination)) }
  }
}
