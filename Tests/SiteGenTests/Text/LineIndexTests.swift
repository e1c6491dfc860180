import Testing

@testable import SiteGen

@Suite struct LineIndexFinds {
  @Test(arguments: [
    ("", 0, 1, 1), ("abc", 3, 1, 4), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("é日🙂x", 9, 1, 4), ("a\n", 2, 2, 1),
    ("a\n\nb", 3, 3, 1), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("abc", 99, 1, 4), ("abc", -1, 1, 1),
  ])
  func linesAndColumns(text: String, offset: Int, line: Int, column: Int) {
    let position = LineIndex(SourceFile(path: "x", text: text)).position(of: offset)
    #expect(position == (line, column))
  }

  @Test func columnsFarIntoALongLine() {
    let text = "\u{FEFF}x\n" + String(repeating: "aé日🙂", count: 200)
    let index = LineIndex(SourceFile(path: "x", text: text))
    var offset = 5
    for (column, scalar) in text.unicodeScalars.dropFirst(3).enumerated() {
      #expect(index.position(of: offset) == (2, column + 1))
      offset += String(scalar).utf8.count
    }
  }

  @Test func linesWithoutTheirEnds() {
    let index = LineIndex(SourceFile(path: "x", text: "ab\r\nc\n"))
    #expect((0...4).map(index.span(ofLine:)) == [0..<0, 0..<2, 4..<5, 6..<6, 0..<0])
  }
}
