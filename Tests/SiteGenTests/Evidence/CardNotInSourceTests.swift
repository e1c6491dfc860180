import Testing

@testable import SiteGen

@Suite("card-not-in-source")
struct CardNotInSourceTests {
  /// An invented document, and what a true card says about it.
  struct Document: Sendable {
    var language: String
    var title: String
    var outlet: String
    var author: String
    /// The day of publication, 7 March 2031, as the document writes it.
    var day: String
    /// The same day in other ways.
    var otherDays: [String]
    /// Days of the same form that are not 7 March 2031.
    var wrongDays: [String]
    var otherTitle: String

    var seed: String { seed(day: day) }

    func seed(day: String, title: String? = nil, outlet: String? = nil, author: String? = nil) -> String {
      """
      \(title ?? self.title)

      \(outlet ?? self.outlet) — \(author ?? self.author), \(day)

      12 / 40. 3,800. +44 20 7946 0018.
      """
    }
  }

  static let documents = [
    Document(
      language: "en", title: "Fire in the old harbour: the pier of Port Ellis burns", outlet: "Ellis Evening Post",
      author: "Mara Quay", day: "7 March 2031",
      otherDays: [
        "March 7, 2031", "Mar. 7", "Friday, 7th March 2031", "2031-03-07", "07/03/2031", "3/7/2031", "7.3.31", "7 Mar",
        "MARCH 7, 2031", "the 7th of March", "posted 20310307", "https://ellis.example/2031/03/07/fire",
      ],
      wrongDays: [
        "8 March 2031", "7 April 2031", "7 March 2030", "Friday", "2031-03-08", "March 2031", "7.4.2031", "yesterday",
      ],
      otherTitle: "The pier of Port Ellis is saved"),
    Document(
      language: "de", title: "Brand im alten Hafen: Der Pier von Ellis brennt", outlet: "Ellisser Abendblatt",
      author: "Mara Kai", day: "7. März 2031",
      otherDays: [
        "Freitag, 7. März", "07.03.2031", "7.3.2031", "7. 3. 2031", "2031-03-07", "7.03.31", "7. MÄRZ 2031",
        "am 7. März 2031 um 14 Uhr",
      ],
      wrongDays: ["8. März 2031", "7. Mai 2031", "07.04.2031", "Freitag", "7. März 2030"],
      otherTitle: "Feuer in der Altstadt gelöscht"),
    Document(
      language: "ru", title: "Пожар в старом порту: горит пирс Эллиса", outlet: "Вечерний Эллис",
      author: "Мара Причалова",
      day: "7 марта 2031 года",
      otherDays: ["7 марта", "пятница, 7 марта 2031", "07.03.2031", "7.3.31", "2031-03-07", "7 МАРТА 2031"],
      wrongDays: ["8 марта 2031 года", "7 мая 2031 года", "07.04.2031", "пятница"],
      otherTitle: "Пирс Эллиса удалось спасти"),
    Document(
      language: "es", title: "Incendio en el viejo puerto: arde el muelle de Ellis", outlet: "El Correo de Ellis",
      author: "Mara Muelle", day: "7 de marzo de 2031",
      otherDays: ["viernes 7 de marzo", "07/03/2031", "7-3-2031", "2031-03-07", "7 de marzo del 2031"],
      wrongDays: ["8 de marzo de 2031", "7 de mayo de 2031", "viernes", "07/04/2031"],
      otherTitle: "El muelle de Ellis se salva"),
    Document(
      language: "fr", title: "Incendie au vieux port : la jetée d’Ellis brûle", outlet: "L’Écho d’Ellis",
      author: "Mara Duquai", day: "7 mars 2031",
      otherDays: ["vendredi 7 mars", "07/03/2031", "7/3/31", "2031-03-07", "le 7 mars 2031"],
      wrongDays: ["8 mars 2031", "7 mai 2031", "vendredi", "07/04/2031"], otherTitle: "La jetée d’Ellis est sauvée"),
    Document(
      language: "tr", title: "Eski limanda yangın: Ellis iskelesi yanıyor", outlet: "Ellis Akşam",
      author: "Mara Rıhtım",
      day: "7 Mart 2031", otherDays: ["7 Mart Cuma", "07.03.2031", "7/3/2031", "2031-03-07"],
      wrongDays: ["8 Mart 2031", "7 Mayıs 2031", "Cuma", "07.04.2031"], otherTitle: "Ellis iskelesi kurtarıldı"),
    Document(
      language: "ar", title: "حريق في الميناء القديم: رصيف إليس يحترق", outlet: "صحيفة إليس", author: "مارا الرصيف",
      day: "7 مارس 2031", otherDays: ["٧ مارس ٢٠٣١", "الجمعة 7 مارس", "07/03/2031", "2031-03-07"],
      wrongDays: ["8 مارس 2031", "7 مايو 2031", "الجمعة", "07/04/2031"], otherTitle: "إنقاذ رصيف إليس"),
    Document(
      language: "zh", title: "旧港火灾：埃利斯码头起火", outlet: "埃利斯晚报", author: "马拉",
      day: "2031年3月7日", otherDays: ["3月7日", "2031-03-07", "2031/3/7", "2031.03.07"],
      wrongDays: ["2031年3月8日", "2031年5月7日", "星期五", "2031/4/7"], otherTitle: "埃利斯码头得救"),
    // A language without a table.
    Document(
      language: "pl", title: "Pożar w starym porcie: płonie molo w Ellis", outlet: "Kurier Ellis", author: "Mara Molo",
      day: "7 marca 2031", otherDays: ["07.03.2031", "piątek, 7 marca 2031 r.", "2031-03-07", "7.3.31"],
      wrongDays: ["8 marca 2031", "7 marca 2030", "piątek", "07.04.2031"], otherTitle: "Molo w Ellis uratowane"),
  ]

  @Test func findsFalseCardsAndNoOthers() {
    var trial = RuleTrial(.cardNotInSource)
    for document in Self.documents {
      func wrong(
        _ kind: String, _ seed: String? = nil, title: String? = nil, outlet: String? = nil, author: String? = nil
      ) {
        let found = Self.check(document, seed ?? document.seed, title: title, outlet: outlet, author: author)
        trial.violation(
          kind, "\(document.language): \(seed ?? "") \(title ?? "") \(outlet ?? "") \(author ?? "")", found)
      }
      wrong("another title", title: document.otherTitle)
      wrong("a title with other words added", title: document.title + " " + document.otherTitle)
      wrong("a title of another document", title: Self.documents.first { $0.language != document.language }?.title)
      wrong("an outlet that is not named", outlet: "Morning Star")
      wrong("an author who is not named", author: "Jonas Ebb")
      wrong("one of two authors is not named", author: document.author + ", Jonas Ebb")
      for day in document.wrongDays { wrong("another day, or none", document.seed(day: day)) }

      func right(
        _ kind: String, _ seed: String? = nil, title: String? = nil, outlet: String? = nil, author: String? = nil
      ) {
        trial.clean(
          kind, 1, Self.check(document, seed ?? document.seed, title: title, outlet: outlet, author: author))
      }
      right("a true card")
      for day in document.otherDays { right("the day in another form", document.seed(day: day)) }
      right("a title in capitals", document.seed(day: document.day, title: document.title.uppercased()))
      right("a title in capitals", title: document.title.uppercased())
      right("a title in small letters", title: document.title.lowercased())
      right("an outlet in small letters", outlet: document.outlet.lowercased())
      right(
        "a title over several lines",
        document.seed(day: document.day, title: document.title.replacing(" ", with: "\r\n  ")))
      right(
        "a title with no-break spaces",
        document.seed(day: document.day, title: document.title.replacing(" ", with: "\u{A0}")))
      right(
        "a title with soft hyphens",
        document.seed(day: document.day, title: document.title.map { String($0) }.joined(separator: "\u{AD}")))
      right("a title with other marks", title: document.title.replacing(":", with: " –").replacing("’", with: "'"))
      right(
        "the first part of a title",
        title: document.title.split(whereSeparator: { ":：".contains($0) }).first.map(String.init))
      right(
        "an outlet as a domain",
        document.seed(day: document.day, outlet: "www." + document.outlet.filter(\.isLetter).lowercased() + ".example"))
      right("an outlet as a domain", outlet: document.outlet.filter(\.isLetter).lowercased() + ".example")
      right("an outlet in capitals", document.seed(day: document.day, outlet: document.outlet.uppercased()))
      right("an author in capitals", document.seed(day: document.day, author: document.author.uppercased()))
      right("two authors, named apart", document.seed + "\nJonas Ebb", author: document.author + ", Jonas Ebb")
      right("two authors, named apart", document.seed + "\nJonas Ebb", author: document.author + " & Jonas Ebb")
    }
    trial.cleanSites("what cards say") { site in
      site.dossier.sources.reduce(0) { $0 + 1 + ($1.outlet == nil ? 0 : 1) + ($1.author == nil ? 0 : 1) }
    }
    trial.check()
  }

  @Test("does not look for what the card does not take from the document")
  func sparesTheEditorsWords() {
    let document = Self.documents[0]
    let seed = "Nothing but this.\n"
    func check(_ more: String) -> [Diagnostic] { Self.check(document, seed, more: more, says: "title: X\n") }
    #expect(check("title_by: editor\npublished_basis: inferred\npublished_note: why").isEmpty)
    #expect(check("published_basis: inferred\npublished_note: why").map(\.message) == ["the title 'X' is not in a.txt"])
    #expect(
      check("title_by: editor\npublished_basis: stated").map(\.message)
        == ["the day of 'published', 2031-03-07, is not in a.txt"])
  }

  @Test("finds a damaged title as it probably was")
  func readsDamagedTitles() {
    let document = Self.documents[0]
    let seed = document.seed(day: document.day, title: "Fire in the old habrour: the pier of Port Ellis burns")
    let damaged = "damaged: [{quote: habrour, probably: harbour}]"
    #expect(Self.check(document, seed).map(\.place.span.isEmpty) == [false])
    #expect(Self.check(document, seed, more: Self.stated + damaged).isEmpty)
  }

  @Test("does not compare the days of other calendars", arguments: ["۱۷ اسفند ۱۴۰۹", "1409/12/16", "12 شوال 1452"])
  func sparesOtherCalendars(_ day: String) {
    var document = Self.documents[6]
    document.language = "fa"
    #expect(Self.check(document, document.seed(day: day)).isEmpty)
  }

  @Test func pointsAtTheKeyAndShowsTheNearestPassage() throws {
    let document = Self.documents[0]
    let found = try #require(Self.check(document, document.seed, title: "Fire in the old town: the pier burns").first)
    #expect(found.place.file.text(found.place.span) == "Fire in the old town: the pier burns")
    #expect(found.severity == .warning)
    #expect(found.notes.first?.message == "nearest passage")
    #expect(found.remedy == "copy the title as the document has it; if it has none, write 'title_by: editor'")
  }

  private static let stated = "published_basis: stated\n"

  /// The diagnostics of the rule for a card about a document, true unless other values are given.
  private static func check(
    _ document: Document, _ seed: String, title: String? = nil, outlet: String? = nil, author: String? = nil,
    more: String = stated, says: String? = nil
  ) -> [Diagnostic] {
    let says =
      says
      ?? "title: \"\(title ?? document.title)\"\noutlet: \"\(outlet ?? document.outlet)\"\n"
      + "author: \"\(author ?? document.author)\"\n"
    let card = """
      ---
      seed: a.txt
      sha256: \(sha256(Array(seed.utf8)))
      lang: \(document.language)
      published: 2031-03-07
      recorded: 2031-03-10
      fidelity: original
      \(says)\(more)
      ---

      """
    let checked = factSheet(
      ProjectFiles([
        SourceFile(path: "sitegen.yaml", text: "title: Fire\nlanguage: en\n"),
        SourceFile(path: "seeds/a.txt", text: seed),
        SourceFile(path: "Content/sources/a.md", text: card),
        SourceFile(path: "Content/index.md", text: "---\ntitle: Fire\n---\n"),
      ]))
    // Why the last one: some titles are written with soft hyphens.
    let ignored: [Rule] = [.cardNotInSource, .languageWithoutWords, .invisibleCharacters]
    let others = checked.diagnostics.filter { !ignored.contains($0.rule) }
    #expect(others.flatMap(\.allWords) == [])
    return checked.diagnostics.filter { $0.rule == .cardNotInSource }
  }
}
