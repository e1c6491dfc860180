/// The inline content of one block: its lines without container markers and indentation, with the offset of each byte
/// in the file.
///
/// The parsing functions read the syntax of links (CommonMark 0.30, 4.7 and 6.3) at an offset in the content, and
/// return nil if it is not there.
struct MarkdownContent {
  private(set) var bytes: [UInt8] = []
  private var pieces: [(content: Int, source: Int)] = []
  private var hasAddedEnd = false

  /// The destination and title of a link, as ranges of the content; `end` is after the closing parenthesis.
  struct Target {
    var destination: Range<Int>
    var title: Range<Int>?
    var end: Int
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    hasAddedEnd = false
  }

  /// Appends bytes of the file.
  mutating func append(_ source: Range<Int>, of file: [UInt8]) {
    pieces.append((bytes.count, source.lowerBound))
    bytes.append(contentsOf: file[source])
  }

  /// Appends spaces for one byte of the file, such as the rest of a tab after a marker.
  mutating func appendSpaces(_ count: Int, standingAt source: Int) {
    for _ in 0..<count {
      pieces.append((bytes.count, source))
      bytes.append(0x20)
    }
  }

  /// Adds a line end if the last line has none.
  mutating func endLine() {
    guard let last = bytes.last, last != 0x0A, last != 0x0D else { return }
    bytes.append(0x0A)
    hasAddedEnd = true
  }

  /// The span of the file from which a range of the content comes, including skipped bytes inside the span.
  func source(_ range: Range<Int>) -> Range<Int> {
    let start = source(range.lowerBound)
    guard range.count > 0 else { return start..<start }
    return start..<max(start, min(source(range.upperBound - 1) + 1, sourceEnd))
  }

  /// The end of the last piece in the file, without the line end that `endLine` adds.
  private var sourceEnd: Int {
    pieces.last.map { $0.source + bytes.count - $0.content - (hasAddedEnd ? 1 : 0) } ?? 0
  }

  private func source(_ offset: Int) -> Int {
    guard !pieces.isEmpty else { return 0 }
    let piece = pieces[max(0, pieces.partitioningIndex { $0.content > offset } - 1)]
    return piece.source + offset - piece.content
  }

  /// The byte at an offset; 0 after the end.
  subscript(offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  /// The number of bytes from an offset that equal those of a literal, up to a backslash, `&` or NUL.
  func plainCount(_ offset: Int, equalTo literal: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      literal.withUnsafeBufferPointer { literal in
        let limit = min(literal.count, bytes.count - offset)
        var count = 0
        while count + 8 <= limit {
          let eight = EightBytes(bytes, at: offset + count)
          if eight != EightBytes(literal, at: count) || eight.contain(UInt8(ascii: "\\"))
            || eight.contain(UInt8(ascii: "&")) || eight.contain(0)
          {
            break
          }
          count += 8
        }
        while count < limit {
          let byte = bytes[offset + count]
          if byte != literal[count] || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") || byte == 0 { break }
          count += 1
        }
        return count
      }
    }
  }

  /// The offset after white space. Without `overLines`, only spaces and tabs are skipped.
  func skipSpace(_ offset: Int, overLines: Bool = true) -> Int {
    var offset = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      guard overLines ? byte.isWhitespace : byte.isSpaceOrTab else { break }
      offset += 1
    }
    return offset
  }

  /// The target `(destination "title")` at an offset.
  func inlineTarget(_ offset: Int) -> Target? {
    guard self[offset] == UInt8(ascii: "(") else { return nil }
    guard let (destination, afterDestination) = destination(skipSpace(offset + 1)) else { return nil }
    var target = Target(destination: destination, title: nil, end: skipSpace(afterDestination))
    if target.end > afterDestination, let titleEnd = title(target.end) {
      target.title = (target.end + 1)..<(titleEnd - 1)
      target.end = skipSpace(titleEnd)
    }
    guard self[target.end] == UInt8(ascii: ")") else { return nil }
    target.end += 1
    return target
  }

  /// The offset after the label `[label]` at an offset.
  func label(_ offset: Int) -> Int? {
    guard self[offset] == UInt8(ascii: "[") else { return nil }
    var index = offset + 1
    while index < bytes.count, index - offset <= 1001 {
      switch bytes[index] {
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return index + 1
      case UInt8(ascii: "\\"): index += isMarkdownPunctuation(self[index + 1]) ? 2 : 1
      default: index += 1
      }
    }
    return nil
  }

  /// The offset after the link reference definitions at the start of the content.
  func skipDefinitions() -> Int {
    var start = 0
    while let next = definition(start) { start = next }
    return start
  }

  private func definition(_ start: Int) -> Int? {
    guard let labelEnd = label(start), self[labelEnd] == UInt8(ascii: ":"), skipSpace(start + 1) < labelEnd - 1
    else { return nil }
    guard let (_, end) = destination(skipSpaceAndOneLineEnd(labelEnd + 1)) else { return nil }
    let titleStart = skipSpaceAndOneLineEnd(end)
    if titleStart > end, let titleEnd = title(titleStart), let next = lineEnd(titleEnd) { return next }
    return lineEnd(end)
  }

  private func lineEnd(_ offset: Int) -> Int? {
    var end = skipSpace(offset, overLines: false)
    guard end < bytes.count else { return end }
    let start = end
    if self[end] == 0x0D { end += 1 }
    if self[end] == 0x0A { end += 1 }
    return end > start ? end : nil
  }

  private func skipSpaceAndOneLineEnd(_ offset: Int) -> Int {
    guard let next = lineEnd(offset) else { return skipSpace(offset, overLines: false) }
    return skipSpace(next, overLines: false)
  }

  private func destination(_ start: Int) -> (Range<Int>, end: Int)? {
    var index = start
    if self[start] == UInt8(ascii: "<") {
      index += 1
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: ">"): return ((start + 1)..<index, index + 1)
        case UInt8(ascii: "\\"): index += 2
        case UInt8(ascii: "<"), 0x0A, 0x0D: return nil
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), isMarkdownPunctuation(self[index + 1]) {
        index += 2
      } else if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
        index += 1
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { return (start..<index, index) }
        depth -= 1
        index += 1
      } else if byte.isWhitespace {
        return index > start && depth == 0 ? (start..<index, index) : nil
      } else {
        index += 1
      }
    }
    return nil
  }

  private func title(_ start: Int) -> Int? {
    let closing: UInt8
    switch self[start] {
    case UInt8(ascii: "\""): closing = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): closing = UInt8(ascii: "'")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    // Why: libcmark takes the longest match, so an escaped mark closes the title if no other mark does.
    var escaped: Int?
    while index < bytes.count {
      let byte = bytes[index]
      if byte == closing { return index + 1 }
      if byte == UInt8(ascii: "\\"), isMarkdownPunctuation(self[index + 1]) {
        if self[index + 1] == closing { escaped = index + 2 }
        index += 2
      } else if closing == UInt8(ascii: ")"), byte == UInt8(ascii: "(") {
        break
      } else {
        index += 1
      }
    }
    return escaped
  }
}

/// Whether a byte is ASCII punctuation, which a backslash may escape.
func isMarkdownPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}
