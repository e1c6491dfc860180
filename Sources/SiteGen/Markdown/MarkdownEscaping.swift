/// Appends an address for a quoted attribute: what an address may not hold percent-encoded, as libcmark does, `&` and
/// `'` as references.
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

/// Whether following an address would run or read something: javascript, vbscript, file, and data that is no picture.
func isDangerousAddress(_ address: ArraySlice<UInt8>) -> Bool {
  func starts(with prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { wanted in
      guard address.count >= wanted.count else { return false }
      for (byte, letter) in zip(address, wanted) {
        if byte.lowercased != letter { return false }
      }
      return true
    }
  }
  guard let first = address.first else { return false }
  switch first | 0x20 {
  case UInt8(ascii: "j"): return starts(with: "javascript:")
  case UInt8(ascii: "v"): return starts(with: "vbscript:")
  case UInt8(ascii: "f"): return starts(with: "file:")
  case UInt8(ascii: "d"):
    let isPicture =
      starts(with: "data:image/png") || starts(with: "data:image/gif") || starts(with: "data:image/jpeg")
      || starts(with: "data:image/webp")
    return starts(with: "data:") && !isPicture
  default: return false
  }
}
