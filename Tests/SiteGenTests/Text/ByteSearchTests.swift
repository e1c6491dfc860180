import Testing

@testable import SiteGen

@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("a<head>b", 1..<7), ("<head>", 0..<6), ("<<head>", 1..<7), ("<hea<head><head>", 4..<10), ("<head", nil), ("", nil),
  ])
  func findsTheFirstOccurrence(of text: String, expected: Range<Int>?) {
    #expect(Array(text.utf8).firstPlace(of: "<head>") == expected)
  }

  @Test func returnsOffsetsInTheWholeArray() {
    let bytes = Array("ab ab ab".utf8)
    #expect(bytes[1...].firstPlace(of: "ab") == 3..<5)
    #expect(bytes[4..<7].firstPlace(of: "ab") == nil)
    #expect(bytes[8...].firstPlace(of: "ab") == nil)
  }
}
