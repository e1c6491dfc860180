import Testing

@testable import SiteGen

@Suite("The editor's reading")
struct EditorsReadingTests {
  private static let seed = "A man and his brother died. Some 26 of them were hurt, about 1 in 3, he said.\n"

  private static func check(_ claim: String, seed: String = seed) -> (card: MarkedFile, Checked<FactSheet?>) {
    let card = MarkedFile(
      HarbourFire.cardPath,
      HarbourFire.card("  - {said_by: service, " + claim + "}", seed: seed)
        .replacing("not_evidence: [{quote: \"Leave a reply: 15 comments\", why: form}]", with: ""))
    return (card, HarbourFire.check(card: card.file, seed: seed))
  }

  @Test(
    "is refused where it has no reason, is no number, or is not the answer",
    arguments: [
      (.wrongValue, "question: dead, answer: 2, reads: «2», quote: A man and his brother", "add 'why'"),
      (
        .wrongValue, "question: dead, answer: 2, why: «two», quote: A man and his brother",
        "add 'reads', or leave 'why' out"
      ),
      (
        .answerNotInQuote, "question: dead, answer: «3», reads: 2, why: two, quote: A man and his brother",
        "write the same in 'answer' and 'reads'"
      ),
      (
        .answerNotInQuote, "question: dead, answer: «2», reads: at least 2, why: two, quote: A man and his brother",
        "write the same in 'answer' and 'reads'"
      ),
      (
        .wrongValue, "question: dead, answer: 2, reads: «two men», why: two, quote: A man and his brother",
        "write only the number, with its qualifier and without a noun"
      ),
      (
        .wrongValue, "question: help, answer: men, reads: «2», why: two, quote: A man and his brother",
        "leave 'reads' and 'why' out"
      ),
      (
        .wrongValue, "question: dead, answer: unknown, reads: «2», why: two, quote: A man and his brother",
        "leave 'reads' and 'why' out"
      ),
      (.quoteNotFound, "question: dead, answer: 2, reads: 2, why: two, quote: «A man and her brother»", ""),
      (
        .needlessReading, "question: dead, answer: some 26, reads: «some 26», why: so it says, quote: Some 26 of them",
        "leave 'reads' and 'why' out"
      ),
    ] as [(Rule, String, String)])
  func isRefused(_ rule: Rule, _ claim: String, _ remedy: String) {
    let (card, checked) = Self.check(claim)
    #expect(checked.diagnostics.map(\.rule) == [rule], "\(checked.diagnostics.flatMap(\.allWords))")
    guard let found = checked.diagnostics.first, let span = card.spans.first else { return }
    #expect(found.place.span == span || found.place.span.count - span.count == 2)
    #expect(remedy.isEmpty || found.remedy == remedy)
    #expect((checked.value?.evidence.count == 1) == (rule == .needlessReading))
  }

  @Test(
    "replaces sitegen's for this claim alone",
    arguments: [
      ("question: dead, answer: 2, reads: 2, why: two men, quote: A man and his brother died.", 2.0),
      ("question: dead, answer: 3, reads: three, why: so, quote: Some 26 of them were hurt", 3),
      ("question: dead, answer: 1, reads: 1, why: so, quote: 'about 1 in 3, he said'", 1),
    ])
  func replaces(_ claim: String, _ number: Double) throws {
    let (_, checked) = Self.check(claim)
    #expect(checked.diagnostics.flatMap(\.allWords) == [])
    let sheet = try #require(checked.value)
    let evidence = try #require(sheet.evidence.first)
    #expect(evidence.answer == .quantity(Quantity(number)) && evidence.reading == .editor)
    #expect(sheet.check.readings == 1 && sheet.check.numbers == 0)
  }

  @Test func isAlsoAYearOrADay() {
    let seed = "He came to power in the year of the great fire, on its first day.\n"
    for (question, answer) in [("mayor", "2019"), ("phones-back", "2033-01-01")] {
      let claim = "question: \(question), answer: \(answer), reads: \(answer), why: known, quote: the great fire"
      #expect(Self.check(claim, seed: seed).1.diagnostics.flatMap(\.allWords) == [])
      let other = claim.replacing("reads: 20", with: "reads: 19").replacing("2033-01-01, why", with: "2032-01-01, why")
      #expect(Self.check(other, seed: seed).1.diagnostics.map(\.rule) == [.answerNotInQuote], "\(other)")
    }
  }

  @Test func isShownOnPagesAndInData() {
    let card = HarbourFire.card(
      "  - {question: dead, answer: 2, reads: 2, why: two men, said_by: service, quote: A man and his brother}",
      seed: Self.seed
    ).replacing("not_evidence: [{quote: \"Leave a reply: 15 comments\", why: form}]", with: "")
    let built = BuiltFiles([
      SourceFile(path: "sitegen.yaml", text: HarbourFire.settings),
      SourceFile(path: "Content/fire.md", text: HarbourFire.topic),
      SourceFile(path: "Content/speakers.yaml", text: HarbourFire.speakers),
      SourceFile(path: "seeds/fire.txt", text: Self.seed), SourceFile(path: HarbourFire.cardPath, text: card),
    ])
    #expect(built.printedDiagnostics == "")
    let page = built.text("questions/dead.html")
    #expect(page.contains("<span class=\"modality\">Editor’s reading</span>"))
    #expect(
      page.contains("data-field=\"reads\">2</span> (<span data-claim=\"fire-first-dead\" data-field=\"why\">two men<"))
    #expect(built.text("sources/fire-first.html").contains("<span class=\"modality\">Editor’s reading</span>"))
    let data = built.text("data/claims.json")
    #expect(data.contains("\"read_by\": \"editor\",\n    \"reads\": \"2\",\n    \"why\": \"two men\""))
    let method = built.text("methodology.html")
    #expect(method.contains("<dt>Answers read by an editor instead of the program</dt><dd>1</dd>"))
    #expect(method.contains("<dt>Numbers read from their quotation</dt><dd>0</dd>"))
  }
}
