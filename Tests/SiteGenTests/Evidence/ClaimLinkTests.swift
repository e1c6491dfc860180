import Testing

@testable import SiteGen

/// Links to claims, and numbers in links to questions whose answers are no longer current.
@Suite struct ClaimLinkTests {
  private static let claims = """
      - {id: old, question: dead, answer: at least 26, said_by: service, as_of: 2033-01-05, quote: At least 26 dockers}
      - {id: new, question: dead, answer: 62, said_by: service, quote: 62 are in intensive care}
      - {id: rumour, question: dead, answer: 12, said_by: officials, modality: rumoured, quote: sent 12 engines}
      - {id: early, question: boats, answer: 18, said_by: mayor, quote: At least 26 dockers and 18 sailors, figure: 18 sailors}
      - {id: late, question: boats, answer: about 400, said_by: mayor, quote: About 400 people, replaces: early}
      - {id: gone, question: boats, answer: 5, said_by: report, quote: x, withdrawn: {on: 2033-01-08, why: misread}}
      - {id: horns, question: help, answer: 12 engines, said_by: report, quote: The towns nearby sent 12 engines.}
      - {id: since, question: mayor, answer: 2019, said_by: report, quote: has led the town since 2019}
    """

  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var rule = Rule.staleNumber
    var says: String
    var remedy: String
    /// The text with the fix applied; nil if there is none.
    var fixed: String?

    var testDescription: String { text }
  }

  static let bad = [
    Case(
      text: "[«At least 26»](question:dead)", says: "the claim 'old' gives it (service, 2033-01-05): \"old\"",
      remedy: "link it to 'claim:old', or leave the link text empty to show the current answer",
      fixed: "[At least 26](claim:old)"),
    Case(
      text: "[«12»](question:dead)", says: "the claim 'rumour' gives it (officials, 2033-01-07), but it is 'rumoured'",
      remedy: "link it to 'claim:rumour', or leave the link text empty to show the current answer",
      fixed: "[12](claim:rumour)"),
    Case(
      text: "[«18»](question:boats)", says: "the claim 'early' gives it (mayor, 2033-01-07), but 'late' replaces it",
      remedy: "link it to 'claim:early', or leave the link text empty to show the current answer",
      fixed: "[18](claim:early)"),
    Case(
      text: "[«12», then 62](question:dead)", says: "the current answers are '62' (service)",
      remedy: "put the number into a link of its own, to 'claim:rumour'"),
    Case(
      text: "[«18»][boats]\n\n[boats]: question:boats", says: "early",
      remedy: "link it to 'claim:early', or leave the link text empty to show the current answer"),
    Case(
      text: "![«12» engines](question:dead)", says: "'12' is not a current answer to 'dead'",
      remedy: "write one of the current answers, or leave the link text empty to show the current answer"),
    Case(
      text: "[«63»](claim:new)", says: "the claim 'new' does not answer '63'",
      remedy: "write '62', or leave the link text empty", fixed: "[62](claim:new)"),
    Case(
      text: "[«62 percent»](claim:new)", says: "it answers '62'", remedy: "write '62', or leave the link text empty",
      fixed: "[62](claim:new)"),
    Case(
      text: "[«26»](claim:old)", says: "it answers 'at least 26'",
      remedy: "write 'at least 26', or leave the link text empty", fixed: "[at least 26](claim:old)"),
    Case(
      text: "[since «2018»](claim:since)", says: "it answers '2019'",
      remedy: "write '2019', or leave the link text empty", fixed: "[since 2019](claim:since)"),
    Case(
      text: "[«13» engines](claim:horns)", says: "it answers '12 engines'", remedy: "leave the number out"),
    Case(
      text: "[62](«claim:nwe»)", rule: .unknownClaim, says: "no card has a claim 'nwe'", remedy: "did you mean 'new'?",
      fixed: "[62](claim:new)"),
    Case(
      text: "[5](«claim:gone»)", rule: .unknownClaim, says: "the claim 'gone' has been withdrawn",
      remedy: "link to another claim, or remove the link"),
    Case(
      text: "![](«claim:new»)", rule: .brokenLink, says: "a claim has no figure to show",
      remedy: "write '[](claim:new)' for its answer, or show the figure of its question"),
    Case(
      text: "So «12 engines» came.", rule: .unsourcedNumber, says: "'12",
      remedy: "write '[12 engines](source:fire-first \"The towns nearby sent 12 engines.\")'",
      fixed: "So [12 engines](source:fire-first \"The towns nearby sent 12 engines.\") came."),
  ]

  @Test(arguments: bad) func refuses(_ bad: Case) throws {
    let marked = MarkedFile("Content/page.md", page(bad.text))
    let found = check(marked.file)
    let (expected, actual) = marked.compared([bad.rule], found)
    #expect(actual == expected)
    let words = found.flatMap(\.allWords)
    #expect(words.contains { $0.contains(bad.says) }, "\(words)")
    #expect(found.first?.remedy == bad.remedy)
    let fix = found.first?.fix
    #expect((fix == nil) == (bad.fixed == nil), "the fix")
    guard let fix, let fixed = bad.fixed else { return }
    var bytes = marked.file.bytes
    bytes.replaceSubrange(fix.place.span, with: Array(fix.replacement.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == page(fixed))
    #expect(check(SourceFile(path: "Content/page.md", bytes: bytes)).map(\.message) == [], "after the fix")
  }

  @Test(arguments: [
    "[At least 26](claim:old), at least [26](claim:old), [62](claim:new), [12](claim:rumour), [18](claim:early)",
    "[62](question:dead), [about 400](question:boats), [](claim:old), [words](claim:old), [](claim:horns)",
    "[12 engines](claim:horns), [2019](claim:since), [since 2019](question:mayor)",
  ])
  func accepts(_ text: String) {
    #expect(check(SourceFile(path: "Content/page.md", text: page(text))).map(\.message) == [])
  }

  @Test func doesNotReportClaimsOfCardsThatCannotBeRead() {
    let text = page("[62](claim:nwe)")
    let card = SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card(Self.claims))
    let page = SourceFile(path: "Content/page.md", text: text)
    let found = HarbourFire.check(card: card, notes: [page], unread: ["Content/sources/lost.md"]).diagnostics
    #expect(found.map(\.rule).filter { $0 != .unitContradictsQuote } == [])
  }

  private func page(_ text: String) -> String { "---\ntitle: Page\n---\n" + text + "\n" }

  private func check(_ note: SourceFile) -> [Diagnostic] {
    let card = SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card(Self.claims))
    // Why: the nouns of these quotations do not matter here.
    return HarbourFire.check(card: card, notes: [note]).diagnostics.filter { $0.rule != .unitContradictsQuote }
  }
}
