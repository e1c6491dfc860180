import Testing

@testable import SiteGen

private let firstSeed =
  "The warden counted 4 people hurt.\nAn unnamed man said 5 people were hurt. The bridge fell on 3 May. The ferry sank.\n"
private let secondSeed = "Nobody counted 7 boats at noon. Later 4 people were said to be hurt.\n"

private let inputs: [String: String] = [
  "sitegen.yaml": "title: The bridge\nlanguage: en\nbase_url: https://bridge.example/\nquotations: {share: 100%}\n",
  "Content/index.md": "---\ntitle: Home\nsummary: A bridge\nasked_most: [hurt]\n---\n\nWords.\n",
  "Content/bridge.md": """
  ---
  title: The bridge
  summary: What is known
  questions:
    hurt:
      asks: How many people were hurt?
      label: Hurt
      unit: people
      counts: cumulative
    events:
      asks: What happened?
      label: Events
      answers: many
    lost:
      asks: How many people were lost?
      label: Lost
      unit: people
      counts: cumulative
  ---

  The warden counted [4 people](source:2031-05-04-first "4 people hurt"), he said. Now: [](question:hurt).

  """,
  "Content/speakers.yaml":
    "warden:\n  name: the warden\n  kind: person\nman:\n  name: an unnamed man\n  kind: unattributed\n",
  "Content/sources/2031-05-04-first.md": """
  ---
  seed: first.txt
  sha256: \(sha256(Array(firstSeed.utf8)))
  title: The bridge
  published: 2031-05-04
  published_basis: stated
  recorded: 2031-05-06
  fidelity: original
  claims:
    - question: hurt
      answer: "4"
      said_by: warden
      quote: The warden counted 4 people hurt.
    - id: 2031-05-04-first-hurt-man
      question: hurt
      answer: "5"
      said_by: man
      quote: An unnamed man said 5 people were hurt.
      note: He may have counted the ferry.
    - question: events
      answer: the bridge fell
      happened: 2031-05-03
      said_by: report
      quote: The bridge fell on 3 May.
    - id: 2031-05-04-first-ferry
      question: events
      answer: the ferry sank
      said_by: report
      quote: The ferry sank.
  ---

  """,
  "Content/sources/2031-05-05-second.md": """
  ---
  seed: second.txt
  sha256: \(sha256(Array(secondSeed.utf8)))
  title: The boats
  published: 2031-05-05
  published_basis: stated
  recorded: 2031-05-06
  fidelity: reworded
  claims:
    - question: events
      answer: nobody counted
      said_by: report
      quote: Nobody counted
    - question: hurt
      answer: "4"
      modality: rumoured
      said_by: report
      quote: 4 people were said to be hurt
  ---

  """,
  "seeds/first.txt": firstSeed, "seeds/second.txt": secondSeed,
]

/// The pages of a small site in which two speakers contradict each other.
@Suite struct PageContentTests {
  private func built(_ more: [String: String] = [:]) throws -> BuiltFiles {
    let files = inputs.merging(more) { $1 }.map { SourceFile(path: $0.key, text: $0.value) }
      .sorted { utf8Precedes($0.path, $1.path) }
    let built = BuiltFiles(files)
    try #require(!built.paths.isEmpty, "\(built.printedDiagnostics)")
    return built
  }

  @Test func givesTheSourcesAndVoicesOfAnswers() throws {
    let site = try built()
    // The rumour of the second document decides nothing.
    #expect(
      site.text("questions/hurt.html").contains(
        "The short answer: 1 report (1 in its original wording); 1 named speaker: the warden."))
    #expect(
      site.text("questions/events.html").contains(
        "The short answer: 2 reports (1 in its original wording, 1 reworded copy); no speaker is named."))
    #expect(!site.text("questions/lost.html").contains("The short answer:"))
  }

  @Test func givesTheEditorsRemarkWhereAnswersDisagree() throws {
    let page = try built().text("questions/hurt.html")
    let top = page[..<(try #require(page.firstRange(of: "id=\"all_answers\"")).lowerBound)]
    #expect(top.contains("<strong data-question=\"hurt\" data-field=\"agreement\">Reports differ</strong>"))
    #expect(top.contains("5: <span data-claim=\"2031-05-04-first-hurt-man\" data-field=\"note\">He may have counted"))
  }

  @Test func namesTheSpeakersOfAShortAnswer() throws {
    let home = try built().text("index.html")
    #expect(home.contains("people, in a report of 4 May, according to the warden and an unnamed man"))
  }

  @Test func citesTheDocumentsAndTheAgreement() throws {
    let page = try built().text("questions/hurt.html")
    #expect(page.contains("4 or 5 people, in a report of 4 May 2031, according to the warden and an unnamed man"))
    #expect(
      page.contains("an unnamed man [Reports differ]; reported in “The bridge” (original wording). In: The bridge."))
  }

  @Test func listsUndatedAnswersSeparately() throws {
    let page = try built().text("timeline.html")
    let dated = page[..<(try #require(page.firstRange(of: "id=\"without_day\"")).lowerBound)]
    let undated = page[dated.endIndex...]
    #expect(dated.contains("the bridge fell") && !dated.contains("the ferry sank"))
    #expect(undated.contains("the ferry sank") && undated.contains("nobody counted"))
    #expect(!undated.contains("the bridge fell") && !undated.contains(">5</strong>"))
  }

  @Test func drawsWordsLeftOutOfADocument() throws {
    let site = try built()
    // There is only white space between these passages, or one contains the other.
    let whole = site.text("sources/2031-05-04-first.html")
    #expect(!whole.contains("class=\"bars\"") && whole.contains(">4 people hurt</span>"))
    let part = site.text("sources/2031-05-05-second.html")
    #expect(part.ranges(of: "class=\"bars\"").count == 1 && part.contains("[5 words not shown]"))
  }

  @Test(arguments: [
    ("4 people hurt", "4 people hurt"), ("4\n people  hurt", "4 people hurt"), ("a b c d e f", "a b c d e f"),
    ("a b c d\ne f g", "a b c d e f…"), ("", ""), (" a ", "a"),
    (String(repeating: "ä", count: 61), String(repeating: "ä", count: 60) + "…"),
    (String(repeating: "ä", count: 60), String(repeating: "ä", count: 60)),
  ])
  func namesAPassageByItsFirstWords(quotation: String, words: String) {
    #expect(firstWords(of: quotation) == words)
  }

  @Test func listsOnlyTheEntriesAddedToAList() throws {
    let site = try built()
    let updates = site.text("updates.html")
    #expect(updates.contains("Events</a>: <strong>nobody counted</strong>"))
    #expect(updates.contains("Events</a>: <strong>the bridge fell; the ferry sank</strong>"))
    let question = site.text("questions/events.html")
    #expect(
      question.contains("After adding <a href=\"../sources/2031-05-05-second.html\">“The boats”</a>: added: <strong>"))
    #expect(site.text("feed.json").contains("Events, added: nobody counted"))
  }

  @Test func namesDaysOfTheStripByWhatHappened() throws {
    func labels(_ site: BuiltFiles) -> [String] {
      site.text("index.html").matches(of: /<span class="labels">([^<]*)</).map { String($0.output.1) }
    }
    #expect(labels(try built()) == ["Events"])
    let topic = try #require(inputs["Content/bridge.md"])
    let card = try #require(inputs["Content/sources/2031-05-04-first.md"])
    let dated = try built([
      "Content/bridge.md": topic.replacing(
        "  lost:\n",
        with: "  fall: {asks: When did the bridge fall?, label: The fall, unit: date, counts: event}\n  lost:\n"),
      "Content/sources/2031-05-04-first.md": card.replacing(
        "  - id: 2031-05-04-first-ferry\n",
        with: """
            - question: fall
              answer: "2031-05-03"
              happened: 2031-05-03
              said_by: report
              quote: The bridge fell on 3 May.
            - id: 2031-05-04-first-ferry
              happened: 2031-05-04

          """),
    ])
    #expect(labels(dated) == ["The fall", "Events"], "a question that asks for the day names it")
  }

  @Test func doesNotSayTwiceThatAnAnswerIsNotKnown() throws {
    let card = try #require(inputs["Content/sources/2031-05-05-second.md"])
    let site = try built([
      "Content/sources/2031-05-05-second.md": card.replacing(
        "answer: nobody counted\n", with: "answer: unknown\n    modality: absence\n")
    ])
    #expect(
      site.text("unknowns.html").contains(
        "<p class=\"value\"><strong><bdi>not known</bdi></strong></p>\n<div class=\"proof\">"))
    #expect(site.text("questions/events.html").ranges(of: "not known</strong>").count == 1)
  }

  @Test func letsSearchEnginesIndexOnlyListedPages() throws {
    let site = try built()
    let map = site.text("sitemap.xml")
    for page in site.pages {
      let isListed = map.contains("<loc>https://bridge.example/\(page == "index.html" ? "" : page)</loc>")
      #expect(site.text(page).contains("content=\"noindex\"") != isListed, "\(page)")
    }
  }

  @Test func keepsTheNumberOfACitationNextToItsWords() throws {
    let page = try built().text("bridge.html")
    #expect(page.contains("4 people</span>&#8288;<span class=\"cite-number\"><span aria-hidden=\"true\"><span"))
    #expect(page.contains("</button></span>&#8288;, he said"))
    // As plain text, the number must not continue a figure.
    #expect(page.contains("<span class=\"hidden\">[</span>1<span class=\"hidden\">]</span></span><button"))
  }

  @Test func showsOneStatusOnACard() throws {
    for tested in SiteInTests.all {
      let built = try tested.build()
      for page in built.pages {
        for card in built.text(page).split(separator: "<li class=\"row").dropFirst() {
          let card = card[..<(card.firstRange(of: "</li>")?.lowerBound ?? card.endIndex)]
          #expect(card.ranges(of: "data-field=\"agreement\"").count <= 1, "\(page): \(card.prefix(200))")
        }
      }
    }
  }

  @Test func searchesTheAnswersInLinksOfANote() throws {
    let site = try built()
    let entries = site.paths.filter { $0.hasPrefix("search/entries") }.map(site.text).joined()
    #expect(entries.contains("he said. Now: 4 or 5."))
  }

  @Test func usesTheSitesOwnPartialInCards() throws {
    let site = try built(["Templates/brief.mustache": "<p>{{brief}}!</p>\n"])
    #expect(site.text("index.html").contains("<p>4 or 5!</p>"))
    #expect(site.text("questions/hurt.html").contains("<p>4 or 5!</p>"))
  }

  @Test func tellsAnEventOfTheTimelineOnce() throws {
    let card = try #require(inputs["Content/sources/2031-05-05-second.md"])
    let site = try built([
      "Content/sources/2031-05-05-second.md": card.replacing(
        "answer: nobody counted\n", with: "answer: the bridge fell\n    happened: 2031-05-03\n")
    ])
    let timeline = site.text("timeline.html")
    #expect(timeline.ranges(of: "<p class=\"what\">").count == 2, "one event and one without a day")
    #expect(timeline.contains("<summary><bdi>The bridge and The boats</bdi><span"))
    #expect(timeline.contains("The bridge fell on 3 May.") && timeline.contains("Nobody counted"))
  }

  @Test func setsAnswersThatContradictEachOtherSideBySide() throws {
    let site = try built()
    for page in ["index.html", "disagreements.html"] {
      let text = site.text(page)
      for (answer, speaker) in [("4", "the warden"), ("5", "an unnamed man")] {
        #expect(
          text.contains(
            "<strong><bdi>\(answer)</bdi></strong> <span class=\"details\"><bdi>\(speaker)</bdi>, in a report of 4 May")
        )
      }
    }
  }

  @Test func namesWhatComesNearAnOpenQuestion() throws {
    let topic = try #require(inputs["Content/bridge.md"])
    let site = try built([
      "Content/bridge.md": topic.replacing(
        "label: Lost\n",
        with: "label: Lost\n    part_of: hurt\n    related: [{question: hurt, note: Those hurt may be lost.}]\n")
    ])
    #expect(
      site.text("unknowns.html").ranges(of: "<a href=\"questions/hurt.html\">Hurt</a>: <bdi>4 or 5</bdi></span>").count
        == 1, "although it is the whole and a related question")
  }

  @Test func showsNoAnswerTwiceOnTheHomePage() throws {
    let home = try built().text("index.html")
    #expect(home.ranges(of: "data-question=\"hurt\" data-field=\"brief\"").count == 1, "the figure with its chart")
    #expect(!home.contains("id=\"asked_most\""))
  }

  @Test func namesWhatHappenedOnceInTheStrip() throws {
    let card = try #require(inputs["Content/sources/2031-05-05-second.md"])
    let site = try built([
      "Content/sources/2031-05-05-second.md": card.replacing(
        "answer: nobody counted\n", with: "answer: nobody counted\n    happened: 2031-05-04\n")
    ])
    for page in ["index.html", "timeline.html"] {
      #expect(site.text(page).ranges(of: "<span class=\"labels\">Events</span>").count == 1, "\(page)")
      #expect(site.text(page).contains("timeline.html#day_2031-05-04\" aria-label=\"4 May 2031: 1 answer\">4</a>"))
      #expect(site.text(page).contains("<span class=\"labels\">nobody counted</span>"), "the next day gives its answer")
    }
  }

  @Test func marksTheTopicOfAQuestionInTheNavigation() throws {
    let settings = try #require(inputs["sitegen.yaml"])
    let site = try built(["sitegen.yaml": settings + "navigation: [bridge, sources]\n"])
    #expect(site.text("bridge.html").contains("<a href=\"bridge.html\" aria-current=\"page\">"))
    #expect(site.text("questions/hurt.html").contains("<a href=\"../bridge.html\" aria-current=\"true\">"))
    #expect(!site.text("index.html").contains("aria-current"))
  }

  @Test func marksTheFigureInItsQuotation() throws {
    let page = try built().text("questions/hurt.html")
    #expect(page.contains("The warden counted <mark>4</mark> people hurt.</p>"))
    #expect(page.contains("aria-label=\"At 0% of the text\""))
  }
}
