/// Percent-encoding of addresses (RFC 3986).
extension UInt8 {
  /// Whether a byte needs no encoding anywhere in an address (section 2.3): a letter, a digit, `-`, `.`, `_` or `~`.
  package var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: isLetterOrDigit
    }
  }
}

/// Appends a byte as `%` and two hexadecimal digits.
func appendPercentEscape(_ byte: UInt8, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "%"))
  output.append(contentsOf: byte.hexadecimalDigits(inCapitals: true))
}

/// Appends text as one component of an address: all bytes except unreserved ones are encoded.
func appendPercentEncoded(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  for byte in text {
    if byte.isUnreserved { output.append(byte) } else { appendPercentEscape(byte, to: &output) }
  }
}

/// A path as a relative address: everything but `/` and unreserved bytes is encoded.
func percentEncoded(path: String) -> String {
  var output: [UInt8] = []
  for byte in path.utf8 {
    if byte == UInt8(ascii: "/") { output.append(byte) } else { appendPercentEncoded([byte], to: &output) }
  }
  return String(decoding: output, as: UTF8.self)
}

/// Decodes percent-encoded text. A `%` without two hexadecimal digits is kept, and the text is then not well formed.
package func percentDecoded(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], isWellFormed: Bool) {
  // Why first: most addresses contain none.
  guard var index = text.firstIndex(of: UInt8(ascii: "%")) else { return (Array(text), true) }
  var decoded = Array(text[..<index])
  var isWellFormed = true
  while index < text.endIndex {
    let digits = text[index...].dropFirst().prefix(2).compactMap(\.hexadecimalValue)
    if text[index] == UInt8(ascii: "%"), digits.count == 2 {
      decoded.append(digits[0] << 4 | digits[1])
      index += 3
    } else {
      if text[index] == UInt8(ascii: "%") { isWellFormed = false }
      decoded.append(text[index])
      index += 1
    }
  }
  return (decoded, isWellFormed)
}
