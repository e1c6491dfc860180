import Testing

@testable import SiteGen

@Suite("Rules of claims")
struct ClaimRuleTests {
  /// Claims with «…» at the place of the expected diagnostic, its rule, and words of its message or remedy.
  static let bad: [(rule: Rule, claim: String, says: String)] = [
    (
      .quoteNotFound, "{question: sailors, answer: 62, said_by: service, quote: \"«62 are in extensive care»\"}",
      "62 are in intensive care"
    ),
    (.quoteNotFound, "{question: sailors, answer: 63, said_by: service, quote: \"«63 are in intensive care»\"}", "62"),
    (
      .quoteNotFound, "{question: help, answer: none, said_by: report, quote: «'\"Nobody warned us,\" said'»}",
      "only quotation marks or dashes differ"
    ),
    (
      .quoteNotFound, "{question: help, answer: none, said_by: report, quote: \"«the sirens - a non-violent march»\"}",
      "write 'the sirens – a non-violent march'"
    ),
    (
      .quoteNotFound, "{question: help, answer: none, said_by: report, quote: \"«They didn't hear»\"}",
      "write 'They didn’t hear'"
    ),
    (
      .quoteNotFound, "{question: help, answer: none, said_by: report, quote: \"«they didn’t hear the»\"}",
      "only the capitalisation differs"
    ),
    (
      .quoteNotFound, "{question: sailors, answer: 18, said_by: service, quote: \"«Another 18 are missing»\"}",
      "'sailors' is missing"
    ),
    (
      .quoteNotFound, "{question: help, answer: none, said_by: report, quote: \"«violent march had just»\"}",
      "starts inside the word 'non-violent'"
    ),
    (.quoteNotFound, "{question: help, answer: none, said_by: report, quote: \"«a non-violent mar»\"}", "'march'"),
    (.quoteNotFound, "{question: help, answer: none, said_by: report, quote: \"«They did»\"}", "didn’t"),
    (
      .quoteNotFound, "{question: help, answer: none, said_by: report, quote: \"«quite other things»\"}",
      "copy the words exactly as they are in seeds/fire.txt"
    ),
    (
      .quoteNotFound, "{question: sailors, answer: 18, said_by: service, quote: \"«18 sailors»\", prefix: only}",
      "prefix and suffix"
    ),
    (
      .quoteNotFound, "{question: help, answer: none, said_by: report, quote: «“the sirens”»}",
      "write \"the sirens\""
    ),
    (
      .quoteNotFound, "{question: help, answer: none, said_by: report, quote: \"«“the sirens”»\"}",
      "remove the quotation marks"
    ),
    (
      .quoteNotFound, "{question: help, answer: none, said_by: report, quote: «“Nobody told us”»}",
      "nearest passage: \"“Nobody warned us\""
    ),
    (.quoteAmbiguous, "{question: sailors, answer: 18, said_by: service, quote: \"«18 sailors»\"}", "2 times"),
    (
      .quoteCutsQuantity,
      "{question: evacuated, answer: \"3,800\", said_by: service, quote: \"«3,800 people were led»\"}",
      "More than 3,800"
    ),
    (
      .quoteCutsQuantity,
      "{question: evacuated, answer: more than 3, said_by: service, quote: \"«harbour of Port Ellis "
        + "More than»\"}", "More than 3,800"
    ),
    (
      .quoteNotEvidence, "{question: help, answer: many, said_by: report, quote: \"«15 comments»\"}", "proves nothing"
    ),
    (
      .quoteTooLong,
      "{question: help, answer: none, said_by: report, quote: \"«More than 3,800 people were led out of the "
        + "old town on Friday, the fire service said. At least 26 dockers and 18 sailors were killed, and 62 are in "
        + "intensive care. “Nobody warned us,” said a docker. They didn’t hear»\"}", "200 are allowed"
    ),
    (
      .answerNotInQuote,
      "{question: evacuated, answer: «\"3,800\"», said_by: service, quote: \"More than 3,800 people\"}",
      "write 'more than 3,800'"
    ),
    (
      .answerNotInQuote,
      "{question: evacuated, answer: «\"more than 3,000\"», said_by: service, quote: \"More than 3,800 people\"}",
      "'More than 3,800'"
    ),
    (
      .answerNotInQuote, "{question: boats, answer: «400», said_by: service, quote: \"About 400 people\"}",
      "write 'about 400'"
    ),
    (.answerNotInQuote, "{question: boats, answer: «24», said_by: service, quote: \"dozens of boats\"}", "dozens"),
    (
      .answerNotInQuote,
      "{question: dead, answer: «44», said_by: service, quote: \"At least 26 dockers and 18 sailors were killed\"}",
      "26"
    ),
    (
      .answerNotInQuote,
      "{question: dead, answer: 18, said_by: service, quote: \"At least 26 dockers\", figure: «18 sailors»}", "not part"
    ),
    (
      .answerAmbiguous,
      "{question: sailors, answer: «18», said_by: service, quote: \"At least 26 dockers and 18 sailors were killed\"}",
      "figure: \"18 sailors\""
    ),
    (
      .unknownAnswer, "{question: boats, answer: «lots and lots», said_by: service, quote: \"dozens of boats\"}",
      "dozens"
    ),
    (
      .unknownAnswer, "{question: boats, answer: «dozens of boats», said_by: service, quote: \"dozens of boats\"}",
      "'dozens of boats' is not an answer to 'boats', which asks for a number with its qualifier and without a noun"
    ),
    (
      .unknownAnswer,
      "{question: sailors, answer: «eighteen sailors», said_by: service, quote: \"Another 18 sailors\"}",
      "write '18'"
    ),
    (.unknownAnswer, "{question: phones, answer: «dwon», said_by: service, quote: \"Phones were down\"}", "'down'"),
    (.unknownAnswer, "{question: mayor, answer: «long ago», said_by: report, quote: \"since 2019\"}", "year"),
    (.answerNotInQuote, "{question: mayor, answer: «2018», said_by: report, quote: \"since 2019\"}", "2019"),
    (
      .unknownAnswer, "{question: phones-back, answer: «January», said_by: report, quote: \"again on January 9\"}",
      "day"
    ),
    (
      .answerNotInQuote,
      "{question: phones-back, answer: «2033-01-08», said_by: report, happened: 2033-01-09, "
        + "quote: \"worked again on January 9\"}", "January 9"
    ),
    (
      .answerNotInQuote,
      "{question: phones-back, answer: «2032-01-09», said_by: report, happened: 2033-01-09, "
        + "quote: \"worked again on January 9\"}", "nearest to the report"
    ),
    (
      .answerNotInQuote, "{question: help, answer: «13 engines», said_by: report, quote: \"nearby sent 12 engines\"}",
      "13"
    ),
    (
      .answerNotInQuote,
      "{question: help, answer: engines, note: «all 13 of them», said_by: report, quote: \"nearby sent 12 engines\"}",
      "13"
    ),
    (
      .answerNotInQuote,
      "{question: dead, answer: «unknown», modality: absence, said_by: report, "
        + "quote: \"About 400 people slept\"}", "About 400"
    ),
    (
      .dateContradictsQuote,
      "{question: phones, answer: down, as_of: 2033-01-06, said_by: report, "
        + "quote: \"«Phones were down on Friday»\"}", "Friday"
    ),
  ]

  @Test("reports errors in claims, at their places", arguments: bad.indices)
  func refuses(index: Int) {
    let (rule, claim, says) = ClaimRuleTests.bad[index]
    let marked = MarkedFile(HarbourFire.cardPath, HarbourFire.card("  - " + claim))
    let checked = HarbourFire.check(card: marked.file)
    let (expected, found) = marked.compared([rule], checked.diagnostics)
    // Why: the place of a quoted scalar may or may not include its quotation marks, so only the words are compared.
    #expect(found.map(unquoted) == expected.map(unquoted), "\(claim)")
    let words = checked.diagnostics.flatMap(\.allWords)
    #expect(words.contains { $0.contains(says) }, "\(words)")
    #expect(rule.severity == .warning || checked.value?.evidence.isEmpty == true)
  }

  @Test("reports all errors in a card in one run")
  func findsAllAtOnce() {
    let claims = ClaimRuleTests.bad.enumerated().map { index, bad in
      "  - " + bad.claim.filter { !"«»".contains($0) }.replacing("{question:", with: "{id: c\(index), question:")
    }
    let card = HarbourFire.card(claims.joined(separator: "\n"))
    let checked = HarbourFire.check(card: SourceFile(path: HarbourFire.cardPath, text: card))
    let expected = ClaimRuleTests.bad.map(\.rule.id).sorted()
    #expect(checked.diagnostics.map(\.rule.id).sorted() == expected)
  }

  private func unquoted(_ diagnostic: String) -> String {
    String(diagnostic.prefix(while: { $0 != "'" }))
      + diagnostic.drop(while: { $0 != "'" }).filter { !"'\"".contains($0) }
      .prefix { $0 != "@" }.split(separator: " at ").dropLast().joined()
  }

  @Test(
    "proves what the words say",
    arguments: [
      "{question: evacuated, answer: more than 3800, said_by: service, quote: \"More than 3,800 people were led out\"}",
      "{question: dockers, answer: at least 26, said_by: service, quote: \"At least 26 dockers\"}",
      "{question: sailors, answer: 18, said_by: service, figure: 18 sailors, "
        + "quote: \"At least 26 dockers and 18 sailors were killed\"}",
      "{question: sailors, answer: at least 18, said_by: service, figure: 18 sailors, "
        + "quote: \"At least 26 dockers and 18 sailors were killed\"}",
      "{question: sailors, answer: 18, said_by: service, quote: \"18 sailors\", prefix: Another}",
      "{question: boats, answer: dozens, said_by: service, quote: \"dozens of boats burned\"}",
      "{question: evacuated, answer: around 400, said_by: service, quote: \"About 400 people slept\"}",
      "{question: boats, answer: unknown, modality: absence, said_by: report, quote: \"did not say how many\"}",
      "{question: boats, answer: could be more, modality: doubt, said_by: report, quote: \"Nobody warned us\"}",
      "{question: mayor, answer: 2019, said_by: report, quote: \"has led the town since 2019\"}",
      "{question: phones-back, answer: 2033-01-09, said_by: report, quote: \"worked again on January 9\"}",
      "{question: phones-back, answer: 2032-01-09, happened: 2032-01-09, said_by: report, "
        + "quote: \"worked again on January 9\"}",
      "{question: phones, answer: down, said_by: service, quote: \"Phones were down on Friday\"}",
      "{question: phones, answer: up, as_of: 2033-01-06, happened: 2033-01-05/2033-01-07, said_by: report, "
        + "quote: \"Phones were down on Friday\"}",
      "{question: help, answer: 12 engines, said_by: report, quote: \"towns nearby sent 12 engines\"}",
      "{question: help, answer: march, said_by: report, quote: \"a non-violent march had just ended\"}",
      "{question: help, answer: none, said_by: mayor, quote: \"“Nobody warned us,” said a docker.\"}",
    ])
  func accepts(claim: String) {
    let checked = HarbourFire.check(
      card: SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card("  - " + claim)))
    #expect(checked.diagnostics.map(\.message) == [])
    #expect(checked.value?.evidence.count == 1)
  }

  @Test("explains the readings of numbers that look alike")
  func saysHowNumbersAreRead() {
    let seed = "Der Fluss stieg. 3.800 Menschen flohen, so die Feuerwehr.\n"
    let claim = "  - {question: evacuated, answer: \"3.800\", said_by: service, quote: \"3.800 Menschen\"}"
    let body = "[3.800 Menschen](source:fire-first \"3.800 Menschen\")"
    let card = HarbourFire.card(claim, more: "lang: de", body: body, seed: seed)
      .replacing("not_evidence: [{quote: \"Leave a reply: 15 comments\", why: form}]", with: "")
    let found = HarbourFire.check(card: SourceFile(path: HarbourFire.cardPath, text: card), seed: seed).diagnostics
      .filter { $0.rule == .answerNotInQuote }
    let message = "'3.800' is read here as 3.8, but '3.800' in the quotation is read as 3,800"
    #expect(found.map(\.message) == [message, message])
    let remedies = ["the site's language", "the language of this page"].map { "write '3,800', as \($0) does" }
    #expect(found.map(\.remedy) == remedies)
  }

  @Test("does not check a withdrawn claim, and keeps its quotation only where it is found")
  func keepsWithdrawn() {
    let claims = """
        - {id: a, question: sailors, answer: 99, said_by: service, quote: "no such words", withdrawn: {on: 2033-01-11, why: wrong}}
        - {id: b, question: sailors, answer: 99, said_by: service, quote: "dozens of boats", withdrawn: {on: 2033-01-11, why: wrong}}
      """
    let checked = HarbourFire.check(card: SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card(claims)))
    #expect(checked.diagnostics.map(\.message) == [])
    #expect(checked.value?.withdrawn.map { $0.quotation?.exact } == [nil, "dozens of boats"])
    #expect(checked.value?.evidence.count == 0)
  }

  @Test("publishes code points of the raw file, byte order mark and carriage returns included")
  func countsOffsets() throws {
    let claim = "  - {question: help, answer: march, said_by: report, quote: \"a non-violent march had just ended\"}"
    let checked = HarbourFire.check(card: SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card(claim)))
    let quotation = try #require(checked.value?.evidence.first?.quotation)
    let scalars = Array(HarbourFire.seedText.unicodeScalars)
    let slice = scalars[quotation.start..<quotation.end]
    #expect(Array(quotation.exact.unicodeScalars) == Array(slice))
    #expect(quotation.exact == "a non-violent march had\r\njust ended")
  }
}
