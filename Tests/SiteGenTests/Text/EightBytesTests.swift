import Testing

@testable import SiteGen

@Suite struct EightBytesTests {
  @Test func testsEachOfThem() {
    var random = SplitMix(seed: 8)
    for _ in 0..<20_000 {
      let bytes = (0..<11).map { _ in
        UInt8(random.next(below: 5) == 0 ? random.next(below: 256) : 0x60 + random.next(below: 32))
      }
      let offset = random.next(below: 4)
      let eight = bytes[offset..<offset + 8]
      let found = bytes.withUnsafeBufferPointer { EightBytes($0, at: offset) }
      #expect(found.areASCII == eight.allSatisfy { $0 < 0x80 }, "\(eight)")
      for limit: UInt8 in [1, 0x0E, 0x60, 0x7F, 0x80] {
        #expect(found.contain(below: limit) == eight.contains { $0 < limit }, "\(eight) below \(limit)")
      }
      for byte: UInt8 in [0, 1, 0x26, 0x5C, 0x60, 0x7F, 0x80, 0x81, 0xFF] {
        #expect(found.contain(byte) == eight.contains(byte), "\(eight) contain \(byte)")
      }
    }
  }
}
