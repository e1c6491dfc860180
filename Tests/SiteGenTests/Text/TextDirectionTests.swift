import Testing

@testable import SiteGen

@Suite struct TextDirectionTests {
  @Test(arguments: [
    "", "12", "…", "2018-03-13", "رئيس البلدية", "في 13 مارس 2018", "\u{2068}Harbour\u{2069}، \u{2066}Coast\u{2069}",
  ])
  func leavesWordsOfItsOwnDirection(words: String) {
    #expect(TextDirection.rightToLeft.isolating(words) == words)
  }

  @Test(arguments: ["Harbour", "ميناء Harbour", "É", "水", "\u{2068}a\u{2069} b", "\u{2069}b"])
  func enclosesWordsOfTheOtherDirection(words: String) {
    #expect(TextDirection.rightToLeft.isolating(words) == "\u{2068}" + words + "\u{2069}")
  }

  @Test(arguments: [("ميناء", true), ("שלום", true), ("Harbour", false), ("Ελλάδα 水 č", false), ("«12»", false)])
  func enclosesRightToLeftNamesInOtherTexts(words: String, isEnclosed: Bool) {
    #expect((TextDirection.leftToRight.isolating(words) != words) == isEnclosed)
  }

  @Test func removesMarks() {
    #expect("\u{2068}a\u{2069} – \u{2067}ب\u{2069}".withoutIsolates == "a – ب")
    #expect("a – b".withoutIsolates == "a – b")
  }

  @Test func enclosesEachItemOfAListNotTheList() throws {
    let strings = try #require(siteOfExamples(try SiteInTests.mirrored.build().inputs)).strings
    let joined = strings.joined(["Coast Wire", "رئيس البلدية", "Harbour"])
    #expect(joined.unicodeScalars.count { $0 == "\u{2068}" } == 2)
    #expect(joined.hasPrefix("\u{2068}Coast Wire\u{2069}"))
  }
}
