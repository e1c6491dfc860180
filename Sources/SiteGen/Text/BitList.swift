/// A list of bits in which set bits can be counted and found: for the bytes of a text at which something starts.
///
/// Takes about one bit for each element. Counting takes constant time, and finding takes logarithmic time.
struct BitList: Sendable {
  private var words: [UInt64] = []
  /// The number of set bits before each block of eight words.
  private var counts: [Int32] = []
  /// The number of set bits.
  private var total = 0
  private(set) var count = 0

  mutating func reserveCapacity(_ count: Int) {
    words.reserveCapacity(count / 64 + 1)
    counts.reserveCapacity(count / 512 + 1)
  }

  /// Appends several equal bits.
  mutating func append(_ bit: Bool, count added: Int = 1) {
    var left = added
    while left > 0 {
      let used = count & 63
      if used == 0 {
        if words.count & 7 == 0 { counts.append(Int32(truncatingIfNeeded: total)) }
        words.append(0)
      }
      let now = min(left, 64 - used)
      if bit {
        words[words.count - 1] |= (.max >> UInt64(64 - now)) << UInt64(used)
        total += now
      }
      count += now
      left -= now
    }
  }

  /// Appends a set bit and, after it, bits that are not set: the start and the rest of something.
  @inline(__always) mutating func append(startOf length: Int) {
    append(true)
    append(false, count: length - 1)
  }

  subscript(index: Int) -> Bool { words[index >> 6] & 1 << UInt64(index & 63) != 0 }

  /// The number of set bits before an index.
  func count(before index: Int) -> Int {
    guard index < count else { return total }
    guard index > 0 else { return 0 }
    let word = index >> 6
    var found = Int(counts[word >> 3]) + (words[word] & (1 << UInt64(index & 63) - 1)).nonzeroBitCount
    for earlier in (word & ~7)..<word { found += words[earlier].nonzeroBitCount }
    return found
  }

  /// The index of a set bit, counted from 0; `count` if there are fewer.
  func index(ofSetBit number: Int) -> Int {
    guard number < total else { return count }
    let block = counts.partitioningIndex { $0 > number } - 1
    var left = number - Int(counts[block])
    var word = block * 8
    while left >= words[word].nonzeroBitCount {
      left -= words[word].nonzeroBitCount
      word += 1
    }
    var bits = words[word]
    for _ in 0..<left { bits &= bits - 1 }
    return word << 6 + bits.trailingZeroBitCount
  }
}
