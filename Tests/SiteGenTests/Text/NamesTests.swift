import Testing

@testable import SiteGen

@Suite struct IdentifierTests {
  @Test(arguments: [
    "", "-", "a-", "-a", "a--b", "A", "ä", "a_b", "a b", "a.b", "a\n", String(repeating: "a", count: 65),
  ])
  func refuses(_ text: String) {
    #expect(!isIdentifier(text))
  }

  @Test(arguments: ["a", "7", "2031-05-03-flood", String(repeating: "a", count: 64)])
  func accepts(_ text: String) {
    #expect(isIdentifier(text))
  }
}

@Suite struct NearestNameTests {
  static let names = ["said_by", "question", "quote", "quota", "figure"]

  @Test(arguments: ["", "zzz", "saidness", "quot", String(repeating: "q", count: 1000)])
  func suggestsNothingIfNoNameOrTwoNamesAreNear(_ word: String) {
    #expect(nearestName(to: word, among: Self.names) == nil)
  }

  @Test(arguments: [
    ("said-by", "said_by"), ("saidby", "said_by"), ("Question", "question"), ("qeustion", "question"),
    ("figures", "figure"), ("qoute", "quote"), ("figrue", "figure"), ("xsaid_by", "said_by"), ("qouta", "quota"),
  ])
  func suggestsTheOnlyNearName(_ word: String, _ name: String) {
    #expect(nearestName(to: word, among: Self.names) == name)
  }

  @Test func ignoresARepeatedName() {
    #expect(nearestName(to: "figur", among: ["figure", "figure"]) == "figure")
  }
}

@Suite struct UTF8CheckTests {
  @Test(
    arguments: [
      ([0x80], 0), ([0x61, 0xC0, 0x80], 1), ([0xC1, 0xBF], 0), ([0xE0, 0x9F, 0xBF], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0),
      ([0x61, 0x62, 0xC3], 2), ([0xE2, 0x82], 0), ([0xF0, 0x9F, 0x98], 0), ([0xE2, 0x82, 0x61], 0),
      ([0xC3, 0xA9, 0xC3, 0x28], 2),
    ] as [([UInt8], Int)])
  func findsTheFirstByteThatIsNotUTF8(_ bytes: [UInt8], _ place: Int) {
    #expect(firstInvalidByte(bytes) == place)
  }

  @Test(arguments: ["", "flood", "é", "\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}", "🌊 40 houses"])
  func acceptsText(_ text: String) {
    #expect(firstInvalidByte(Array(text.utf8)) == nil)
  }

  @Test func agreesWithTheStandardLibraryOnEveryShortSequence() {
    for first in UInt8(0x7F)...0xFF {
      for second: UInt8 in [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0] {
        for rest: [UInt8] in [[], [0x80], [0x80, 0x80], [0x80, 0xC0], [0x41]] {
          let bytes = [first, second] + rest
          #expect((firstInvalidByte(bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
        }
      }
    }
  }
}
