/// A folded word in UTF-8, of at most 32 bytes; further letters are left out.
///
/// Why not an array: an index has millions of words, and each array would be allocated, counted and hashed byte by byte.
struct SearchWord: Hashable, Comparable, Sendable {
  /// The bytes in groups of eight, the first in the highest bits; zeros fill the rest.
  private var groups = SIMD4<UInt64>()

  /// The bytes.
  var utf8: [UInt8] {
    var bytes: [UInt8] = []
    for index in groups.indices {
      for shift in stride(from: UInt64(56), through: 0, by: -8) {
        let byte = UInt8(truncatingIfNeeded: groups[index] >> shift)
        if byte == 0 { return bytes }
        bytes.append(byte)
      }
    }
    return bytes
  }

  var string: String { String(decoding: utf8, as: UTF8.self) }

  /// A number that is the same for equal words, and mostly differs for others.
  var mixed: UInt64 {
    let odd =
      groups &* SIMD4(0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5)
    let sum = odd.wrappedSum()
    return sum ^ (sum >> 32)
  }

  /// In the order of their bytes.
  static func < (first: SearchWord, second: SearchWord) -> Bool {
    for index in first.groups.indices where first.groups[index] != second.groups[index] {
      return first.groups[index] < second.groups[index]
    }
    return false
  }

  /// A word to which letters are added.
  struct Builder {
    private var word = SearchWord()
    /// The bytes after the last complete group.
    private var group: UInt64 = 0
    private var count = 0
    private var isFull = false

    var isEmpty: Bool { count == 0 }

    /// Adds an ASCII letter or digit.
    @inline(__always) mutating func append(_ byte: UInt8) {
      guard !isFull else { return }
      guard count < 32 else {
        isFull = true
        return
      }
      group = group << 8 | UInt64(byte)
      count += 1
      if count & 7 == 0 {
        word.groups[count >> 3 - 1] = group
        group = 0
      }
    }

    /// Adds a letter of several bytes, or leaves it out if it has no place.
    mutating func append(letter bytes: [UInt8]) {
      guard count + bytes.count <= 32 else {
        isFull = true
        return
      }
      for byte in bytes { append(byte) }
    }

    /// The word; the builder is empty afterwards.
    @inline(__always) mutating func finish() -> SearchWord {
      if count & 7 != 0 { word.groups[count >> 3] = group << UInt64(64 - (count & 7) * 8) }
      defer { self = Builder() }
      return word
    }
  }
}
