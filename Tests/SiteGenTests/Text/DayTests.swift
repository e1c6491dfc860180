import Testing

@testable import SiteGen

@Suite struct DayTests {
  @Test(arguments: ["2022-02-29", "2022-13-01", "2022-1-07", "0000-01-01", "7 January 2022", ""])
  func rejectsInvalidDays(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func knowsTheWeekday() throws {
    #expect(try #require(Day("2022-01-06")).weekday == 4)
    #expect(try #require(Day("2024-02-29")).description == "2024-02-29")
  }
}
