import Testing

@testable import SiteGen

@Suite("One cause, one diagnostic")
struct OneCauseTests {
  private static let note = """
    ---
    title: Notes
    ---
    [At least 40 houses](source:ela "At least 40 houses"), [at least 40](question:houses-flooded),
    [first](sources/ela.md#ela-houses-flooded), [asked](houses.md#houses-flooded), [page](questions/bridge.html).

    """

  private static let good: [(path: String, text: String)] =
    Flood.files.filter { $0.path != "Templates/page.mustache" }
    .map { ($0.path, $0.text.replacing("share: 60%", with: "share: 100%")) } + [("Content/notes.md", note)]

  private func diagnostics(_ files: [(path: String, text: String)], unread: [String] = []) -> [String] {
    buildSite(files.map { SourceFile(path: $0.path, text: $0.text) }, unread: unread).diagnostics
      .map { "\($0.place.file.path) \($0.rule.id)" }
  }

  @Test(
    "reports nothing about files that could not be read",
    arguments: [
      [], ["Content"], ["Content/sources"], ["Content/sources/ela.md"], ["Content/houses.md"],
      ["Content/speakers.yaml"],
      ["seeds"], ["seeds/ela.txt"], ["Content/images"],
    ])
  func sparesUnread(_ unread: [String]) {
    let hidden = UnreadFiles(unread)
    let files = OneCauseTests.good.filter { !hidden.covers($0.path) }
    #expect(diagnostics(files, unread: unread) == [])
  }

  @Test(
    "reports only the cause",
    arguments: [
      ("Content/sources/ela.md", "At least 40 houses were", "At least 40 horses were", ["quote-not-found"]),
      ("Content/sources/ela.md", "answer: at least 40", "answer: at least 41", ["answer-not-in-quote"]),
      ("Content/sources/ela.md", "quote: \"At least 40", "qoute: \"At least 40", ["unknown-key"]),
      ("Content/sources/ela.md", "sha256: ", "sha256: \(String(repeating: "0", count: 64)) # ", ["seed-changed"]),
      ("Content/sources/ela.md", "published: 2031-05-04", "published: 2031-02-30", ["wrong-value"]),
      ("Content/sources/ela.md", "as_of: 2031-05-03", "as_of: 2031-02-30", ["wrong-value"]),
      ("Content/sources/ela.md", "as_of: 2031-05-03", "as_of: 2031-06-03", ["date-impossible"]),
      ("Content/notes.md", "\"At least 40 houses", "\"At least 40 horses", ["quote-not-found"]),
      ("Content/houses.md", "questions:", "question:", ["unknown-key"]),
      (
        "Content/speakers.yaml",
        "mayor:\n  name: Mayor of Marnow\n  kind: government\n  also: [the mayor, town hall]\n",
        "mayor: x\n", ["wrong-value"]
      ),
      ("seeds/ela.txt", "At least 40 houses", "At least 40 horses", ["seed-changed"]),
      ("seeds/ela.txt", "The river", "\u{0}The river", ["seed-unreadable"]),
    ])
  func findsTheCause(_ path: String, _ passage: String, _ instead: String, _ rules: [String]) throws {
    let good = try #require(OneCauseTests.good.first { $0.path == path }).text
    try #require(good.contains(passage))
    let spoilt = OneCauseTests.good.map {
      $0.path == path ? ($0.path, $0.text.replacing(passage, with: instead, maxReplacements: 1)) : $0
    }
    let place = rules == ["seed-changed"] ? "Content/sources/ela.md" : path
    #expect(diagnostics(spoilt) == rules.map { "\(place) \($0)" })
  }

  @Test("locates duplicates and excesses")
  func pointsAtTheWords() throws {
    let card = MarkedFile(
      HarbourFire.cardPath,
      HarbourFire.card(
        """
          - {id: one, question: dockers, answer: at least 26, said_by: service, quote: "At least 26 dockers"}
          - {id: «one», question: help, answer: march, said_by: report, quote: "non-violent march"}
          - {id: two, question: dead, answer: "18", said_by: service, figure: «At least 26 dockers and 18 sailors», quote: "At least 26 dockers and 18 sailors were killed"}
        """))
    let found = HarbourFire.check(card: card.file).diagnostics.filter {
      [.duplicateId, .answerAmbiguous].contains($0.rule)
    }
    #expect(found.map(\.place.span) == card.spans)
  }

  @Test("counts coverage if all evidence is valid")
  func countsCoverage() {
    let files = OneCauseTests.good.map { file in
      file.path == "Content/sources/ela.md"
        ? (
          file.path,
          file.text.replacing(
            sha256(Array(Flood.seedText.utf8)), with: sha256(Array((Flood.seedText + "Nine boats sank.").utf8)))
        )
        : file.path == "seeds/ela.txt" ? (file.path, file.text + "Nine boats sank.") : file
    }
    #expect(diagnostics(files) == ["sitegen.yaml coverage-short"])
  }
}
