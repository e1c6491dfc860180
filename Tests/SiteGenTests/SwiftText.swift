/// A Swift file without comments and without the text of string literals, for the tests of the architecture.
///
/// Interpolations in a literal are code and are kept.
func swiftCode(_ text: String) -> String {
  var scanner = SwiftScanner(bytes: Array(text.utf8)[...])
  scanner.code(until: nil)
  return String(decoding: scanner.code, as: UTF8.self)
}

private struct SwiftScanner {
  var bytes: ArraySlice<UInt8>
  var code: [UInt8] = []

  mutating func code(until end: UInt8?) {
    var depth = 0
    while let byte = bytes.first {
      if starts("//") {
        skip(to: "\n")
      } else if starts("/*") {
        skip(to: "*/")
        bytes = bytes.dropFirst(2)
      } else if byte == UInt8(ascii: "\"") || starts("#\"") || starts("##\"") {
        literal()
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          if depth == 0, end == byte { return }
          depth -= 1
        }
        code.append(byte)
        bytes = bytes.dropFirst()
      }
    }
  }

  private mutating func literal() {
    let hashes = String(decoding: bytes.prefix { $0 == UInt8(ascii: "#") }, as: UTF8.self)
    bytes = bytes.dropFirst(hashes.utf8.count)
    let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
    bytes = bytes.dropFirst(quotes.utf8.count)
    code.append(contentsOf: "\"\"".utf8)
    while !bytes.isEmpty, !starts(quotes + hashes) {
      if starts("\\" + hashes + "(") {
        bytes = bytes.dropFirst(2 + hashes.utf8.count)
        code.append(UInt8(ascii: " "))
        code(until: UInt8(ascii: ")"))
        bytes = bytes.dropFirst()
        code.append(UInt8(ascii: " "))
      } else {
        bytes = bytes.dropFirst(starts("\\") && hashes.isEmpty ? 2 : 1)
      }
    }
    bytes = bytes.dropFirst(quotes.utf8.count + hashes.utf8.count)
  }

  private func starts(_ text: String) -> Bool { bytes.starts(with: text.utf8) }

  private mutating func skip(to end: String) {
    while !bytes.isEmpty, !starts(end) { bytes = bytes.dropFirst() }
  }
}

/// A word of Swift code and the characters before and after it.
struct SwiftWord {
  var text: String
  var line: Int
  /// The number of open braces and brackets.
  var depth: Int
  /// The last character before that is not white space; nil at the start.
  var before: Character?
  /// The next character that is not white space.
  var after: Character?
}

/// The identifiers and keywords of code without comments.
func swiftWords(_ code: String) -> [SwiftWord] {
  var words: [SwiftWord] = []
  var (line, depth) = (1, 0)
  var before: UInt8?
  var isWordOpen = false
  var isAfterMissing = false
  func character(_ byte: UInt8?) -> Character? { byte.map { Character(Unicode.Scalar($0)) } }
  for byte in code.utf8 {
    let isLetter =
      byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
    if isLetter {
      if !isWordOpen {
        if isAfterMissing { words[words.count - 1].after = character(byte) }
        words.append(SwiftWord(text: "", line: line, depth: depth, before: character(before)))
      }
      words[words.count - 1].text.unicodeScalars.append(Unicode.Scalar(byte))
      (isWordOpen, isAfterMissing, before) = (true, true, byte)
      continue
    }
    isWordOpen = false
    if byte == UInt8(ascii: "\n") { line += 1 }
    guard byte != UInt8(ascii: " "), byte != UInt8(ascii: "\n") else { continue }
    if isAfterMissing { words[words.count - 1].after = character(byte) }
    (isAfterMissing, before) = (false, byte)
    if [UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "[")].contains(byte) { depth += 1 }
    if [UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]")].contains(byte) { depth -= 1 }
  }
  return words
}
