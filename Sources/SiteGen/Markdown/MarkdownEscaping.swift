/// Appends an address for a quoted attribute, as libcmark does: bytes that are not allowed in an address are
/// percent-encoded, and `&` and `'` become character references.
func appendMarkdownAddress(_ address: ArraySlice<UInt8>, to html: inout [UInt8]) {
  for byte in address {
    switch byte {
    case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "'"): html.append(contentsOf: "&#x27;".utf8)
    case 0x23...0x25, 0x28...0x2F, UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "@"):
      html.append(byte)
    default: appendPercentEncoded([byte], to: &html)
    }
  }
}
