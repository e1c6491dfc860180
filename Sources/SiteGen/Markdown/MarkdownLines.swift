/// The lines of a Markdown text, and the markers of block quotations and list items in each (CommonMark 0.30, 5.1).
struct MarkdownLines {
  let bytes: [UInt8]
  private let starts: [Int]

  /// An open block quotation or list item.
  struct Container {
    /// The number of columns by which later lines of a list item are indented; nil for a block quotation.
    var indentation: Int?
    /// The line on which it starts, and the position of its content on that line.
    let line: Int
    let content: Position
  }

  /// A byte of a line and its column. A tab may be partly consumed.
  struct Position {
    var offset: Int
    var column: Int
    /// The number of consumed columns of the tab at the offset.
    var consumedColumns = 0
  }

  /// Indexes the lines from `start` on. A line ends with a line feed, a carriage return, or both.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    var starts = [start]
    starts.reserveCapacity((bytes.count - start) / 40 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        if index + 8 <= bytes.count, !EightBytes(bytes, at: index).contain(below: 0x0E) {
          index += 8
          continue
        }
        let byte = bytes[index]
        index += 1
        if byte > 0x0D { continue }
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        if byte == 0x0A || byte == 0x0D { starts.append(index) }
      }
    }
    self.starts = starts
  }

  /// The start of a line, counted from 0; the end of the text for lines after the last.
  func start(of line: Int) -> Int {
    line < 0 ? starts[0] : line < starts.count ? starts[line] : bytes.count
  }

  /// The start of the next line.
  func end(of line: Int) -> Int {
    start(of: line + 1)
  }

  /// The end of a line's text, before its line end.
  func textEnd(of line: Int) -> Int {
    var end = end(of: line)
    while end > start(of: line), bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The block quotation that starts on a line, inside the containers.
  func blockQuote(on line: Int, in containers: [Container]) -> Container {
    var position = content(of: line, in: containers)
    _ = skipQuoteMarker(&position)
    return Container(indentation: nil, line: line, content: position)
  }

  /// The list item that starts on a line, inside the containers.
  func item(on line: Int, in containers: [Container]) -> Container {
    var position = content(of: line, in: containers)
    let markerIndent = indent(at: position, atMost: .max)
    advance(&position, columns: markerIndent)
    var markerWidth = 1
    if isDigit(position.offset) {
      while markerWidth < 10, isDigit(position.offset + markerWidth - 1) { markerWidth += 1 }
    }
    advance(&position, columns: markerWidth)
    let spaces = indent(at: position, atMost: 5)
    let isBlank = isLineEnd(position.offset) || isLineEnd(firstNonSpace(position.offset))
    let padding = spaces >= 5 || spaces < 1 || isBlank ? 1 : spaces
    if spaces > 0 { advance(&position, columns: padding) }
    return Container(indentation: markerIndent + markerWidth + padding, line: line, content: position)
  }

  /// The offset at which libcmark starts to read a later line of a paragraph: after the markers of the containers and
  /// the white space that follows them. On a lazy line, which lacks some of the markers, reading starts before the
  /// white space. If a marker has consumed a part of the tab at the offset, `spaces` is the number of the remaining
  /// columns of the tab.
  func continuation(of line: Int, in containers: [Container]) -> (offset: Int, spaces: Int) {
    var position = Position(offset: start(of: line), column: 0)
    for container in containers where !skipMarker(of: container, &position) {
      let isTab = position.offset < bytes.count && bytes[position.offset] == 0x09
      return (position.offset, isTab && position.consumedColumns > 0 ? 4 - position.column % 4 : 0)
    }
    return (firstNonSpace(position.offset), 0)
  }

  private func content(of line: Int, in containers: [Container]) -> Position {
    // Why: containers that start on the same line are nested in order, so the innermost one has the position.
    if let last = containers.last, last.line == line { return last.content }
    var position = Position(offset: start(of: line), column: 0)
    for container in containers where !skipMarker(of: container, &position) { break }
    return position
  }

  private func skipMarker(of container: Container, _ position: inout Position) -> Bool {
    guard let indentation = container.indentation else { return skipQuoteMarker(&position) }
    guard indent(at: position, atMost: indentation) >= indentation else { return false }
    advance(&position, columns: indentation)
    return true
  }

  private func skipQuoteMarker(_ position: inout Position) -> Bool {
    let indentation = indent(at: position, atMost: 4)
    guard indentation <= 3 else { return false }
    let marker = firstNonSpace(position.offset)
    guard marker < bytes.count, bytes[marker] == UInt8(ascii: ">") else { return false }
    advance(&position, columns: indentation + 1)
    if isSpace(position.offset) { advance(&position, columns: 1) }
    return true
  }

  private func advance(_ position: inout Position, columns: Int) {
    var left = columns
    while left > 0, position.offset < bytes.count, !isLineEnd(position.offset) {
      if bytes[position.offset] == 0x09 {
        let width = 4 - position.column % 4
        position.column += min(left, width)
        position.consumedColumns = width <= left ? 0 : position.consumedColumns + left
        if width <= left { position.offset += 1 }
        left -= min(left, width)
      } else {
        position.offset += 1
        position.column += 1
        left -= 1
      }
    }
  }

  // Why a limit: without it, deep lists with much white space would take quadratic time.
  private func indent(at position: Position, atMost limit: Int) -> Int {
    var column = position.column
    var offset = position.offset
    while column - position.column < limit, isSpace(offset) {
      column += bytes[offset] == 0x09 ? 4 - column % 4 : 1
      offset += 1
    }
    return column - position.column
  }

  private func firstNonSpace(_ offset: Int) -> Int {
    var offset = offset
    while isSpace(offset) { offset += 1 }
    return offset
  }

  private func isSpace(_ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset].isSpaceOrTab
  }

  private func isDigit(_ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset].isDigit
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == 0x0A || bytes[offset] == 0x0D
  }
}
