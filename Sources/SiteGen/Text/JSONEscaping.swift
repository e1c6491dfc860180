/// Appends text for the inside of a JSON string (RFC 8259). Also escapes U+2028 and U+2029.
///
/// Why the two: they end a line in scripts older than ES2019.
func appendEscapedJSON(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  withContiguousBytes(text) { bytes in
    var start = 0
    for index in bytes.indices where mayNeedEscape(bytes[index]) {
      var first = index
      if bytes[index] >= 0x80 {
        guard index - start >= 2, bytes[index - 1] == 0x80, bytes[index - 2] == 0xE2 else { continue }
        first -= 2
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<first]))
      appendJSONEscape(bytes[index], to: &output)
      start = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}

/// Whether a byte is a control character, `"`, `\`, or the last byte of U+2028, U+2029 or another character.
@inline(__always) private func mayNeedEscape(_ byte: UInt8) -> Bool {
  byte < 0x23 ? byte != 0x20 && byte != 0x21 : byte == 0x5C || byte == 0x7F || byte & 0xFE == 0xA8
}

/// `last` is the only or the last byte of the character.
private func appendJSONEscape(_ last: UInt8, to output: inout [UInt8]) {
  switch last {
  case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), last]
  case 0x0A: output += "\\n".utf8
  case 0x0D: output += "\\r".utf8
  case 0x09: output += "\\t".utf8
  case 0xA8: output += "\\u2028".utf8
  case 0xA9: output += "\\u2029".utf8
  default: appendUnicodeEscape(last, to: &output)
  }
}

/// Appends text for the inside of a JSON string in an HTML script, escaped so that it cannot end the script.
func appendScriptString(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  var json: [UInt8] = []
  appendEscapedJSON(text, to: &json)
  appendScriptJSON(json, to: &output)
}

/// Appends a whole JSON text for an HTML script. The characters that are escaped here occur only in strings.
func appendScriptJSON(_ json: some Collection<UInt8>, to output: inout [UInt8]) {
  for byte in json {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): appendUnicodeEscape(byte, to: &output)
    default: appendEscapingLineSeparators(byte, to: &output)
    }
  }
}

private func appendUnicodeEscape(_ byte: UInt8, to output: inout [UInt8]) {
  output += "\\u00".utf8
  output += byte.hexadecimalDigits()
}

/// Why: U+2028 and U+2029 end a line in scripts older than ES2019.
private func appendEscapingLineSeparators(_ byte: UInt8, to output: inout [UInt8]) {
  guard byte == 0xA8 || byte == 0xA9, output.suffix(2).elementsEqual([0xE2, 0x80]) else { return output.append(byte) }
  output.removeLast(2)
  output += (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8
}
