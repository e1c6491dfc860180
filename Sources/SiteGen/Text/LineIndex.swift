/// The lines of a file, for the lines and columns of printed diagnostics.
///
/// A line ends with LF, CR or both. A byte order mark does not count as a column.
struct LineIndex: Sendable {
  private let file: SourceFile
  private let starts: [Int]
  /// The number of code points that start before every `stride`-th byte of the file, and before its end.
  private let codePoints: [Int]
  private static let stride = 256

  init(_ file: SourceFile) {
    self.file = file
    var starts = [file.textStart]
    var codePoints: [Int] = []
    var count = 0
    codePoints.reserveCapacity(file.bytes.count / Self.stride + 1)
    file.bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        if index % Self.stride == 0 { codePoints.append(count) }
        if bytes[index] & 0xC0 != 0x80 { count += 1 }
        guard bytes[index] <= 0x0D else { continue }
        let isCR = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
        if bytes[index] == 0x0A || isCR { starts.append(index + 1) }
      }
    }
    codePoints.append(count)
    self.starts = starts
    self.codePoints = codePoints
  }

  /// Line and column of a byte, from 1; columns count code points. Offsets outside the file are clamped to it.
  func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, starts[0]), max(file.bytes.count, starts[0]))
    let line = starts.partitioningIndex { $0 > offset }
    return (line, codePoints(before: offset) - codePoints(before: starts[line - 1]) + 1)
  }

  private func codePoints(before offset: Int) -> Int {
    let offset = min(offset, file.bytes.count)
    let known = min(offset / Self.stride, codePoints.count - 1)
    var count = codePoints[known]
    for byte in file.bytes[min(known * Self.stride, offset)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The bytes of a line, without its line end. Lines count from 1; the span is empty if there is no such line.
  func span(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return 0..<0 }
    let start = starts[line - 1]
    guard start <= file.bytes.count else { return 0..<0 }
    guard line < starts.count else { return start..<file.bytes.count }
    var end = starts[line] - 1
    if end > start, file.bytes[end] == 0x0A, file.bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
