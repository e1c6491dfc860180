/// Appends text for the content of an HTML element: `&`, `<`, `>` and `"` become references.
func appendEscapedText(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  appendReplacing(text, to: &output) { $0 == UInt8(ascii: "'") ? nil : reference(for: $0) }
}

/// Appends text for an HTML attribute's value in quotation marks of either kind.
func appendEscapedAttribute(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  appendReplacing(text, to: &output, reference)
}

/// Appends text for the content or a quoted attribute of an XML 1.0 element; control characters that XML forbids
/// become U+FFFD.
func appendEscapedXML(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  appendReplacing(text, to: &output) { byte in
    switch byte {
    case 0x0D: "&#13;"
    case 0x09, 0x0A: nil
    case 0..<0x20: "\u{FFFD}"
    default: reference(for: byte)
    }
  }
}

/// Appends text for the inside of a JSON string in an HTML script: besides what JSON asks for, `<`, `>`, `&`, U+2028
/// and U+2029 are written as escapes, so that no text can end the script.
func appendScriptString(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  withContiguousBytes(text) { bytes in
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if let escape = jsonEscape(byte) ?? scriptEscape(byte) {
        appendRun(bytes, start..<index, to: &output)
        append(escape, to: &output)
        start = index + 1
      } else if byte == 0xE2, let escape = lineSeparatorEscape(bytes, index) {
        appendRun(bytes, start..<index, to: &output)
        append(escape, to: &output)
        start = index + 3
      }
    }
    appendRun(bytes, start..<bytes.count, to: &output)
  }
}

/// Appends a whole JSON text for an HTML script. In JSON the characters that are escaped here stand in strings only.
func appendScriptJSON(_ json: some Collection<UInt8>, to output: inout [UInt8]) {
  withContiguousBytes(json) { bytes in
    var start = 0
    for index in bytes.indices {
      if let escape = scriptEscape(bytes[index]) {
        appendRun(bytes, start..<index, to: &output)
        append(escape, to: &output)
        start = index + 1
      } else if bytes[index] == 0xE2, let escape = lineSeparatorEscape(bytes, index) {
        appendRun(bytes, start..<index, to: &output)
        append(escape, to: &output)
        start = index + 3
      }
    }
    appendRun(bytes, start..<bytes.count, to: &output)
  }
}

// MARK: - Runs

/// Whether a byte is below blank, or one of `"`, `&`, `'`, `<` and `>`.
@inline(__always)
private func isMarkupByte(_ byte: UInt8) -> Bool {
  byte < 64 && (0x5000_00C4_FFFF_FFFF as UInt64) >> UInt64(byte) & 1 == 1
}

private func jsonEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "\""): "\\\""
  case UInt8(ascii: "\\"): "\\\\"
  case 0x0A: "\\n"
  case 0x0D: "\\r"
  case 0x09: "\\t"
  case 0x08: "\\b"
  case 0x0C: "\\f"
  case 0..<0x20: controlEscapes[Int(byte)]
  default: nil
  }
}

private let controlEscapes: [StaticString] = [
  "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
  "\\u0008", "\\u0009", "\\u000a", "\\u000b", "\\u000c", "\\u000d", "\\u000e", "\\u000f",
  "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
  "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
]

private func scriptEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "<"): "\\u003c"
  case UInt8(ascii: ">"): "\\u003e"
  case UInt8(ascii: "&"): "\\u0026"
  default: nil
  }
}

private func lineSeparatorEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> StaticString? {
  guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
  switch bytes[index + 2] {
  case 0xA8: return "\\u2028"
  case 0xA9: return "\\u2029"
  default: return nil
  }
}

@inline(__always)
private func reference(for byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}

/// Copies runs of bytes that need no replacement, and the replacements between them.
@inline(__always)
private func appendReplacing(
  _ text: some Collection<UInt8>, to output: inout [UInt8], _ replacement: (UInt8) -> StaticString?
) {
  withContiguousBytes(text) { bytes in
    var start = 0
    for index in bytes.indices {
      // Why: a test of few instructions passes over nearly all bytes.
      guard isMarkupByte(bytes[index]), let escape = replacement(bytes[index]) else { continue }
      appendRun(bytes, start..<index, to: &output)
      append(escape, to: &output)
      start = index + 1
    }
    appendRun(bytes, start..<bytes.count, to: &output)
  }
}

/// Runs a function over the bytes where they lie; only bytes that do not lie together are copied for it.
@inline(__always)
func withContiguousBytes<Result>(
  _ text: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  text.withContiguousStorageIfAvailable(body) ?? Array(text).withUnsafeBufferPointer(body)
}

/// Appends a run of bytes as they are.
@inline(__always)
func appendRun(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, to output: inout [UInt8]) {
  guard !run.isEmpty else { return }
  output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run]))
}

@inline(__always)
private func append(_ text: StaticString, to output: inout [UInt8]) {
  output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
}
