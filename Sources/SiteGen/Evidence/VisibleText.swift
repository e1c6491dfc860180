/// A folded text without its invisible characters. It finds words that differ from the text only in these.
struct VisibleText: Sendable {
  private let bytes: [UInt8]
  /// The invisible characters: where each would be in `bytes`, and how many bytes of the text are hidden up to there.
  private let hidden: [(offset: Int, bytes: Int)]

  init(_ folded: [UInt8]) {
    var hidden: [(offset: Int, bytes: Int)] = []
    var visible: [UInt8] = []
    var (start, count) = (0, 0)
    folded.withUnsafeBufferPointer { text in
      var offset = 0
      while offset < text.count {
        let (scalar, length) = text.scalar(at: offset)
        if scalar.isInvisible {
          visible.append(contentsOf: text[start..<offset])
          count += length
          hidden.append((visible.count, count))
          start = offset + length
        }
        offset += length
      }
    }
    bytes = hidden.isEmpty ? folded : visible + folded[start...]
    self.hidden = hidden
  }

  /// The first place of words in the folded text, disregarding invisible characters in both; nil if neither has any.
  func place(of words: [UInt8]) -> Range<Int>? {
    let sought = VisibleText(words)
    guard !sought.bytes.isEmpty, !hidden.isEmpty || !sought.hidden.isEmpty else { return nil }
    var found: Range<Int>?
    forEachOccurrence(of: sought.bytes, in: bytes, bytes.indices) { start in
      found = start..<start + sought.bytes.count
      return false
    }
    return found.map { source($0.lowerBound)..<source($0.upperBound - 1) + 1 }
  }

  /// The offset in the folded text of a byte of `bytes`.
  private func source(_ offset: Int) -> Int {
    let next = hidden.partitioningIndex { $0.offset > offset }
    return offset + (next > 0 ? hidden[next - 1].bytes : 0)
  }
}
