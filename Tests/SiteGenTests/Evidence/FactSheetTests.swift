import Testing

@testable import SiteGen

@Suite("The fact sheet")
struct FactSheetTests {
  private let claims = """
      - {question: dockers, answer: at least 26, said_by: service, quote: "At least 26 dockers"}
      - {question: sailors, answer: 18, said_by: service, quote: "18 sailors", prefix: Another}
    """

  private func check(
    _ claims: String, more: String = "", settings: String = HarbourFire.settings, notes: [SourceFile] = []
  )
    -> Checked<FactSheet?>
  {
    HarbourFire.check(
      card: SourceFile(path: HarbourFire.cardPath, text: HarbourFire.card(claims, more: more)), notes: notes,
      settings: settings)
  }

  @Test("counts each shown code point of a seed once, and enforces the limit")
  func holdsToBudget() throws {
    let damaged =
      "damaged: [{quote: \"Another 18 sailors are missing\", probably: missing}]\n"
      + "left: [{quote: \"About 400 people slept in a school\", why: background}]"
    let shown =
      "At least 26 dockers".count + "Another 18 sailors are missing".count + "Leave a reply: 15 comments".count
    let total = HarbourFire.seedText.unicodeScalars.count
    let good = check(claims, more: damaged)
    #expect(good.diagnostics.map(\.message) == [])
    let source = try #require(good.value?.quoted.first)
    #expect(source.shown == shown && source.total == total)
    #expect(source.passages.map(\.claims) == [["fire-first-dockers"], ["fire-first-sailors"]])
    let settings = HarbourFire.settings.replacing("share: 90%", with: "share: 10%")
    #expect(check(claims, more: damaged, settings: settings).diagnostics.map(\.rule) == [.quoteBudget])
    let own = damaged + "\nquotations: {share: 40%, why: short}"
    #expect(check(claims, more: own, settings: settings).diagnostics.map(\.rule) == [])
  }

  @Test("shows only the first and last four words of a long passage that is no evidence")
  func countsEnds() throws {
    let more = "damaged: []"
    let card = HarbourFire.card("", more: more).replacing(
      "not_evidence: [{quote: \"Leave a reply: 15 comments\", why: form}]",
      with: "not_evidence: [{quote: \"The mayor has led the town since 2019. The ferry company did not say\", why: x}]")
    let checked = HarbourFire.check(card: SourceFile(path: HarbourFire.cardPath, text: card))
    #expect(checked.diagnostics.map(\.message) == [])
    #expect(checked.value?.quoted.first?.shown == "The mayor has led".count + "company did not say".count)
  }

  @Test("reports once that only digits are read in a language", arguments: ["nl", "pl", "eo"])
  func namesUnreadLanguages(_ language: String) {
    #expect(check(claims).diagnostics.map(\.rule) == [])
    let settings = HarbourFire.settings.replacing("language: en", with: "language: \(language)")
    let answered = check("", settings: settings).diagnostics.first { $0.rule == .languageWithoutWords }
    #expect(answered == nil, "a site without claims reads no numbers")
    let found = check(claims, settings: settings).diagnostics.filter { $0.rule == .languageWithoutWords }
    #expect(found.map { $0.place.file.text($0.place.span) } == ["fire.txt"], "the card names no language")
    let named = check(claims, more: "lang: \(language)").diagnostics.filter { $0.rule == .languageWithoutWords }
    #expect(named.map { $0.place.file.text($0.place.span) } == [language])
  }

  @Test("counts the quantities that are neither quoted nor listed under 'left'")
  func measuresCoverage() throws {
    let settings = HarbourFire.settings + "coverage: 90%\n"
    let short = check(claims, settings: settings)
    let answered = try #require(short.diagnostics.first)
    #expect(short.diagnostics.map(\.rule) == [.coverageShort] && answered.severity == .warning)
    #expect(answered.place.file.text(answered.place.span) == "90%")
    let source = try #require(short.value?.quoted.first)
    #expect(source.uncovered.map(\.exact) == ["More than 3,800", "18", "62", "About 400", "dozens", "12"])
    #expect(source.quantities == 8 && source.covered == 2)
    let left =
      "left: [{quote: \"More than 3,800 people\", why: x}, {quote: \"18 sailors were killed, and 62 are\", why: x},"
      + " {quote: \"About 400 people slept in a school; dozens of boats\", why: x}, {quote: \"sent 12 engines\", why: x}]"
    #expect(check(claims, more: left, settings: settings).diagnostics.map(\.rule) == [])
  }

  @Test("lists only the first of very many unused quantities, and says how many more there are")
  func limitsTheListOfUnusedQuantities() throws {
    var sheet = try #require(check(claims, settings: HarbourFire.settings + "coverage: 90%\n").value)
    sheet.quoted[0].uncovered.removeLast(2)
    let seed = "\nseeds/fire.txt: "
    #expect(coverageText(of: sheet).contains("\(seed)and 2 more unused quantities\(seed)2 of 8 quantities"))
    let short = try #require(coverageShort(sheet).first)
    #expect(short.notes.count == 5)
    #expect(short.notes.last?.message == "and 2 more, which 'sitegen check --coverage' lists")
  }

  @Test("warns of a part that is larger than its whole")
  func comparesParts() {
    let whole = claims + "\n  - {question: dead, answer: 18, said_by: service, quote: \"18 sailors were killed\"}"
    let found = check(whole).diagnostics
    #expect(found.map(\.rule) == [.partExceedsWhole])
    #expect(found.first.map { $0.place.file.text($0.place.span) } == "at least 26")
    let enough = claims + "\n  - {question: dead, answer: 62, said_by: service, quote: \"62 are in intensive care\"}"
    #expect(check(enough).diagnostics.map(\.rule) == [])
  }

  @Test("replays the sources into how the picture changed, and ends with what is known")
  func replays() throws {
    let later = SourceFile(
      path: "Content/sources/fire-later.md",
      text: HarbourFire.card(
        "  - {question: sailors, answer: 62, said_by: mayor, quote: \"62 are in intensive care\"}",
        seed: "62 are in intensive care, it is said."
      ).replacing("seed: fire.txt", with: "seed: later.txt").replacing(
        "published: 2033-01-07", with: "published: 2033-01-08"
      )
      .replacing("recorded: 2033-01-10", with: "recorded: 2033-01-09")
      .replacing("not_evidence: [{quote: \"Leave a reply: 15 comments\", why: form}]", with: ""))
    let seed = SourceFile(path: "seeds/later.txt", text: "62 are in intensive care, it is said.")
    let checked = check(claims, notes: [later, seed])
    #expect(checked.diagnostics.map(\.message) == [])
    let sheet = try #require(checked.value)
    #expect(sheet.history.map(\.sourceID) == ["fire-later", "fire-first"])
    #expect(sheet.history.map { $0.changes.map(\.question.id) } == [["sailors"], ["dockers", "sailors"]])
    for answered in sheet.answeredQuestions {
      let last = sheet.history.flatMap(\.changes).last { $0.question.id == answered.question.id }
      #expect(answered.brief.shows(sameAs: last?.after ?? .none))
    }
    #expect(sheet.answeredQuestions.first { $0.question.id == "sailors" }?.agreement == .disagree)
  }

  @Test("answers many wrong quotations of a large seed without searching it through for each")
  func staysFast() {
    var random = SplitMix(seed: 3)
    let words = (0..<20_000).map { _ in "w\(random.next(below: 3000))" }
    let seed = SeedText(SourceFile(path: "seeds/a.txt", text: words.joined(separator: " ")))
    let quotes = (0..<40).map { round in
      var quote = Array(words[round * 400..<round * 400 + 20])
      quote[9] = "other"
      return quote.joined(separator: " ")
    }
    let (prepared, unprepared) = (NearestPassages(seed, to: quotes), NearestPassages(seed, to: []))
    for (round, quote) in quotes.enumerated() {
      for nearest in [prepared, unprepared] {
        let match = nearest.nearest(to: quote)
        #expect(match.map { seed.text($0.place) } == words[round * 400..<round * 400 + 20].joined(separator: " "))
      }
    }
  }
}
