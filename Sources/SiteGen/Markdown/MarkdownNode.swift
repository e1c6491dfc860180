/// One node of a `MarkdownTree`. It takes 36 bytes, because it refers to its content by ranges of the tree's buffers.
struct MarkdownNode: Sendable {
  /// The node types of CommonMark 0.30.
  enum Kind: UInt8, Sendable {
    case document
    case blockQuote
    case list
    case item
    case codeBlock
    case htmlBlock
    case paragraph
    case heading
    case thematicBreak
    case text
    case softBreak
    case lineBreak
    case code
    case htmlInline
    case emphasis
    case strong
    case link
    case image
  }

  let kind: Kind
  /// Of a list: whether it is numbered.
  var isOrdered = false
  /// Of a list: whether its paragraphs are written without `<p>`.
  var isTight = false
  private var storedNumber: Int32 = 0
  private var storedParent: Int32
  private var storedEnd: Int32 = 0
  private var storedDetail: Int32 = -1
  private var spanStart: UInt32 = 0
  private var spanEnd: UInt32 = 0
  private var literalStart: UInt32 = 0
  private var literalEnd: UInt32 = 0

  init(_ kind: Kind, parent: Int) {
    self.kind = kind
    self.storedParent = Int32(clamping: parent)
  }

  /// Of a heading: its level, 1 to 6; of a numbered list: the number of its first item.
  var number: Int {
    get { Int(storedNumber) }
    set { storedNumber = Int32(clamping: newValue) }
  }

  /// The index of the parent node; -1 for the document.
  var parent: Int { Int(storedParent) }

  /// The index after the last node of the subtree: the next sibling, if there is one.
  var end: Int {
    get { Int(storedEnd) }
    set { storedEnd = Int32(clamping: newValue) }
  }

  /// Of a link or image: the index in `links`; of a fenced code block: the index in `infos`; else -1.
  var detail: Int {
    get { Int(storedDetail) }
    set { storedDetail = Int32(clamping: newValue) }
  }

  /// The bytes of the file from which the node was read. For inline code, without the backticks.
  var span: Range<Int> {
    get { Int(spanStart)..<Int(max(spanStart, spanEnd)) }
    set {
      spanStart = UInt32(clamping: newValue.lowerBound)
      spanEnd = UInt32(clamping: newValue.upperBound)
    }
  }

  /// The text of a text, code or HTML node, as a range of the tree's `literals`.
  var literal: Range<Int> {
    get { Int(literalStart)..<Int(max(literalStart, literalEnd)) }
    set {
      literalStart = UInt32(clamping: newValue.lowerBound)
      literalEnd = UInt32(clamping: newValue.upperBound)
    }
  }
}

/// The destination and title of a link or image: ranges of the tree's `literals`, and spans in the file.
struct MarkdownLink: Sendable {
  /// The index of the link or image node.
  let node: Int
  let isImage: Bool
  /// Whether it is written `<https://…>`.
  var isAutolink = false
  var destination: Range<Int>
  /// Empty if there is no title.
  var title: Range<Int>
  /// The bytes of the destination in the file, without angle brackets; those of the whole link if it is an autolink or
  /// if the destination is in a link reference definition.
  var destinationSpan: Range<Int>
  /// The bytes of the file between the title's quotation marks; those of the whole link if the title is in a link
  /// reference definition, or if there is none.
  var titleSpan: Range<Int>
}

/// A heading with its text and its anchor, which links can target.
struct MarkdownHeading: Sendable {
  let node: Int
  let level: Int
  let text: String
  let anchor: String
}
