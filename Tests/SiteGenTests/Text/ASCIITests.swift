import Testing

@testable import SiteGen

@Suite struct ASCIITests {
  private let bytes = UInt8.min...UInt8.max

  private func passing(_ test: (UInt8) -> Bool) -> String {
    String(String.UnicodeScalarView(bytes.filter(test).map { Unicode.Scalar($0) }))
  }

  @Test func knowsTheClasses() {
    let digits = "0123456789"
    let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    #expect(passing(\.isDigit) == digits)
    #expect(passing(\.isCapital) == capitals)
    #expect(passing(\.isLetter) == capitals + capitals.lowercased())
    #expect(passing(\.isLetterOrDigit) == digits + capitals + capitals.lowercased())
    #expect(passing(\.isWhitespace) == "\t\n\u{B}\u{C}\r ")
    #expect(passing(\.isSpaceOrTab) == "\t ")
    #expect(passing(\.isUnreserved) == "-." + digits + capitals + "_" + capitals.lowercased() + "~")
    #expect(passing { $0.lowercased != $0 } == capitals)
  }

  @Test func readsAndWritesHexadecimalDigits() {
    #expect(passing { $0.hexadecimalValue != nil } == "0123456789ABCDEFabcdef")
    for byte in bytes {
      for inCapitals in [false, true] {
        let digits = byte.hexadecimalDigits(inCapitals: inCapitals)
        #expect(String(decoding: digits, as: UTF8.self) == String(format(byte, inCapitals)))
        #expect(digits.compactMap(\.hexadecimalValue) == [byte >> 4, byte & 15])
      }
    }
  }

  private func format(_ byte: UInt8, _ inCapitals: Bool) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: inCapitals)
  }
}

@Suite struct BinarySearchTests {
  @Test(arguments: 0..<12) func findsTheStartOfTheSecondPart(_ count: Int) {
    for first in 0...count {
      #expect((0..<count).partitioningIndex { $0 >= first } == first)
      #expect(Array(0..<count)[...].dropFirst(first / 2).partitioningIndex { $0 >= first } == first)
    }
  }
}

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("%", "%", false), ("%4", "%4", false), ("a%zz", "a%zz", false), ("%%41", "%A", false),
    ("%C3%B6%2f%2F", "ö//", true),
    ("a+b", "a+b", true), ("", "", true),
  ])
  func decodes(_ text: String, _ expected: String, _ isWellFormed: Bool) {
    let decoded = percentDecoded(Array(text.utf8)[...])
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == expected)
    #expect(decoded.isWellFormed == isWellFormed)
  }

  @Test func encodesPaths() {
    #expect(percentEncoded(path: "a b/ö%?#'&.txt") == "a%20b/%C3%B6%25%3F%23%27%26.txt")
  }

  @Test func decodesWhatItEncodes() {
    let bytes = Array(UInt8.min...UInt8.max)
    var encoded: [UInt8] = []
    appendPercentEncoded(bytes, to: &encoded)
    #expect(encoded.allSatisfy { $0.isUnreserved || $0 == UInt8(ascii: "%") })
    #expect(percentDecoded(encoded[...]) == (bytes, true))
  }
}
