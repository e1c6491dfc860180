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

/// Reads a file of words in a language, with those that come with sitegen beside it.
private func read(_ file: SourceFile, in language: String = "en") -> Checked<Strings?> {
  readStrings(file, in: language, embedded: embeddedTemplates())
}

@Suite struct StringsTests {
  @Test(arguments: ["# nothing\n", "~\n", "---\n", "\n\n"])
  func refusesAFileWithoutWords(text: String) {
    let strings = read(SourceFile(path: "Templates/strings.xx.yaml", text: text))
    #expect(strings.value == nil)
    #expect(strings.diagnostics.map(\.message) == ["the file has no words of the interface"])
    #expect(strings.diagnostics.first?.remedy == "copy strings.en.yaml that came with sitegen, and translate it")
    #expect(strings.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func namesMissingTextsInOneFinding() throws {
    func messages(_ file: SourceFile) -> [String] { read(file).diagnostics.map(\.message) }
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
    let findings = read(file).diagnostics
    #expect(findings.map(\.message) == [message])
    #expect(findings.first?.remedy == remedy)
    #expect(findings.first.map { file.text($0.place.span) } == words)
  }

  @Test func letsATextCountInAnyForm() {
    let text = "claims_count:\n  one: '{count} report'\n  other: '{count} reports'\n"
    let findings = read(SourceFile(path: "x", text: text)).diagnostics
    #expect(findings.map { $0.message.hasSuffix("are missing") } == [true])
  }

  @Test(arguments: [
    (
      "en", "{one: '{count} answer'}", Rule.wrongValue, "the text 'claims_count' counts, and has no form 'other'",
      "write the forms of 'en': one, other"
    ),
    (
      "ru", "{one: '{count} answer', other: '{count} answers'}", .wrongValue,
      "the text 'claims_count' counts, and has no form 'few' and 'many'",
      "write the forms of 'ru': one, few, many, other"
    ),
    (
      "ru-RU", "answers", .wrongValue,
      "the text 'claims_count' counts, and has no form 'one', 'few', 'many' and 1 more",
      "write the forms of 'ru-RU': one, few, many, other"
    ),
    (
      "nl", "{one: a, other: b, few: c}", .unknownKey, "no whole number has the form 'few' in 'nl'",
      "leave it out: the forms are one, other"
    ),
    (
      "cs", "{one: a, few: b, many: c, other: d}", .unknownKey, "no whole number has the form 'many' in 'cs'",
      "leave it out: the forms are one, few, other"
    ),
    (
      "ja", "{one: a, other: b}", .unknownKey, "no whole number has the form 'one' in 'ja'",
      "leave it out: the forms are other"
    ),
  ])
  func asksForTheFormsOfTheLanguage(
    language: String, value: String, rule: Rule, message: String, remedy: String
  ) {
    let file = SourceFile(path: "x", text: "falls_back: en\nclaims_count: \(value)\n")
    let findings = read(file, in: language).diagnostics.filter { $0.rule != .textUntranslated }
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.map(\.remedy) == [remedy])
    #expect(findings.first.map { file.text($0.place.span).isEmpty } == false)
  }

  @Test(arguments: [
    ("ja", "'{count}件'"), ("ja", "{other: '{count}件'}"), ("nl", "{zero: geen, one: a, other: b}"),
    ("lv", "{zero: a, one: b, other: c}"), ("fr", "{one: a, many: b, other: c}"), ("en-GB", "{one: a, other: b}"),
  ])
  func takesTheFormsOfTheLanguage(language: String, value: String) {
    let file = SourceFile(path: "x", text: "falls_back: en\nclaims_count: \(value)\n")
    #expect(read(file, in: language).diagnostics.allSatisfy { $0.rule == .textUntranslated })
  }

  @Test func refusesFormsOfATextThatCountsNothing() {
    let file = SourceFile(path: "x", text: "falls_back: en\nhome: {one: a, other: b}\n")
    #expect(read(file).diagnostics.map(\.message) == ["'home' counts nothing, and has no plural forms"])
  }

  @Test func fallsBackOnlyToALanguageThatIsThere() {
    let file = SourceFile(path: "x", text: "falls_back: xx\nhome: Thuis\n")
    let findings = read(file, in: "nl").diagnostics
    #expect(
      findings.map(\.message) == ["'falls_back' must be a language of which sitegen has the words of the interface"])
    #expect(findings.map(\.remedy) == ["write one of: en, ru"])
  }

  @Test func takesMissingTextsFromAnotherLanguageAndSaysSo() throws {
    let file = SourceFile(path: "x", text: "falls_back: en\nhome: Главная\ngroup_separator: ' '\n")
    let strings = read(file, in: "ru")
    let all = StringKey.allCases.count
    #expect(
      strings.diagnostics.map(\.message) == [
        "\(all - 2) of \(all) texts of the interface are shown in 'en': 'direction', 'decimal_separator', 'date' and "
          + "\(all - 5) more"
      ])
    #expect(strings.diagnostics.map(\.severity) == [.warning])
    let words = try #require(strings.value)
    #expect(words[.home] == "Главная")
    #expect(words[.topics] == "Topics")
    // Why: an English text counts as English does, whatever the site's language.
    #expect(words.count(.claimsCount, 21) == "21 answers")
    #expect(words.count(.claimsCount, 1) == "1 answer")
    // Why: a file in the language that it falls back to changes some words, and leaves nothing untranslated.
    #expect(read(file, in: "en").diagnostics.isEmpty)
    #expect(read(file, in: "en-GB").diagnostics.isEmpty)
  }

  @Test func countsWithNothingWhereItHasAWordForIt() {
    let strings = Strings([
      .voicesCount: .plural(Strings.Plural([.zero: "nobody", .one: "one", .other: "{count}"], language: "en"))
    ])
    #expect([0, 1, 2].map { strings.count(.voicesCount, $0) } == ["nobody", "one", "2"])
  }

  @Test func saysOfTwoDaysOnceWhatTheyShare() throws {
    let words = try #require(read(english()).value)
    func days(_ strings: Strings, _ first: String, _ last: String) throws -> String {
      try strings.days(#require(Day(first))...#require(Day(last)))
    }
    #expect(try days(words, "2022-01-07", "2022-01-07") == "7 January 2022")
    #expect(try days(words, "2022-01-07", "2022-01-09") == "7–9 January 2022")
    #expect(try days(words, "2022-01-30", "2022-02-02") == "30 January – 2 February 2022")
    #expect(try days(words, "2021-12-30", "2022-01-02") == "30 December 2021 to 2 January 2022")
    // Why: a language that falls back on another for the rest writes days in its own order all the same.
    let own = "falls_back: en\ndate: \"{year}.{month}.{day}\"\ndate_range: \"{first}~{last}\"\n"
    let other = try #require(read(SourceFile(path: "Templates/strings.xx.yaml", text: own), in: "xx").value)
    #expect(try days(other, "2022-01-07", "2022-01-09") == "2022.January.7~2022.January.9")
  }

  @Test func endsASentenceWithOnePoint() {
    let strings = Strings([.sentence: .text("{text}."), .coverageFigure: .text("{covered}.. {total}")])
    #expect(strings.fill(.sentence, ("text", "до 7 января 2022 г.")) == "до 7 января 2022 г.")
    #expect(strings.fill(.sentence, ("text", "yes")) == "yes.")
    #expect(strings.fill(.coverageFigure, ("covered", "1"), ("total", "2.")) == "1.. 2.")
  }

  @Test func fillsInLinearTime() throws {
    let braces = String(repeating: "{", count: 200_000)
    let strings = Strings([.date: .text(braces + "{day}" + braces), .sentence: .text("{a{text}}.{text")])
    #expect(strings.fill(.date, ("day", "9")) == braces + "9" + braces)
    #expect(strings.fill(.sentence, ("text", "x")) == "{ax}.{text")
  }
}
