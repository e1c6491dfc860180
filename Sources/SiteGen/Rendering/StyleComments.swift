/// A style sheet without its comments, empty lines and indentation, which a reader's browser need not load. Strings stay as
/// they are.
func withoutComments(styleSheet sheet: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(sheet.count)
  var quote: UInt8?
  var index = 0
  while index < sheet.count {
    let byte = sheet[index]
    if quote == nil, sheet[index...].starts(with: "/*".utf8) {
      index = sheet[(index + 2)...].firstPlace(of: "*/")?.upperBound ?? sheet.count
      continue
    }
    index += 1
    if quote == nil, byte == 0x0A || byte == 0x20, bytes.last ?? 0x0A == 0x0A { continue }
    bytes.append(byte)
    if byte == UInt8(ascii: "\\"), index < sheet.count {
      bytes.append(sheet[index])
      index += 1
    } else if let open = quote {
      if byte == open { quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    }
  }
  return bytes
}
