/// Eight bytes of a text, to skip what is common in one step.
struct EightBytes: Equatable {
  private let bits: UInt64

  /// The bytes from an offset on. All eight must be in the buffer.
  @inline(__always) init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    bits = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  var areASCII: Bool { bits & Self.highs == 0 }

  /// Whether one of them is less than `limit`, which must be from 1 to 128.
  @inline(__always) func contain(below limit: UInt8) -> Bool {
    (bits &- Self.ones &* UInt64(limit)) & ~bits & Self.highs != 0
  }

  @inline(__always) func contain(_ byte: UInt8) -> Bool {
    let zeroes = bits ^ (Self.ones &* UInt64(byte))
    return (zeroes &- Self.ones) & ~zeroes & Self.highs != 0
  }
}
