/// Reads an XML 1.0 document with namespaces, and calls a function for each event in order.
///
/// The file must be UTF-8. What browsers would refuse to show is a problem: the reader stops there. So is everything
/// that could change how the rest is read: a document type, an entity other than the five of XML, and an encoding other
/// than UTF-8. Time and memory grow with the size of the document, not with its depth.
struct XMLReader {
  /// A name with the address of its namespace; the namespace is empty if there is none.
  struct Name: Equatable {
    let namespace: String
    let local: String
  }

  struct Attribute {
    let name: Name
    let value: String
    let span: Range<Int>
  }

  enum Event {
    case start(Name, [Attribute])
    case end
    /// Text or a CDATA section, decoded; it may come in several pieces.
    case text(String)
    /// A processing instruction.
    case instruction(String)
  }

  /// What is wrong with the document, in words for a diagnostic.
  struct Problem: Error {
    let message: String
    let span: Range<Int>
  }

  private let bytes: [UInt8]
  private let visit: (Event, Range<Int>) -> Void
  private var position: Int
  /// The open elements, each with the prefixes that it declares.
  private var open: [(name: Substring, prefixes: [Substring])] = []
  /// The namespaces of each prefix that are in force, the innermost last.
  private var namespaces: [Substring: [String]] = [
    "": [""], "xml": ["http://www.w3.org/XML/1998/namespace"],
  ]
  private var hasRoot = false

  /// Reads the whole file; throws the first problem.
  static func read(_ file: SourceFile, visit: @escaping (Event, Range<Int>) -> Void) throws(Problem) {
    var reader = XMLReader(bytes: file.bytes, visit: visit, position: file.textStart)
    try reader.readDocument()
  }

  private init(bytes: [UInt8], visit: @escaping (Event, Range<Int>) -> Void, position: Int) {
    self.bytes = bytes
    self.visit = visit
    self.position = position
  }

  private mutating func readDocument() throws(Problem) {
    if starts(with: "<?xml"), position + 5 < bytes.count, bytes[position + 5].isXMLSpace { try readDeclaration() }
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<") {
        try readMarkup()
      } else {
        try readText()
      }
    }
    guard hasRoot else { throw problem("there is no element", 0..<0) }
    if let last = open.last { throw problem("the element '\(last.name)' is not closed", position..<position) }
  }

  private mutating func readDeclaration() throws(Problem) {
    let start = position
    let content = try upTo("?>", after: "<?xml", "the XML declaration is not closed")
    let words = text(content)
    guard let found = words.firstRange(of: "encoding") else { return }
    let value = words[found.upperBound...].split(whereSeparator: { "= \t\r\n\"'".contains($0) }).first ?? ""
    guard ["utf-8", "us-ascii"].contains(value.lowercased()) else {
      throw problem("its encoding is '\(value.prefix(40))'", start..<position)
    }
  }

  private mutating func readMarkup() throws(Problem) {
    let start = position
    if starts(with: "<!--") {
      _ = try upTo("-->", after: "<!--", "a comment is not closed")
    } else if starts(with: "<![CDATA[") {
      guard !open.isEmpty else { throw problem("there is text outside of the root element", start..<start + 9) }
      let content = try upTo("]]>", after: "<![CDATA[", "a CDATA section is not closed")
      visit(.text(text(content)), content)
    } else if starts(with: "<?") {
      let content = try upTo("?>", after: "<?", "a processing instruction is not closed")
      visit(.instruction(text(content)), start..<position)
    } else if starts(with: "<!") {
      throw problem("there is a document type", start..<min(start + 9, bytes.count))
    } else if starts(with: "</") {
      position += 2
      let name = try readName()
      skipSpace()
      guard take(">"), let element = open.popLast(), element.name == name else {
        throw problem("the closing tag '\(name.prefix(40))' does not fit", start..<position)
      }
      close(element.prefixes)
      visit(.end, start..<position)
    } else {
      try readElement()
    }
  }

  private mutating func readElement() throws(Problem) {
    let start = position
    position += 1
    let name = try readName()
    guard !open.isEmpty || !hasRoot else {
      throw problem("there is a second root element", start..<position)
    }
    hasRoot = true
    var written: [(name: Substring, value: String, span: Range<Int>)] = []
    while true {
      let hadSpace = skipSpace()
      if take("/>") || take(">") { break }
      guard hadSpace else { throw problem("the tag '\(name.prefix(40))' is not closed", start..<position) }
      let attribute = position
      let key = try readName()
      skipSpace()
      guard take("=") else { throw problem("the attribute '\(key.prefix(40))' has no value", attribute..<position) }
      skipSpace()
      written.append((key, try readValue(of: key), attribute..<position))
    }
    let isEmpty = bytes[position - 2] == UInt8(ascii: "/")
    var prefixes: [Substring] = []
    var seen: Set<Substring> = []
    for attribute in written {
      guard seen.insert(attribute.name).inserted else {
        throw problem("the attribute '\(attribute.name.prefix(40))' appears twice in a tag", attribute.span)
      }
      guard let prefix = declaredPrefix(attribute.name) else { continue }
      namespaces[prefix, default: []].append(attribute.value)
      prefixes.append(prefix)
    }
    var attributes: [Attribute] = []
    for attribute in written where declaredPrefix(attribute.name) == nil {
      let name = try resolved(attribute.name, isAttribute: true, attribute.span)
      attributes.append(Attribute(name: name, value: attribute.value, span: attribute.span))
    }
    let span = start..<start + 1 + name.utf8.count
    visit(.start(try resolved(name, isAttribute: false, span), attributes), span)
    if isEmpty {
      visit(.end, span)
      close(prefixes)
    } else {
      open.append((name, prefixes))
    }
  }

  private mutating func close(_ prefixes: [Substring]) {
    for prefix in prefixes { namespaces[prefix]?.removeLast() }
  }

  private func resolved(_ name: Substring, isAttribute: Bool, _ span: Range<Int>) throws(Problem) -> Name {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw problem("'\(name.prefix(40))' is no name", span)
    }
    let prefix = parts.count == 2 ? parts[0] : ""
    if prefix.isEmpty, isAttribute { return Name(namespace: "", local: String(name)) }
    guard let namespace = namespaces[prefix]?.last else {
      throw problem("the prefix '\(prefix.prefix(40)):' is not declared", span)
    }
    return Name(namespace: namespace, local: String(parts[parts.count - 1]))
  }

  private mutating func readValue(of key: Substring) throws(Problem) -> String {
    let start = position
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") else {
      throw problem("the value of '\(key.prefix(40))' is not in quotation marks", start..<start)
    }
    let quote = bytes[position]
    guard let end = bytes[(position + 1)...].firstIndex(of: quote) else {
      throw problem("the value of '\(key.prefix(40))' is not closed", start..<start + 1)
    }
    position = end + 1
    guard !bytes[start + 1..<end].contains(UInt8(ascii: "<")) else {
      throw problem("the value of '\(key.prefix(40))' contains '<'", start..<position)
    }
    return try decoded(start + 1..<end)
  }

  private mutating func readText() throws(Problem) {
    let start = position
    position = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    guard open.isEmpty else { return visit(.text(try decoded(start..<position)), start..<position) }
    guard bytes[start..<position].allSatisfy(\.isXMLSpace) else {
      throw problem("there is text outside of the root element", start..<position)
    }
  }

  /// Text with character references and XML's own entities replaced.
  private func decoded(_ span: Range<Int>) throws(Problem) -> String {
    guard bytes[span].contains(UInt8(ascii: "&")) else { return text(span) }
    var result = ""
    var rest = span
    while let at = bytes[rest].firstIndex(of: UInt8(ascii: "&")) {
      result += text(rest.lowerBound..<at)
      guard let end = bytes[at..<min(at + 16, rest.upperBound)].firstIndex(of: UInt8(ascii: ";")) else {
        throw problem("an '&' belongs to no character reference", at..<at + 1)
      }
      guard let scalar = xmlCharacter(named: text(at + 1..<end)) else {
        throw problem("'\(text(at..<end + 1))' is an unknown entity", at..<end + 1)
      }
      result.unicodeScalars.append(scalar)
      rest = end + 1..<rest.upperBound
    }
    return result + text(rest)
  }

  private mutating func readName() throws(Problem) -> Substring {
    let start = position
    while position < bytes.count, !bytes[position].endsXMLName { position += 1 }
    guard position > start else { throw problem("there is no name after '<'", start..<min(start + 1, bytes.count)) }
    return Substring(text(start..<position))
  }

  /// Moves past `end`, and returns the span between `start`, at the position, and `end`.
  private mutating func upTo(_ end: StaticString, after start: String, _ message: String) throws(Problem) -> Range<Int>
  {
    let from = position + start.utf8.count
    if from <= bytes.count, let found = bytes[from...].firstPlace(of: end) {
      position = found.upperBound
      return from..<found.lowerBound
    }
    throw problem(message, position..<min(from, bytes.count))
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = position
    while position < bytes.count, bytes[position].isXMLSpace { position += 1 }
    return position > start
  }

  private mutating func take(_ word: String) -> Bool {
    guard starts(with: word) else { return false }
    position += word.utf8.count
    return true
  }

  private func starts(with word: String) -> Bool { bytes[position...].starts(with: word.utf8) }

  private func text(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }

  private func problem(_ message: String, _ span: Range<Int>) -> Problem { Problem(message: message, span: span) }
}

/// The prefix that an attribute declares, empty for the default namespace; nil for other attributes.
private func declaredPrefix(_ attribute: Substring) -> Substring? {
  if attribute == "xmlns" { return "" }
  return attribute.hasPrefix("xmlns:") ? attribute.dropFirst(6) : nil
}

/// The character of a reference without `&` and `;`: an entity of XML, or `#` and a number.
private func xmlCharacter(named name: String) -> Unicode.Scalar? {
  switch name {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default: break
  }
  guard name.hasPrefix("#") else { return nil }
  let isHexadecimal = name.hasPrefix("#x")
  let digits = name.dropFirst(isHexadecimal ? 2 : 1)
  guard let first = digits.utf8.first, first.hexadecimalValue != nil,
    let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), value > 0
  else { return nil }
  return Unicode.Scalar(value)
}

extension UInt8 {
  fileprivate var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  fileprivate var endsXMLName: Bool {
    isXMLSpace || [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "=")].contains(self)
  }
}
