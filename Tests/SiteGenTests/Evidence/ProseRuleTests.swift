import Testing

@testable import SiteGen

@Suite("Rules of notes")
struct ProseRuleTests {
  private static let claims = """
      - {question: sailors, answer: 18, said_by: service, quote: "18 sailors", prefix: Another}
      - {question: evacuated, answer: more than 3800, said_by: service, quote: "More than 3,800 people were led out"}
      - {question: mayor, answer: 2019, said_by: report, quote: "has led the town since 2019"}
    """

  private func check(
    _ notes: [SourceFile], body: String = "", unread: [String] = [], rules: String = ""
  ) -> Checked<FactSheet?> {
    let card = HarbourFire.card(ProseRuleTests.claims, body: body)
    return HarbourFire.check(
      card: SourceFile(path: HarbourFire.cardPath, text: card), notes: notes, settings: HarbourFire.settings + rules,
      unread: unread)
  }

  static let bad: [(rule: Rule, text: String, says: String)] = [
    (.unsourcedNumber, "So «44» died.", "link it to its source: '[44](source:ID"),
    (.unsourcedNumber, "So *«18»* sailors died.", "write '[18](question:sailors)'"),
    (.unsourcedNumber, "## «Two dozen boats»\n\nWords.", "Two dozen"),
    (.unsourcedNumber, "> «30 men», says a quotation of nobody.", "30"),
    (.unsourcedNumber, "A ![map of «30 boats»](images/pier.png).", "30"),
    (.unsourcedNumber, "See [«30 boats»](https://example.org/).", "30"),
    (.unsourcedNumber, "See [«2 reports»](sources.html).", "remove it from this link"),
    (.unsourcedNumber, "From [«1 report»](timeline.html).", "remove it from this link"),
    (.unsourcedNumber, "Caf&eacute; owners saw «30 boats».", "30"),
    (.answerNotInQuote, "[«3,800» people](source:fire-first \"More than 3,800 people\")", "More than 3,800"),
    (.answerNotInQuote, "«at least [18» sailors](source:fire-first \"Another 18 sailors\")", "'18'"),
    (.quoteNotFound, "[26 dockers](source:fire-first \"«26 stevedores»\")", "nearest passage"),
    (.quoteNotFound, "[words](source:fire-first \"«More than 3,900»\")", "nearest passage: \"More than 3,800\""),
    (.quoteNotFound, "«[a march](source:fire-first)»", "quote the words"),
    (.quoteNotFound, "«> They did not hear the sirens.\n> [](source:fire-first)»", "nearest passage"),
    (.quoteCutsQuantity, "[words](source:fire-first \"«3,800 people were led out»\")", "More than 3,800"),
    (.quoteCutsQuantity, "[3,700 people](source:fire-first \"«3,800 people were led out»\")", "More than 3,800"),
    (.quoteCutsQuantity, "«> 26 dockers and 18 sailors were killed\n> [](source:fire-first)»", "At least 26"),
    (.answerNotInQuote, "[«3.800»](source:fire-first \"More than 3,800 people\")", "'3.800' is read here as 3.8"),
    (.quoteNotFound, "[words](source:fire-first '«“dozens of boats”»')", "remove the quotation marks"),
    (.quoteNotEvidence, "[words](source:fire-first \"«15 comments»\")", "proves nothing"),
    (.unknownSource, "[words](«source:fire-frist» \"dozens of boats\")", "'fire-first'"),
    (.unknownSource, "[words](«source:nix» \"dozens of boats\")", "the cards are 'fire-first'"),
    (.unknownSource, "> dozens of boats [](«source:nix»)", "the cards are 'fire-first'"),
    (.unknownQuestion, "[](«question:sailor»)", "'sailors'"),
    (.unknownQuestion, "![](«question:none-such»)", "no topic asks"),
    (.staleNumber, "[«19» sailors](question:sailors)", "'18' (service)"),
    (.staleNumber, "[«3,800»](question:evacuated)", "more than 3,800"),
    (.staleNumber, "[«18»](question:boats)", "no claim answers it"),
    (.brokenLink, "[words](«fires.md»)", "'fire.md'"),
    (.brokenLink, "[words](«fire.md#dawn»)", "'dawn'"),
    (.brokenLink, "[words](«#nowhere»)", "'nowhere'"),
    (.brokenLink, "[words](«sources/fire-last.md»)", "no 'sources/fire-last.md'"),
    (.brokenLink, "[words](«sorce:fire-first»)", "'source'"),
    (.brokenLink, "[words](«javascript:alert(1)»)", "javascript:"),
    (.brokenLink, "[words](«/fire.md»)", "root"),
    (.brokenLink, "[words](«../../etc/passwd»)", "passwd"),
    (.brokenLink, "[words]()", "no address"),
    (.brokenLink, "![words](«images/peer.png»)", "peer"),
    (.brokenLink, "![words](«https://example.org/a.png»)", "only pictures in Content/images/"),
    (.missingAlternativeText, "A «![](images/pier.png)».", "alternative"),
    (.rawHtml, "Some «<b>»bold words.", "HTML"),
  ]

  @Test("reports errors in a note, at their places", arguments: bad.indices)
  func refuses(index: Int) {
    let (rule, text, says) = ProseRuleTests.bad[index]
    let marked = MarkedFile("Content/page.md", "---\ntitle: Page\n---\n" + text + "\n")
    let checked = check([marked.file])
    #expect(checked.diagnostics.map(\.rule) == [rule], "\(checked.diagnostics.map(\.message))")
    if let place = checked.diagnostics.first?.place, let span = marked.spans.first {
      #expect(place.file.path == "Content/page.md")
      let found = marked.file.text(place.span)
      #expect(found.trimmingBlanks == marked.file.text(span).trimmingBlanks)
    }
    let words = checked.diagnostics.flatMap(\.allWords)
    #expect(words.contains { $0.contains(says) }, "\(words)")
  }

  @Test(
    "lets good prose be",
    arguments: [
      "On 7 January 2033 nobody came, and in 2019 somebody did. The G7 met at 10:30.",
      "[18 sailors](source:fire-first \"Another 18 sailors are missing\"), then [more than 3,800](question:evacuated)",
      "more than [3,800](question:evacuated), that is [](question:evacuated), see [18](question:sailors)",
      "> About 400 people slept in a school; *dozens* of boats burned.\n>\n> Another 18 sailors are missing.\n> [](source:fire-first)",
      "[2019](question:mayor), [since 2019](question:mayor), [](question:mayor)",
      "`18` and\n\n```\n44\n```",
      "[words](fire.md), [words](sources/fire-first.md#fire-first-sailors), [words](fire.md#sailors), [here](#part)\n\n# Part",
      "From [1 report](sources.html).",
      "![a pier](images/pier.png) ![](images/pier.png \"decorative\")\n\n![](question:sailors)",
      "[words](https://example.org/), [words](mailto:a@example.org), [words](timeline.html), [words](questions/boats.html)",
      "[words](images/pier.png), [words](./page.md?x#part), [words](sources/../fire.md)\n\n# Part",
    ])
  func accepts(text: String) {
    let checked = check([SourceFile(path: "Content/page.md", text: "---\ntitle: Page\n---\n" + text + "\n")])
    #expect(checked.diagnostics.map(\.message) == [])
  }

  @Test("requires no sources in notes about the site itself, but checks their links")
  func exempts() {
    let text =
      "---\ntitle: Method\nsummary: All 9 rules.\nabout: this-site\n---\nWe have 44 rules, [19](question:sailors)."
    #expect(check([SourceFile(path: "Content/methodology.md", text: text)]).diagnostics.map(\.rule) == [.staleNumber])
  }

  @Test("finds everything else as before when the check of numbers is off")
  func findsTheRest() {
    var random = SplitMix(seed: 51)
    let blocks =
      ProseRuleTests.bad.map { $0.text.replacing("«", with: "").replacing("»", with: "") } + [
        "On 7 January 2033 nobody came.", "Some 44 of 60 people, [](question:sailors) and 30 others.",
        "more than [3,800](question:evacuated), that is [](question:evacuated), see [18](question:sailors)",
        "[16](question:sailors) or [18](question:sailors), and [2018](question:mayor)",
        "> About 400 people slept in a school;\n>\n> Another 19 sailors are missing.\n> [](source:fire-first)",
      ]
    func found(_ text: String, rules: String) -> [String] {
      let notes = [SourceFile(path: "Content/page.md", text: text)]
      let checked = check(notes, rules: rules)
      let rest = checked.diagnostics.filter { $0.rule != .unsourcedNumber }
      let counts = "\(checked.value?.check.numbers ?? 0) numbers, \(checked.value?.check.quotations ?? 0) quotations"
      return rest.map { "\($0.place.span) \($0.allWords)" } + [counts]
    }
    for _ in 0..<150 {
      let body = (0..<1 + random.next(below: 8)).map { _ in blocks[random.next(below: blocks.count)] }
      let text = "---\ntitle: Page 44\nsummary: Some 44\n---\n" + body.joined(separator: "\n\n") + "\n"
      #expect(found(text, rules: "") == found(text, rules: "rules: {unsourced-number: off}\n"), "\(text)")
    }
    let off = check(
      [SourceFile(path: "Content/page.md", text: "---\ntitle: Page 44\n---\nSome 44.\n")],
      rules: "rules: {unsourced-number: off}\n")
    #expect(off.diagnostics.map(\.message) == [])
  }

  @Test("reports words that are not understood only where numbers are checked")
  func leavesOutWhatIsNotUnderstood() {
    let text = "---\ntitle: Page\n---\nThe wall cost 5 quadrillion dollars.\n"
    let notes = [SourceFile(path: "Content/page.md", text: text)]
    #expect(check(notes).diagnostics.map(\.rule) == [.quantityNotUnderstood])
    #expect(check(notes, rules: "rules: {unsourced-number: off}\n").diagnostics.map(\.message) == [])
  }

  @Test("checks summaries like notes")
  func checksSummaries() {
    let text =
      "---\ntitle: Page\nsummary: 'Some 44 and [18 sailors](source:fire-first \"Another 18 sailors\")'\n---\nWords.\n"
    let checked = check([SourceFile(path: "Content/page.md", text: text)])
    #expect(checked.diagnostics.map(\.rule) == [.unsourcedNumber])
    #expect(checked.value?.paragraphCitations["Content/page.md"]?.count == 1)
  }

  @Test("lets a card quote damaged passages and passages that are no evidence, and checks its links")
  func checksCards() {
    let good = "There were 99 things: [15 comments](source:fire-first \"Leave a reply: 15 comments\")."
    #expect(check([], body: good).diagnostics.map(\.message) == [])
    let bad = "[a](nowhere.md) and [b](../fire.md) and [c](fire-first.md)"
    #expect(check([], body: bad).diagnostics.map(\.rule) == [.brokenLink])
  }

  @Test("reports nothing else about a seed that is not text")
  func sparesUnreadableSeed() {
    let text = "---\ntitle: Page\n---\n[26 dockers](source:fire-first \"26 dockers\"), [18](question:sailors)\n"
    let card = SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card(ProseRuleTests.claims))
    let page = SourceFile(path: "Content/page.md", text: text)
    #expect(HarbourFire.check(card: card, notes: [page], seed: "\0").diagnostics.map(\.rule) == [.seedUnreadable])
  }

  @Test("does not check links to files that could not be read")
  func sparesUnread() {
    let text = "---\ntitle: Page\n---\n[a](lost.md), [b](sources/lost.md), [c](source:lost \"x\"), [](question:lost)\n"
    let page = SourceFile(path: "Content/page.md", text: text)
    #expect(check([page]).diagnostics.count == 4)
    #expect(check([page], unread: ["Content/lost.md", "Content/sources/lost.md"]).diagnostics.isEmpty)
  }

  @Test("reports headings with the anchor of a question or claim")
  func findsClashes() {
    let topic = SourceFile(path: "Content/fire.md", text: HarbourFire.topic + "\n# Sailors\n\n# Others\n")
    #expect(check([topic]).diagnostics.map(\.rule) == [.duplicateAddress])
    #expect(check([], body: "# Fire first, sailors").diagnostics.map(\.rule) == [.duplicateAddress])
  }

  @Test("returns the quotations of links and block quotations by node")
  func givesCitations() throws {
    let text =
      "---\ntitle: Page\n---\n[18](source:fire-first \"Another 18 sailors\")\n\n> dozens of boats burned [](source:fire-first)\n"
    let sheet = try #require(check([SourceFile(path: "Content/page.md", text: text)]).value)
    let note = try #require(sheet.dossier.notes.first { $0.id == "page" })
    let citations = sheet.citations["Content/page.md"] ?? [:]
    let kinds = citations.keys.sorted().map { note.body.nodes[$0].kind }
    #expect(kinds == [.link, .blockQuote, .link])
    #expect(Set(citations.values.map(\.quotation.exact)) == ["Another 18 sailors", "dozens of boats burned"])
  }
}

extension String {
  var trimmingBlanks: String {
    var characters = Array(self)
    while characters.last?.isWhitespace == true { characters.removeLast() }
    return String(characters.drop { $0.isWhitespace })
  }
}
