import Testing

@testable import SiteGen

/// The Russian texts of the interface.
@Suite struct RussianInterfaceTests {
  private func russian() throws -> Strings {
    let file = try fileOfProject("Templates/strings.ru.yaml")
    let read = readStrings(file, in: "ru", embedded: embeddedTemplates())
    #expect(read.diagnostics.map(\.message).isEmpty)
    return try #require(read.value)
  }

  @Test func hasTheKeysOfEnglishInTheSameOrder() throws {
    let keys = try ["en", "ru"].map { language in
      let file = try fileOfProject("Templates/strings.\(language).yaml")
      return parseYAML(file, 0..<file.bytes.count).value?.pairs?.map(\.key.value) ?? []
    }
    #expect(keys[0] == keys[1])
    _ = try russian()
  }

  @Test func usesEveryPlaceholderOfEnglish() throws {
    let (english, russian) = try (
      readStrings(fileOfProject("Templates/strings.en.yaml"), in: "en", embedded: embeddedTemplates()).value, russian()
    )
    for key in StringKey.allCases {
      let names = try Set(Strings.placeholders(in: #require(english)[key]).map(\.name))
      let forms = russian.plural(key)?.forms.values.map { $0 } ?? [russian[key]]
      for form in forms where !(russian.plural(key)?.forms[.zero] == form) {
        #expect(Set(Strings.placeholders(in: form).map(\.name)) == names, "\(key.name): \(form)")
      }
    }
  }

  @Test func writesCountsDaysAndNumbers() throws {
    let strings = try russian()
    #expect(
      [1, 2, 5, 11, 21, 22, 25, 1000].map { strings.count(.claimsCount, $0) }
        == [
          "1 ответ", "2 ответа", "5 ответов", "11 ответов", "21 ответ", "22 ответа", "25 ответов", "1\u{A0}000 ответов",
        ])
    #expect(strings.count(.updatesChanges, 0) == "С этим источником ни один краткий ответ не изменился.")
    let day = try #require(Day(year: 2022, month: 1, day: 7))
    #expect(strings.day(day) == "7 января 2022\u{A0}г.")
    #expect(
      strings.fill(.horizon, ("day", strings.day(day))).hasPrefix("Последний источник датирован 7 января 2022\u{A0}г.;")
    )
    for (quantity, words) in [
      (Quantity(3800, approximate: true), "около 3\u{A0}800"), (Quantity(2.5), "2,5"),
      (Quantity(lower: 3800, upper: nil, lowerOpen: true), "более 3\u{A0}800"),
      (Quantity(lower: 26, upper: nil), "не менее 26"), (Quantity(lower: nil, upper: 26, upperOpen: true), "менее 26"),
      (Quantity(lower: nil, upper: 26, upperOpen: true, approximate: true), "почти 26"),
      (Quantity(lower: nil, upper: 26), "до 26"), (Quantity(lower: 16, upper: 18), "от 16 до 18"),
      (Quantity(1.0 / 3), "треть"),
    ] {
      #expect(strings.quantity(quantity) == words)
    }
  }

  /// Each site with a Russian interface. The authors' texts stay in their own language, in which answers are read.
  @Test(arguments: [SiteInTests.second, .shipped]) func showsNoEnglishWord(_ site: SiteInTests) throws {
    let inputs = site.read().value
    let dossier = try #require(readDossier(ProjectFiles(inputs)).value)
    var settings = dossier.settings
    settings.language = "ru"
    let theme = readTheme([], for: settings)
    #expect(theme.diagnostics.isEmpty)
    let usable = try #require(theme.value)
    let files = renderSite(Site(verify(dossier).value, usable), usable).allFiles()
    let pages = files.filter { $0.path.hasSuffix(".html") }
    #expect(pages.count > 20)

    let own = words(
      inputs.filter { !$0.path.hasPrefix("Templates/") }.map(\.contents).joined(separator: " ")
        + files.map(\.path).joined(separator: " "))
    let russian = try words(fileOfProject("Templates/strings.ru.yaml").contents)
    let english = try fileOfProject("Templates/strings.en.yaml").contents.split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0[($0.firstRange(of: ":")?.upperBound ?? $0.startIndex)...].replacing(/\{[a-z_]+\}/, with: " ") }
    let foreign = words(english.joined(separator: " ")).subtracting(own).subtracting(russian)
    #expect(foreign.count > 20)
    for page in pages {
      var bytes: [UInt8] = []
      page.make(&bytes)
      let said = ScannedPage(String(decoding: bytes, as: UTF8.self)).everythingSaid
      let found = words(said).intersection(foreign).sorted()
      #expect(found.isEmpty, "\(page.path) has English words of the interface")
      let isPlain = !said.contains("г..")
      #expect(isPlain, "\(page.path) ends a sentence with two points")
    }
  }

  /// The words of at least three letters.
  private func words(_ text: String) -> Set<String> {
    Set(text.split { !$0.isLetter }.filter { $0.count >= 3 }.map(String.init))
  }
}
