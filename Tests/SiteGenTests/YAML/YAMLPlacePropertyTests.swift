import Testing

@testable import SiteGen

@Suite("Properties of places in YAML", .long)
struct YAMLPlacePropertyTests {
  private static let words = [
    "fire", "é", "e\u{301}", "😀", "각", "“quoted”", "26", "3,800", "it’s", "don't", "\"x\"", "a\\b", "#no", "x:y",
    "–",
    "死者", "👩‍👩‍👧", "\u{AD}", "ﬁ",
  ]

  private struct Written {
    var source: String
    var text: String
    /// The expected source at the place: the text if it is verbatim, else the whole scalar.
    var cut: String
  }

  private func written(_ random: inout SplitMix, newLine: String) -> Written {
    let words = (0..<1 + random.next(below: 5)).map { _ in Self.words[random.next(below: Self.words.count)] }
    let text = "w " + words.joined(separator: " ") + " w"
    switch random.next(below: 5) {
    case 0 where !text.contains(" #"):
      return Written(source: text, text: text, cut: text)
    case 1:
      let source = "'" + text.replacing("'", with: "''") + "'"
      return Written(source: source, text: text, cut: text.contains("'") ? source : text)
    case 2:
      let block = "|-" + newLine + "      " + text + newLine + "      second"
      return Written(source: block, text: text + "\n" + "second", cut: block)
    case 3:
      let lines = text.split(separator: " ", maxSplits: 1).joined(separator: newLine + "      ")
      let source = "'" + lines.replacing("'", with: "''") + "'"
      return Written(source: source, text: text, cut: source)
    default:
      let source = "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
      return Written(source: source, text: text, cut: source.utf8.count == text.utf8.count + 2 ? text : source)
    }
  }

  @Test("finds the source of each key and value")
  func findsSources() throws {
    var random = SplitMix(seed: 36)
    for round in 0..<1500 {
      let newLine = round % 2 == 0 ? "\n" : "\r\n"
      let values = (0..<1 + round % 6).map { _ in written(&random, newLine: newLine) }
      let lines = values.enumerated().map { index, value in
        "  - ключ😀\(index): " + value.source + (index % 3 == 0 && !value.source.hasPrefix("|") ? " # é" : "") + newLine
      }
      let yaml = (round % 3 == 0 ? "\u{FEFF}" : "") + "claims:" + newLine + lines.joined()
      let file = SourceFile(path: "card.md", text: yaml)
      let parsed = parseYAML(file, file.textStart..<file.bytes.count)
      #expect(parsed.diagnostics.map(\.message) == [], "\(yaml)")
      let entries = try #require(parsed.value?.pairs?.first?.value.elements, "\(yaml)")
      try #require(entries.count == values.count)
      for (index, (entry, value)) in zip(entries, values).enumerated() {
        let pair = try #require(entry.pairs?.first)
        #expect(file.text(pair.key.span) == "ключ😀\(index)")
        #expect(pair.value.scalar?.text == value.text)
        #expect(file.text(pair.value.span).utf8.elementsEqual(value.cut.utf8), "\(yaml)")
      }
    }
  }
}
