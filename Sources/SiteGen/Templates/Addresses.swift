/// Appends an address as the value of a quoted attribute. Bytes that an address may not contain are percent-encoded;
/// `&` and `'` become character references. An address whose scheme is not allowed becomes `#`.
func appendAddress(_ address: some Collection<UInt8>, to output: inout [UInt8]) {
  guard isAllowedAddress(address) else { return output.append(UInt8(ascii: "#")) }
  let bytes = Array(address)
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case UInt8(ascii: "&"): output += "&amp;".utf8
    case UInt8(ascii: "'"): output += "&#39;".utf8
    case UInt8(ascii: "%") where bytes[index...].dropFirst().prefix(2).compactMap(\.hexadecimalValue).count < 2:
      appendPercentEscape(byte, to: &output)
    case _ where byte.isUnreserved || ":/?#[]@!$()*+,;=%".utf8.contains(byte): output.append(byte)
    default: appendPercentEscape(byte, to: &output)
    }
  }
}
