import Testing

@testable import SiteGen

@Suite struct CheckTextTests {
  @Test(
    arguments: [
      ([], 0..<0, "the file is empty"), ([0xEF, 0xBB, 0xBF], 0..<0, "the file is empty"),
      ([0x61, 0xFF, 0x62], 1..<2, "the byte 0xFF is not UTF-8"),
      ([0x61, 0x62, 0xC3], 2..<3, "the byte 0xC3 is not UTF-8"),
      ([0x61, 0, 0xFF], 1..<2, "the file contains a NUL, so it is not text"),
    ] as [([UInt8], Range<Int>, String)])
  func reportsWhyAFileIsNotText(_ bytes: [UInt8], _ span: Range<Int>, _ message: String) {
    let found = checkText(SourceFile(path: "seeds/b.txt", bytes: bytes), .seedUnreadable)
    #expect(found.map(\.message) == [message])
    #expect(found.first?.rule == .seedUnreadable)
    #expect(found.first?.place.span == span)
  }

  @Test func acceptsText() {
    #expect(checkText(SourceFile(path: "a.md", text: "\u{FEFF}é\r\n")).isEmpty)
  }
}
