/// The citations of a note or card: links to sources with the words that they quote.
struct CitedWords: Sendable {
  private let tree: MarkdownTree
  private let file: SourceFile
  /// The nodes of block quotations that end in a citation, by the node of its link.
  private var blocks: [Int: Int] = [:]

  init(_ tree: MarkdownTree, _ file: SourceFile) {
    self.tree = tree
    self.file = file
    for index in tree.nodes.indices where tree.nodes[index].kind == .blockQuote {
      if let link = tree.citationClosing(index) { blocks[link] = index }
    }
  }

  /// The nodes of the block quotations that end in a link to a source.
  var citedBlocks: Set<Int> { Set(blocks.values) }

  /// The block quotation that a link ends; nil if it ends none.
  func block(endingIn link: MarkdownLink) -> Int? { blocks[link.node] }

  /// The words that a link to a source quotes: the block quotation that it ends, or its title.
  func words(of link: MarkdownLink) -> QuotedWords {
    guard let block = block(endingIn: link) else {
      return QuotedWords(words: tree.string(link.title), place: Place(file, link.titleSpan))
    }
    return QuotedWords(words: tree.words(of: block, before: link.node), place: Place(file, tree.nodes[block].span))
  }
}

/// The quotations in all notes and bodies of cards from sources whose seeds are long, by the source's identifier.
func citedWords(of dossier: Dossier) -> [String: [QuotedWords]] {
  let long = Set(dossier.sources.filter(\.isLong).map(\.id))
  guard !long.isEmpty else { return [:] }
  var cited: [String: [QuotedWords]] = [:]
  func add(_ tree: MarkdownTree, _ file: SourceFile) {
    let words = CitedWords(tree, file)
    for link in tree.links where !link.isImage {
      guard case .source(let id) = LinkTarget(tree.string(link.destination)), long.contains(id) else { continue }
      cited[id, default: []].append(words.words(of: link))
    }
  }
  for note in dossier.notes {
    for paragraph in note.paragraphs { add(paragraph.tree, note.file) }
    add(note.body, note.file)
  }
  for source in dossier.sources { add(source.body, source.file) }
  return cited
}

extension MarkdownTree {
  /// The link to a source, without a title, that ends a block quotation; nil if there is none.
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

  /// The words of a node before another node inside it.
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
