import Testing

@testable import SiteGen

@Suite struct QuestionChartTests {
  @Test(arguments: [
    "18 on 7 by police", "dozens on 7 by police; 20 on 8 by mayor", "dozens on 7 by police; hundreds on 8 by mayor",
  ])
  func hasNoChartForFewerThanTwoNumbers(answers: String) throws {
    #expect(try drawn(answers) == nil)
  }

  @Test func drawsOneDayAsRowsAndSeveralAsDays() throws {
    let row = try #require(try drawn("18 on 7 by police; 20 on 7 by mayor"))
    #expect(row.days == nil && row.subtitle == "Each row is one answer for 7 January 2033.")
    let days = try #require(try drawn("18 on 7 by police; 20 on 9 by mayor"))
    #expect(days.days?.bands.map(\.number) == ["7", "8", "9"])
    #expect(days.days?.bands.map(\.remark) == [nil, "no report", nil])
    #expect(days.subtitle.hasSuffix("7–9 January 2033."))
  }

  @Test func keepsVagueWordsOffTheAxis() throws {
    let chart = try #require(try drawn("18 on 7 by police; 20 on 9 by mayor; dozens on 8 by army"))
    #expect(chart.marks.map(\.label) == ["18", "20"])
    #expect(chart.vague == "In words only, not on the axis: “dozens” (8 January 2033).")
    #expect(chart.days?.emptyRuns.isEmpty == true, "a report of that day gives an answer")
  }

  @Test func givesKindsOfSpeakersSymbols() throws {
    let chart = try #require(
      try drawn("10 on 7 by mayor; 18 on 7 by police; 19 on 8 by spokesman; 20 on 8 by officials; 21 on 9 by report"))
    let named = (0..<2).map { ChartSymbol(named: $0) }
    #expect(Set(chart.marks.map { $0.label + ($0.symbol.shape == .circle ? " first" : "") }).contains("18 first"))
    #expect(chart.marks.filter { $0.symbol == named[0] }.map(\.label) == ["18", "19"], "the one with most answers")
    #expect(chart.marks.filter { $0.symbol == named[1] }.map(\.label) == ["10"])
    #expect(chart.marks.filter { $0.symbol == .unnamed }.map(\.label) == ["20"])
    #expect(chart.marks.filter { $0.symbol == .report }.map(\.label) == ["21"])
    #expect(chart.marks.filter { $0.joined == nil }.map(\.label) == ["20", "21"], "only named speakers are joined")
    #expect(
      chart.key.map(\.words) == [
        "the police and a spokesman of the police", "the mayor", "unnamed officials", "the report itself",
      ])
  }

  @Test func showsTheSymbolOfEachAnswer() throws {
    let site = try AgreementCase.site(of: [
      AgreementCase(counts: "cumulative", answers: "about 18 on 7 by police; 20 on 8 by mayor; dozens on 8 by army")
    ])
    let answered = try #require(site.answered("case-0"))
    let marks = site.chartMarks(of: answered)
    #expect(marks.count == 2, "a vague word has no mark")
    let about = try #require(answered.evidence.first { $0.claim.answer.value == "about 18" })
    #expect(marks[about.id].map { String(decoding: $0.bytes, as: UTF8.self) }?.contains("c-o") == true)
  }

  @Test func drawsCopiesOfAStatementOnce() throws {
    let chart = try #require(try drawn("18 on 7 by police; 18 on 7 by police; 20 on 8 by mayor"))
    #expect(chart.marks.map(\.label) == ["18", "20"])
    #expect(chart.source == "Source: 3 reports · Cases")
  }

  private func drawn(_ answers: String) throws -> AnswerChart? {
    let site = try AgreementCase.site(of: [AgreementCase(counts: "cumulative", answers: answers)])
    return site.chart(of: try #require(site.answered("case-0")))
  }
}
