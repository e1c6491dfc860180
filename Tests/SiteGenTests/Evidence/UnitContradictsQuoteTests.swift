import Testing

@testable import SiteGen

@Suite("unit-contradicts-quote")
struct UnitContradictsQuoteTests {
  struct Case: Sendable {
    var sentence: String
    var answer: String
    var unit: String
    /// The noun that the diagnostic names; nil if there is none.
    var counts: String?
    var language = "en"
    var figure: String?
  }

  static let contradicting = [
    Case(sentence: "The storm broke 40 houses.", answer: "40", unit: "children", counts: "houses"),
    Case(sentence: "The storm took 40 houses where children lived.", answer: "40", unit: "people", counts: "houses"),
    Case(sentence: "At least 18 police were hurt.", answer: "at least 18", unit: "houses", counts: "police"),
    Case(sentence: "About 400 old wooden boats burned.", answer: "about 400", unit: "people", counts: "boats"),
    Case(sentence: "Dozens of dogs were lost.", answer: "dozens", unit: "people", counts: "dogs"),
    Case(sentence: "It lasted 40 days.", answer: "40", unit: "houses", counts: "days"),
    Case(sentence: "It cost $40 million.", answer: "40 million", unit: "people", counts: "money"),
    Case(sentence: "Some 30 people were hurt.", answer: "some 30", unit: "burned houses", counts: "people"),
    Case(
      sentence: "It took 14 children and 40 houses.", answer: "40", unit: "children", counts: "houses",
      figure: "40 houses"),
    Case(
      sentence: "Der Sturm zerstörte 40 Häuser.", answer: "40", unit: "children", counts: "Häuser", language: "de"),
    Case(sentence: "Ardieron 40 puentes.", answer: "40", unit: "children", counts: "puentes", language: "es"),
    Case(sentence: "Il a brûlé 40 navires.", answer: "40", unit: "people", counts: "navires", language: "fr"),
    Case(sentence: "Bruciarono 40 ettari.", answer: "40", unit: "houses", counts: "ettari", language: "it"),
    Case(sentence: "Arderam 40 barcos.", answer: "40", unit: "people", counts: "barcos", language: "pt"),
    Case(sentence: "Сгорело 40 лодок.", answer: "40", unit: "people", counts: "лодок", language: "ru"),
    Case(sentence: "Згоріло 40 човнів.", answer: "40", unit: "people", counts: "човнів", language: "uk"),
    Case(sentence: "Дауыл 40 көпір бұзды.", answer: "40", unit: "people", counts: "көпір", language: "kk"),
    Case(sentence: "Fırtınada 40 köprü yıkıldı.", answer: "40", unit: "children", counts: "köprü", language: "tr"),
    Case(sentence: "احترق 40 قاربا.", answer: "40", unit: "people", counts: "قاربا", language: "ar"),
    Case(sentence: "در طوفان 40 قایق سوخت.", answer: "40", unit: "people", counts: "قایق", language: "fa"),
    Case(sentence: "风暴摧毁了40辆汽车。", answer: "40", unit: "people", counts: "辆", language: "zh"),
  ]

  static let silent = [
    // The same kind, a kind within the other, or the unit itself.
    Case(sentence: "There were 40 houses.", answer: "40", unit: "houses"),
    Case(sentence: "There were 40 houses.", answer: "40", unit: "flats"),
    Case(sentence: "At least 18 police were hurt.", answer: "at least 18", unit: "people"),
    Case(sentence: "At least 18 police were hurt.", answer: "at least 18", unit: "children"),
    Case(sentence: "There came 40 children.", answer: "40", unit: "people"),
    Case(sentence: "There came 40 people.", answer: "40", unit: "children"),
    Case(sentence: "There came 40 ferries.", answer: "40", unit: "vehicles"),
    // A noun of several kinds.
    Case(sentence: "There came 40 tanks.", answer: "40", unit: "weapons"),
    Case(sentence: "There came 40 tanks.", answer: "40", unit: "vehicles"),
    // An unknown noun, an unknown unit, or none.
    Case(sentence: "An alliance of six Soviet states.", answer: "six", unit: "people"),
    Case(sentence: "There were 40 widgets.", answer: "40", unit: "children"),
    Case(sentence: "There were 40 houses.", answer: "40", unit: "incidents"),
    Case(sentence: "And 60 others are damaged.", answer: "60", unit: "houses"),
    Case(sentence: "Another 62 were hurt.", answer: "62", unit: "houses"),
    // A noun that only describes the next one.
    Case(sentence: "They burned 12 police stations.", answer: "12", unit: "stations"),
    Case(sentence: "They burned 12 police vehicles.", answer: "12", unit: "cars"),
    Case(sentence: "They hurt 40 women protesters.", answer: "40", unit: "people"),
    Case(sentence: "One house guest was hurt.", answer: "1", unit: "people"),
    // Not a count of the noun.
    Case(sentence: "The share was 40 percent of houses.", answer: "40 percent", unit: "percent of people"),
    Case(sentence: "She was 26 years old.", answer: "26", unit: "years old"),
    // A source in a language without a table.
    Case(sentence: "Er waren 40 houses.", answer: "40", unit: "children", language: "nl"),
    Case(sentence: "Es kamen 40 Kinder.", answer: "40", unit: "people", language: "de"),
    Case(sentence: "Llegaron 40 niños.", answer: "40", unit: "people", language: "es"),
    Case(sentence: "Il en reste 40 autres.", answer: "40", unit: "houses", language: "fr"),
    Case(sentence: "Приехало 40 вертолетов.", answer: "40", unit: "vehicles", language: "ru"),
    Case(sentence: "Kazada 40 diğer kişi öldü.", answer: "40", unit: "people", language: "tr"),
    Case(sentence: "从现场救出40人。", answer: "40", unit: "children", language: "zh"),
  ]

  @Test("reports a number that counts another kind of thing", arguments: contradicting)
  func reports(_ bad: Case) throws {
    let checked = Self.check(bad)
    #expect(checked.diagnostics.map(\.rule) == [.unitContradictsQuote], "\(checked.diagnostics.flatMap(\.allWords))")
    let found = try #require(checked.diagnostics.first)
    #expect(found.severity == .warning)
    #expect(found.message.contains("counts \(bad.counts ?? ""), but the unit of 'asked' is '\(bad.unit)'"))
    #expect(found.place.file.text(found.place.span).contains(bad.answer))
    #expect(checked.value?.evidence.count == 1, "a warning keeps the evidence")
  }

  @Test("is silent where a noun or unit is unknown or may be the same thing", arguments: silent)
  func isSilent(_ good: Case) {
    let checked = Self.check(good)
    #expect(checked.diagnostics.filter { $0.rule != .languageWithoutWords }.flatMap(\.allWords) == [], "\(good)")
    #expect(checked.value?.evidence.count == 1)
  }

  @Test(arguments: [("en", ["children", "houses", "police"]), ("de", ["Kinder", "Häuser", "Polizisten"])])
  func knowsTheKindsOfNouns(_ language: String, _ nouns: [String]) {
    let grammar = QuantityGrammar(language: language)
    for (noun, kind) in zip(nouns, ["children", "buildings", "people"]) {
      #expect(grammar.kinds(ofNoun: noun).contains(kind), "\(noun)")
    }
    #expect(grammar.kinds(ofNoun: "").isEmpty && QuantityGrammar(language: "nl").kinds(ofNoun: "house").isEmpty)
  }

  private static func check(_ test: Case) -> Checked<FactSheet?> {
    let seed =
      test.sentence + "\n\nNobody in the harbour had been warned, and nobody knew.\n\nLeave a reply: 15 comments\n"
    let figure = test.figure.map { ", figure: \"\($0)\"" } ?? ""
    let claim =
      "  - {question: asked, answer: \"\(test.answer)\", said_by: service, quote: '\(test.sentence)'\(figure)}"
    let card = HarbourFire.card(claim, more: "lang: \(test.language)", seed: seed)
    let topic = SourceFile(
      path: "Content/asked.md",
      text: "---\ntitle: Asked\nquestions:\n"
        + "  asked: {asks: How many?, label: Asked, unit: \(test.unit), counts: event}\n---\n")
    return HarbourFire.check(card: SourceFile(path: HarbourFire.cardPath, text: card), notes: [topic], seed: seed)
  }
}
