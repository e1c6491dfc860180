import Testing

@testable import SiteGen

@Suite struct MomentTests {
  @Test(arguments: [
    "", "14:30", "2022-01-07 ", "2022-01-07 24:00", "2022-01-07 14:60", "2022-01-07 9:30", "2022-01-07  14:30",
    "2022-01-07T14:30", "2022-01-07 14:30:00", "2022-01-07 14:30 ", "2022-01-07 +4:30", "2022-02-29 14:30",
  ])
  func rejectsOtherTexts(_ text: String) {
    #expect(Moment(text) == nil)
  }

  @Test(arguments: ["2022-01-07", "2022-01-07 00:00", "2022-01-07 09:05", "2022-01-07 23:59"])
  func writesWhatItReads(_ text: String) throws {
    let moment = try #require(Moment(text))
    #expect(moment.description == text)
    #expect(moment.iso == text.replacing(" ", with: "T"))
  }

  /// Two moments, and whether the first is before the second.
  @Test(arguments: [
    ("2022-01-06", "2022-01-07", true), ("2022-01-06 23:59", "2022-01-07 00:00", true),
    ("2022-01-07 09:00", "2022-01-07 10:00", true), ("2022-01-07 10:00", "2022-01-07 10:00", false),
    ("2022-01-07", "2022-01-07 10:00", false), ("2022-01-07 10:00", "2022-01-07", false),
    ("2021-12-31 10:00", "2022-01-01", true),
  ])
  func comparesATimeWithTheWholeDay(_ first: String, _ second: String, _ isBefore: Bool) throws {
    let (first, second) = (try #require(Moment(first)), try #require(Moment(second)))
    #expect(first.isBefore(second) == isBefore)
    #expect(!second.isBefore(first))
    #expect(first.isApart(from: second) == isBefore)
    #expect(!isBefore || first.sortKey < second.sortKey)
  }
}
