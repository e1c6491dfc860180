import Testing

@testable import SiteGen

/// Words that may be a quantity and are not understood. The readings are made by hand: how they are found is tested with
/// the reader.
@Suite("Words that are not understood")
struct NotUnderstoodTests {
  private static let seed = "Some 3 1/2 7 thousand people fled, and 40 boats burned.\n"

  /// The diagnostics of a claim whose quotation is the whole sentence, with a reading of it: the words that are not
  /// understood, then those that are quantities.
  private func check(_ claim: String, unknown: [String], known: [(String, Quantity)] = []) throws -> [Diagnostic] {
    let quote = "quote: 'Some 3 1/2 7 thousand people fled, and 40 boats burned.'"
    let card = HarbourFire.card("  - {said_by: service, \(quote), " + claim + "}", seed: Self.seed)
      .replacing("not_evidence: [{quote: \"Leave a reply: 15 comments\", why: form}]", with: "")
    let files = [
      SourceFile(path: "sitegen.yaml", text: HarbourFire.settings),
      SourceFile(path: "Content/fire.md", text: HarbourFire.topic),
      SourceFile(path: "Content/speakers.yaml", text: HarbourFire.speakers),
      SourceFile(path: "seeds/fire.txt", text: Self.seed), SourceFile(path: HarbourFire.cardPath, text: card),
    ]
    let dossier = try #require(readDossier(ProjectFiles(files)).value)
    let source = try #require(dossier.sources.first)
    func span(_ words: String) throws -> Range<Int> {
      try #require(Array(Self.seed.utf8).firstRange(of: Array(words.utf8)))
    }
    var reading = QuantityReading()
    reading.notUnderstood = try unknown.map(span)
    reading.quantities = try known.map { words, quantity in
      QuantityMatch(quantity: quantity, span: try span(words), numberSpan: try span(words))
    }
    let grammar = QuantityGrammar(language: "en")
    let text = SourceText(source, grammar, reading)
    let claim = try #require(source.claims.first)
    let question = try #require(dossier.index.questions[claim.question.value].value)
    let quotation = try #require(QuotedWords(claim, in: source).find(in: text).value)
    return checkAnswer(of: claim, to: question, in: quotation, text, .ofAnswers(grammar, .english)).diagnostics
  }

  @Test func areReportedIfNoQuantityEqualsTheAnswer() throws {
    let words = "Some 3 1/2 7 thousand"
    let found = try check("question: evacuated, answer: some 3500", unknown: [words], known: [("40", Quantity(40))])
    #expect(found.map(\.rule) == [.quantityNotUnderstood] && found.first?.severity == .error)
    #expect(found.first?.notes.compactMap { $0.place?.file.text($0.place?.span ?? 0..<0) } == [words])
    #expect(
      found.first?.remedy
        == "quote other words, or give your own reading of '\(words)' as 'reads: \"…\"' and its reason as 'why'")
  }

  @Test func areReportedIfTheQuotationOrFigureCutsThem() throws {
    let claim = "question: evacuated, answer: 7000, figure: 7 thousand people"
    #expect(try check(claim, unknown: ["Some 3 1/2 7 thousand"]).map(\.rule) == [.quantityNotUnderstood])
  }

  @Test(arguments: [
    "question: boats, answer: 40", "question: boats, answer: 40, figure: 40 boats",
    "question: evacuated, answer: some 3500, reads: some 3500, why: a page number",
    "question: help, answer: boats",
  ])
  func doNotMatterIfTheAnswerIsGiven(_ claim: String) throws {
    #expect(try check(claim, unknown: ["Some 3 1/2 7 thousand"], known: [("40", Quantity(40))]).isEmpty)
  }

  /// Among words that are not understood, no other number of the quotation is certain.
  @Test(arguments: [
    "question: boats, answer: 41", "question: boats, answer: about 40", "question: boats, answer: forty boats",
    "question: boats, answer: dozens",
  ])
  func allowNoProposal(_ claim: String) throws {
    for found in try check(claim, unknown: ["Some 3 1/2 7 thousand"], known: [("40", Quantity(40))]) {
      let remedy = found.remedy ?? ""
      #expect(!remedy.contains("write '") && found.fix == nil, "\(remedy)")
      #expect(!remedy.contains("40"), "\(remedy)")
    }
  }

  @Test func areAWarningInANote() throws {
    let note = SourceFile(path: "Content/page.md", text: "Some 3 1/2 7 thousand people.\n")
    let prose = ProseText(MarkdownTree(parsing: note, from: 0)) { _ in false }
    var reading = QuantityReading()
    reading.notUnderstood = [0..<21]
    let numbers = ProseNumbers(prose, QuantityGrammar(language: "en"), reading)
    #expect(numbers.quantities.isEmpty && numbers.notUnderstood == [0..<21])
    let words = prose.words(0..<21)
    let found = quantityNotUnderstood(words, at: Place(note, prose.span(0..<21)))
    #expect(found.severity == .warning)
    #expect(found.message == "'Some 3 1/2 7 thousand' may be a quantity, but is not understood as a whole")
  }
}
