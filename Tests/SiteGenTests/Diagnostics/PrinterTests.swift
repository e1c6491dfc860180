import Foundation
import Testing

@testable import SiteGen

/// A diagnostic at the words between « and » of a text.
private func sample(
  _ marked: String, path: String = "Content/a.md", notes: [Diagnostic.Note] = [], remedy: String? = nil,
  fix: String? = nil
) -> Diagnostic {
  let bytes = Array(marked.utf8)
  let start = Array("«".utf8)
  let from = bytes.firstRange(of: start)?.lowerBound ?? 0
  let to = (bytes.firstRange(of: Array("»".utf8))?.lowerBound ?? 0) - start.count
  let text = marked.replacingOccurrences(of: "«", with: "").replacingOccurrences(of: "»", with: "")
  let place = Place(SourceFile(path: path, text: text), from..<max(from, to))
  return Diagnostic(
    .brokenLink, "it is wrong", at: place, notes: notes, remedy: remedy, fix: fix.map { Fix(place, $0) })
}

@Suite struct TextPrinter {
  @Test func printsMessageExcerptNotesAndRemedy() {
    let seed = SourceFile(path: "seeds/001.txt", text: "one\ntwo 62 in intensive care\n")
    let text = String(repeating: "\n", count: 30) + "    quote: \"«62 in extensive care»\"\n"
    let diagnostic = sample(
      text, notes: [.init("nearest passage", at: Place(seed, 8..<28)), .init("plain")], remedy: "copy the words")
    #expect(
      formatted([diagnostic], as: .text) == """
        Content/a.md:31:13: error: it is wrong [broken-link]
           31 |     quote: "62 in extensive care"
              |             ^~~~~~~~~~~~~~~~~~~~
              = nearest passage, seeds/001.txt:2: "62 in intensive care"
              = plain
              = copy the words

        """)
  }

  @Test(arguments: [
    ("\tx«yy»", "    xyy", 5, 2), ("ab\tx«y»", "ab  xy", 5, 1), ("日本«語»x", "日本語x", 4, 2),
    ("e\u{301}«x»", "e\u{301}x", 1, 1),
    ("🙂 «x»", "🙂 x", 3, 1), ("«»abc", "abc", 0, 1), ("abc«»", "abc", 3, 1), ("a «b\nc» d", "a b", 2, 1),
    ("\u{1B}[31m«x»", "␛[31mx", 5, 1), ("\u{202E}«x»", "\u{FFFD}x", 1, 1), ("a\r\n«b»\r\n", "b", 0, 1),
    ("\u{FEFF}a«b»", "ab", 1, 1),
  ])
  func alignsTheCaret(marked: String, line: String, indent: Int, width: Int) {
    let lines = formatted([sample(marked)], as: .text).split(separator: "\n").map(String.init)
    #expect(lines[1].hasSuffix(" | " + line))
    let carets = "^" + String(repeating: "~", count: width - 1)
    #expect(lines[2] == "      | " + String(repeating: " ", count: indent) + carets)
  }

  @Test(arguments: [
    (0, 1), (500, 5), (990, 10), (300, 400),
  ])
  func cutsLongLinesAroundTheWords(start: Int, count: Int) {
    let text = (0..<1000).map { String($0 % 10) }.joined()
    let file = SourceFile(path: "a", text: text)
    let diagnostic = Diagnostic(.brokenLink, "m", at: Place(file, start..<start + count))
    let lines = formatted([diagnostic], as: .text).split(separator: "\n").map(String.init)
    #expect(lines[1].unicodeScalars.count <= 110)
    let caret = Array(lines[2]).firstIndex(of: "^") ?? 0
    #expect(Array(lines[1])[caret] == Character(String(start % 10)))
    #expect(lines[2].filter { $0 == "^" || $0 == "~" }.count == min(count, 70))
  }

  @Test func readsOnlyThePrintedPartOfALongLine() {
    let file = SourceFile(path: "a", text: String(repeating: "0123456789é", count: 100_000))
    let diagnostics = (0..<300).map { index in
      let start = index * 4000
      return Diagnostic(
        .brokenLink, "m", at: Place(file, start..<start + 5),
        notes: [.init("see", at: Place(file, start..<file.bytes.count))])
    }
    let blocks = formatted(diagnostics, as: .text).split(separator: "\n").filter { $0.hasPrefix("    1 | ") }
    #expect(blocks.count == 300)
    #expect(blocks.dropFirst().dropLast().allSatisfy { $0.unicodeScalars.count == 110 && $0.hasSuffix("…") })
  }

  @Test func printsNoExcerptOfAFileThatWasNotRead() {
    let diagnostic = Diagnostic(.fileUnreadable, "gone", at: Place(path: "Content/a.md"), remedy: "bring it back")
    #expect(
      formatted([diagnostic], as: .text)
        == "Content/a.md:1:1: error: gone [file-unreadable]\n      = bring it back\n")
  }

  @Test func doesNotRepeatWordsOfTheMessage() {
    let first = Place(SourceFile(path: "b", text: "x\nfish \n soup"), 2..<13)
    let diagnostic = Diagnostic(
      .duplicateId, "two are 'fish soup'", at: Place(path: "a"), notes: [.init("the first", at: first)])
    #expect(formatted([diagnostic], as: .text).hasSuffix("= the first, b:2\n"))
  }

  @Test func coloursOnlyWhenAsked() {
    #expect(!formatted([sample("«x»")], as: .text).contains("\u{1B}"))
    #expect(formatted([sample("«x»")], as: .text, colours: true).contains("\u{1B}[1;31merror\u{1B}[0m"))
  }

  @Test func acceptsPlacesOutsideTheFile() {
    let file = SourceFile(path: "a", text: "ab\u{e9}")
    for span in [0..<99, 50..<99, 3..<3, 3..<4, 4..<4] {
      for format in DiagnosticFormat.allCases {
        #expect(!formatted([Diagnostic(.brokenLink, "m", at: Place(file, span))], as: format).isEmpty)
      }
    }
  }
}

@Suite struct Sorting {
  @Test func ordersByFilePlaceAndRuleAndDropsRepetitions() {
    let b = SourceFile(path: "b", text: "one two")
    let a = SourceFile(path: "a", text: "one two")
    let diagnostics = [
      Diagnostic(.unknownKey, "z", at: Place(b, 4..<5)), Diagnostic(.brokenLink, "y", at: Place(b, 4..<5)),
      Diagnostic(.unknownKey, "x", at: Place(b, 0..<1)), Diagnostic(.unknownKey, "w", at: Place(a, 4..<5)),
      Diagnostic(.unknownKey, "z", at: Place(b, 4..<5)),
    ]
    #expect(sortedForPrinting(diagnostics).map(\.message) == ["w", "x", "y", "z"])
  }
}

@Suite struct MachineFormats {
  private let diagnostic = sample(
    "one\nä «two» three", path: "Content/ä, b:c.md",
    notes: [.init("see", at: Place(SourceFile(path: "seeds/a.txt", text: "x\nwords"), 2..<7)), .init("100%")],
    remedy: "write 'more'", fix: "more")

  @Test func jsonContainsEverything() throws {
    let array =
      try JSONSerialization.jsonObject(with: Data(formatted([diagnostic], as: .json).utf8)) as? [[String: Any]]
    let object = try #require(array?.first)
    #expect(object["rule"] as? String == "broken-link")
    #expect(object["severity"] as? String == "error")
    #expect(object["file"] as? String == "Content/ä, b:c.md")
    let numbers = ["line", "column", "endLine", "endColumn"].map { object[$0] as? Int }
    #expect(numbers == [2, 3, 2, 6])
    #expect(object["notes"] as? [String] == ["see", "100%"])
    #expect(object["remedy"] as? String == "write 'more'")
    let fix = try #require(object["fix"] as? [String: Any])
    #expect(Set(fix.keys) == ["file", "line", "column", "endLine", "endColumn", "replacement", "safe"])
    #expect(fix["file"] as? String == "Content/ä, b:c.md")
    #expect(["line", "column", "endLine", "endColumn"].map { fix[$0] as? Int } == [2, 3, 2, 6])
    #expect(fix["replacement"] as? String == "more")
    let related = try #require((object["related"] as? [[String: Any]])?.first)
    #expect(Set(related.keys) == ["message", "file", "line", "column", "endLine", "endColumn", "text"])
    #expect(related["message"] as? String == "see")
    #expect(related["file"] as? String == "seeds/a.txt")
    #expect(["line", "column", "endLine", "endColumn"].map { related[$0] as? Int } == [2, 1, 2, 6])
    #expect(related["text"] as? String == "words")
    #expect(
      Set(object.keys) == [
        "rule", "severity", "message", "file", "line", "column", "endLine", "endColumn", "notes", "remedy", "more",
        "fix",
        "related",
      ])
    #expect(formatted([], as: .json) == "[]\n")
  }

  @Test func jsonWritesMissingValues() throws {
    let array =
      try JSONSerialization.jsonObject(with: Data(formatted([sample("«x»")], as: .json).utf8)) as? [[String: Any]]
    let object = try #require(array?.first)
    #expect(object["remedy"] is NSNull)
    #expect(object["fix"] is NSNull)
    #expect((object["notes"] as? [Any])?.isEmpty == true)
    #expect((object["related"] as? [Any])?.isEmpty == true)
  }

  /// Text before the words, and the column of the words in code points.
  @Test(arguments: [
    ("a\u{1}\u{7F}\u{0}\"\\b", 8), ("\t\t", 3), ("🙂👩‍👩‍👧", 7), ("日本", 3), ("e\u{301}", 3), ("x\r\n", 1), ("\u{2028}", 2),
    ("\u{202E}", 2),
  ])
  func jsonKeepsSpecialCharacters(_ before: String, _ column: Int) throws {
    let odd = sample("\(before)«w»\(before)", notes: [.init(before)], remedy: before, fix: before)
    let array = try JSONSerialization.jsonObject(with: Data(formatted([odd], as: .json).utf8)) as? [[String: Any]]
    let object = try #require(array?.first)
    #expect(object["column"] as? Int == column)
    #expect(object["endColumn"] as? Int == column + 1)
    #expect((object["notes"] as? [String])?.first.map { Array($0.utf8) } == Array(before.utf8))
    #expect((object["remedy"] as? String).map { Array($0.utf8) } == Array(before.utf8))
    #expect(((object["fix"] as? [String: Any])?["replacement"] as? String).map { Array($0.utf8) } == Array(before.utf8))
    let log = try JSONSerialization.jsonObject(with: Data(formatted([odd], as: .sarif).utf8)) as? [String: Any]
    #expect(log?["version"] as? String == "2.1.0")
  }

  /// A file cannot move the cursor of a terminal, or hide text in the log of another program.
  @Test(
    arguments: DiagnosticFormat.allCases,
    ["\u{1B}[2J", "\u{7}", "\u{7F}", "\u{85}", "\u{9B}31m", "\u{2028}", "\u{202E}", "\u{2066}"])
  func printsNoControls(_ format: DiagnosticFormat, _ hidden: String) throws {
    let odd = "x" + hidden
    let file = SourceFile(path: "Content/\(odd).md", text: "\(odd) \(odd)\n")
    let place = Place(file, 0..<odd.utf8.count)
    let diagnostic = Diagnostic(
      .brokenLink, "'\(odd)' is wrong", at: place, notes: [.init(odd), .init(odd, at: place)], remedy: odd,
      fix: Fix(place, odd))
    let text = formatted([diagnostic], as: format)
    let controls = text.unicodeScalars.filter { $0 != "\n" && shownSafely(String($0)) != String($0) }
    #expect(controls.isEmpty, "\(controls.map { String($0.value, radix: 16) })")
    if format == .sarif {
      let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let result = ((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])?.first
      let message = try #require((result?["message"] as? [String: String])?["text"])
      #expect(message == [diagnostic.message, odd, odd].map(shownSafely).joined(separator: "\n"))
    }
  }

  @Test(arguments: DiagnosticFormat.allCases)
  func printsInvalidUTF8AsText(_ format: DiagnosticFormat) throws {
    let file = SourceFile(path: "seeds/b.txt", bytes: [0x61, 0xFF, 0xC3, 0x0A, 0xE2, 0x82])
    let diagnostic = Diagnostic(
      .seedUnreadable, "m", at: Place(file, 1..<3), notes: [.init("n", at: Place(file, 4..<6))],
      fix: Fix(Place(file, 1..<2), "é"))
    let text = formatted([diagnostic], as: format)
    #expect(String(validating: text.utf8, as: UTF8.self) != nil)
    if format == .json || format == .sarif { _ = try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  }

  @Test func sarifNamesRulesAndRegions() throws {
    let log = try JSONSerialization.jsonObject(with: Data(formatted([diagnostic], as: .sarif).utf8)) as? [String: Any]
    #expect(log?["version"] as? String == "2.1.0")
    let run = try #require((log?["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    #expect(rules.count == Rule.all.count)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == "broken-link")
    for rule in rules {
      let id = try #require(rule["id"] as? String)
      let declared = try #require(Rule.all.first { $0.id == id })
      #expect((rule["name"] as? String)?.lowercased() == id.filter { $0 != "-" })
      #expect((rule["shortDescription"] as? [String: String]) == ["text": declared.summary])
      #expect((rule["fullDescription"] as? [String: String]) == ["text": declared.reason])
      let help = rule["help"] as? [String: String]
      #expect(help?["text"]?.contains(declared.example.corrected) == true)
      #expect(
        help?["markdown"]?.contains("```\(declared.example.language)\n\(declared.example.failing)\n```") == true)
      #expect(rule["defaultConfiguration"] as? [String: String] == ["level": declared.severity.rawValue])
      #expect(rule["properties"] as? [String: [String]] == ["tags": [declared.subject.rawValue]])
    }
    #expect(result["ruleId"] as? String == "broken-link")
    #expect(result["level"] as? String == "error")
    #expect(result["message"] as? [String: String] == ["text": "it is wrong\n100%\nwrite 'more'"])
    let related = try #require((result["relatedLocations"] as? [[String: Any]])?.first)
    #expect(related["message"] as? [String: String] == ["text": "see: \"words\""])
    let fix = try #require((result["fixes"] as? [[String: Any]])?.first)
    #expect(fix["description"] as? [String: String] == ["text": "write 'more'"])
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    #expect(change["artifactLocation"] as? [String: String] == ["uri": "Content/%C3%A4%2C%20b%3Ac.md"])
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    #expect(replacement["insertedContent"] as? [String: String] == ["text": "more"])
    #expect(
      replacement["deletedRegion"] as? [String: Int]
        == ["startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 6])
    let location = ((result["locations"] as? [[String: Any]])?.first)?["physicalLocation"] as? [String: Any]
    #expect((location?["artifactLocation"] as? [String: Any])?["uri"] as? String == "Content/%C3%A4%2C%20b%3Ac.md")
    #expect(location?["region"] as? [String: Int] == ["startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 6])
  }

  @Test func githubEscapesSpecialCharacters() {
    #expect(
      formatted([diagnostic], as: .github)
        == "::error file=Content/ä%2C b%3Ac.md,line=2,col=3,endColumn=5,title=broken-link::"
        + "it is wrong%0Asee, seeds/a.txt:2: \"words\"%0A100%25%0Awrite 'more'\n")
  }
}
