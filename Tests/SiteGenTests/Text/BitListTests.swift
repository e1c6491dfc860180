import Testing

@testable import SiteGen

@Suite struct BitListTests {
  @Test("has nothing to count or find when it is empty")
  func isEmpty() {
    let bits = BitList()
    #expect(bits.count == 0)
    #expect(bits.count(before: 0) == 0)
    #expect(bits.count(before: 10) == 0)
    #expect(bits.index(ofSetBit: 0) == 0)
  }

  @Test("counts and finds the bits of a plain list", arguments: [1, 2, 63, 64, 65, 511, 512, 513, 5000])
  func agreesWithPlainList(size: Int) {
    var random = SplitMix(seed: UInt64(size))
    var bits = BitList()
    var plain: [Bool] = []
    while plain.count < size {
      let (bit, count) = (random.next(below: 2) == 1, random.next(below: 1 + random.next(below: 150)))
      bits.append(bit, count: count)
      plain += [Bool](repeating: bit, count: count)
      if random.next(below: 4) == 0 {
        bits.append(startOf: 3)
        plain += [true, false, false]
      }
    }
    #expect(bits.count == plain.count)
    var set: [Int] = []
    for (index, bit) in plain.enumerated() {
      #expect(bits[index] == bit)
      #expect(bits.count(before: index) == set.count)
      if bit { set.append(index) }
    }
    #expect(bits.count(before: plain.count + 1) == set.count)
    #expect(set.indices.map(bits.index(ofSetBit:)) == set)
    #expect(bits.index(ofSetBit: set.count) == plain.count)
  }
}
