import Testing

@testable import SiteGen

@Suite("Bars and strips") struct StateOfKnowledgeTests {
  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func dividesABarByCount() {
    let parts = [
      BarPart(style: "agree", count: 1), BarPart(style: "fell", count: 0), BarPart(style: "list", count: 3),
    ]
    let bar = Self.text(statusBar(parts, isMirrored: false) { String($0) })
    #expect(bar.contains("class=\"agree\" x=\"0%\" width=\"25%\""))
    #expect(bar.contains("class=\"list\" x=\"25%\" width=\"75%\""))
    #expect(!bar.contains("fell"))
    #expect(bar.contains(">1</text>") && bar.contains(">3</text>"))
    let mirrored = Self.text(statusBar(parts, isMirrored: true))
    #expect(mirrored.contains("class=\"agree\" x=\"75%\" width=\"25%\""))
    #expect(!mirrored.contains("<text"))
  }

  @Test func leavesOutNumbersWithoutRoom() {
    let bar = Self.text(
      statusBar([BarPart(style: "agree", count: 1), BarPart(style: "list", count: 99)], isMirrored: false) {
        String($0)
      })
    #expect(!bar.contains(">1</text>") && bar.contains(">99</text>"))
  }

  @Test func givesFewQuestionsThatStandOutRoomForTheirNumber() {
    let parts = [BarPart(style: "agree", count: 98), BarPart(style: "disagree", count: 2, standsOut: true)]
    let bar = Self.text(statusBar(parts, isMirrored: false) { String($0) })
    #expect(bar.contains("class=\"agree\" x=\"0%\" width=\"93%\""))
    #expect(bar.contains("class=\"disagree\" x=\"93%\" width=\"7%\"") && bar.contains(">2</text>"))
    let alone = Self.text(statusBar([parts[1]], isMirrored: false))
    #expect(alone.contains("class=\"disagree\" x=\"0%\" width=\"100%\""))
  }

  @Test func drawsABarWithoutQuestions() {
    #expect(Self.text(statusBar([], isMirrored: false)).hasSuffix("></svg>"))
  }

  @Test func placesAPassageAmongOthers() {
    let strip = Self.text(
      positionStrip(quoted: [0..<10, 500..<520], marked: 500..<520, label: "At <50%>", isMirrored: false))
    #expect(strip.contains("d=\"M0 7m0 0h10m490 0h20\""))
    #expect(strip.contains("d=\"M500 7h20\""))
    #expect(strip.contains("aria-label=\"At &lt;50%&gt;\""))
    let whole = Self.text(positionStrip(quoted: [], isMirrored: true))
    #expect(whole.contains("aria-hidden=\"true\"") && !whole.contains("marked") && whole.contains("transform"))
  }

  @Test(arguments: [
    ("2031-05-04", "2031-05-05", []), ("2031-05-04", "2031-05-06", ["2031-05-05...2031-05-05"]),
    ("2031-05-04", "2031-05-07", ["2031-05-05...2031-05-05", "2031-05-06...2031-05-06"]),
    ("2031-05-04", "2031-06-04", ["2031-05-05...2031-06-03"]),
  ])
  func joinsManyDaysWithoutEvents(first: String, last: String, expected: [String]) throws {
    let gaps = StripPart.Unit.day.starts(between: try #require(Day(first)), and: try #require(Day(last)))
    #expect(gaps.map { "\($0)" } == expected)
  }

  @Test func joinsMonthsAndYears() throws {
    let day = { (text: String) in try #require(Day(text)) }
    #expect(
      try StripPart.Unit.month.starts(between: day("2030-11-01"), and: day("2031-03-01"))
        .map { "\($0)" } == ["2030-12-01...2031-02-01"])
    #expect(
      try StripPart.Unit.year.starts(between: day("1991-01-01"), and: day("2022-01-01"))
        .map { "\($0)" } == ["1992-01-01...2021-01-01"])
    #expect(try StripPart.Unit.year.starts(between: day("9998-01-01"), and: day("9999-01-01")).isEmpty)
  }

  @Test(arguments: [
    ("2031-05-04", "2031-05-05", "2031-05-03"), ("2031-12-31", "2032-01-01", "2031-12-30"),
    ("2032-03-01", "2032-03-02", "2032-02-29"), ("2031-01-01", "2031-01-02", "2030-12-31"),
  ])
  func knowsTheDaysAround(day: String, next: String, previous: String) {
    #expect(Day(day)?.next?.description == next)
    #expect(Day(day)?.previous?.description == previous)
  }

  @Test func endsWithTheCalendar() {
    #expect(Day("9999-12-31")?.next == nil)
    #expect(Day("0001-01-01")?.previous == nil)
  }
}
