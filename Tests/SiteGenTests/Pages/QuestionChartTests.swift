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
    #expect(chart.vague == "In words only, not on the axis: “dozens” (8 January).")
    #expect(chart.days?.emptyRuns.isEmpty == true, "a report of that day gives an answer")
  }

  @Test func givesKindsOfSpeakersSymbols() throws {
    let chart = try #require(
      try drawn(
        "10 on 7 by mayor; 18 on 7 by police; 19 on 8 by spokesman; 20 on 8 by officials; 21 on 9 by report; "
          + "22 on 9 by agency"))
    func labels(_ symbol: ChartSymbol) -> [String] { chart.marks.filter { $0.symbol == symbol }.map(\.label) }
    let named = (0..<3).map { ChartSymbol(named: $0) }
    #expect(labels(named[0]) == ["18", "19"], "the police are the first of speakers.yaml")
    #expect(labels(named[1]) == ["10"])
    #expect(labels(named[2]) == ["22"], "the agency is after the mayor")
    #expect(labels(.unnamed) == ["20"])
    #expect(labels(.report) == ["21"])
    #expect(chart.marks.filter { $0.joined == nil }.map(\.label) == ["20", "21"], "only named speakers are joined")
    #expect(
      chart.key.map(\.words) == [
        "the police and a spokesman of the police", "the mayor", "Ela News", "unnamed officials", "the report itself",
      ])
  }

  /// Whoever has the most answers in a chart, and whoever else is in it.
  @Test func givesASpeakerTheSameSymbolInEveryChart() throws {
    let site = try AgreementCase.site(
      of: [
        "18 on 7 by police; 20 on 8 by mayor", "1 on 7 by army; 2 on 8 by army; 3 on 9 by mayor; 4 on 9 by police",
        "5 on 7 by mayor; 6 on 8 by agency", "7 on 7 by agency; 8 on 7 by spokesman",
      ].map { AgreementCase(counts: "cumulative", answers: $0) })
    var symbols: [String: Set<ChartSymbol>] = [:]
    for answered in site.sheet.answeredQuestions {
      let chart = try #require(site.chart(of: answered))
      let marks = site.chartMarks(of: answered)
      for statement in site.chartStatements(of: answered) {
        let symbol = try #require(
          chart.marks.first { $0.quantity == statement.quantity && $0.day == statement.day }?.symbol)
        symbols[try #require(statement.voice), default: []].insert(symbol)
        let drawn = HTML(ChartFigure.symbol(symbol, isHollow: false))
        #expect(marks[statement.evidence[0].id]?.bytes == drawn.bytes, "the list of answers has another mark")
      }
    }
    #expect(symbols.keys.sorted() == ["agency", "army", "mayor", "police"])
    #expect(symbols.values.allSatisfy { $0.count == 1 }, "\(symbols)")
    #expect(Set(symbols.values).count == 4)
  }

  @Test func namesTheSpeakersBelowACompactChart() throws {
    let site = try AgreementCase.site(
      of: [AgreementCase(counts: "cumulative", answers: "18 on 7 by police; 20 on 8 by officials; >21 on 8 by police")])
    let chart = try #require(site.chart(of: site.sheet.answeredQuestions[0]))
    let html = String(decoding: ChartFigure.compact(of: chart, prefix: "x"), as: UTF8.self)
    #expect(html.ranges(of: "<li>").count == 2, "signs are beside the numbers: \(html)")
  }

  @Test func namesTheSpeakersOfRowsOnlyInTheirRows() throws {
    let chart = try #require(try drawn("18 on 7 by police; 20 on 7 by mayor"))
    #expect(chart.key.count == 2 && chart.fullKey(explainsShades: false).isEmpty)
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
