/// A page as a reader or a link checker sees it: elements with their attributes, and the words that are seen or heard.
struct ScannedPage {
  struct Element {
    var name: String
    var attributes: [(name: String, value: String)]

    subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
  }

  private(set) var elements: [Element] = []
  /// The text between the tags, without style and scripts, with one space between elements.
  private(set) var words = ""
  /// The text of the elements that contain only text, by element name.
  private(set) var texts: [String: [String]] = [:]
  /// The elements that name a field of a claim or question, each with its text and that of the elements in it; nil if
  /// it is not closed.
  private(set) var fields: [(element: Element, text: String?)] = []

  var ids: Set<String> { Set(elements.compactMap { $0["id"] }) }

  /// The addresses that the page links to or loads, in order.
  var addresses: [String] {
    elements.flatMap { element in element.attributes.filter { ["href", "src"].contains($0.name) }.map(\.value) }
  }

  /// The text and the attributes that people see or hear.
  var everythingSaid: String {
    let spoken = ["alt", "title", "aria-label", "content"]
    return words + " "
      + elements.flatMap { element in
        element.attributes.filter { attribute in
          spoken.contains(attribute.name) && element["http-equiv"] == nil
            && !["viewport", "color-scheme"].contains(element["name"]) && element["property"] != "og:type"
        }.map(\.value)
      }.joined(separator: " \n ")
  }

  init(_ html: String) {
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      add(text: rest[..<open])
      rest = rest[open...]
      guard let close = rest.firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      guard let element = ScannedPage.element(tag) else { continue }
      elements.append(element)
      if element["data-field"] != nil { fields.append((element, ScannedPage.text(of: element.name, rest))) }
      if ["style", "script"].contains(element.name) {
        rest = rest[(rest.firstRange(of: "</" + element.name)?.lowerBound ?? rest.endIndex)...]
      } else if let next = rest.firstIndex(of: "<"), rest[next...].hasPrefix("</" + element.name) {
        texts[element.name, default: []].append(unescaped(rest[..<next]))
      }
    }
    add(text: rest)
  }

  /// The text from the end of an element's opening tag to its closing tag.
  private static func text(of name: String, _ html: Substring) -> String? {
    var (text, rest, depth) = ("", html, 1)
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      text += rest[..<open]
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if element(tag)?.name == name { depth += 1 }
      if tag == "/" + name { depth -= 1 }
      if depth == 0 { return unescaped(text[...]) }
    }
    return nil
  }

  private mutating func add(text: Substring) {
    let text = unescaped(text)
    if !text.isEmpty { words += (words.isEmpty ? "" : " ") + text }
  }

  private static func element(_ tag: Substring) -> Element? {
    guard let first = tag.first, first.isLetter else { return nil }
    let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
    var element = Element(name: name.lowercased(), attributes: [])
    var rest = tag[name.endIndex...]
    while let start = rest.firstIndex(where: { $0.isLetter }) {
      rest = rest[start...]
      let key = rest.prefix { !$0.isWhitespace && $0 != "=" }
      rest = rest[key.endIndex...]
      guard rest.hasPrefix("=\"") else {
        element.attributes.append((key.lowercased(), ""))
        continue
      }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      element.attributes.append((key.lowercased(), unescaped(value)))
      rest = rest[value.endIndex...].dropFirst()
    }
    return element
  }
}

/// Text with the HTML character references of sitegen decoded.
private func unescaped(_ text: Substring) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
  var result = String(text)
  for (reference, character) in [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&"),
  ] {
    result.replace(reference, with: character)
  }
  return result
}

/// The path and fragment of an address on a page of the site; nil if it leads to another site.
func target(of address: String, on page: String, baseURL: String?) -> (path: String, fragment: String?)? {
  var address = address
  var folder = page.split(separator: "/").dropLast().map(String.init)
  if let baseURL, address.hasPrefix(baseURL) {
    address = String(address.dropFirst(baseURL.count))
    folder = []
    if address.isEmpty { address = "index.html" }
  }
  let head = address.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
  guard !head.contains(":"), !address.hasPrefix("//") else { return nil }
  let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
  let fragment = parts.count > 1 ? percentDecoded(String(parts[1])) : nil
  guard let path = parts.first?.prefix(while: { $0 != "?" }), !path.isEmpty else { return (page, fragment) }
  for part in path.split(separator: "/", omittingEmptySubsequences: false) {
    if part == ".." { _ = folder.popLast() } else if part != "." { folder.append(percentDecoded(String(part))) }
  }
  return (folder.joined(separator: "/"), fragment)
}

private func percentDecoded(_ text: String) -> String {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2,
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
