import Testing

@testable import SiteGen

/// `in_brief`, the headline that an editor gives a list.
@Suite struct ListHeadlineTests {
  private static let claims = """
      - {question: help, answer: engines from other towns, said_by: report, quote: "The towns nearby sent 12 engines."}
      - {question: sailors, answer: 18, said_by: service, quote: "18 sailors", prefix: Another}
      - {question: boats, answer: dozens, said_by: report, quote: "dozens of boats burned"}
    """
  private static let list = "help: {asks: Who helped?, label: Help, answers: many}"

  /// The site of the fire with a headline for its list, one answer to it, and one note more.
  private func files(headline: String, more: String = "", claims: String = claims) -> [SourceFile] {
    let topic = HarbourFire.topic.replacing(
      Self.list,
      with: """
        help:
            asks: Who helped?
            label: Help
            answers: many
            in_brief: \(headline)
        """ + more)
    return [
      SourceFile(path: "sitegen.yaml", text: HarbourFire.settings), SourceFile(path: "Content/fire.md", text: topic),
      SourceFile(path: "Content/index.md", text: "---\ntitle: Home\nasked_most: [help]\n---\n[](question:help)\n"),
      SourceFile(path: "Content/page.md", text: "---\ntitle: Page\n---\n# Dawn\n\nWords.\n"),
      SourceFile(path: "Content/speakers.yaml", text: HarbourFire.speakers),
      SourceFile(path: "seeds/fire.txt", text: HarbourFire.seedText),
      SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card(claims)),
    ]
  }

  @Test(arguments: [
    (Rule.unsourcedNumber, "The towns sent 12 engines."),
    (.staleNumber, "'[19](question:sailors) sailors helped.'"),
    (.answerNotInQuote, #"'The towns [sent 13](source:fire-first "sent 12 engines").'"#),
    (.quoteNotFound, #"'The towns [helped](source:fire-first "sent 13 engines").'"#),
    (.quoteNotEvidence, #"'[Many](source:fire-first "15 comments") helped.'"#),
    (.unknownSource, #"'[Many](source:fire-frist "12 engines") helped.'"#),
    (.unknownQuestion, "'Some: [](question:sailor).'"),
    (.unknownClaim, "'Some: [](claim:sailor).'"),
    (.brokenLink, "'See [the page](pages.md).'"),
    (.brokenLink, "'![](question:sailors)'"),
    (.rawHtml, "'Some <b>helped.'"),
    (.missingAlternativeText, "'Some ![](images/pier.png)'"),
  ])
  func isCheckedLikeANote(_ rule: Rule, _ headline: String) {
    let files = files(headline: headline) + [SourceFile(path: "Content/images/pier.png", text: "png")]
    let found = buildSite(files).diagnostics
    #expect(found.map(\.rule) == [rule], "\(found.map(\.message))")
    #expect(found.first?.place.file.path == "Content/fire.md")
  }

  private static let headline = #"""
    'Help [from the towns](source:fire-first "The towns nearby sent"), [later](page.md#dawn),
        [there](#sailors), [in order](timeline.html): [](question:sailors) sailors.'
    """#
  private static let plain = "Help from the towns, later, there, in order: 18 sailors."

  @Test func isShownWhereTheBriefAnswerIs() throws {
    let built = BuiltFiles(files(headline: Self.headline))
    let isBuilt = !built.paths.isEmpty && built.diagnostics.isEmpty
    try #require(isBuilt, "\(built.printedDiagnostics)")
    for (page, root, here) in [
      ("index.html", "", "fire.html#sailors"), ("fire.html", "", "#sailors"),
      ("questions/help.html", "../", "../fire.html#sailors"),
    ] {
      let text = built.text(page)
      #expect(text.contains("<a class=\"cite\" href=\"\(root)sources/fire-first.html#at_554_575\">from the towns</a>"))
      for address in [root + "page.html#dawn", here, root + "timeline.html"] {
        #expect(text.contains("<a href=\"\(address)\">"), "\(page) has no link to \(address)")
      }
      #expect(ScannedPage(text).fields.contains { $0.element["data-field"] == "brief" && $0.text == Self.plain })
    }
  }

  @Test func isPlainTextElsewhere() throws {
    let built = BuiltFiles(files(headline: Self.headline))
    let frame = built.text("embed/help.html")
    #expect(frame.contains("data-field=\"brief\">\(Self.plain)</strong>"))
    #expect(built.text("data/questions.json").contains("\"brief\": \"\(Self.plain)\""))
    #expect(built.text("data/questions.json").contains("\"in_brief\": \"\(Self.plain)\""))
    let description = "<meta name=\"description\" content=\"Who helped? \(Self.plain)\">"
    #expect(built.text("questions/help.html").contains(description))
    let site = try #require(siteOfExamples(built.inputs))
    #expect(site.searchEntries().contains { $0.text == "Help: " + Self.plain })
  }

  @Test func countsTowardsTheShareThatIsQuoted() throws {
    let sheet = try #require(buildSite(files(headline: Self.headline)).value?.sheet)
    #expect(sheet.quoted[0].passages.contains { $0.quotation.exact == "The towns nearby sent" && $0.claims.isEmpty })
  }

  /// A link without text shows the entries of the list, so that headlines can link to each other and to themselves.
  @Test func isNotShownInsideASentence() throws {
    let headline = "'Not only [](question:help), but [](question:others).'"
    let more = """

        others:
          asks: Who else?
          label: Others
          answers: many
          in_brief: 'Not only [](question:others), but [](question:help).'
      """
    let others = #"\#n  - {question: others, answer: a docker, said_by: report, quote: "said a docker"}"#
    let built = BuiltFiles(files(headline: headline, more: more, claims: Self.claims + others))
    #expect(built.diagnostics.map(\.message) == [])
    #expect(built.text("data/questions.json").contains("Not only engines from other towns, but a docker."))
    #expect(built.text("index.html").contains("<span>engines from other towns</span></a></p>"))
  }

  @Test func isNotShownWithoutAnAnswer() throws {
    let claims = Self.claims.split(separator: "\n").dropFirst().joined(separator: "\n")
    let built = BuiltFiles(files(headline: "Many helped.", claims: claims))
    #expect(built.diagnostics.map(\.message) == [])
    #expect(built.text("data/questions.json").contains("\"in_brief\": \"Many helped.\""))
    for page in built.pages { #expect(!built.text(page).contains("Many helped."), "\(page)") }
  }
}
