import Testing

@testable import SiteGen

/// `replaces` and the times of `as_of`, in one card and on the pages that show them.
@Suite struct ReplacementTests {
  struct Case: CustomTestStringConvertible, Sendable {
    /// The keys of the claims, each the second and later keys of one entry: `id` is `c1`, `c2` and so on.
    var claims: [String]
    var rule = Rule.replacementImpossible
    var says: String
    var remedy: String

    var testDescription: String { claims.joined(separator: " | ") }
  }

  private static let sailors = "question: sailors, answer: 18, said_by: service, quote: \"18 sailors\", prefix: Another"
  private static let leaveOut =
    "leave 'replaces' out, or name an earlier claim by the same speaker about the same question"

  static let bad = [
    Case(
      claims: [sailors, sailors + ", replaces: «c11»"], rule: .unknownClaim, says: "no card has a claim 'c11'",
      remedy: "did you mean 'c1'?"),
    Case(
      claims: [sailors, sailors + ", replaces: «first-report-of-the-dead»"], rule: .unknownClaim, says: "no card",
      remedy: "write the id of a claim: its own 'id', or the names of its card and its question with '-' between them"),
    Case(
      claims: [sailors + ", replaces: «c1»"], says: "a claim cannot replace itself", remedy: leaveOut),
    Case(
      claims: [
        "question: dead, answer: 18, said_by: service, quote: \"18 sailors\", prefix: Another",
        sailors + ", replaces: «c1»",
      ], says: "'c1' answers another question, 'dead', not 'sailors'", remedy: leaveOut),
    Case(
      claims: [sailors.replacing("service", with: "mayor"), sailors + ", replaces: «c1»"],
      says: "'c1' is by another speaker, 'mayor', not 'service'", remedy: leaveOut),
    Case(
      claims: [sailors + ", as_of: 2033-01-07", sailors + ", as_of: 2033-01-06, replaces: «c1»"],
      says: "'c1' is later than this claim", remedy: "correct 'as_of' if it is wrong, or let 'c1' replace 'c2'"),
    Case(
      claims: [sailors + ", as_of: 2033-01-06 14:30", sailors + ", as_of: 2033-01-06 09:00, replaces: «c1»"],
      says: "it holds for 2033-01-06 14:30, and this claim for 2033-01-06 09:00",
      remedy: "correct 'as_of' if it is wrong, or let 'c1' replace 'c2'"),
    Case(
      claims: [sailors + ", withdrawn: {on: 2033-01-08, why: misread}", sailors + ", replaces: «c1»"],
      says: "'c1' has been withdrawn, so there is nothing to replace", remedy: "leave 'replaces' out"),
    Case(
      claims: [
        sailors + ", as_of: 2033-01-05", sailors + ", as_of: 2033-01-06, replaces: c1", sailors + ", replaces: «c1»",
      ], says: "'c1' is already replaced by 'c2'",
      remedy: "if this claim corrects 'c2', write 'replaces: c2'; otherwise leave it out"),
    Case(
      claims: [sailors + ", replaces: «c2»", sailors + ", replaces: «c1»"], says: "'c1' and 'c2' replace each other",
      remedy: "remove one 'replaces' from the cycle"),
    Case(
      claims: [sailors + ", as_of: «2033-01-06 24:30»"], rule: .wrongValue,
      says: "or a day with a local time, written YYYY-MM-DD HH:MM, not '2033-01-06 24:30'",
      remedy: "write a local time from 00:00 to 23:59, as in 2033-01-06 14:30"),
    Case(
      claims: [sailors + ", as_of: «2033-01-06T14:30»"], rule: .wrongValue, says: "not '2033-01-06T14:30'",
      remedy: "write 2033-01-06 14:30"),
    Case(
      claims: [sailors + ", as_of: «2033-01-08 14:30»"], rule: .dateImpossible,
      says: "the answer holds for 2033-01-08, after its source was published",
      remedy: "correct the day that is wrong, or leave 'as_of' out"),
  ]

  @Test(arguments: bad) func refuses(_ bad: Case) {
    let marked = MarkedFile(HarbourFire.cardPath, HarbourFire.card(entries(bad.claims)))
    let found = HarbourFire.check(card: marked.file).diagnostics
    let (expected, actual) = marked.compared(marked.spans.map { _ in bad.rule }, found)
    #expect(actual == expected)
    let words = found.flatMap(\.allWords)
    #expect(words.contains { $0.contains(bad.says) }, "\(words)")
    #expect(found.first?.remedy == bad.remedy)
  }

  @Test(
    arguments: [
      [sailors, sailors + ", replaces: c1"],
      [sailors, sailors + ", replaces: c1", sailors + ", replaces: c2"],
      [sailors, sailors.replacing("service", with: "spokesman") + ", replaces: c1"],
      [sailors.replacing("service", with: "report"), sailors.replacing("service", with: "report") + ", replaces: c1"],
      [sailors + ", as_of: 2033-01-06 09:00", sailors + ", as_of: \"2033-01-06 14:30\", replaces: c1"],
      [sailors, sailors + ", replaces: c1, withdrawn: {on: 2033-01-08, why: misread}", sailors + ", replaces: c1"],
    ])
  func accepts(_ claims: [String]) {
    let card = SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card(entries(claims)))
    #expect(HarbourFire.check(card: card).diagnostics.map(\.message) == [])
  }

  @Test func leavesReplacedClaimsOutOfComparison() throws {
    let claims = [
      "question: dead, answer: at least 26, said_by: service, as_of: 2033-01-06, quote: \"At least 26 dockers\"",
      "question: dead, answer: 18, said_by: spokesman, quote: \"18 sailors\", prefix: Another, replaces: c1",
    ]
    let card = SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card(entries(claims)))
    let sheet = try #require(HarbourFire.check(card: card).value)
    let answered = try #require(sheet.answeredQuestions.first { $0.question.id == "dead" })
    #expect(answered.all.map(\.agreement) == [.singleVoice])
    #expect(answered.brief.claims == ["c2"])
    #expect(answered.current == ["c2"])
    #expect(answered.evidence.map(\.id) == ["c1", "c2"], "a replaced claim is still evidence")
  }

  @Test func letsAReplacedClaimCountAgainIfTheLaterOneIsWithdrawn() throws {
    let claims = [
      "question: dead, answer: at least 26, said_by: service, as_of: 2033-01-06, quote: \"At least 26 dockers\"",
      "question: dead, answer: 18, said_by: service, quote: \"18 sailors\", prefix: Another, replaces: c1, "
        + "withdrawn: {on: 2033-01-08, why: misread}",
    ]
    let card = SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card(entries(claims)))
    let sheet = try #require(HarbourFire.check(card: card).value)
    #expect(sheet.answeredQuestions.first { $0.question.id == "dead" }?.brief.claims == ["c1"])
  }

  @Test func showsAndPublishesReplacementsAndTimes() throws {
    let first = """
        - id: first-count
          question: bridges-lost
          as_of: 2031-05-04 09:05
          said_by: mayor
          answer: "14"
          quote: "14 houses were lost"
      """
    let site = try #require(
      ExampleSite.site([
        .replace(RuleExample.card, "claims:\n", "claims:\n\(first)\n"),
        .replace(RuleExample.card, "id: 2031-05-04-bridges\n", "id: 2031-05-04-bridges\n    replaces: first-count\n"),
        .replace(
          RuleExample.note, "See [the houses]",
          "First [14](claim:first-count), [](claim:first-count).\n\nSee [the houses]"),
      ]))
    let built = BuiltFiles(site)
    try #require(!built.paths.isEmpty, "\(built.printedDiagnostics)")
    let question = built.text("questions/bridges-lost.html")
    for part in [
      "<del data-claim=\"first-count\" data-field=\"answer\">14</del>",
      "#2031-05-04-bridges\">Replaced by a later answer</a>", "#first-count\">Replaces an earlier answer</a>",
      "<time datetime=\"2031-05-04T09:05\" data-claim=\"first-count\" data-field=\"as_of\">4 May 2031, 09:05</time>",
    ] {
      #expect(question.contains(part), "the page of the question lacks \(part)")
    }
    #expect(!question.contains("<figure class=\"c-chart"), "a replaced claim is on the chart")
    let source = built.text("sources/2031-05-04-mayor.html")
    #expect(source.contains("bridges-lost.html#2031-05-04-bridges\">Replaced by a later answer</a>"))
    let note = built.text("river.html")
    #expect(note.contains("<a class=\"answer\" href=\"questions/bridges-lost.html#first-count\">14</a>"))
    #expect(note.contains("<span data-claim=\"first-count\" data-field=\"answer\">14</span></a>"))
    let plain = BuiltFiles(inTheme(SiteInTests.plainTheme, site))
    for page in ["questions/bridges-lost.html", "sources/2031-05-04-mayor.html", "speakers.html"] {
      for built in [built, plain] {
        let isMarked = built.text(page).contains("<del data-claim=\"first-count\" data-field=\"answer\">14</del>")
        #expect(isMarked, "\(page) does not mark the replaced answer")
      }
    }
    let claims = built.text("data/claims.json")
    for part in [
      "\"as_of\": \"2031-05-04\"", "\"as_of_time\": \"09:05\"", "\"replaced_by\": \"2031-05-04-bridges\"",
      "\"replaces\": \"first-count\"",
    ] {
      #expect(claims.contains(part), "data/claims.json lacks \(part)")
    }
  }

  private func entries(_ claims: [String]) -> String {
    claims.enumerated().map { "  - {id: c\($0 + 1), \($1)}\n" }.joined()
  }
}
