import Testing

@testable import SiteGen

@Suite struct TimeSuggestionTests {
  @Test(arguments: [
    "14:30", "2031-06-03 24:00", "2031-06-03 14:75", "2031-06-03 14:30 UTC", "2031-06-03T14:30Z",
    "2031-06-03T14:30:00+06:00", "2031-06-03 14:30:15", "2031-06-03 13 pm", "2031-06-03 14", "2031-06-03 noon",
    "2031-06-03 14:3", "3/6/2031 14:30", "2031-02-29 14:30", "2031-06-03 -1:30", "2031-06-03 14:30-15:00",
    "yesterday 14:30", "2031-06-03 1430",
  ])
  func suggestsNothing(_ text: String) {
    #expect(suggestedMoment(for: text) == nil)
  }

  @Test(arguments: [
    ("2031-06-03T14:30", "2031-06-03 14:30"), ("2031-06-03 14.30", "2031-06-03 14:30"),
    ("2031-06-03 9:05", "2031-06-03 09:05"), ("2031-06-03 14:30:00", "2031-06-03 14:30"),
    ("2031-06-03 2:30 pm", "2031-06-03 14:30"), ("2031-06-03, 12:30 a.m.", "2031-06-03 00:30"),
    ("2031-06-03 12pm", "2031-06-03 12:00"), ("2031-06-03 14h30", "2031-06-03 14:30"),
    ("3 June 2031, 14:30", "2031-06-03 14:30"), ("2031/6/3  9:30", "2031-06-03 09:30"),
    ("3 June 2031", "2031-06-03"),
  ])
  func suggestsTheOnlyPossibleTime(_ text: String, _ suggestion: String) {
    #expect(suggestedMoment(for: text)?.description == suggestion)
    #expect(remedyForMoment(text) == "write \(suggestion)")
  }

  @Test(arguments: [
    ("2031-06-03 24:00", "write a local time from 00:00 to 23:59, as in 2031-06-03 14:30"),
    ("2031-06-03 noon", "write a local time from 00:00 to 23:59, as in 2031-06-03 14:30"),
    ("2031-06-03 14:30 UTC", "write one local time without a time zone, as in 2031-06-03 14:30"),
    ("2031-06-03T14:30+06:00", "write one local time without a time zone, as in 2031-06-03 14:30"),
    ("2031-06-03 14:30-15:00", "write one local time without a time zone, as in 2031-06-03 14:30"),
    ("2031-02-29 14:30", "write a day that exists in the calendar"),
    ("3/6/2031 14:30", "write year, month and day in digits, as in 2031-06-03"),
    ("2031-02-29", "write a day that exists in the calendar"),
    ("yesterday", "write year, month and day in digits, as in 2031-06-03"),
  ])
  func saysWhatIsWrong(_ text: String, _ remedy: String) {
    #expect(remedyForMoment(text) == remedy)
  }
}
