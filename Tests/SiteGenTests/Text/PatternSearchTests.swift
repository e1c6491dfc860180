import Testing

@testable import SiteGen

@Suite struct PatternSearchTests {
  private struct Occurrence: Hashable {
    var pattern: Int
    var offset: Int
  }

  private static func occurrences(of patterns: [[UInt8]], in text: [UInt8], effort: Int = 1000) -> Set<Occurrence>? {
    var found: Set<Occurrence> = []
    let isDone = PatternSearch(patterns).forEachOccurrence(in: text, effort: effort) { pattern, place in
      #expect(text[place].elementsEqual(patterns[pattern]))
      #expect(found.insert(Occurrence(pattern: pattern, offset: place.lowerBound)).inserted, "visited twice")
    }
    return isDone ? found : nil
  }

  @Test(
    "finds each occurrence of each pattern",
    arguments: [
      (["a"], "", 0), ([], "text", 0), (["longer than the text"], "text", 0), (["text"], "text", 1),
      // Patterns that begin with other patterns.
      (["a", "ab", "abc", "abcdefghi", "abcdefghij"], "abcdefghijk", 5), (["a", "aa", "aaa"], "aaaa", 4 + 3 + 2),
      // The same eight bytes at the start.
      (["the number of boats", "the number of cars", "the number"], "the number of cars", 2),
      (["zzzzzzzz", "zzzzzzzza"], "zzzzzzzzb", 1), (["12345678"], "1234567", 0),
      // A byte 0 is no end of a text.
      (["a\0", "a", "a\0b"], "a\0b a", 4),
    ])
  func finds(patterns: [String], text: String, count: Int) {
    #expect(Self.occurrences(of: patterns.map { Array($0.utf8) }, in: Array(text.utf8))?.count == count)
  }

  @Test("finds what a search for one pattern after the other finds")
  func agreesWithOneSearchForEach() {
    var random = SplitMix(seed: 12)
    for round in 0..<2000 {
      let letters = 1 + round % 4
      func text(_ length: Int) -> [UInt8] { (0..<length).map { _ in UInt8(97 + random.next(below: letters)) } }
      let searched = text(random.next(below: 200))
      var patterns = Set((0..<random.next(below: 30)).map { _ in text(1 + random.next(below: 12)) })
      if searched.count > 40 { patterns.insert(Array(searched[10..<40])) }
      let all = Array(patterns)
      var expected: Set<Occurrence> = []
      for (pattern, bytes) in all.enumerated() {
        for offset in searched.indices where searched[offset...].starts(with: bytes) {
          expected.insert(Occurrence(pattern: pattern, offset: offset))
        }
      }
      #expect(Self.occurrences(of: all, in: searched) == expected)
    }
  }

  @Test("gives up on a text of near matches instead of taking quadratic time")
  func givesUp() {
    let text = [UInt8](repeating: 97, count: 200_000)
    let patterns = (1...40).map { [UInt8](repeating: 97, count: 1000 + $0) + [98] }
    #expect(Self.occurrences(of: patterns, in: text, effort: 8) == nil)
  }
}
