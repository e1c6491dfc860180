import Testing

@testable import SiteGen

@Suite struct DateSuggestionTests {
  @Test(arguments: [
    "", "yesterday", "6 May", "May 2031", "3/6/2031", "6/3/2031", "3 June 31", "31 June 2031", "2031-02-29",
    "3 June 2031 or 4 June 2031", "3 Juni 2031", "2031-06-03T10:00", "20310603", "1 2 3", "May May May",
    "2031 2031 2031",
    "3rdJune 2031", "99999999999999999999 June 2031",
  ])
  func suggestsNothing(_ text: String) {
    #expect(suggestedDay(for: text) == nil)
  }

  @Test(arguments: [
    "3 June 2031", "June 3, 2031", "3rd of June 2031", "Tuesday, 3 Jun. 2031", "JUNE 3RD 2031", "2031 June 3",
    "2031/06/03", "2031-6-3", "2031.06.03", "3.6.2031", "03. 06. 2031",
  ])
  func suggestsTheOnlyPossibleDay(_ text: String) {
    #expect(suggestedDay(for: text)?.description == "2031-06-03")
  }

  @Test func readsSlashesIfOnlyOneDayIsPossible() {
    #expect(suggestedDay(for: "13/6/2031")?.description == "2031-06-13")
    #expect(suggestedDay(for: "6/13/2031")?.description == "2031-06-13")
  }
}
