/// Appends text for the inside of a JSON string (RFC 8259).
func appendEscapedJSON(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  for byte in text {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
    case 0x0A: output += "\\n".utf8
    case 0x0D: output += "\\r".utf8
    case 0x09: output += "\\t".utf8
    case 0..<0x20, 0x7F: appendUnicodeEscape(byte, to: &output)
    default: appendEscapingLineSeparators(byte, to: &output)
    }
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
