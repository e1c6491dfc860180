/// An edit of one file that removes the cause of a diagnostic: it replaces the bytes at a place.
public struct Fix: Sendable {
  public let place: Place
  public let replacement: String
  /// Whether it cannot change what the site says, so that `check --fix` may carry it out.
  public private(set) var isSafe = false

  init(_ place: Place, _ replacement: String) {
    self.place = place
    self.replacement = replacement
  }

  /// The same edit, marked as safe.
  var safe: Fix {
    var fix = self
    fix.isSafe = true
    return fix
  }

  /// Respells a name that appears exactly once in a place. Nil if the name appears there never or more than once, or if
  /// the new name has characters that could have a meaning in YAML or Markdown.
  init?(respelling name: String, as known: String, in place: Place) {
    let span = place.span.clamped(to: 0..<place.file.bytes.count)
    let written = place.file.bytes[span]
    let name = Array(name.utf8)
    guard !name.isEmpty, let found = written.firstRange(of: name),
      written[(found.lowerBound + 1)...].firstRange(of: name) == nil, known.utf8.allSatisfy(isPlain)
    else { return nil }
    self.init(Place(place.file, found), known)
  }

  /// Puts the text of a place in double quotation marks of YAML.
  init(quoting place: Place) {
    self.init(place, "\"" + escapedForQuotes(place.file.text(place.span)) + "\"")
  }

  /// Replaces the text of a YAML scalar. The place is that of the text or, if the file escapes or folds it, of the
  /// whole scalar. Quotation marks are kept or, if the new text needs others, replaced or added.
  init(scalarAt place: Place, _ text: String) {
    let bytes = place.file.bytes
    let span = place.span.clamped(to: 0..<bytes.count)
    let isMarked = span.lowerBound > 0 && span.upperBound < bytes.count
    let mark = isMarked && bytes[span.lowerBound - 1] == bytes[span.upperBound] ? bytes[span.upperBound] : 0
    if mark == UInt8(ascii: "\"") {
      self.init(place, escapedForQuotes(text))
    } else if mark == UInt8(ascii: "'"), text.utf8.allSatisfy({ $0 >= 0x20 && $0 != mark }) {
      self.init(place, text)
    } else if mark == UInt8(ascii: "'") {
      // Why double quotation marks: single ones allow no escapes.
      self.init(Place(place.file, span.lowerBound - 1..<span.upperBound + 1), "\"" + escapedForQuotes(text) + "\"")
    } else {
      self.init(place, isPlainScalar(text) ? text : "\"" + escapedForQuotes(text) + "\"")
    }
  }
}

/// Whether a text is certain to be read literally by YAML without quotation marks, even in a flow collection: it is not
/// `null`, and its words consist of plain bytes and do not start with a hyphen.
private func isPlainScalar(_ text: String) -> Bool {
  let words = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
  return text.lowercased() != "null"
    && words.allSatisfy { $0.allSatisfy(isPlain) && $0.first ?? UInt8(ascii: "-") != UInt8(ascii: "-") }
}

/// Whether a byte has no special meaning inside a word of a file name, an address, YAML or Markdown.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), 0x80...: true
  default: byte.isLetterOrDigit
  }
}

/// A text, escaped for YAML in double quotation marks.
private func escapedForQuotes(_ text: String) -> String {
  var json = JSONWriter()
  json.string(text)
  return String(json.text.dropFirst().dropLast())
}
