/// Whether an address may be inserted: relative, or with the scheme http, https or mailto (in any case).
///
/// A colon before the first `/`, `?` or `#` makes what precedes it a scheme, whatever characters it has: browsers drop
/// blanks and control characters there.
func isAllowedAddress(_ address: some Collection<UInt8>) -> Bool {
  var scheme: [UInt8] = []
  for byte in address {
    switch byte {
    case UInt8(ascii: ":"): return isAllowedScheme(scheme)
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
    default:
      // Why: no allowed scheme is longer, and a long first segment must not be copied.
      if scheme.count <= 8 { scheme.append(lowercased(byte)) }
    }
  }
  return true
}

/// Whether lower-case bytes are the scheme http, https or mailto.
func isAllowedScheme(_ scheme: [UInt8]) -> Bool {
  [Array("http".utf8), Array("https".utf8), Array("mailto".utf8)].contains(scheme)
}

/// Appends an address for a quoted attribute: what may not stand in an address is percent-encoded, `&` and `'` become
/// references; of an address that is not allowed only `#` remains.
func appendAddress(_ address: some Collection<UInt8>, to output: inout [UInt8]) {
  guard isAllowedAddress(address) else {
    output.append(UInt8(ascii: "#"))
    return
  }
  var index = address.startIndex
  while index != address.endIndex {
    let byte = address[index]
    switch byte {
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
    case UInt8(ascii: "%") where !startsEscape(address, index): output.append(contentsOf: "%25".utf8)
    case _ where isAddressByte(byte): output.append(byte)
    default: appendPercentEscape(byte, to: &output)
    }
    address.formIndex(after: &index)
  }
}

/// Appends text as one component of an address: all but letters, digits, `-`, `.`, `_` and `~` (RFC 3986, unreserved)
/// is percent-encoded.
func appendPercentEncoded(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
  for byte in text {
    if isUnreserved(byte) {
      output.append(byte)
    } else {
      appendPercentEscape(byte, to: &output)
    }
  }
}

private func startsEscape<Bytes: Collection<UInt8>>(_ address: Bytes, _ index: Bytes.Index) -> Bool {
  let digits = address[index...].dropFirst().prefix(2)
  return digits.count == 2 && digits.allSatisfy(isHexDigit)
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
    UInt8(ascii: "A")...UInt8(ascii: "F"):
    true
  default: false
  }
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
    UInt8(ascii: "~"):
    true
  default: false
  }
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "["),
    UInt8(ascii: "]"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "("),
    UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"),
    UInt8(ascii: "="), UInt8(ascii: "%"):
    true
  default: isUnreserved(byte)
  }
}

private func appendPercentEscape(_ byte: UInt8, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "%"))
  for digit in [byte >> 4, byte & 15] {
    output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
  }
}

/// The lower-case form of an ASCII letter; every other byte as it is.
private func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte
}
