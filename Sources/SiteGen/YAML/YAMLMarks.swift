/// Turns libyaml's marks, lines and columns of Unicode scalars from 1, into byte offsets of the file.
struct YAMLMarks {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var lineStarts: [Int]
  // Why: marks come mostly in reading order, so each line is walked once, however many values stand on it.
  private var memo = (line: 0, column: 1, offset: 0)

  /// `range` must lie within the bytes.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    lineStarts = [range.lowerBound]
    bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        let length = lineBreakLength(bytes, at: index, end: range.upperBound)
        index += max(1, length)
        if length > 0 { lineStarts.append(index) }
      }
    }
  }

  /// The byte offset of a mark; one that leaves the text is cut to its end.
  mutating func offset(line: Int, column: Int) -> Int {
    guard line >= 1, column >= 1 else { return range.lowerBound }
    guard line <= lineStarts.count else { return range.upperBound }
    if memo.line != line || memo.column > column { memo = (line, 1, lineStarts[line - 1]) }
    while memo.column < column, memo.offset < range.upperBound {
      memo.offset += 1
      while memo.offset < range.upperBound, bytes[memo.offset] & 0xC0 == 0x80 { memo.offset += 1 }
      memo.column += 1
    }
    return memo.offset
  }
}

/// The bytes of the line break at an offset, as YAML 1.1 counts them (NEL, LS and PS too); 0 where there is none.
private func lineBreakLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int {
  switch bytes[index] {
  case 0x0A: return 1
  case 0x0D: return index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
  case 0xC2: return index + 1 < end && bytes[index + 1] == 0x85 ? 2 : 0
  case 0xE2:
    guard index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
  default: return 0
  }
}
