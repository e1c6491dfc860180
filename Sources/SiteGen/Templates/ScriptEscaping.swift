/// Appends text for the inside of a JSON string in an HTML script: besides what JSON asks for, `<`, `>`, `&`, U+2028
/// and U+2029 are written as escapes, so that no text can end the script.
func appendScriptString(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  appendForScript(text, to: &output) { jsonEscape($0) ?? scriptEscape($0) }
}

/// Appends a whole JSON text for an HTML script. In JSON the characters that are escaped here stand in strings only.
func appendScriptJSON(_ json: some Collection<UInt8>, to output: inout [UInt8]) {
  appendForScript(json, to: &output, scriptEscape)
}

private func appendForScript(
  _ text: some Collection<UInt8>, to output: inout [UInt8], _ escape: (UInt8) -> StaticString?
) {
  withContiguousBytes(text) { bytes in
    var start = 0
    for index in bytes.indices {
      let separator = bytes[index] == 0xE2 ? lineSeparatorEscape(bytes, index) : nil
      guard let escape = separator ?? escape(bytes[index]) else { continue }
      appendRun(bytes, start..<index, to: &output)
      appendFixed(escape, to: &output)
      start = index + (separator == nil ? 1 : 3)
    }
    appendRun(bytes, start..<bytes.count, to: &output)
  }
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
