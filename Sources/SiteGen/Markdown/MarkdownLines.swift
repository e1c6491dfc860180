/// The lines of a Markdown text, and how far block quotations and list items reach into each (CommonMark 0.30, 5.1).
struct MarkdownLines {
  let bytes: [UInt8]
  private let starts: [Int]

  /// A block quotation or list item that is open.
  struct Container {
    /// Nil for a block quotation; for an item, the columns by which its later lines are indented.
    var indentation: Int?
    /// The line on which it starts, and where its content starts there.
    let line: Int
    let content: Position
  }

  /// A byte of a line and the column in which it stands; a tab may be used up in part.
  struct Position {
    var offset: Int
    var column: Int
    /// How many columns of the tab at the offset are used up.
    var usedColumns = 0
  }

  /// Indexes the lines from a byte on: line feed, carriage return, and both together end one.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    var starts = [start]
    starts.reserveCapacity((bytes.count - start) / 40 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte > 0x0D { continue }
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        if byte == 0x0A || byte == 0x0D { starts.append(index) }
      }
    }
    self.starts = starts
  }

  /// Where a line starts, the first being 0; lines after the last start at the end.
  func start(of line: Int) -> Int {
    line < 0 ? starts[0] : line < starts.count ? starts[line] : bytes.count
  }

  /// Where the next line starts.
  func end(of line: Int) -> Int {
    start(of: line + 1)
  }

  /// Where a line's text ends, before its line end.
  func textEnd(of line: Int) -> Int {
    var end = end(of: line)
    while end > start(of: line), bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The block quotation that starts on a line, inside of the containers.
  func blockQuote(on line: Int, in containers: [Container]) -> Container {
    var position = content(of: line, in: containers)
    _ = skipQuoteMarker(&position)
    return Container(indentation: nil, line: line, content: position)
  }

  /// The list item that starts on a line, inside of the containers.
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

  /// Where libcmark takes the text of a paragraph's later line from: after the markers of the containers and white
  /// space; of a lazy line, which lacks some of the markers, from before the white space.
  /// `spaces` are the columns of a tab at the offset that the markers have not used up.
  func continuation(of line: Int, in containers: [Container]) -> (offset: Int, spaces: Int) {
    var position = Position(offset: start(of: line), column: 0)
    for container in containers where !skipMarker(of: container, &position) {
      let isTab = position.offset < bytes.count && bytes[position.offset] == 0x09
      return (position.offset, isTab && position.usedColumns > 0 ? 4 - position.column % 4 : 0)
    }
    return (firstNonSpace(position.offset), 0)
  }

  private func content(of line: Int, in containers: [Container]) -> Position {
    // Why: containers that start on one line are nested in order, so only the innermost needs a look.
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
        position.usedColumns = width <= left ? 0 : position.usedColumns + left
        if width <= left { position.offset += 1 }
        left -= min(left, width)
      } else {
        position.offset += 1
        position.column += 1
        left -= 1
      }
    }
  }

  // Why: without a bound, deep lists over much white space would take quadratic time.
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
