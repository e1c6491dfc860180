import Testing

@testable import SiteGen

@Suite struct Base64Tests {
  /// The examples of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func encodes(text: String, encoded: String) {
    #expect(String(decoding: base64(Array(text.utf8)), as: UTF8.self) == encoded)
  }

  @Test func encodesEveryByte() {
    let encoded = base64([0xFB, 0xFF, 0xFE, 0x00, 0x10, 0x83])
    #expect(String(decoding: encoded, as: UTF8.self) == "+//+ABCD")
  }
}
