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

  /// Repetition is no confirmation: beside the status stands what it rests on.
  @Test(arguments: [
    ("18 on 7 by police", nil), ("18 on 7 by police; 18 on 7 by mayor", nil),
    ("18 on 7 by police; 18 on 7 by police", "2 reports, one named speaker"),
    ("18 on 7 by police; 18 on 7 by spokesman; 18 on 7 by officials", "3 reports, one named speaker"),
    ("18 on 7 by report; 18 on 7 by officials", "2 reports, no named speaker"),
  ])
  func saysWhatReportsThatAgreeRestOn(_ answers: String, _ basis: String?) throws {
    let site = try AgreementCase.site(of: [AgreementCase(counts: "event", answers: answers)])
    #expect(site.basis(of: try #require(site.answered("case-0"))) == basis)
  }

  @Test(arguments: [
    ("18 on 7 by police", nil), ("18 on 7 by police; 18 on 7 by police", nil),
    ("18 on 7 by police; 20 on 8 by mayor", "All answers: 2 reports; 2 named speakers."),
    ("18 on 7 by officials; 20 on 8 by mayor", "All answers: 2 reports; 1 named speaker."),
  ])
  func tellsTheShortAnswersBasisFromThatOfAll(_ answers: String, _ all: String?) throws {
    let site = try AgreementCase.site(of: [AgreementCase(counts: "cumulative", answers: answers)])
    #expect(site.allRestOn(try #require(site.answered("case-0"))) == all)
  }

  @Test func putsWhatItHidesLastAmongDisagreements() throws {
    let differ = AgreementCase(counts: "event", answers: "18 on 7 by police; 20 on 7 by mayor")
    let page = try built([
      differ, differ, AgreementCase(counts: "cumulative", answers: "18 on 7 by police; 16 on 8 by mayor"),
    ]) { $0.replacing("case-0: {", with: "case-0: {sensitive: true, ") }.text("disagreements.html")
    let order = page.matches(of: /id="question_(case-[0-9])"/).map { String($0.output.1) }
    #expect(order == ["case-2", "case-1", "case-0"])
    let list = page.matches(of: /<p class="label"><a href="#question_(case-[0-9])"/).map { String($0.output.1) }
    #expect(list == order, "the list at the top has the order of the page")
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
    ("“Order” restored", "‘\u{202F}“Order” restored’"), ("The \"order\"", "‘The \"order\"’"),
    ("«Order»", "‘\u{202F}«Order»\u{202F}’"),
    ("‘Order’ restored", "“\u{202F}‘Order’ restored”"), ("order", "“order”"),
  ])
  func alternatesQuotationMarks(_ words: String, _ quoted: String) throws {
    let site = try AgreementCase.site(of: [AgreementCase(counts: "event", answers: "18 on 7 by police")])
    #expect(site.strings.quoted(words) == quoted)
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
