import Testing

@testable import SiteGen

/// The English texts, with one key's line replaced or left out.
private func english(_ key: StringKey? = nil, _ line: String = "") throws -> SourceFile {
  let file = try fileOfProject("Templates/strings.en.yaml")
  guard let key else { return file }
  let lines = file.contents.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.hasPrefix("\(key.name):") ? line : String($0) }
  return SourceFile(path: "Templates/strings.xx.yaml", text: lines.joined(separator: "\n"))
}

/// Reads a strings file in a language, with the embedded strings files.
private func read(_ file: SourceFile, in language: String = "en") -> Checked<Strings?> {
  readStrings(file, in: language, embedded: embeddedTemplates())
}

@Suite struct StringsTests {
  @Test(arguments: ["# nothing\n", "~\n", "---\n", "\n\n"])
  func rejectsAFileWithoutTexts(text: String) {
    let strings = read(SourceFile(path: "Templates/strings.xx.yaml", text: text))
    #expect(strings.value == nil)
    #expect(strings.diagnostics.map(\.message) == ["the file is empty"])
    #expect(strings.diagnostics.first?.remedy == "copy strings.en.yaml, which comes with sitegen, and translate it")
    #expect(strings.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func namesMissingTextsInOneDiagnostic() throws {
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
      StringKey.date, "date: \"{day} {mnth} {year}\"", "unknown placeholder '{mnth}' in 'date'", "{mnth}",
      "did you mean 'month'?"
    ),
    (
      .date, "date: '{day} {x} {x}'", "unknown placeholder '{x}' in 'date'", "{x}",
      "write one of: {day}, {month}, {year}"
    ),
    (
      .home, "home: To {site}", "unknown placeholder '{site}' in 'home'", "{site}",
      "leave it out; this text has no placeholders"
    ),
    (
      .months, "months: [January, '{}']", "unknown placeholder '{}' in 'months'", "{}",
      "leave it out; this text has no placeholders"
    ),
    (
      .date, "date: '{day {month} {year}'", "unclosed '{' in 'date'", "{day {month} {year}",
      "close it with '}'"
    ),
    (
      .date, "date: '{day} {month} {year'", "unclosed '{' in 'date'", "{day} {month} {year",
      "close it with '}'"
    ),
  ])
  func rejectsAnUnknownPlaceholder(
    key: StringKey, line: String, message: String, words: String, remedy: String
  ) throws {
    let file = try english(key, line)
    let found = read(file).diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.first?.remedy == remedy)
    #expect(found.first.map { file.text($0.place.span) } == words)
  }

  @Test func allowsACountInEveryForm() {
    let text = "claims_count:\n  one: '{count} report'\n  other: '{count} reports'\n"
    let found = read(SourceFile(path: "x", text: text)).diagnostics
    #expect(found.map { $0.message.hasSuffix("are missing") } == [true])
  }

  @Test(arguments: [
    (
      "en", "{one: '{count} answer'}", Rule.wrongValue, "'claims_count' has no plural form 'other'",
      "write the forms of 'en': one, other"
    ),
    (
      "ru", "{one: '{count} answer', other: '{count} answers'}", .wrongValue,
      "'claims_count' has no plural form 'few' and 'many'",
      "write the forms of 'ru': one, few, many, other"
    ),
    (
      "ru-RU", "answers", .wrongValue,
      "'claims_count' has no plural form 'one', 'few', 'many' and 1 more",
      "write the forms of 'ru-RU': one, few, many, other"
    ),
    (
      "nl", "{one: a, other: b, few: c}", .unknownKey, "'nl' has no plural form 'few'",
      "leave it out; the forms are: one, other"
    ),
    (
      "cs", "{one: a, few: b, many: c, other: d}", .unknownKey, "'cs' has no plural form 'many'",
      "leave it out; the forms are: one, few, other"
    ),
    (
      "ja", "{one: a, other: b}", .unknownKey, "'ja' has no plural form 'one'",
      "leave it out; the forms are: other"
    ),
  ])
  func requiresTheFormsOfTheLanguage(
    language: String, value: String, rule: Rule, message: String, remedy: String
  ) {
    let file = SourceFile(path: "x", text: "falls_back: en\nclaims_count: \(value)\n")
    let found = read(file, in: language).diagnostics.filter { $0.rule != .textUntranslated }
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.rule) == [rule])
    #expect(found.map(\.remedy) == [remedy])
    #expect(found.first.map { file.text($0.place.span).isEmpty } == false)
  }

  @Test(arguments: [
    ("ja", "'{count}件'"), ("ja", "{other: '{count}件'}"), ("nl", "{zero: geen, one: a, other: b}"),
    ("lv", "{zero: a, one: b, other: c}"), ("fr", "{one: a, many: b, other: c}"), ("en-GB", "{one: a, other: b}"),
  ])
  func acceptsTheFormsOfTheLanguage(language: String, value: String) {
    let file = SourceFile(path: "x", text: "falls_back: en\nclaims_count: \(value)\n")
    #expect(read(file, in: language).diagnostics.allSatisfy { $0.rule == .textUntranslated })
  }

  @Test func rejectsFormsOfATextWithoutACount() {
    let file = SourceFile(path: "x", text: "falls_back: en\nhome: {one: a, other: b}\n")
    #expect(read(file).diagnostics.map(\.message) == ["'home' has no count, so it has no plural forms"])
  }

  @Test func fallsBackOnlyToAnExistingLanguage() {
    let file = SourceFile(path: "x", text: "falls_back: xx\nhome: Thuis\n")
    let found = read(file, in: "nl").diagnostics
    #expect(
      found.map(\.message) == ["'falls_back' must name a language that comes with sitegen"])
    #expect(found.map(\.remedy) == ["write one of: de, en, ru"])
  }

  @Test func takesMissingTextsFromAnotherLanguageWithAWarning() throws {
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
    // Why: an English text uses English plural forms, regardless of the site's language.
    #expect(words.count(.claimsCount, 21) == "21 answers")
    #expect(words.count(.claimsCount, 1) == "1 answer")
    // Why: a file that falls back to its own language changes some texts, and nothing is untranslated.
    #expect(read(file, in: "en").diagnostics.isEmpty)
    #expect(read(file, in: "en-GB").diagnostics.isEmpty)
  }

  @Test func usesTheZeroFormIfThereIsOne() {
    let strings = Strings([
      .voicesCount: .plural(Strings.Plural([.zero: "nobody", .one: "one", .other: "{count}"], language: "en"))
    ])
    #expect([0, 1, 2].map { strings.count(.voicesCount, $0) } == ["nobody", "one", "2"])
  }

  @Test func writesTheSharedPartOfARangeOnce() throws {
    let words = try #require(read(english()).value)
    func days(_ strings: Strings, _ first: String, _ last: String) throws -> String {
      try strings.days(#require(Day(first))...#require(Day(last)))
    }
    #expect(try days(words, "2022-01-07", "2022-01-07") == "7 January 2022")
    #expect(try days(words, "2022-01-07", "2022-01-09") == "7–9 January 2022")
    #expect(try days(words, "2022-01-30", "2022-02-02") == "30 January – 2 February 2022")
    #expect(try days(words, "2021-12-30", "2022-01-02") == "30 December 2021 to 2 January 2022")
    func known(_ first: String, _ last: String) throws -> String {
      try words.days(#require(Day(first))...#require(Day(last)), knownYear: 2022)
    }
    #expect(try known("2022-01-07", "2022-01-07") == "7 January")
    #expect(try known("2022-01-07", "2022-01-09") == "7–9 January")
    #expect(try known("2022-01-30", "2022-02-02") == "30 January to 2 February")
    #expect(try known("2021-12-30", "2022-01-02") == "30 December 2021 to 2 January")
    #expect(try known("2023-01-07", "2023-01-09") == "7–9 January 2023")
    // Why: a language that falls back to another one still writes days in its own order.
    let own = "falls_back: en\ndate: \"{year}.{month}.{day}\"\ndate_range: \"{first}~{last}\"\n"
    let other = try #require(read(SourceFile(path: "Templates/strings.xx.yaml", text: own), in: "xx").value)
    #expect(try days(other, "2022-01-07", "2022-01-09") == "2022.January.7~2022.January.9")
    #expect(try other.day(#require(Day("2022-01-07")), knownYear: 2022) == "2022.January.7")
  }

  @Test func endsASentenceWithOneFullStop() {
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
