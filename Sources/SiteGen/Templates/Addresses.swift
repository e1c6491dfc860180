/// Appends an address as the value of a quoted attribute. Bytes that an address may not contain are percent-encoded;
/// `&` and `'` become character references. An address whose scheme is not allowed becomes `#`.
func appendAddress(_ address: some Collection<UInt8>, to output: inout [UInt8]) {
  guard isAllowedAddress(address) else { return output.append(UInt8(ascii: "#")) }
  withContiguousBytes(address) { bytes in
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "'"): output += "&#39;".utf8
      case UInt8(ascii: "%") where bytes[index...].dropFirst().prefix(2).compactMap(\.hexadecimalValue).count < 2:
        appendPercentEscape(byte, to: &output)
      // Letters, digits and `!#$%()*+,-./:;=?@[]_~`.
      case 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: output.append(byte)
      default: appendPercentEscape(byte, to: &output)
      }
    }
  }
}
