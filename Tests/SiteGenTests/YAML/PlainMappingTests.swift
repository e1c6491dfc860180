import Testing

@testable import SiteGen

/// The mappings that are read without libyaml.
@Suite struct PlainMappingTests {
  private static let keys = ["title", "summary", "a-b", "x_y", "null", "Lang", "é", "2", "- a", "? b", "t t", "&x", ""]
  private static let words = [
    "Word", "é", "ß", "אב", "e\u{301}", "\u{300}", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}", "–", "😀", "null", "Null",
    "~",
    "yes", "2031-05-04", "-", "--", "---", "...", "a-b", "a:b", "a:", ":", "#c", "a#b", "'", "it's", "\"q\"", "[x]",
    "a,", "{",
    "&a", "a&b", "*a", "!t", "t!", "|", ">", "%", "@", "`", "?", "(b)", "\t", "",
  ]

  @Test func equalsLibyaml() throws {
    var random = SplitMix(seed: 5)
    var plain = 0
    for round in 0..<60_000 {
      var yaml = ""
      for _ in 0..<1 + random.next(below: 3) {
        yaml += Self.keys[random.next(below: random.next(below: 3) == 0 ? Self.keys.count : 4)]
        yaml += random.next(below: 20) == 0 ? ":" : ": "
        let first = random.next(below: 4) > 0 ? "Word " : ""
        yaml +=
          first
          + (0..<random.next(below: 4)).map { _ in Self.words[random.next(below: Self.words.count)] }
          .joined(separator: random.next(below: 20) == 0 ? "  " : " ")
        yaml += random.next(below: 30) == 0 ? "\r\n" : random.next(below: 40) == 0 ? "\n\n" : "\n"
        if random.next(below: 30) == 0 { yaml += "  more\n" }
      }
      let file = SourceFile(path: "note.md", text: (round % 2 == 0 ? "---\n" : "\u{FEFF}---\n") + yaml + "---\n")
      let start = file.textStart + 4
      let range = start..<start + yaml.utf8.count
      guard let found = plainMapping(in: file, range) else { continue }
      plain += 1
      let expected = parseAnyYAML(file, range)
      #expect(expected.diagnostics.map(\.message) == [], "\(yaml)")
      #expect(String(describing: Optional(found)) == String(describing: expected.value), "\(yaml)")
    }
    #expect(plain > 3000)
  }

  @Test(arguments: [
    "", "title", "title:", "title: ", "title: a", "title: null\n", "title: a\ntitle: b\n", "title: a:\n",
    "title: a #b\n",
    "title: \"a\"\n", "title: a\r\n", "title: a \n", " title: a\n", "title:  a\n", "title: 1\n", "title: a\n\n",
    "title: a\n- b\n", "title: a\u{2028}b\n", "title: [a]\n",
  ])
  func leavesAnythingElseToLibyaml(yaml: String) {
    let file = SourceFile(path: "note.md", text: yaml)
    #expect(plainMapping(in: file, 0..<file.bytes.count) == nil)
  }

  @Test func readsThePlacesOfKeysAndValues() throws {
    let file = SourceFile(path: "note.md", text: "title: The mill\nsummary: It's naïve, isn't it?\n")
    let pairs = try #require(plainMapping(in: file, 0..<file.bytes.count)?.pairs)
    #expect(pairs.map { file.text($0.key.span) } == ["title", "summary"])
    #expect(pairs.map { file.text($0.value.span) } == ["The mill", "It's naïve, isn't it?"])
  }
}
