import Testing

@testable import SiteGen

@Suite("Line ends") struct LineEndTests {
  /// Only the bytes of seeds are evidence, so only a change of these may be seen. Style sheets and pictures are copied.
  @Test("make no difference in notes, cards, settings and templates", arguments: ["\r", "\r\n"])
  func makeNoDifference(_ lineEnd: String) throws {
    let files =
      try #require(ExampleSite.site([])) + [
        SourceFile(path: "Templates/assets/style.css", text: "a { color: red }\n"),
        SourceFile(
          path: "Content/long.md", text: "---\ntitle: Long\n---\n# One\n\nTwo\nlines.\n\n- a\n- b\n\n```\ncode\n```\n"),
      ]
    let changed = files.map { file in
      file.path.hasPrefix("seeds/") || file.path.hasSuffix(".css") || file.path.hasSuffix(".svg")
        ? file : SourceFile(path: file.path, text: file.contents.replacing("\n", with: lineEnd))
    }
    let (first, second) = (BuiltFiles(files), BuiltFiles(changed))
    #expect(second.printedDiagnostics == first.printedDiagnostics)
    #expect(!first.paths.isEmpty && first.paths == second.paths)
    for path in first.paths where first.bytes[path] != second.bytes[path] {
      Issue.record("\(path) differs with line ends \(Array(lineEnd.utf8))")
    }
  }

  @Test("are found in seeds", arguments: ["\n", "\r", "\r\n"])
  func areFoundInSeeds(_ lineEnd: String) throws {
    let seed = "One house fell.\n\nTwo boats\nburned. 14".replacing("\n", with: lineEnd)
    let file = SourceFile(path: "seeds/a.txt", text: seed)
    let lines = LineIndex(file)
    let start = try #require(file.bytes.firstRange(of: Array("burned".utf8))).lowerBound
    #expect(lines.position(of: start).line == 4 && lines.position(of: start).column == 1)
    #expect((1...4).map { file.text(lines.span(ofLine: $0)) } == ["One house fell.", "", "Two boats", "burned. 14"])
    #expect(QuantityGrammar(language: "en").quantities(in: file.bytes).map(\.quantity.exactValue) == [1, 2, 14])
  }

  @Test(
    "after the front matter are found", arguments: ["---\rtitle: A\r---\rText.", "\u{FEFF}---\r\ntitle: A\r---\nText."])
  func closeTheFrontMatter(_ text: String) throws {
    let note = readNote(SourceFile(path: "Content/a.md", text: text))
    #expect(note.diagnostics.isEmpty && note.value?.body.plainText() == "Text." && note.value?.title.value == "A")
  }
}
