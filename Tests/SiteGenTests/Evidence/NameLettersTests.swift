import Testing

@testable import SiteGen

@Suite struct NameLettersTests {
  @Test(
    "finds a name whatever its capitals, spaces and marks, but only as whole words",
    arguments: [
      ("", "a text", []), ("—", "a — text", []), ("Coast Wire", "", []), ("coast", "coasts", []), ("oast", "coast", []),
      ("Coast Wire", "www.coastwire.example", ["coastwire"]), ("Coast Wire", "the COAST-\n WIRE.", ["COAST-\n WIRE"]),
      ("Straße", "In der Stra\u{AD}ße", ["Stra\u{AD}ße"]), ("aba", "aba-ba aba", ["aba", "aba"]),
      ("a b a", "a b a b a", ["a b a", "a b a"]), ("Ёлка", "ёлка и Елка", ["ёлка", "Елка"]), ("新闻", "看新闻网", ["新闻"]),
    ])
  func finds(name: String, text: String, found: [String]) {
    let bytes = Array(text.utf8)
    #expect(NameLetters(name).places(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == found)
  }

  @Test("takes linear time for a long name in a repetitive text")
  func staysLinear() {
    let name = String(repeating: "a ", count: 20_000) + "b"
    #expect(NameLetters(name).places(in: Array(String(repeating: "a ", count: 200_000).utf8)).isEmpty)
    #expect(NameLetters("a").places(in: Array(String(repeating: "a ", count: 200_000).utf8)).count == 100)
  }
}
