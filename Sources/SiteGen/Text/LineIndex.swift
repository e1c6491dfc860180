/// The lines of a file: made once, asked for the line and column of a byte only when something is printed.
///
/// A line ends with LF; a CR before it is no part of the line. A byte order mark is no column.
struct LineIndex: Sendable {
  private let file: SourceFile
  private let starts: [Int]

  init(_ file: SourceFile) {
    self.file = file
    var starts = [file.textStart]
    file.bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] == 0x0A { starts.append(index + 1) }
    }
    self.starts = starts
  }

  /// Line and column of a byte, from 1; the column counts code points. Offsets beyond the file are cut to it.
  func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, starts[0]), max(file.bytes.count, starts[0]))
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    for byte in file.bytes[starts[low]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return (low + 1, column)
  }

  /// The bytes of a line, counted from 1, without its end; empty for a line that there is not.
  func span(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return 0..<0 }
    let start = starts[line - 1]
    guard start <= file.bytes.count else { return 0..<0 }
    var end = line < starts.count ? starts[line] - 1 : file.bytes.count
    if end > start, file.bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
