/// Finds many patterns in one pass over a text.
///
/// The patterns are sorted. All patterns that match at an offset are prefixes of the text there, so each of them is a
/// prefix of the last pattern that does not sort after the text: binary search finds that one, and links from each
/// pattern to the longest pattern that is a prefix of it lead to the others. A filter on the first eight bytes rules
/// out nearly all offsets before that.
struct PatternSearch: Sendable {
  /// The bytes of all patterns, in sorted order.
  private var bytes: [UInt8] = []
  /// The range in `bytes` of each pattern.
  private var spans: [Range<Int>] = []
  /// The position of each pattern in the list that was given.
  private var positions: [Int] = []
  /// The first eight bytes of each pattern, the first one highest, with zeros after a shorter pattern.
  private var heads: [UInt64] = []
  /// For each pattern, the longest other pattern that is a prefix of it; -1 if there is none.
  private var prefixes: [Int] = []
  /// For each number of bytes, up to eight, with which a pattern can be recognised: these bytes of a head.
  private var masks: [UInt64] = []
  /// A bit for each hash of the masked head of a pattern.
  private var filter: [UInt64]
  private let shift: UInt64

  /// The patterns must be distinct and not empty.
  init(_ patterns: [[UInt8]]) {
    var bits = 12
    while 1 << bits < patterns.count * 64, bits < 24 { bits += 1 }
    filter = [UInt64](repeating: 0, count: 1 << (bits - 6))
    shift = UInt64(64 - bits)
    for position in patterns.indices.sorted(by: { patterns[$0].lexicographicallyPrecedes(patterns[$1]) }) {
      append(patterns[position], at: position)
    }
  }

  private mutating func append(_ pattern: [UInt8], at position: Int) {
    var prefix = spans.count - 1
    while prefix >= 0, !pattern.starts(with: bytes[spans[prefix]]) { prefix = prefixes[prefix] }
    prefixes.append(prefix)
    spans.append(bytes.count..<bytes.count + pattern.count)
    bytes += pattern
    positions.append(position)
    var head: UInt64 = 0
    for index in 0..<8 { head = head << 8 | (index < pattern.count ? UInt64(pattern[index]) : 0) }
    heads.append(head)
    let mask = UInt64.max << UInt64(64 - 8 * min(8, pattern.count))
    if !masks.contains(mask) { masks.append(mask) }
    let bit = hash(head & mask)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private func hash(_ head: UInt64) -> Int {
    // The multiplier is 2⁶⁴ divided by the golden ratio (Knuth, The Art of Computer Programming, 6.4).
    Int(truncatingIfNeeded: (head &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// Visits each occurrence, in the order of their offsets, with the position of its pattern in the list that was given.
  ///
  /// Takes linear time. Returns false without visiting all occurrences if the text is so repetitive that this would
  /// take more than `effort` steps for each byte; searching for one pattern after the other is then as good.
  func forEachOccurrence(
    in text: [UInt8], effort: Int = 8, _ visit: (_ pattern: Int, Range<Int>) -> Void
  ) -> Bool {
    guard !spans.isEmpty else { return true }
    let masks = masks
    return text.withUnsafeBufferPointer { text in
      filter.withUnsafeBufferPointer { filter in
        var steps = (effort + 1) * text.count + 4096
        var head: UInt64 = 0
        for index in 0..<8 { head = head << 8 | (index < text.count ? UInt64(text[index]) : 0) }
        for offset in text.indices {
          for mask in masks {
            let bit = hash(head & mask)
            guard filter[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { continue }
            visitMatches(head, at: offset, in: text, &steps, visit)
            break
          }
          steps -= 1
          if steps < 0 { return false }
          head = head << 8 | (offset + 8 < text.count ? UInt64(text[offset + 8]) : 0)
        }
        return true
      }
    }
  }

  private func visitMatches(
    _ head: UInt64, at offset: Int, in text: UnsafeBufferPointer<UInt8>, _ steps: inout Int,
    _ visit: (_ pattern: Int, Range<Int>) -> Void
  ) {
    var low = heads.partitioningIndex { $0 >= head }
    var high = low
    if low < heads.count, heads[low] == head { high = heads.partitioningIndex { $0 > head } }
    var matched = 0
    while low < high {
      let middle = (low + high) / 2
      matched = commonLength(middle, at: offset, in: text)
      steps -= matched + 1
      if matched == spans[middle].count
        || (offset + matched < text.count && bytes[spans[middle].lowerBound + matched] < text[offset + matched])
      {
        low = middle + 1
      } else {
        high = middle
      }
    }
    // The last pattern that does not sort after the text at the offset.
    var pattern = low - 1
    guard pattern >= 0 else { return }
    matched = commonLength(pattern, at: offset, in: text)
    steps -= matched + 1
    while pattern >= 0 {
      steps -= 1
      let length = spans[pattern].count
      if length <= matched {
        steps -= 16
        visit(positions[pattern], offset..<offset + length)
      }
      pattern = prefixes[pattern]
    }
  }

  /// The number of bytes that a pattern and the text at an offset have in common.
  private func commonLength(_ pattern: Int, at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let start = spans[pattern].lowerBound
    let end = min(spans[pattern].count, text.count - offset)
    var length = 0
    while length < end, bytes[start + length] == text[offset + length] { length += 1 }
    return length
  }
}
