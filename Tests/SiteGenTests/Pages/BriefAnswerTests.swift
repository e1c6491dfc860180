import Testing

@testable import SiteGen

/// Brief answers and their reasons on pages, beyond the cases of docs/agreement.md.
@Suite struct BriefAnswerTests {
  /// A site with one question, whose files are changed by `edit`.
  private func site(
    _ counts: String, _ answers: String, edit: (String) -> String = { $0 }
  ) throws -> Site {
    let files = AgreementCase.files(of: [AgreementCase(counts: counts, answers: answers)])
    return try AgreementCase.site(
      from: files.map { SourceFile(path: $0.path, text: $0.path.hasPrefix("seeds/") ? $0.contents : edit($0.contents)) }
    )
  }

  private func answered(_ site: Site) throws -> FactSheet.AnsweredQuestion { try #require(site.answered("case-0")) }

  @Test func treatsANumberAsRoundIfItsQuotationHasTheRoundWord() throws {
    let site = try site("cumulative", "two dozen on 7 by police; 22 on 7 by mayor") {
      $0.replacing("answer: \"two dozen\"", with: "answer: \"24\"")
    }
    let question = try answered(site)
    #expect(question.evidence.map(\.claim.answer.value).sorted() == ["22", "24"])
    #expect(site.brief(of: question) == "22")
    #expect(question.agreement == .singleVoice)
  }

  @Test func saysThatNoReportExplainsADropUnlessANoteDoes() throws {
    let answers = "18 on 7 by police; 16 on 9 by police"
    let plain = try site("cumulative", answers)
    #expect(try plain.reason(of: answered(plain)).contains("No report explains the drop."))
    let noted = try site("cumulative", answers) {
      $0.replacing("answer: \"16\",", with: "answer: \"16\", note: Two men were counted twice.,")
    }
    #expect(try !noted.reason(of: answered(noted)).contains("explains"))
  }

  @Test func attributesAnAnswerOnlyToThoseWhoGaveIt() throws {
    let site = try site("cumulative", "more than 1,000 reported 6 by officials; hundreds reported 7 by mayor")
    let question = try answered(site)
    #expect(site.brief(of: question) == "more than 1,000")
    #expect(question.voices.isEmpty)
    #expect(question.brief.claims == ["c0-0-case-0"])
    #expect(
      site.details(of: question.brief, to: question.question)
        == "houses, in a report of 6 January 2033, according to unnamed officials")
    #expect(site.restsOn(question)?.contains("mayor") == false)
  }

  @Test(arguments: [
    ("26 on 7 by police", "houses, as of 7 January 2033, according to the police"),
    ("26 reported 7 by report", "houses, in a report of 7 January 2033"),
    ("26 on 7 by report; 26 on 7 by report", "houses, as of 7 January 2033, according to 2 reports"),
    (
      "26 on 7 by police; 26 reported 8 by mayor",
      "houses, in a report of 8 January 2033, according to the mayor"
    ),
    (
      "26 on 7 by police; 26 reported 7 by mayor",
      "houses, in reports of 7 January 2033, according to the police and the mayor"
    ),
    (
      "26 on 7 by report; 26 on 7 by police; 26 on 7 by report",
      "houses, as of 7 January 2033, according to the police and 2 reports"
    ),
    ("20 on 7 by police; 18 on 7 by mayor", "houses, as of 7 January 2033, according to the mayor and the police"),
    ("dozens on 7 by police", "as of 7 January 2033, according to the police"),
    ("18 on 7 in Ellis by police", "houses, as of 7 January 2033, according to the police"),
  ])
  func givesTheDetails(_ answers: String, _ details: String) throws {
    let site = try site("cumulative", answers)
    let question = try answered(site)
    #expect(site.details(of: question.brief, to: question.question) == details)
  }

  @Test func namesTheDaysOfAStateOnlyWithItsPlaces() throws {
    let site = try site("state", "open on 7 in Ellis by police; closed reported 9 in Quay by report")
    let question = try answered(site)
    #expect(
      site.brief(of: question) == "7 January 2033: open (Ellis); report of 9 January: closed (Quay)")
    #expect(
      site.details(of: question.brief, to: question.question) == "according to the police and 1 report")
    #expect(
      site.briefLines(of: question).map { $0.text + $0.separator } == [
        "7 January 2033: open (Ellis); ", "report of 9 January: closed (Quay)",
      ])
  }

  @Test(arguments: [
    ("state", "open on 9 in Ellis by police; closed on 9 in Quay by mayor", ["Ellis: open", "Quay: closed"]),
    (
      "state", "closed on 7 in Ellis by police; open on 9 in Ellis by police; closed on 9 in Quay by mayor",
      ["Ellis: open", "Quay: closed"]
    ),
    (
      "state", "closed on 7 in Wold by army; open on 9 in Ellis by police; closed on 9 in Quay by mayor",
      ["7 January 2033: closed (Wold)", "9 January: open (Ellis) and closed (Quay)"]
    ),
    (
      "state", "closed on 7 in Wold by army; open on 9 in Ellis by police; closed on 9 in Ellis by mayor",
      ["7 January 2033: closed (Wold)", "9 January: Ellis: open (the police), closed (the mayor)"]
    ),
    ("cumulative", "18 on 7 in Ellis by police; 26 on 7 in Quay by mayor", ["Ellis: 18", "Quay: 26"]),
    ("state", "open on 9 in Ellis by police", []),
  ])
  func givesEachDayOrPlaceALine(_ counts: String, _ answers: String, _ lines: [String]) throws {
    let site = try site(counts, answers)
    let question = try answered(site)
    #expect(site.briefLines(of: question).map(\.text) == lines)
    if !lines.isEmpty { #expect(site.brief(of: question) == lines.joined(separator: "; ")) }
  }

  @Test func showsTheSameTextInParts() throws {
    let site = try site(
      "state", "closed on 7 in A&B by army; open on 9 in Ellis by police; closed on 9 in Quay by mayor")
    let page = ScannedPage(
      site.briefLines(of: try answered(site)).map { line in
        "<p data-field=\"brief\">" + String(decoding: line.markup.bytes, as: UTF8.self) + "</p>"
      }.joined())
    #expect(
      page.texts["span"] == [
        "7 January 2033", ": ", "closed", " (", "A&B", ")", "; ",
        "9 January", ": ", "open", " (", "Ellis", ") and ", "closed", " (", "Quay", ")",
      ])
  }

  @Test func saysWhatIsMissingInTheWordsOfTheClaim() throws {
    let site = try site("cumulative", "absence the police gave no number on 7 by report")
    #expect(
      site.reason(of: try answered(site)).hasSuffix(
        "what was said about it: the police gave no number (“Report 1”, 7 January 2033)."))
  }

  @Test func printsOnlyWhatChanged() throws {
    let places = try site(
      "cumulative", "18 on 7 in Ellis by police; 26 on 7 in Quay by mayor; 30 on 8 in Quay by mayor")
    let last = try #require(places.sheet.history.last?.changes.first)
    #expect(places.before(last) == "Quay: 26")
    #expect(places.after(last) == "Quay: 30")
    let days = try site("state", "open on 7 in Ellis by police; closed on 9 in Quay by mayor")
    let more = try #require(days.sheet.history.last?.changes.first)
    #expect(days.before(more) == nil && days.isAddition(more))
    #expect(days.after(more) == "9 January 2033: closed (Quay)")
    let list = try site("list", "sandbags on 7 by police; boats on 8 by mayor")
    let added = try #require(list.sheet.history.last?.changes.first)
    #expect(list.before(added) == nil)
    #expect(list.after(added) == "boats")
    #expect(list.isAddition(added))
  }

  @Test func keepsPlacesApartInChartsAndTables() throws {
    let site = try site("cumulative", "18 on 7 in Ellis by police; 26 on 8 in Quay by mayor; 30 on 7 in Quay by army")
    let question = try answered(site)
    let chart = try #require(site.chart(of: question))
    #expect(chart.panels.map(\.place) == ["Ellis", "Quay"])
    let rows = PageContext(site, address: Address.question("case-0")).answersByPlace(
      question.evidence, areAnchored: false)
    #expect(rows.map(\.placeHeading) == ["Ellis", "Quay", nil])
    #expect(rows.map(\.evidence.claim.answer.value) == ["18", "30", "26"])
  }

  @Test func hasNoPlaceHeadingsInATableWithoutPlaces() throws {
    let site = try site("cumulative", "18 on 7 by police; 26 on 8 by mayor")
    let rows = PageContext(site, address: "").answersByPlace(try answered(site).evidence, areAnchored: false)
    #expect(rows.allSatisfy { $0.placeHeading == nil })
  }

  /// All answers differ, or all are equal: neither may take minutes.
  @Test(arguments: [1, 1999])
  func comparesThousandsOfAnswers(_ different: Int) throws {
    let question = Question(
      id: "q", topic: "t", asks: "?", label: "q", kind: .numeric(unit: "people", counts: .event), partOf: nil,
      isSensitive: false, span: 0..<0)
    let day = try #require(Day(year: 2033, month: 1, day: 7))
    let given = (0..<2000).map { index in
      GivenAnswer(
        id: "c\(index)", answer: .quantity(Quantity(Double(index % different))), day: day, speaker: "s\(index)",
        sourceID: "r\(index)", voice: "s\(index)")
    }
    let brief = briefAnswer(to: question, from: given)
    let all = agreements(on: question, among: given, brief: brief)
    #expect(all.first?.agreement == (different == 1 ? .agree : .disagree))
    #expect(brief.all.count == different)
  }
}

@Suite struct NoteOutdatedTests {
  private func warnings(updated: String, body: String) throws -> [Diagnostic] {
    let note = "---\ntitle: A note\nupdated: \(updated)\n---\n\(body)\n"
    let answers = AgreementCase(counts: "cumulative", answers: "18 on 7 by police; 26 on 8 by mayor")
    let files =
      AgreementCase.files(of: [answers]).map { file in
        file.path == "Content/sources/c0-1.md"
          ? SourceFile(
            path: file.path, text: file.contents.replacing("recorded: 2033-02-01", with: "recorded: 2033-02-05"))
          : file
      } + [SourceFile(path: "Content/note.md", text: note)]
    let sheet = try #require(factSheet(ProjectFiles(files)).value)
    return noteOutdated(sheet)
  }

  @Test(arguments: ["[](question:case-0) houses", "![How many](question:case-0)"])
  func listsANoteThatShowsAnAnswerWhichALaterSourceChanged(_ body: String) throws {
    let found = try warnings(updated: "2033-02-01", body: body)
    #expect(found.map(\.place.file.path) == ["Content/note.md"])
    #expect(found.first?.remedy == "read the note again, then write 'updated: 2033-02-05' or a later day")
    #expect(found.first?.notes.map(\.message) == ["'c0-1', recorded on 2033-02-05, changed 'case-0'"])
  }

  @Test func isSilentAboutNotesThatWereReadSinceOrNameNoChangedQuestion() throws {
    #expect(try warnings(updated: "2033-02-05", body: "[](question:case-0) houses").isEmpty)
    #expect(try warnings(updated: "2033-02-01", body: "Nothing about it.").isEmpty)
  }
}
