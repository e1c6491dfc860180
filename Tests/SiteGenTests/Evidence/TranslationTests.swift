import Testing

@testable import SiteGen

/// Numeric answers from sources in a language without a table of words.
@Suite("Translations")
struct TranslationTests {
  private static let seed =
    "Het water steeg. Meer dan 3.800 mensen vluchtten. Zesentwintig mensen stierven op 7 januari, 62 raakten gewond.\n"
    + "De burgemeester regeert sinds 2019. Er waren ২৬ boten.\n"

  private static func check(_ claim: String, language: String = "en") -> (card: MarkedFile, [Diagnostic]) {
    let card = MarkedFile(
      HarbourFire.cardPath,
      HarbourFire.card("  - {said_by: service, " + claim + "}", more: "lang: xx", seed: seed)
        .replacing("not_evidence: [{quote: \"Leave a reply: 15 comments\", why: form}]", with: ""))
    let settings = HarbourFire.settings.replacing("language: en", with: "language: \(language)")
    let found = HarbourFire.check(card: card.file, settings: settings, seed: seed).diagnostics
    return (card, found.filter { $0.rule != .languageWithoutWords })
  }

  @Test(
    "are required for an answer that is not plain digits, and must give it",
    arguments: [
      (
        "question: evacuated, answer: «more than 3800», quote: Meer dan 3.800 mensen",
        "add 'translation': the quotation in English or in the language of the site"
      ),
      (
        "question: dead, answer: «26», quote: Zesentwintig mensen stierven",
        "quote the words that say '26', or add their 'translation' into English or the language of the site"
      ),
      (
        "question: evacuated, answer: 3800, quote: Meer dan 3.800 mensen, translation: «'More than 3,800 people'»",
        "correct the answer or the translation"
      ),
      (
        "question: dead, answer: 26, quote: Zesentwintig mensen stierven, translation: «Twenty-five people died»",
        "correct the answer or the translation"
      ),
      (
        "question: dead, answer: 26, quote: 'Zesentwintig mensen stierven op 7 januari', "
          + "translation: «Twenty-six people died»", "translate the whole quotation"
      ),
      (
        "question: dead, answer: 26, quote: 'op 7 januari, 62 raakten', translation: «On January 7 26 people»",
        "translate the whole quotation"
      ),
      (
        "question: phones-back, answer: «2033-01-07», quote: stierven op 7 januari",
        "add 'translation': the quotation in English or in the language of the site"
      ),
      (
        "question: phones-back, answer: 2033-01-08, quote: stierven op 7 januari, translation: «died on 7 January»",
        "correct the answer or the translation"
      ),
    ])
  func areRequired(_ claim: String, _ remedy: String) {
    let (card, found) = Self.check(claim)
    #expect(found.map(\.rule) == [.answerNotInQuote], "\(found.flatMap(\.allWords))")
    #expect(found.first?.remedy == remedy)
    guard let place = found.first?.place.span, let span = card.spans.first else { return }
    #expect(place == span || span.count - place.count == 2, "\(claim)")
  }

  @Test(
    "prove the answer in English or in the language of the site",
    arguments: [
      ("question: sailors, answer: 62, quote: 62 raakten gewond", "en", .sitegen),
      ("question: mayor, answer: 2019, quote: sinds 2019", "en", .sitegen),
      (
        "question: evacuated, answer: more than 3800, quote: Meer dan 3.800 mensen, translation: 'More than 3,800 people'",
        "en", .translation
      ),
      (
        "question: evacuated, answer: mehr als 3.800, quote: Meer dan 3.800 mensen, "
          + "translation: 'More than 3,800 people'", "de", .translation
      ),
      (
        "question: evacuated, answer: mehr als 3.800, quote: Meer dan 3.800 mensen, translation: Mehr als 3.800 Menschen",
        "de", .translation
      ),
      (
        "question: evacuated, answer: more than 3800, quote: Meer dan 3.800 mensen, translation: 'More than 3,800 people'",
        "xx", .translation
      ),
      (
        "question: dead, answer: 26, quote: 'Zesentwintig mensen stierven op 7 januari', "
          + "translation: Twenty-six people died on 7 January", "en", .translation
      ),
      ("question: boats, answer: 26, quote: waren ২৬ boten, translation: there were 26 boats", "en", .translation),
      (
        "question: boats, answer: 26, quote: waren ২৬ boten, translation: there were twenty-six boats", "en",
        .translation
      ),
      (
        "question: phones-back, answer: 2033-01-07, quote: stierven op 7 januari, translation: died on 7 January", "en",
        .translation
      ),
      ("question: dead, answer: 26, reads: 26, why: Dutch, quote: Zesentwintig mensen stierven", "en", .editor),
      ("question: help, answer: none, quote: Het water steeg.", "en", nil),
    ] as [(String, String, AnswerReading?)])
  func prove(_ claim: String, _ language: String, _ reading: AnswerReading?) throws {
    let (card, found) = Self.check(claim, language: language)
    #expect(found.flatMap(\.allWords) == [], "\(claim)")
    let settings = HarbourFire.settings.replacing("language: en", with: "language: \(language)")
    let sheet = HarbourFire.check(card: card.file, settings: settings, seed: Self.seed).value
    #expect(sheet?.evidence.map(\.reading) == [reading])
    #expect(sheet?.check.translations == (reading == .translation ? 1 : 0))
  }

  @Test(arguments: [
    ("3.800 and 3,800, 3’800", ["3800", "3800", "3800"]), ("3 800 or 12\u{202F}500", ["3800", "12500"]),
    ("engines 2, 3 and 4", ["2", "3", "4"]), ("١٢٫٥ km", ["125"]), ("২৬", ["26"]), ("none", []),
    ("12 5 6", ["12", "5", "6"]),
  ])
  func joinsTheDigitsOfANumber(_ text: String, _ groups: [String]) {
    #expect(digitGroups(of: text) == groups)
  }
}
