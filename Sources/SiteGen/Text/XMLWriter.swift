/// Writes an XML 1.0 document, beginning with the XML declaration.
struct XMLWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

  /// Writes markup without escaping.
  mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Writes escaped text, for the content of an element or a quoted attribute.
  mutating func text(_ text: String) { appendEscapedXML(text.utf8, to: &bytes) }

  /// Writes an element with text content, and a line end.
  mutating func element(_ name: String, attributes: String = "", _ text: String) {
    markup("<" + name + attributes + ">")
    self.text(text)
    markup("</" + name + ">\n")
  }
}
