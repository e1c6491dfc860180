import Testing

@testable import SiteGen

/// Answers in the lists of pages: who gave them, what was added or changed, and how they stand beside their words.
@Suite struct AnswerListTests {
  private func built(_ cases: [AgreementCase], edit: (String) -> String = { $0 }) throws -> BuiltFiles {
    let built = BuiltFiles(
      AgreementCase.files(of: cases).map { file in
        SourceFile(path: file.path, text: file.path.hasPrefix("seeds/") ? file.contents : edit(file.contents))
      })
    try #require(!built.paths.isEmpty, "\(built.printedDiagnostics)")
    return built
  }

  @Test(arguments: [
    ("boats", "the police"),
    ("the mayor: boats", "the police"),
    ("the pol: boats", "the police"),
    ("many: boats", "the police"),
    ("the police: boats", nil),
    ("The police: boats", nil),
  ])
  func namesTheSpeakerOnce(_ answer: String, _ speaker: String?) throws {
    let cases = [AgreementCase(counts: "list", answers: "\(answer) on 7 by police; sandbags on 7 by mayor")]
    let site = try AgreementCase.site(from: AgreementCase.files(of: cases))
    let sides = AnswerSide.all(of: try #require(site.answered("case-0")), on: site)
    #expect(sides.map(\.speakerBesides).contains(speaker))
    #expect(sides.map(\.speakerBesides).contains("the mayor"))
  }

  @Test func takesAnotherNameOfTheSpeakerAsItsName() throws {
    let cases = [AgreementCase(counts: "list", answers: "the town hall: boats on 7 by mayor; sandbags on 7 by army")]
    let site = try AgreementCase.site(from: AgreementCase.files(of: cases))
    let sides = AnswerSide.all(of: try #require(site.answered("case-0")), on: site)
    #expect(Set(sides.map(\.speakerBesides)) == [nil, "the army"])
  }

  @Test func listsWhatChangedApartFromWhatWasAdded() throws {
    let text = try built([
      AgreementCase(counts: "cumulative", answers: "18 on 7 by police; 26 on 8 by mayor"),
      AgreementCase(counts: "list", answers: "sandbags on 7 by police; boats on 8 by mayor"),
    ]).text("updates.html")
    let lists = text.split(separator: "<h3>").dropFirst()
    let changed = lists.filter { $0.hasPrefix("Changed") }
    let added = lists.filter { $0.hasPrefix("Added") }
    #expect(changed.count + added.count == lists.count)
    #expect(changed.count == 1 && changed.allSatisfy { $0.contains("26") && $0.contains("→") && !$0.contains("boats") })
    #expect(added.contains { $0.contains("boats") } && added.allSatisfy { !$0.contains("→") && !$0.contains("26") })
    // The entries of a list that were there before are not repeated.
    #expect(added.count { $0.contains("sandbags") } == 1)
  }

  @Test func givesALongAnswerALineOfItsOwn() throws {
    let long = "a very long answer that does not fit in a column"
    let text = try built([AgreementCase(counts: "list", answers: "boats on 7 by police; \(long) on 7 by mayor")])
      .text("questions/case-0.html")
    let answers = text.split(separator: "<li class=\"given").dropFirst()
    #expect(answers.count == 2)
    for answer in answers { #expect(answer.hasPrefix(" long\"") == answer.contains(">\(long)<")) }
  }

  @Test func putsTheTitleOfAReportInQuotationMarks() throws {
    let cases = [AgreementCase(counts: "cumulative", answers: "18 on 7 by police")]
    let page = "sources/c0-0.html"
    #expect(try built(cases).text(page).contains("<h1>“Report 1”</h1>"))
    let ofEditors = try built(cases) { $0.replacing("title: Report 1", with: "title: Report 1\ntitle_by: editor") }
    #expect(ofEditors.text(page).contains("<h1>Report 1</h1>"))
    let named = try built(cases) { $0.replacing("title: Report 1", with: "title: Report 1\noutlet: Ela News") }
    #expect(named.text(page).contains("<p class=\"kicker\">Ela News ·"))
  }

  @Test(arguments: [
    ("Order restored", "“Order restored”"),
    ("‘Order’ restored", "“\u{202F}‘Order’ restored”"),
    ("He said «no»", "“He said «no»\u{202F}”"),
    ("“Order”", "“\u{202F}“Order”\u{202F}”"),
    ("é", "“é”"),
    ("", "“”"),
  ])
  func keepsQuotationMarksApart(_ title: String, _ quoted: String) throws {
    let cases = [AgreementCase(counts: "cumulative", answers: "18 on 7 by police")]
    let strings = try AgreementCase.site(from: AgreementCase.files(of: cases)).strings
    #expect(strings.fill(.reportTitle, ("title", title)) == quoted)
  }
}
