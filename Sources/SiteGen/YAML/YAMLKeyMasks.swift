/// The text to be read, in which keys that stand twice are masked one after the other, so that each one is found and
/// the rest can still be read.
struct YAMLKeyMasks {
  private(set) var text: String
  private(set) var maskedKeys: Set<String> = []
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var masked: [(span: Range<Int>, mask: String)] = []

  private static let most = 32

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    text = String(decoding: bytes[range], as: UTF8.self)
  }

  /// Masks the next equal key of the mapping in which one starts at `offset`; nil when it is not found, or too many
  /// were.
  mutating func maskNext(_ key: String, after offset: Int) -> (first: Range<Int>, second: Range<Int>)? {
    let name = Array(key.utf8)
    let first = YAMLExtent(bytes: bytes, range: range).scalar(key, at: offset).span
    guard masked.count < Self.most, !name.isEmpty, let second = next(name, offset, from: first.upperBound),
      let unused = Unicode.Scalar(0xE000 + UInt32(masked.count))
    else { return nil }
    // Why: as many characters as before, so that marks keep their columns.
    let mask = String(repeating: Character(unused), count: key.unicodeScalars.count)
    masked.append((second, mask))
    masked.sort { $0.span.lowerBound < $1.span.lowerBound }
    maskedKeys.insert(mask)
    write()
    return (first, second)
  }

  private func next(_ name: [UInt8], _ first: Int, from start: Int) -> Range<Int>? {
    let column = column(of: first)
    let isBlock = isFirstOnLine(first)
    var depth = 0
    var index = start
    while index + name.count <= range.upperBound {
      let byte = bytes[index]
      if !isBlock, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
      if !isBlock, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == name[0], depth == 0, startsKey(at: index),
        bytes[index..<index + name.count].elementsEqual(name), endsKey(at: index + name.count),
        !masked.contains(where: { $0.span.overlaps(index..<index + name.count) })
      {
        let quoted = index > range.lowerBound && isQuotationMark(bytes[index - 1])
        if !isBlock || self.column(of: quoted ? index - 1 : index) == column { return index..<index + name.count }
      }
      index += 1
    }
    return nil
  }

  private func startsKey(at offset: Int) -> Bool {
    var index = offset
    while index > range.lowerBound, bytes[index - 1] == 0x20 { index -= 1 }
    guard index > range.lowerBound else { return true }
    let byte = bytes[index - 1]
    if index == offset, isQuotationMark(byte) { return true }
    // Behind another word it would be the end of a key of several words.
    return byte == 0x0A || byte == 0x0D || [UInt8]("{,-?".utf8).contains(byte)
  }

  private func endsKey(at offset: Int) -> Bool {
    var index = offset
    if index < range.upperBound, isQuotationMark(bytes[index]) { index += 1 }
    while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
    return index < range.upperBound && bytes[index] == UInt8(ascii: ":")
  }

  private func isQuotationMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private func column(of offset: Int) -> Int {
    var start = offset
    while start > range.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
    return offset - start
  }

  private func isFirstOnLine(_ offset: Int) -> Bool {
    var index = offset
    while index > range.lowerBound, bytes[index - 1] == 0x20 || bytes[index - 1] == UInt8(ascii: "-") { index -= 1 }
    return index == range.lowerBound || bytes[index - 1] == 0x0A
  }

  private mutating func write() {
    var written: [UInt8] = []
    written.reserveCapacity(range.count + 3 * masked.count)
    var index = range.lowerBound
    for (span, mask) in masked {
      written += bytes[index..<span.lowerBound]
      written += mask.utf8
      index = span.upperBound
    }
    written += bytes[index..<range.upperBound]
    text = String(decoding: written, as: UTF8.self)
  }
}
