/// The shortest digits that read back as the same number, without ".0" at the end.
func shortestDigits(of value: Double) -> String {
  let digits = value.description
  return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
}

/// Writes JSON (RFC 8259) key by key, indented by two spaces; inside `onOneLine`, on one line.
package struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isOnOneLine = false
  private var isFirst = true
  private var isAfterKey = false

  package init() {}

  /// The bytes of a JSON file: the value that `body` writes, and a line end.
  static func file(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    body(&json)
    json.endLine()
    return json.bytes
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Runs `body` and puts its output on one line.
  package mutating func onOneLine(_ body: (inout JSONWriter) -> Void) {
    let before = isOnOneLine
    separate()
    isOnOneLine = true
    isAfterKey = true
    body(&self)
    isOnOneLine = before
  }

  /// An object. `body` writes its keys and values in turn.
  package mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

  /// An array. `body` writes its elements.
  package mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  /// A key with an array of objects. `body` writes the keys and values of each object.
  package mutating func objects<Element>(
    _ name: String, for elements: some Sequence<Element>, _ body: (Element, inout JSONWriter) -> Void
  ) {
    key(name)
    objects(for: elements, body)
  }

  /// An array of objects. `body` writes the keys and values of each object.
  mutating func objects<Element>(
    for elements: some Sequence<Element>, _ body: (Element, inout JSONWriter) -> Void
  ) {
    array { json in
      for element in elements { json.object { body(element, &$0) } }
    }
  }

  mutating func array(_ texts: [String]) {
    array { json in
      for text in texts { json.string(text) }
    }
  }

  /// The key of the next value.
  package mutating func key(_ name: String) {
    separate()
    appendString(name)
    bytes.append(contentsOf: ": ".utf8)
    isAfterKey = true
  }

  package mutating func string(_ value: String) {
    separate()
    appendString(value)
  }

  package mutating func number(_ value: Int) { word(String(value)) }

  /// The shortest digits that read back as the same number; null for infinity and NaN.
  mutating func number(_ value: Double) {
    if value.isFinite { word(shortestDigits(of: value)) } else { null() }
  }

  package mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

  mutating func null() { word("null") }

  /// A key and a string or null.
  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// A key and a number or null.
  package mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  mutating func endLine() { bytes.append(0x0A) }

  /// Begins a new text in the same memory. The previous one must be complete.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func word(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst, !isOnOneLine { breakLine() }
    bytes.append(UInt8(ascii: close))
    isFirst = false
  }

  private mutating func separate() {
    defer {
      isFirst = false
      isAfterKey = false
    }
    guard !isAfterKey, depth > 0 else { return }
    if !isFirst { bytes.append(0x2C) }
    if !isOnOneLine { breakLine() } else if !isFirst { bytes.append(0x20) }
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append(contentsOf: "  ".utf8) }
  }

  private mutating func appendString(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    appendEscapedJSON(value.utf8, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}
