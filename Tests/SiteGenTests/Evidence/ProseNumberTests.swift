import Testing

@testable import SiteGen

/// Numbers in the text of a note and in its other texts.
@Suite("The prose check")
struct ProseNumberTests {
  private static let claims = """
      - {question: sailors, answer: 18, said_by: service, quote: "Another 18 sailors are missing"}
      - {question: dockers, answer: at least 26, said_by: service, quote: "At least 26 dockers"}
      - {question: evacuated, answer: "more than 3,800", said_by: service, quote: "More than 3,800 people were led out"}
      - {question: boats, answer: about 400, said_by: service, quote: "About 400 people slept in a school"}
      - {question: dead, answer: about 400, said_by: mayor, quote: "About 400 people slept in a school"}
      - {question: mayor, answer: 2019, said_by: report, quote: "has led the town since 2019"}
      - {question: help, answer: 12 engines, said_by: report, quote: "The towns nearby sent 12 engines."}
      - {question: engines, answer: sent, said_by: report, quote: "The towns nearby sent 12 engines."}
    """

  private static let engines =
    "questions:\n  engines: {asks: Were engines sent?, label: Engines, choices: {sent: 12 engines, none: none}}\n"

  private static func check(_ note: SourceFile) -> [Diagnostic] {
    let notes = [
      note, SourceFile(path: "Content/town.md", text: "---\ntitle: Town\n" + engines + "---\n"),
    ]
    let card = HarbourFire.card(claims)
    let asksForEngines = note.path == "Content/town.md"
    return HarbourFire.check(
      card: SourceFile(path: HarbourFire.cardPath, text: card), notes: asksForEngines ? [note] : notes
    ).diagnostics.filter {
      // Why: the claim on boats quotes people, so that two questions have the same answer.
      $0.rule != .unitContradictsQuote
    }
  }

  struct Case: Sendable {
    /// The text of a note, with «…» at the places of expected diagnostics.
    var text: String
    var rule = Rule.unsourcedNumber
    /// A note of the first diagnostic.
    var note: String?
    /// The remedy of the first diagnostic.
    var remedy: String
  }

  static let bad = [
    // Proposed links.
    Case(
      text: "So «18 sailors» died.",
      note: "the citation would be '[18 sailors](source:fire-first \"Another 18 sailors are missing\")'",
      remedy: "write '[18 sailors](question:sailors)'"),
    Case(text: "«At least 26 dockers» died.", remedy: "write '[At least 26 dockers](question:dockers)'"),
    Case(
      text: "«26 dockers» died.", remedy: "link it to its source: '[26 dockers](source:ID \"the words of the report\")'"
    ),
    Case(
      text: "There came «12 engines».",
      remedy: "write '[12 engines](source:fire-first \"The towns nearby sent 12 engines.\")'"),
    Case(
      text: "Some say «around 400 people».", note: "it is an answer to 'dead', 'boats'",
      remedy: "write '[around 400 people](question:dead)'"),
    Case(text: "So *«18»* sailors died.", remedy: "write '[18](question:sailors)'"),
    Case(text: "There died «18\nsailors».", remedy: "write '[18 sailors](question:sailors)'"),
    Case(
      text: "The \"«18»\" sailors.",
      remedy: "write '[18](question:sailors)'"),
    // Small numbers, which may count anything.
    Case(
      text: "They had «12 sons».", remedy: "link it to its source: '[12 sons](source:ID \"the words of the report\")'"),
    // Computed numbers.
    Case(
      text: "[At least 26](question:dockers) and [18](question:sailors), «44» in all.",
      note: "44 is 26 + 18: no source gives it",
      remedy: "link it to its source: '[44](source:ID \"the words of the report\")'"),
    Case(
      text: "[](question:dockers) and [](question:sailors), «44 people» in all.",
      note: "44 is 26 + 18: no source gives it",
      remedy: "link it to its source: '[44 people](source:ID \"the words of the report\")'"),
    Case(
      text: "[At least 26](question:dockers) and [18](question:sailors): «8» more.",
      note: "8 is 26 − 18: no source gives it",
      remedy: "link it to its source: '[8](source:ID \"the words of the report\")'"),
    Case(
      text: "[«44» were killed](source:fire-first \"At least 26 dockers and 18 sailors were killed\").",
      rule: .answerNotInQuote, note: "44 is the sum of 26 and 18, but the quotation does not give it", remedy: ""),
    // Every text of a note.
    Case(
      text: "## «Two dozen boats»\n\nWords.",
      remedy: "link it to its source: '[Two dozen boats](source:ID \"the words of the report\")'"
    ),
    Case(text: "- «30 men»", remedy: "link it to its source: '[30 men](source:ID \"the words of the report\")'"),
    Case(
      text: "A ![map of «30 boats»](images/pier.png).",
      remedy: "reword the alternative text without the number, and give the number in the text with its source"),
    Case(
      text: "See [«18 sailors»](https://example.org/).",
      remedy: "remove it from this link, and write '[18 sailors](question:sailors)'"),
    Case(
      text: "See [boats](https://example.org/ \"all «30» of them\").",
      remedy: "reword the link's title without the number, and give the number in the text with its source"),
    Case(
      text: "![«44» sailors](question:sailors)", rule: .staleNumber, note: "the answers are '18' (service)",
      remedy: "write '18', or leave the link text empty to show the current answer"),
    // Answers that have changed.
    Case(
      text: "[«19» sailors](question:sailors)", rule: .staleNumber, note: "the answers are '18' (service)",
      remedy: "write '18', or leave the link text empty to show the current answer"),
    Case(
      text: "«at least [18» sailors](question:sailors)", rule: .staleNumber,
      remedy: "write one of the answers, or leave the link text empty to show the current answer"),
    Case(
      text: "[«2018»](question:mayor)", rule: .staleNumber, note: "the answers are '2019' (report)",
      remedy: "write '2019', or leave the link text empty to show the current answer"),
    Case(
      text: "has led it [since «2018»](question:mayor)", rule: .staleNumber, note: "the answers are '2019' (report)",
      remedy: "write '2019', or leave the link text empty to show the current answer"),
    Case(
      text: "[«18 percent»](question:sailors)", rule: .staleNumber,
      remedy: "write '18', or leave the link text empty to show the current answer"),
    // Citations.
    Case(
      text: "[«18 percent»](source:fire-first \"Another 18 sailors are missing\")", rule: .answerNotInQuote,
      note: "it contains '18'", remedy: "write '18'"),
    Case(
      text: "[«3,800» people](source:fire-first \"More than 3,800 people\")", rule: .answerNotInQuote,
      remedy: "write 'more than 3,800'"),
    // Numbers in separate links are separate numbers.
    Case(
      text: "[«1»](question:sailors) or [«2»](question:sailors)", rule: .staleNumber,
      remedy: "write '18', or leave the link text empty to show the current answer"),
    Case(
      text: "between [«16»](question:sailors) and [18](question:sailors)", rule: .staleNumber,
      remedy: "write '18', or leave the link text empty to show the current answer"),
    Case(
      text: "from «16» to [18](question:sailors)",
      remedy: "link it to its source: '[16](source:ID \"the words of the report\")'"),
    Case(
      text: "Then [18](question:sailors)–«20»", rule: .unsourcedNumber,
      remedy: "link it to its source: '[20](source:ID \"the words of the report\")'"),
    // Pictures of questions within a line.
    Case(
      text: "Look: «![](question:sailors)» there.", rule: .brokenLink,
      remedy: "put blank lines before and after it, or write '[](question:sailors)' for the brief answer"),
    Case(
      text: "# «![](question:sailors)»", rule: .brokenLink,
      remedy: "put blank lines before and after it, or write '[](question:sailors)' for the brief answer"),
  ]

  @Test("reports numbers without a source, at their places, with the remedy", arguments: bad)
  func refuses(bad: Case) {
    let marked = MarkedFile("Content/page.md", "---\ntitle: Page\n---\n" + bad.text + "\n")
    expect(bad, marked)
  }

  static let badHeads = [
    Case(text: "title: The «44» dead", remedy: reword("the title")),
    Case(text: "title: \"The «44» \\\"dead\\\"\"", remedy: reword("the title")),
    Case(
      text: "title: T\nsummary: All «18 sailors» died.", remedy: "write '[18 sailors](question:sailors)'"),
    Case(
      text: "title: T\nsummary: >\n  In all\n  «18 sailors» and\n  [18](question:sailors) more.",
      remedy: "write '[18 sailors](question:sailors)'"),
    Case(
      text: "title: T\nsummary: See «![](question:sailors)»", rule: .brokenLink,
      remedy: "write '[](question:sailors)' for the brief answer"),
    Case(text: topic(asks: "Who were the «44» dead?"), remedy: reword("the question")),
    Case(text: topic(label: "Of «44»"), remedy: reword("the question")),
    Case(text: topic(choice: "«13» engines"), remedy: reword("the choice")),
    Case(text: topic(none: "«less than 12»"), remedy: reword("the choice")),
  ]

  private static func reword(_ what: String) -> String {
    "reword \(what) without the number, and give the number in the text with its source"
  }

  private static func topic(
    asks: String = "Were engines sent?", label: String = "Engines", choice: String = "12 engines",
    none: String = "none"
  ) -> String {
    "title: T\nquestions:\n  engines:\n    asks: \(asks)\n    label: \(label)\n    choices:\n      sent: \(choice)\n"
      + "      none: \(none)"
  }

  @Test("reports them in titles, summaries and texts of questions", arguments: badHeads)
  func refusesInHeads(bad: Case) {
    let path = bad.text.contains("questions:") ? "Content/town.md" : "Content/page.md"
    expect(bad, MarkedFile(path, "---\n" + bad.text + "\n---\nWords.\n"))
  }

  private func expect(_ bad: Case, _ marked: MarkedFile) {
    let found = ProseNumberTests.check(marked.file).sorted { $0.place.span.lowerBound < $1.place.span.lowerBound }
    #expect(found.map(\.rule) == marked.spans.map { _ in bad.rule }, "\(found.flatMap(\.allWords))")
    func shown(_ span: Range<Int>) -> String { "'\(marked.file.text(span))' at \(span.lowerBound)" }
    func unquoted(_ span: Range<Int>) -> String {
      marked.file.bytes[span].first == UInt8(ascii: "\"")
        ? shown(span.lowerBound + 1..<span.upperBound - 1) : shown(span)
    }
    #expect(found.map { unquoted($0.place.span) } == marked.spans.map(unquoted))
    #expect(found.allSatisfy { $0.place.file.path == marked.file.path })
    #expect((found.first?.remedy ?? "") == bad.remedy)
    if let note = bad.note { #expect(found.first?.notes.map(\.message).contains(note) == true, "\(found)") }
  }

  @Test(
    "lets bound numbers and figures be",
    arguments: [
      "See <https://example.org/44/18-dead> and [words](https://example.org/ \"on 7 January 2033\").",
      "[18](question:sailors) or [at least 26](question:dockers), at least [26 dockers](question:dockers)",
      "from [18](question:sailors) to [at least 26](question:dockers), more than [3,800](question:evacuated)",
      "since [2019](question:mayor)",
      "some [0.4](question:dead) thousand",
      "![All 18 sailors](question:sailors)\n\n> ![](question:sailors)\n\n- ![](question:dockers)",
      "![a pier](images/pier.png \"decorative\") and ![the pier of [18 sailors](question:sailors)](images/pier.png)",
      "[18 sailors](source:fire-first \"At least 26 dockers and 18 sailors were killed\"), "
        + "[at least 26 dockers and 18 sailors](source:fire-first \"At least 26 dockers and 18 sailors were killed\")",
    ])
  func accepts(text: String) {
    let file = SourceFile(path: "Content/page.md", text: "---\ntitle: On 7 January 2033\n---\n" + text + "\n")
    #expect(ProseNumberTests.check(file).flatMap(\.allWords) == [])
  }

  @Test("does not add up the numbers of other paragraphs")
  func keepsToParagraphs() throws {
    let text = "---\ntitle: T\n---\n[At least 26](question:dockers), [18](question:sailors)\n\nSo 44.\n"
    let found = ProseNumberTests.check(SourceFile(path: "Content/page.md", text: text))
    #expect(found.map(\.rule) == [.unsourcedNumber])
    #expect(found.flatMap(\.notes).isEmpty)
  }

  @Test("requires no sources in the titles and links of notes about the site itself")
  func exempts() {
    let text = "---\ntitle: The 9 rules\nabout: this-site\n---\n[a](https://example.org/ \"30 boats\"), 44.\n"
    #expect(ProseNumberTests.check(SourceFile(path: "Content/page.md", text: text)).isEmpty)
  }
}
