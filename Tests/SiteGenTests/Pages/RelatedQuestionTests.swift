import Testing

@testable import SiteGen

/// `related`, `notice`, `short_title` and the plural forms of `unit` on pages and in the data.
@Suite struct RelatedQuestionTests {
  private static let claims = """
      - {question: dockers, answer: at least 26, said_by: service, quote: "At least 26 dockers"}
      - {question: sailors, answer: 18, said_by: service, quote: "18 sailors", prefix: Another}
      - {question: boats, answer: dozens, said_by: report, quote: "dozens of boats burned"}
      - {id: one-ferry, question: ferries, answer: 1, said_by: report, quote: "The mayor has led the town", reads: 1, why: it has one}
    """

  /// The site of the fire, with a relation of its dockers to its sailors.
  private func files(
    note: String = "Both are [among the dead](question:dead).", more: String = "", notice: String = "First figures.",
    shortTitle: String = "Fire (7 Jan)", sailors: String = "", edit: (String) -> String = { $0 }
  ) -> [SourceFile] {
    var topic = HarbourFire.topic.replacing(
      "  dockers: {asks: How many dockers died?, label: Dockers, unit: people, counts: event, part_of: dead}\n",
      with: """
          dockers:
            asks: How many dockers died?
            label: Dockers
            unit: {one: docker, other: dockers}
            counts: event
            related:
              - question: sailors
                note: '\(note)'\(more)
          ferries: {asks: How many ferries burned?, label: Ferries, unit: {one: ferry, other: ferries}, counts: event}

        """)
    topic = topic.replacing("label: Sailors,", with: "label: Sailors,\(sailors)")
    let card = HarbourFire.card(Self.claims, more: "short_title: \(shortTitle)")
    let index = "---\ntitle: Home\nnotice: '\(notice)'\nasked_most: [dockers, sailors, boats]\n---\nWords.\n"
    return [
      SourceFile(path: "sitegen.yaml", text: HarbourFire.settings),
      SourceFile(path: "Content/fire.md", text: edit(topic)),
      SourceFile(path: "Content/index.md", text: index),
      SourceFile(path: "Content/speakers.yaml", text: HarbourFire.speakers),
      SourceFile(path: "seeds/fire.txt", text: HarbourFire.seedText),
      SourceFile(path: HarbourFire.cardPath, text: card),
    ]
  }

  private func built(_ files: [SourceFile]) throws -> BuiltFiles {
    let built = BuiltFiles(files)
    let isClean = !built.paths.isEmpty && built.diagnostics.isEmpty
    try #require(isClean, "\(built.printedDiagnostics)")
    return built
  }

  @Test(arguments: [
    (Rule.unsourcedNumber, "Another 44."), (.staleNumber, "[19](question:sailors) sailors died."),
    (.quoteNotFound, #"See [it](source:fire-first "27 dockers")."#), (.brokenLink, "See [it](nowhere.md)."),
    (.rawHtml, "See <b>it."), (.unknownQuestion, "See [](question:sailor)."),
  ])
  func checksTheNoteOfARelationAndTheNotice(_ rule: Rule, _ text: String) {
    let related = buildSite(files(note: text)).diagnostics
    #expect(related.map(\.rule) == [rule], "\(related.map(\.message))")
    #expect(related.map(\.place.file.path) == ["Content/fire.md"])
    let notice = buildSite(files(notice: text)).diagnostics
    #expect(notice.map(\.rule) == [rule], "\(notice.map(\.message))")
    #expect(notice.map(\.place.file.path) == ["Content/index.md"])
  }

  @Test func showsARelationAtBothQuestions() throws {
    let built = try built(files())
    for (page, other, label) in [("dockers", "sailors", "Sailors"), ("sailors", "dockers", "Dockers")] {
      let said =
        "Both are <a class=\"answer\" href=\"../questions/dead.html\">among the dead</a>.</p>\n"
        + "<p class=\"related\">See also: <a href=\"../questions/\(other).html\">\(label)</a></p>"
      #expect(built.text("questions/\(page).html").contains(said))
      let framed =
        "See also: <a href=\"../questions/\(other).html\" target=\"_top\">\(label)</a>. Both are among the dead.</p>"
      #expect(built.text("embed/\(page).html").contains(framed))
    }
    let data = built.text("data/questions.json")
    #expect(data.contains("\"related\": {\n      \"sailors\": \"Both are among the dead.\"\n    }"))
    #expect(data.contains("\"related\": {\n      \"dockers\": \"Both are among the dead.\"\n    }"))
    let site = try #require(siteOfExamples(built.inputs))
    let found = site.searchEntries().filter { $0.text.hasSuffix(" · Both are among the dead.") }
    #expect(found.map(\.kind) == [.question, .question])
  }

  @Test func reportsARelationThatBothQuestionsGive() {
    let text = files { topic in
      topic.replacing(
        "sailors: {asks: How many sailors died?,",
        with: "sailors: {related: [{question: dockers, note: x}], asks: How many sailors died?,")
    }
    let found = buildSite(text).diagnostics
    #expect(found.map(\.message) == ["'dockers' and 'sailors' are already related"])
    #expect(found.first?.notes.map(\.message) == ["the first time"])
  }

  /// A note may repeat an answer.
  @Test func hidesTheNoteOnASensitiveQuestionElsewhere() throws {
    let built = try built(files(sailors: " sensitive: true,"))
    #expect(built.text("questions/sailors.html").contains("Both are <a"))
    let alone = "See also: <a href=\"../questions/sailors.html\">Sailors</a></p>"
    #expect(built.text("questions/dockers.html").contains(alone))
    for page in ["questions/dockers.html", "embed/dockers.html", "index.html"] {
      #expect(!built.text(page).contains("Both are"), "\(page)")
    }
    let site = try #require(siteOfExamples(built.inputs))
    #expect(!site.searchEntries().contains { $0.text.contains("Both are") })
  }

  @Test func showsTheNoticeOnTheHomePageAndOnTopics() throws {
    let notice = #"[Few](source:fire-first "Another 18 sailors") figures, see [here](index.md#x)."#
    let files = files(notice: notice).map { file in
      file.path == "Content/index.md" ? SourceFile(path: file.path, text: file.contents + "\n# X\n") : file
    }
    let built = try built(files)
    for page in ["index.html", "fire.html"] {
      let text = built.text(page)
      #expect(text.contains("</h1>\n<p class=\"notice\"><span class=\"cited\">Few</span>"))
      #expect(text.contains("figures, see <a href=\"index.html#x\">here</a>.</p>"))
      #expect(text.contains("<li id=\"evidence_1\">"))
    }
    #expect(!built.text("questions/dockers.html").contains("class=\"notice\""))
    let site = try #require(siteOfExamples(built.inputs))
    let home = try #require(site.searchEntries().first { $0.address == "index.html" })
    #expect(home.text.hasPrefix("Few figures, see here. Words"), "\(home.text)")
  }

  @Test func printsTheFormOfTheUnitThatTheNumberTakes() throws {
    let built = try built(files())
    #expect(built.text("questions/ferries.html").contains("<span class=\"details\">ferry,"))
    #expect(built.text("questions/dockers.html").contains("<span class=\"details\">dockers,"))
    let vague = built.text("questions/boats.html")
    #expect(vague.contains(">dozens</strong>") && !vague.contains("<span class=\"details\">boats"))
    let data = built.text("data/questions.json")
    #expect(data.contains("\"unit\": \"ferries\""))
    #expect(data.contains("\"unit_forms\": {\n      \"one\": \"ferry\",\n      \"other\": \"ferries\"\n    }"))
  }

  @Test(arguments: [
    ("en", "one", 1.0), ("en", "other", 0), ("en", "other", 1.5), ("en", "other", 1_000_000), ("fr", "one", 1.5),
    ("fr", "other", 2.5), ("fr", "many", 1_000_000), ("ru", "one", 21), ("ru", "few", 3), ("ru", "many", 11),
    ("ru", "other", 2.5), ("fa", "one", 0.5), ("ar", "two", 2), ("ar", "zero", 0), ("zh", "other", 1),
    ("en", "other", 1e300),
  ])
  func choosesTheFormOfANumber(_ language: String, _ form: String, _ number: Double) {
    #expect(PluralRules(language: language).category(of: number).rawValue == form)
  }

  @Test func namesASourceByItsShortTitleInRows() throws {
    let built = try built(files())
    let question = built.text("questions/dockers.html")
    #expect(question.contains("data-field=\"source\">Fire (7 Jan)</a>"))
    #expect(built.text("sources/fire-first.html").contains("<h1>Fire in the harbour</h1>"))
    #expect(built.text("sources.html").contains(">Fire (7 Jan)</a> <span class=\"details\">Fire in the harbour</span>"))
    #expect(built.text("data/sources.json").contains("\"short_title\": \"Fire (7 Jan)\""))
    for page in built.pages {
      #expect(!built.text(page).contains("“Fire (7 Jan)”"), "the editors' title is no quotation")
    }
  }

  @Test(arguments: [
    ("3,800 led out", true), ("62 in care (7 Jan)", true), ("26 or 27 dead", false), ("44 dead", false),
  ])
  func acceptsANumberInAShortTitleOnlyFromTheDocument(_ title: String, _ isAccepted: Bool) {
    let found = buildSite(files(shortTitle: title)).diagnostics
    #expect(found.map(\.rule) == (isAccepted ? [] : [.unsourcedNumber]), "\(found.map(\.message))")
  }
}

extension Site {
  /// All entries of the search.
  func searchEntries() -> [SearchEntry] {
    var entries: [SearchEntry] = []
    forEachSearchEntry { entries.append($0) }
    return entries
  }
}
