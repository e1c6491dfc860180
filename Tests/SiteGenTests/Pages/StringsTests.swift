import Testing

@testable import SiteGen

/// The English words with one line put in the place of that of its key, or left out.
private func english(_ key: StringKey? = nil, _ line: String = "") throws -> SourceFile {
  let file = try fileOfProject("Templates/strings.en.yaml")
  guard let key else { return file }
  let lines = file.contents.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.hasPrefix("\(key.rawValue):") ? line : String($0) }
  return SourceFile(path: "Templates/strings.xx.yaml", text: lines.joined(separator: "\n"))
}

@Suite struct StringsTests {
  @Test(arguments: ["# nothing\n", "~\n", "---\n", "\n\n"])
  func refusesAFileWithoutWords(text: String) throws {
    let strings = try readStrings(SourceFile(path: "Templates/strings.xx.yaml", text: text), model: english())
    #expect(strings.value == nil)
    #expect(strings.diagnostics.map(\.message) == ["the file has no words of the interface"])
    #expect(strings.diagnostics.first?.remedy == "copy strings.en.yaml that came with sitegen, and translate it")
    #expect(strings.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func namesMissingTextsInOneFinding() throws {
    let model = try english()
    func messages(_ file: SourceFile) -> [String] { readStrings(file, model: model).diagnostics.map(\.message) }
    #expect(try messages(english(.home)) == ["the text 'home' is missing"])
    let rest = StringKey.allCases.count - 4
    #expect(
      messages(SourceFile(path: "x", text: "home: Home\n"))
        == ["the texts 'direction', 'group_separator', 'decimal_separator' and \(rest) more are missing"])
    let two = try english(.home).contents.split(separator: "\n").filter { !$0.hasPrefix("date:") }
    #expect(
      messages(SourceFile(path: "x", text: two.joined(separator: "\n"))) == ["the texts 'date' and 'home' are missing"])
  }

  @Test(arguments: [
    (
      StringKey.date, "date: \"{day} {mnth} {year}\"", "nothing fills '{mnth}' in the text 'date'", "{mnth}",
      "did you mean 'month'?"
    ),
    (
      .date, "date: '{day} {x} {x}'", "nothing fills '{x}' in the text 'date'", "{x}",
      "use what there is: {day}, {month}, {year}"
    ),
    (
      .home, "home: To {site}", "nothing fills '{site}' in the text 'home'", "{site}",
      "leave it out: this text has no holes"
    ),
    (
      .months, "months: [January, '{}']", "nothing fills '{}' in the text 'months'", "{}",
      "leave it out: this text has no holes"
    ),
    (
      .date, "date: '{day {month} {year}'", "a '{' in the text 'date' is not closed", "{day {month} {year}",
      "close it with '}'"
    ),
    (
      .date, "date: '{day} {month} {year'", "a '{' in the text 'date' is not closed", "{day} {month} {year",
      "close it with '}'"
    ),
  ])
  func refusesAHoleThatNothingFills(
    key: StringKey, line: String, message: String, words: String, remedy: String
  ) throws {
    let file = try english(key, line)
    let findings = try readStrings(file, model: english()).diagnostics
    #expect(findings.map(\.message) == [message])
    #expect(findings.first?.remedy == remedy)
    #expect(findings.first.map { file.text($0.place.span) } == words)
  }

  @Test func letsATextCountInAnyForm() throws {
    let text = "claims_count:\n  one: '{count} report'\n  other: '{count} reports'\n"
    let findings = try readStrings(SourceFile(path: "x", text: text), model: english()).diagnostics
    #expect(findings.map { $0.message.hasSuffix("are missing") } == [true])
  }

  @Test func fillsInLinearTime() throws {
    let braces = String(repeating: "{", count: 200_000)
    let strings = Strings([.date: .text(braces + "{day}" + braces), .sentence: .text("{a{text}}.{text")])
    #expect(strings.fill(.date, ("day", "9")) == braces + "9" + braces)
    #expect(strings.fill(.sentence, ("text", "x")) == "{ax}.{text")
  }
}
