/// The current position in the HTML of a template, which decides how the next value is escaped.
///
/// A state machine modelled on the tokenizer of the HTML standard. At compile time it reads the literal text of the
/// template byte by byte. It rejects a value at any position where safe escaping is not known.
struct MarkupContext: Equatable, Sendable {
  enum Position: Sendable {
    /// The content of an element.
    case text
    /// After `<`.
    case tagOpen
    case tagName
    /// In a tag, after white space or `/`.
    case betweenAttributes
    /// In a tag, after a value or a section: white space, `/` or `>` must follow.
    case afterAttribute
    case attributeName
    case afterAttributeName
    case beforeValue
    case value
    case unquotedValue
    /// `<!…>` or `<?…>`.
    case declaration
    case comment
    /// The content of an element in which tags are not parsed: a script, a style, a title.
    case rawText
  }

  /// The part of an address that has been reached in an attribute.
  enum AddressPart: Sendable {
    case start
    /// Literal text that may still turn out to be a scheme; it is in `literal`.
    case scheme
    /// The first part of a path, with an inserted value.
    case segment
    case path, query, fragment
    /// Different for the two branches of a section.
    case mixed
    /// After a scheme that is not allowed or not known.
    case refused
  }

  private(set) var position = Position.text
  /// The element of the tag or of the raw text, in lower case.
  private(set) var element: [UInt8] = []
  private var isEndTag = false
  /// Whether the element is a script whose type is JSON.
  private(set) var isDataScript = false
  private(set) var attribute: [UInt8] = []
  private var quote: UInt8 = 0
  /// Whether the open attribute value is an address.
  private(set) var isAddressValue = false
  /// The literal text read so far in the first part of an address, or in a `type` or `content` value; at most 200
  /// bytes. In a declaration, its first three bytes.
  private(set) var literal: [UInt8] = []
  private(set) var address = AddressPart.start
  /// In a JSON script: whether a string is open.
  private(set) var isInString = false
  private var isAfterBackslash = false
  /// How many bytes of the delimiter that ends a comment or raw text have been matched.
  private(set) var matched = 0

  // MARK: - Literal text

  /// Advances over one byte of literal text. Returns an error message if the byte is not allowed at this position.
  mutating func advance(_ byte: UInt8) -> String? {
    switch position {
    case .text: if byte == UInt8(ascii: "<") { position = .tagOpen }
    case .tagOpen: startTag(byte)
    case .tagName: inTagName(byte)
    case .betweenAttributes, .afterAttribute, .attributeName, .afterAttributeName: return inTag(byte)
    case .beforeValue: beforeValue(byte)
    case .value:
      if byte == quote { endValue() } else { inValue(byte) }
    case .unquotedValue:
      if byte == UInt8(ascii: ">") { endTag() } else if isSpace(byte) { leaveAttribute(to: .betweenAttributes) }
    case .declaration: inDeclaration(byte)
    case .comment: inComment(byte)
    case .rawText: inRawText(byte)
    }
    return nil
  }

  private mutating func startTag(_ byte: UInt8) {
    (element, isEndTag, isDataScript) = ([], false, false)
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      position = .declaration
      literal = [byte]
    case UInt8(ascii: "/"):
      position = .tagName
      isEndTag = true
    case UInt8(ascii: "<"): break
    case _ where byte.isLetter:
      position = .tagName
      element = [byte.lowercased]
    default: position = .text
    }
  }

  private mutating func inTagName(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      endTag()
    } else if isSpace(byte) || byte == UInt8(ascii: "/") {
      position = .betweenAttributes
    } else {
      element.append(byte.lowercased)
    }
  }

  private mutating func inTag(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: ">"): endTag()
    case UInt8(ascii: "/"): leaveAttribute(to: .betweenAttributes)
    case _ where isSpace(byte):
      position =
        position == .attributeName || position == .afterAttributeName ? .afterAttributeName : .betweenAttributes
    case UInt8(ascii: "="):
      guard position == .attributeName || position == .afterAttributeName else { return "an attribute needs a name" }
      position = .beforeValue
    default:
      if position == .attributeName {
        attribute.append(byte.lowercased)
        return nil
      }
      let needsSpace = position == .afterAttribute
      position = .attributeName
      attribute = [byte.lowercased]
      return needsSpace
        ? "attributes must be separated by white space, even where a section starts or ends between them" : nil
    }
    return nil
  }

  private mutating func beforeValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      position = .value
      quote = byte
      (literal, address, isAddressValue) = ([], .start, isAddressAttribute)
    case UInt8(ascii: ">"): endTag()
    case _ where isSpace(byte): break
    default: position = .unquotedValue
    }
  }

  private mutating func inValue(_ byte: UInt8) {
    if isAddressValue {
      advanceAddress(byte)
    } else if keepsLiteral, literal.count < 200 {
      literal.append(byte.lowercased)
    }
  }

  private mutating func endValue() {
    if element == Array("script".utf8), attribute == Array("type".utf8) {
      isDataScript = [Array("application/ld+json".utf8), Array("application/json".utf8)].contains(literal)
    }
    leaveAttribute(to: .afterAttribute)
  }

  private mutating func advanceAddress(_ byte: UInt8) {
    switch (address, byte) {
    case (.refused, _), (.fragment, _): break
    case (_, UInt8(ascii: "#")): address = .fragment
    case (.query, _): break
    case (_, UInt8(ascii: "?")): address = .query
    case (.path, _): break
    case (_, UInt8(ascii: "/")): address = .path
    case (.start, UInt8(ascii: ":")), (.segment, UInt8(ascii: ":")), (.mixed, UInt8(ascii: ":")): address = .refused
    case (.scheme, UInt8(ascii: ":")):
      address = linkSchemes.contains(String(decoding: literal, as: UTF8.self)) ? .path : .refused
    // Why: a character reference can stand for any character of a scheme.
    case (.start, UInt8(ascii: "&")), (.scheme, UInt8(ascii: "&")): address = .refused
    case (.start, _), (.scheme, _):
      address = .scheme
      if literal.count < 200 { literal.append(byte.lowercased) }
    case (.segment, _), (.mixed, _): break
    }
    if address != .scheme { literal = [] }
  }

  private mutating func endTag() {
    leaveAttribute(to: .text)
    if !isEndTag, isRawTextElement {
      position = .rawText
      (matched, isInString, isAfterBackslash) = (0, false, false)
    } else {
      (element, isDataScript) = ([], false)
    }
    isEndTag = false
  }

  private mutating func leaveAttribute(to next: Position) {
    position = next
    (attribute, literal, quote, address, isAddressValue) = ([], [], 0, .start, false)
  }

  private mutating func inDeclaration(_ byte: UInt8) {
    if literal.count < 3 { literal.append(byte) }
    if literal == Array("!--".utf8) {
      leaveAttribute(to: .comment)
      // Why: '<!-->' is a whole comment in HTML.
      matched = 2
    } else if byte == UInt8(ascii: ">") {
      leaveAttribute(to: .text)
    }
  }

  private mutating func inComment(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "-"): matched = matched == 3 ? 1 : min(matched + 1, 2)
    case UInt8(ascii: "!") where matched == 2: matched = 3
    case UInt8(ascii: ">") where matched >= 2:
      position = .text
      matched = 0
    default: matched = 0
    }
  }

  private mutating func inRawText(_ byte: UInt8) {
    if matched == element.count + 2, byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isSpace(byte) {
      (isEndTag, isDataScript, isInString, matched) = (true, false, false, 0)
      position = .tagName
      return inTagName(byte)
    }
    switch matched {
    case 1 where byte == UInt8(ascii: "/"): matched = 2
    case 2..<(element.count + 2) where byte.lowercased == element[matched - 2]: matched += 1
    default: matched = byte == UInt8(ascii: "<") ? 1 : 0
    }
    guard isDataScript else { return }
    if isAfterBackslash {
      isAfterBackslash = false
    } else if isInString, byte == UInt8(ascii: "\\") {
      isAfterBackslash = true
    } else if byte == UInt8(ascii: "\"") {
      isInString.toggle()
    }
  }

  // MARK: - Values, sections and joins

  /// Advances over an inserted value.
  mutating func advanceOverValue() {
    guard position == .value, isAddressValue else { return }
    switch address {
    case .start, .scheme: address = .segment
    case .segment, .path, .query, .fragment, .mixed, .refused: break
    }
    literal = []
  }

  /// Enters the content of a section, which is rendered at most once or, if `repeats`, any number of times.
  mutating func enterSection(repeats: Bool) {
    switch position {
    case .tagName, .attributeName: leaveAttribute(to: .afterAttribute)
    case .afterAttributeName: leaveAttribute(to: .betweenAttributes)
    default: break
    }
    if repeats, position == .betweenAttributes { position = .afterAttribute }
  }

  /// The position at a point where two branches of the template meet; nil if the positions at their ends are
  /// incompatible.
  func joined(with other: MarkupContext) -> MarkupContext? {
    if self == other { return self }
    var (one, two) = (self, other)
    if one.isAmongAttributes, two.isAmongAttributes {
      let areApart = one.isAfterSpace && two.isAfterSpace
      one.leaveAttribute(to: areApart ? .betweenAttributes : .afterAttribute)
      two.leaveAttribute(to: one.position)
    } else if one.position == .value, two.position == .value, one.isAddressValue {
      one.address = one.address == .refused || two.address == .refused ? .refused : .mixed
      (two.address, one.literal, two.literal) = (one.address, [], [])
    } else if one.position == .value, two.position == .value, one.element != Array("script".utf8) {
      // Why the longer literal: one branch usually skips a section, so the longer literal contains all of the shorter
      // one and a meta's 'url='.
      one.literal = one.literal.count < two.literal.count ? two.literal : one.literal
      two.literal = one.literal
    }
    return one == two ? one : nil
  }

  private var isAfterSpace: Bool { position == .betweenAttributes || position == .afterAttributeName }

  private var isAmongAttributes: Bool {
    switch position {
    case .tagName, .betweenAttributes, .afterAttribute, .attributeName, .afterAttributeName: true
    default: false
    }
  }

  // MARK: - Names

  private var keepsLiteral: Bool {
    element == Array("script".utf8) && attribute == Array("type".utf8)
      || element == Array("meta".utf8) && attribute == Array("content".utf8)
  }
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
}
