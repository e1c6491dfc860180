import Testing

@testable import SiteGen

/// The texts of the interface in each language that comes with sitegen.
@Suite struct InterfaceLanguageTests {
  static let languages = embeddedTemplates().keys.filter { $0.hasPrefix("strings.") && $0.hasSuffix(".yaml") }
    .map { String($0.dropFirst("strings.".count).dropLast(".yaml".count)) }.sorted()
  static let translations = languages.filter { $0 != "en" }

  @Test func comesInTheLanguagesThatTheDocumentationNames() throws {
    #expect(InterfaceLanguageTests.languages == ["de", "en", "ru"])
    let documented = "English, German and Russian"
    for page in ["docs/inputs.md", "docs/templates.md", "CHANGELOG.md"] {
      let text = try fileOfProject(page).contents.replacing("\n", with: " ").replacing("  ", with: " ")
      let isNamed = text.contains(documented)
      #expect(isNamed, "\(page) does not say '\(documented)'")
    }
  }

  @Test(arguments: translations) func hasTheKeysOfEnglishInTheSameOrder(language: String) throws {
    let keys = try ["en", language].map { language in
      let file = try fileOfProject("Templates/strings.\(language).yaml")
      return parseYAML(file, 0..<file.bytes.count).value?.pairs?.map(\.key.value) ?? []
    }
    #expect(keys[0] == keys[1])
    _ = try strings(in: language)
  }

  @Test(arguments: translations) func usesEveryPlaceholderOfEnglish(language: String) throws {
    let (english, translated) = try (strings(in: "en"), strings(in: language))
    for key in StringKey.allCases {
      let names = Set(Strings.placeholders(in: english[key]).map(\.name))
      guard let forms = translated.plural(key)?.forms else {
        #expect(Set(Strings.placeholders(in: translated[key]).map(\.name)) == names, "\(key.name)")
        continue
      }
      for (category, form) in forms where category != .zero {
        // Why: "one" may be a word, but not in Russian, where 21 has the form of 1.
        let isOne = category == .one && PluralRules(language: language).category(of: 21) != .one
        let found = Set(Strings.placeholders(in: form).map(\.name))
        #expect(found == names || isOne && found.union(["count"]) == names, "\(key.name): \(form)")
      }
    }
  }

  /// A diagnostic that proposes an answer writes it in the site's language, and that answer is accepted.
  @Test(arguments: languages) func writesAnswersThatItReads(language: String) throws {
    let strings = try strings(in: language)
    let grammar = QuantityGrammar(language: language)
    for quantity in [
      Quantity(26), Quantity(3800), Quantity(2.5), Quantity(3800, approximate: true),
      Quantity(lower: 3800, upper: nil, lowerOpen: true),
      Quantity(lower: 3800, upper: nil, lowerOpen: true, approximate: true), Quantity(lower: 26, upper: nil),
      Quantity(lower: 26, upper: nil, approximate: true), Quantity(lower: nil, upper: 26, upperOpen: true),
      Quantity(lower: nil, upper: 26, upperOpen: true, approximate: true), Quantity(lower: nil, upper: 26),
      Quantity(lower: nil, upper: 26, approximate: true), Quantity(lower: 16, upper: 18), Quantity(1.0 / 3),
      Quantity(2.0 / 3),
    ] {
      #expect(grammar.parseAnswer(strings.quantity(quantity)) == quantity, "\(strings.quantity(quantity))")
    }
  }

  @Test func writesGerman() throws {
    let strings = try strings(in: "de")
    #expect(
      [0, 1, 2, 1000].map { strings.count(.updatesChanges, $0) } == [
        "Dieser Bericht hat keine Kurzantwort geändert.", "Dieser Bericht hat 1 Kurzantwort hinzugefügt oder geändert.",
        "Dieser Bericht hat 2 Kurzantworten hinzugefügt oder geändert.",
        "Dieser Bericht hat 1.000 Kurzantworten hinzugefügt oder geändert.",
      ])
    let (first, last) = try (#require(Day("2022-01-07")), #require(Day("2022-01-09")))
    let (month, year) = try (#require(Day("2022-02-01")), #require(Day("2023-03-01")))
    #expect(strings.day(first) == "7. Januar 2022")
    #expect(strings.days(first...last) == "7. bis 9. Januar 2022")
    #expect(strings.days(first...month) == "7. Januar bis 1. Februar 2022")
    #expect(strings.days(first...year) == "7. Januar 2022 bis 1. März 2023")
    #expect(strings.joined(["A"]) == "A")
    #expect(strings.joined(["A", "B", "C"]) == "A, B und C")
    #expect(strings.fill(.percentage, ("share", "45")) == "45\u{A0}%")
    #expect(
      strings.fill(.horizon, ("day", strings.day(last)))
        == "Der jüngste Bericht stammt vom 9. Januar 2022. Spätere Ereignisse und Zahlen sind nicht erfasst.")
    for (quantity, words) in [
      (Quantity(3800, approximate: true), "etwa 3.800"), (Quantity(2.5), "2,5"),
      (Quantity(lower: nil, upper: 26, upperOpen: true, approximate: true), "fast 26"),
      (Quantity(lower: 16, upper: 18), "zwischen 16 und 18"),
    ] {
      #expect(strings.quantity(quantity) == words)
    }
  }

  @Test func writesRussian() throws {
    let strings = try strings(in: "ru")
    #expect(
      [1, 2, 5, 11, 21, 22, 25, 1000].map { strings.count(.claimsCount, $0) }
        == [
          "1 ответ", "2 ответа", "5 ответов", "11 ответов", "21 ответ", "22 ответа", "25 ответов", "1\u{A0}000 ответов",
        ])
    #expect(strings.count(.updatesChanges, 0) == "Краткие ответы не изменились.")
    let day = try #require(Day(year: 2022, month: 1, day: 7))
    #expect(strings.day(day) == "7 января 2022\u{A0}г.")
    #expect(
      strings.fill(.horizon, ("day", strings.day(day)))
        == "Последний документ датирован 7 января 2022\u{A0}г. Более поздние события и данные не учтены.")
    for (quantity, words) in [
      (Quantity(3800, approximate: true), "около 3\u{A0}800"), (Quantity(2.5), "2,5"),
      (Quantity(lower: 3800, upper: nil, lowerOpen: true), "более 3\u{A0}800"),
      (Quantity(lower: 26, upper: nil), "не менее 26"), (Quantity(lower: nil, upper: 26, upperOpen: true), "менее 26"),
      (Quantity(lower: 26, upper: nil, approximate: true), "не менее примерно 26"),
      (Quantity(lower: nil, upper: 26, upperOpen: true, approximate: true), "почти 26"),
      (Quantity(lower: nil, upper: 26), "до 26"), (Quantity(lower: 16, upper: 18), "от 16 до 18"),
      (Quantity(1.0 / 3), "треть"),
    ] {
      #expect(strings.quantity(quantity) == words)
    }
  }

  /// Each site with each translated interface. The authors' texts stay in their own language, in which answers are read.
  @Test(arguments: [SiteInTests.second, .shipped]) func showsNoEnglishWord(_ site: SiteInTests) throws {
    let inputs = site.read().value
    let dossier = try #require(readDossier(ProjectFiles(inputs)).value)
    let sheet = verify(dossier).value
    for language in InterfaceLanguageTests.translations {
      var settings = dossier.settings
      settings.language = language
      let theme = readTheme([], for: settings)
      #expect(theme.diagnostics.isEmpty)
      let usable = try #require(theme.value)
      let files = renderSite(Site(sheet, usable), usable).allFiles()
      let pages = files.filter { $0.path.hasSuffix(".html") }
      #expect(pages.count > 20)

      let own = words(
        inputs.filter { !$0.path.hasPrefix("Templates/") }.map(\.contents).joined(separator: " ")
          + files.map(\.path).joined(separator: " "))
      let translated = try words(fileOfProject("Templates/strings.\(language).yaml").contents)
      let english = try fileOfProject("Templates/strings.en.yaml").contents.split(separator: "\n")
        .filter { !$0.hasPrefix("#") }
        .map { $0[($0.firstRange(of: ":")?.upperBound ?? $0.startIndex)...].replacing(/\{[a-z_]+\}/, with: " ") }
      let foreign = words(english.joined(separator: " ")).subtracting(own).subtracting(translated)
      #expect(foreign.count > 20)
      for page in pages {
        var bytes: [UInt8] = []
        page.make(&bytes)
        let said = ScannedPage(String(decoding: bytes, as: UTF8.self)).everythingSaid
        let found = words(said).intersection(foreign).sorted()
        #expect(found.isEmpty, "\(page.path) has English words of the interface in '\(language)'")
        let isPlain = !said.contains("г..")
        #expect(isPlain, "\(page.path) ends a sentence with two points")
      }
    }
  }

  private func strings(in language: String) throws -> Strings {
    let file = try fileOfProject("Templates/strings.\(language).yaml")
    let read = readStrings(file, in: language, embedded: embeddedTemplates())
    #expect(read.diagnostics.map(\.message).isEmpty)
    return try #require(read.value)
  }

  /// The words of at least three letters.
  private func words(_ text: String) -> Set<String> {
    Set(text.split { !$0.isLetter }.filter { $0.count >= 3 }.map(String.init))
  }
}
