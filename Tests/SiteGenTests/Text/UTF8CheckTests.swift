import Testing

@testable import SiteGen

@Suite struct UTF8Check {
  @Test(
    arguments: [
      ([0x80], 0), ([0x61, 0xC0, 0xAF], 1), ([0xC1, 0x80], 0), ([0xE0, 0x9F, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF0, 0x8F, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xC3], 0),
      ([0x61, 0xE2, 0x82], 1), ([0xE2, 0x28, 0xA1], 0), ([0xF0, 0x9F, 0x98, 0x28], 0),
    ] as [([UInt8], Int)])
  func findsTheFirstBadByte(bytes: [UInt8], offset: Int) {
    #expect(firstInvalidByte(bytes) == offset)
    #expect(firstInvalidByte(Array("ok é ".utf8) + bytes) == 6 + offset)
  }

  @Test(arguments: ["", "plain", "é ü 日本 🙂 \u{10FFFF} \u{D7FF}\u{E000}\u{FEFF}"])
  func passesText(text: String) {
    #expect(firstInvalidByte(Array(text.utf8)) == nil)
  }
}

@Suite struct LineIndexFinds {
  @Test(arguments: [
    ("", 0, 1, 1), ("abc", 3, 1, 4), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("é日🙂x", 9, 1, 4), ("a\n", 2, 2, 1),
    ("a\n\nb", 3, 3, 1), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("abc", 99, 1, 4), ("abc", -1, 1, 1),
  ])
  func linesAndColumns(text: String, offset: Int, line: Int, column: Int) {
    let position = LineIndex(SourceFile(path: "x", text: text)).position(of: offset)
    #expect(position == (line, column))
  }

  @Test func linesWithoutTheirEnds() {
    let index = LineIndex(SourceFile(path: "x", text: "ab\r\nc\n"))
    #expect((0...4).map(index.span(ofLine:)) == [0..<0, 0..<2, 4..<5, 6..<6, 0..<0])
  }
}
