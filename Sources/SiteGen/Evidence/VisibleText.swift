/// A folded text without its invisible characters. It finds words that differ from the text only in these.
struct VisibleText: Sendable {
  private let bytes: [UInt8]
  /// The offset of each byte in the folded text.
  private let sources: [Int32]

  init(_ folded: [UInt8]) {
    var (bytes, sources): ([UInt8], [Int32]) = ([], [])
    bytes.reserveCapacity(folded.count)
    sources.reserveCapacity(folded.count)
    var offset = 0
    for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      if !scalar.isInvisible {
        bytes.append(contentsOf: folded[offset..<min(offset + width, folded.count)])
        for index in 0..<width { sources.append(Int32(truncatingIfNeeded: offset + index)) }
      }
      offset += width
    }
    self.bytes = bytes
    self.sources = sources
  }

  /// The first place of words in the folded text, disregarding invisible characters in both.
  func place(of words: [UInt8]) -> Range<Int>? {
    let sought = VisibleText(words).bytes
    guard !sought.isEmpty else { return nil }
    var found: Range<Int>?
    let isDone = PatternSearch([sought]).forEachOccurrence(in: bytes) { _, match in found = found ?? match }
    guard let match = isDone ? found : bytes.firstRange(of: sought) else { return nil }
    return Int(sources[match.lowerBound])..<Int(sources[match.upperBound - 1]) + 1
  }
}
