/// Appends an address for a quoted attribute: what may not stand in an address is percent-encoded, `&` and `'` become
/// references; of an address that is not allowed only `#` remains.
func appendAddress(_ address: some Collection<UInt8>, to output: inout [UInt8]) {
  guard isAllowedAddress(address) else {
    output.append(UInt8(ascii: "#"))
    return
  }
  withContiguousBytes(address) { bytes in
    var start = 0
    for (index, byte) in bytes.enumerated() {
      guard !isAddressByte(byte) || byte == UInt8(ascii: "%") && !startsEscape(bytes, index) else { continue }
      appendRun(bytes, start..<index, to: &output)
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
      default: appendPercentEscape(byte, to: &output)
      }
      start = index + 1
    }
    appendRun(bytes, start..<bytes.count, to: &output)
  }
}

private func startsEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  index + 2 < bytes.count && bytes[index + 1].hexadecimalValue != nil && bytes[index + 2].hexadecimalValue != nil
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "["),
    UInt8(ascii: "]"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "("),
    UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"),
    UInt8(ascii: "="), UInt8(ascii: "%"):
    true
  default: byte.isUnreserved
  }
}
