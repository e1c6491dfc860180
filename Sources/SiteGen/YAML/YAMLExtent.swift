/// How far values reach in the source; libyaml's nodes say only where they start.
struct YAMLExtent {
  let bytes: [UInt8]
  let range: Range<Int>

  /// The span of a scalar that starts at `start`, without quotation marks where it stands verbatim on one line, and
  /// whether it does.
  func scalar(_ text: String, at start: Int) -> (span: Range<Int>, isVerbatim: Bool) {
    guard start < range.upperBound else { return (range.upperBound..<range.upperBound, false) }
    let first = bytes[start]
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    let textStart = isQuoted ? start + 1 : start
    if let end = verbatimEnd(text, at: textStart, quote: isQuoted ? first : nil) { return (textStart..<end, true) }
    switch first {
    case UInt8(ascii: "\""): return (start..<doubleQuotedEnd(from: start + 1), false)
    case UInt8(ascii: "'"): return (start..<singleQuotedEnd(from: start + 1), false)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return (start..<blockEnd(from: start), false)
    default: return (start..<plainEnd(text, from: start), false)
    }
  }

  /// The end of a flow collection whose last element ends at `offset`: after its bracket; else `offset`.
  func flowEnd(_ bracket: UInt8, from offset: Int) -> Int {
    var index = offset
    var inComment = false
    while index < range.upperBound {
      let byte = bytes[index]
      if inComment {
        inComment = byte != 0x0A
      } else if byte == bracket {
        return index + 1
      } else if byte == UInt8(ascii: "#") {
        inComment = true
      } else if !isBlank(byte),
        ![UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ":")].contains(byte)
      {
        return offset
      }
      index += 1
    }
    return offset
  }

  /// Where a value starts whose node starts at `start`, anchors skipped.
  func afterAnchor(_ start: Int) -> Int {
    var index = start
    guard index < range.upperBound, bytes[index] == UInt8(ascii: "&") else { return start }
    while index < range.upperBound, !isBlank(bytes[index]) { index += 1 }
    while index < range.upperBound, isBlank(bytes[index]) { index += 1 }
    return index
  }

  private func verbatimEnd(_ text: String, at start: Int, quote: UInt8?) -> Int? {
    var index = start
    for byte in text.utf8 {
      guard index < range.upperBound, bytes[index] == byte, byte != 0x0A, byte != 0x0D else { return nil }
      if byte == quote || (byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")) { return nil }
      index += 1
    }
    guard let quote else { return index }
    return index < range.upperBound && bytes[index] == quote ? index : nil
  }

  private func doubleQuotedEnd(from start: Int) -> Int {
    var index = start
    while index < range.upperBound, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, range.upperBound)
  }

  private func singleQuotedEnd(from start: Int) -> Int {
    let quote = UInt8(ascii: "'")
    var index = start
    while index < range.upperBound {
      if bytes[index] == quote {
        guard index + 1 < range.upperBound, bytes[index + 1] == quote else { return index + 1 }
        index += 1
      }
      index += 1
    }
    return range.upperBound
  }

  /// The end of a literal or folded block: the last line that is indented as its first one is.
  private func blockEnd(from start: Int) -> Int {
    var line = lineEnd(from: start)
    var end = line
    var indentation: Int?
    while line < range.upperBound {
      let content = line + 1
      var first = content
      while first < range.upperBound, bytes[first] == UInt8(ascii: " ") { first += 1 }
      let next = lineEnd(from: first)
      if first < next, bytes[first] != 0x0D {
        guard first - content >= indentation ?? 1 else { break }
        if indentation == nil { indentation = first - content }
        end = bytes[next - 1] == 0x0D ? next - 1 : next
      }
      line = next
    }
    return end
  }

  /// The end of a plain text of several lines, of which the file may part the words otherwise.
  private func plainEnd(_ text: String, from start: Int) -> Int {
    var index = start
    var end = start
    for byte in text.utf8 where !isBlank(byte) {
      while index < range.upperBound, isBlank(bytes[index]) { index += 1 }
      guard index < range.upperBound, bytes[index] == byte else { return end }
      index += 1
      end = index
    }
    return end
  }

  private func lineEnd(from start: Int) -> Int {
    var index = start
    while index < range.upperBound, bytes[index] != 0x0A { index += 1 }
    return index
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
