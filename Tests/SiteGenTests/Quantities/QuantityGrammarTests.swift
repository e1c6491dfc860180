import Testing

@testable import SiteGen

/// A sentence and what is to be found in it: "words of the text=as printed", "?" in front of what only answers count.
struct Reading: CustomTestStringConvertible, Sendable {
  let text: String
  let expected: [String]

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }

  static let grammar = QuantityGrammar(language: "en")

  static func found(_ text: String) -> [String] {
    let file = SourceFile(path: "text", text: text)
    return grammar.quantities(in: file.bytes).map { match in
      let words = match.quantity.words()
      let span = file.text(match.span)
      return (match.countsOnlyInAnswers ? "?" : "") + (span == words ? span : span + "=" + words)
    }
  }
}

@Suite struct QuantityGrammarTests {
  @Test(arguments: [
    "", "No.", "There were words for it no longer.", "The talks went on.",
    // Dates, times, years.
    "on January 19", "until January 19, with curfews", "on 7 January 2031", "on the 7th of January", "January 7–9",
    "on 7 and 8 January", "2031-01-07", "2031-01-07T10:30:00Z", "at 10:30", "at 5 pm", "at 5pm", "at 5 p.m. sharp",
    "at 10 o'clock", "at 10 o’clock", "at 1500 GMT", "in 1991", "since 1989", "resigned in 2019 and left",
    "from 1991 to 2019", "from its independence in 1991 to 2019.", "between 2019 and 2021", "the 2010s", "in the 1990s",
    "the 2022 protests", "(2019)", "in 2019–21", "Jan. 7", "On Sept 11, they met", "44 BC",
    "the country's 2019 election",
    // Ages.
    "a 29-year-old teacher", "who is 81 years old", "an 81 year old man", "aged 5", "aged between 5 and 10",
    "at the age of 12", "a five-year-old boy", "Samal, 29, told", "Old Samal (29) told", "children under 18",
    "in his 40s",
    // Names.
    "Channel-24 said", "Canal-24", "the G7 met", "a Boeing 737 crashed", "the MI6 file", "COVID-19 spread",
    "on A4 paper",
    "city,” Kanal 24 told viewers", "on Flight 103", "page 5", "No. 5", "see [12] there", "Room 101", "the 5G network",
    "file 001_18e03e", "https://example.org/2031/5/7 here", "on day 5 of the strike",
    "Article 5 of the treaty", "the Group of 20 met", "in Chapter Two", "Air Force One flew", "from 8 to 10 p.m.",
    "8–10 pm", "5 or 6 years old", "18- to 25-year-olds", "on 06/01/2022", "a 1-in-3 shot", "call 112", "Highway 61",
    // Ordinals and the like.
    "the first time", "the 2nd", "a 19th century house", "the twenty-first", "his third term", "for a second",
    // Telephone numbers, versions, lists, scores.
    "call 555-123-4567", "+44 20 7946 0958", "tel. 020 7946 0958", "version 2.5", "v1.2.3", "at 10.0.0.1",
    "1. Open the file", "2) Close it", "they won 3-1", "a 2–1 victory", "24/7", "#5",
    // One, no, many.
    "one of the most stable", "one of the country’s biggest cities", "one could say", "the one that", "no one day",
    "a man was killed",
    "one another", "one day", "on the one hand", "this one", "no longer", "no doubt", "as many did", "so many people",
    // Names at the head of a sentence, places that are none, tables.
    "Kanal 24 counted votes", "Channel 24 counted votes", "Studio 54 closed", "Kanal 24 – the state channel – said",
    "A reporter at Kanal 24 said", "Table 2 lists the losses", "flight 103 to Marnow", "a Boeing 737-800",
    "the Group of Seven", "In the Kelt District 14 stands", "see note 4", "phase two began", "pp. 14–16", "Vol. 3",
    // Times, sizes, places on the map, addresses.
    "at half past nine", "ten past 9", "quarter to ten", "at 10.30 the", "a 2 min read", "5 minute read", "zero-sum",
    "5 x 5 x 3 metres", "51.5° N, 0.1° W", "51.5074, -0.1278", "20310107", "https://x.example/40-dead?a=7",
    "40@x.example", "ISBN 0-306-40615-2", "said.4 Then", "they trail 0-2", "a 48-52 vote",
    "the northern half of the city", "a quarter of an hour", "a third was held", "two-year-old, one-off",
    "the second half", "half an eye", "half-hearted", "he scores often", "first-half", "not 26 people",
    // House numbers, lists of names, compounds that say of which kind.
    "at 14 Harbor Street", "At 22 Mill Row, she", "12–14 Mill Lane", "10 St James's Square", "1600 Pennsylvania Avenue",
    "junctions 12 and 15", "sections 12 and 14 of the code", "on pages 4, 5 and 6", "Year 9 pupils",
    "two-faced", "a two-way street", "a three-legged race", "A reporter was at Kanal 24.", "one never gets used to it",
    "The FTSE 250 company expects profit",
    // Ages behind "be" and "of".
    "She is 86, and was born", "He was 19 and lived there", "Ana Harker was 12.", "who was 22 at the time",
    "He was 22 when he left", "She’s 40.", "I'm 86,", "He is over 80.", "a girl of 4", "a woman of 81 died",
    "children under five died",
    // Names, days and times of issue 12.
    "Title 42 ended", "Most grade 5 pupils stayed away", "on 12 Rajab", "the 47 Brigade advanced", "at 1730 hours",
    "in '98", "in ’98, they", "in Region 12", "on 03 May 2031",
  ])
  func findsNothing(in text: String) {
    #expect(Reading.found(text) == [])
  }

  @Test(arguments: [
    // What reports write.
    Reading("26 farmers were killed in the clashes along with 18 police and security forces", "26", "18"),
    Reading("648 guards were injured and 17 killed, including two with broken arms", "648", "17", "two=2"),
    Reading("17 killed, one of whom was found drowned", "17", "?one=1"),
    Reading(
      "more than 1,000 people were hurt in the unrest, including nearly 300 admitted to hospital and 62 in intensive care",
      "more than 1,000", "nearly 300", "62"),
    Reading("detained some 4,700 people during", "some 4,700=about 4,700"),
    Reading(
      "believed to be a few thousand, along with several hundred more", "a few thousand", "several hundred"),
    Reading("when a group of 20 men in camouflage attacked", "20"),
    Reading("one man was killed", "one=1"),
    Reading("a Rome-led military alliance of six former island states", "six=6"),
    Reading("saying “20,000 thieves” were", "20,000"),
    Reading("that “scores of” broken windows", "scores"),
    Reading("said 75 planes were used", "75"),
    Reading("totals around 2,500 people", "around 2,500=about 2,500"),
    Reading("had been killed, with hundreds injured", "hundreds"),
    Reading("across the country by 19 million people", "19 million=19,000,000"),
    Reading("new price limits for six months", "six=6"),
    Reading("which includes five other states of the league", "five=5"),
    Reading("in two other cities, Ost and West", "two=2"),
    Reading("saw 26 people “removed” and more than 3,000 detained", "26", "more than 3,000"),
    Reading("More than 3,800 people", "More than 3,800=more than 3,800"),
    Reading("Dozens of people, Thousands more", "Dozens=dozens", "Thousands=thousands"),
    Reading("at least 26 farmers and 18 police officers", "at least 26", "18"),
    Reading("Over 2,000 inmates", "Over 2,000=more than 2,000"),
    Reading("“over 40” gates", "over 40=more than 40"),
    Reading("‘5,800 detained’ in week", "5,800"),
    Reading("received more than 2,000 requests", "more than 2,000"),
    Reading("protesters two days ago", "two=2"),
    // Numbers.
    Reading("3,800 here", "3,800"), Reading("3\u{202F}800 here", "3\u{202F}800=3,800"),
    Reading("3\u{A0}800 here", "3\u{A0}800=3,800"), Reading("2,500,000 people", "2,500,000"),
    Reading("2.5 million people", "2.5 million=2,500,000"), Reading("2.3 million", "2.3 million=2,300,000"),
    Reading("half a million people", "half a million=500,000"), Reading("half a dozen", "half a dozen=6"),
    Reading("twenty-six people", "twenty-six=26"), Reading("twenty six people", "twenty six=26"),
    Reading("one hundred and twenty people", "one hundred and twenty=120"),
    Reading("two thousand three hundred and five", "two thousand three hundred and five=2,305"),
    Reading("a dozen men", "a dozen=12"), Reading("two dozen men", "two dozen=24"),
    Reading("a hundred men", "a hundred=100"), Reading("a hundred thousand men", "a hundred thousand=100,000"),
    Reading("two and a half million people", "two and a half million=2,500,000"),
    Reading("1,000+ people", "1,000+=at least 1,000"), Reading("3.5 points", "3.5"), Reading("26,27", "26", "27"),
    Reading("20,000-strong", "20,000"), Reading("a 10-year sentence", "10"), Reading("5km away", "5"),
    Reading("on January 7 300 people", "300"), Reading("In Tarn 20 were held", "20"), Reading("In 2019 26 died", "26"),
    Reading("2000 people", "2000=2,000"), Reading("more than 2000 people", "more than 2000=more than 2,000"),
    Reading("On Friday 26 people died", "26"), Reading("In January, 26 people died", "26"),
    Reading("Police held 26. On 7 May 18 more followed", "26", "18"),
    Reading("Then Kanal 24 counted 30 trucks", "30"), Reading("in October 26 people died", "26"),
    Reading("In all, 26. In Torbay, 12 people", "26", "12"), Reading("killing 5, wounding 20.", "5", "20"),
    Reading("in Tarn, 26, and in Ost, 18, died", "26", "18"), Reading("3 of the 5 men", "3", "5"),
    Reading("26 Killed, 2,000 Inmates Freed", "26", "2,000"),
    Reading("of 30 killed, 12 were police", "30", "12"),
    Reading("A third of six, a third man", "A third=a third", "six=6"),
    Reading("two hundred and fifty thousand", "two hundred and fifty thousand=250,000"),
    // Units.
    Reading("5% of them", "5%=5"), Reading("about 5 per cent", "about 5 per cent=about 5"),
    Reading("5 percent", "5 percent=5"),
    Reading("$5 million in aid", "$5 million=5,000,000"), Reading("US$5m", "US$5m=5,000,000"),
    Reading("£3.5bn", "£3.5bn=3,500,000,000"), Reading("€ 20", "€ 20=20"),
    Reading("20 dollars", "20 dollars=20"), Reading("$5–$10", "$5–$10=between 5 and 10"),
    Reading("a third of the men", "a third"), Reading("two-thirds of them", "two-thirds"),
    Reading("half of them", "half=0.5"),
    // Ranges.
    Reading("18–20 men", "18–20=between 18 and 20"), Reading("18-20 men", "18-20=between 18 and 20"),
    Reading("18 to 20 men", "18 to 20=between 18 and 20"), Reading("between 16 and 18 men", "between 16 and 18"),
    Reading("16 or 18 men", "16 or 18=between 16 and 18"),
    Reading("from 20 to 30 men", "from 20 to 30=between 20 and 30"),
    Reading("rose from 20 to 30", "20", "30"), Reading("two or three men", "two or three=between 2 and 3"),
    Reading("2 to 3 million people", "2 to 3 million=between 2,000,000 and 3,000,000"),
    Reading("two to three hundred", "two to three hundred=between 200 and 300"),
    Reading("20–30,000", "20–30,000=between 20,000 and 30,000"), Reading("5% to 10%", "5% to 10%=between 5 and 10"),
    Reading("four or five dozen", "four or five dozen=between 48 and 60"),
    Reading("about 5 to 10 percent", "about 5 to 10 percent=about 5–10"),
    Reading("5 million euros (about $6m)", "5 million euros=5,000,000", "about $6m=about 6,000,000"),
    Reading("between two and three men", "between two and three=between 2 and 3"),
    Reading("about 18–20 men", "about 18–20"),
    Reading("between about 16 and 18", "between about 16 and 18=about 16–18"),
    Reading("between 1500 and 2000 people", "between 1500 and 2000=between 1,500 and 2,000"),
    // Qualifiers.
    Reading("over 400", "over 400=more than 400"), Reading("well over 400", "well over 400=more than 400"),
    Reading("as many as 400", "as many as 400=up to 400"), Reading("up to 400", "up to 400"),
    Reading("at most 400", "at most 400=up to 400"), Reading("no more than 400", "no more than 400=up to 400"),
    Reading("not more than 400", "not more than 400=up to 400"),
    Reading("no fewer than 40", "no fewer than 40=at least 40"),
    Reading("not less than 40", "not less than 40=at least 40"), Reading("fewer than 40", "fewer than 40"),
    Reading("less than 40", "less than 40=fewer than 40"), Reading("almost 40", "almost 40=nearly 40"),
    Reading("roughly 40", "roughly 40=about 40"), Reading("approximately 40", "approximately 40=about 40"),
    Reading("an estimated 500", "an estimated 500=about 500"), Reading("just over 1,000", "just over 1,000"),
    Reading("just under 1,000", "just under 1,000=nearly 1,000"), Reading("at least about 400", "at least about 400"),
    Reading("26 or more", "26 or more=at least 26"), Reading("26 people or more", "26 people or more=at least 26"),
    Reading("400 or so", "400 or so=about 400"), Reading("400 at most", "400 at most=up to 400"),
    Reading("less than a third came", "less than a third=fewer than a third"),
    Reading("a total of at least 26", "at least 26"), Reading("200 or more men", "200 or more=at least 200"),
    Reading("up to a hundred", "up to a hundred=up to 100"), Reading("at least one", "at least one=at least 1"),
    Reading("20-odd men", "20-odd=about 20"), Reading("at least another 18", "at least another 18=at least 18"),
    Reading("at least a dozen", "at least a dozen=at least 12"),
    Reading("more than half a million", "more than half a million=more than 500,000"),
    Reading("more than “3,000”", "more than “3,000=more than 3,000"),
    Reading("hundreds, if not thousands", "hundreds", "thousands"),
    Reading("talked about two towns", "two=2"),
    // Vague.
    Reading("tens of thousands of people", "tens of thousands"),
    Reading("hundreds of thousands", "hundreds of thousands"),
    Reading("several dozen men", "several dozen"), Reading("at least several hundred", "at least several hundred"),
    Reading("a large number of men", "?large number=a large number"), Reading("many people", "?many"),
    Reading("several people", "?several"), Reading("a few men", "?a few"), Reading("dozens more", "dozens"),
    // Shares.
    Reading("3 in 10 homes", "3 in 10=0.3"), Reading("fewer than one in ten", "fewer than one in ten=fewer than 0.1"),
    Reading("9 out of every ten", "9 out of every ten=0.9"), Reading("killed 3 in 10 days", "3", "10"),
    Reading("killed 2 in 10 villages", "2", "10"), Reading("5 in 2019", "5"), Reading("half the crews", "half=0.5"),
    Reading("destroyed half of the homes", "half=0.5"), Reading("five sixths of them", "five sixths=5/6"),
    Reading("fell by a third", "a third"), Reading("a quarter-million people", "a quarter-million=250,000"),
    // Places and names before a number.
    Reading("In Marnow 14 died", "14"), Reading("At Alder Bridge 300 gathered", "300"),
    Reading("In Kelt Hospital 26 people died", "26"), Reading("said that in Marnow 14 fell ill", "14"),
    Reading("Police said Monday 26 were hurt", "26"), Reading("Officials in Kelt reported 40 injured", "40"),
    Reading("Yesterday 14 drowned", "14"), Reading("Killing 14, it", "14"), Reading("Kelt 40\nMarnow 14", "40", "14"),
    Reading("told Reuters 26 people", "26"), Reading("Floods Kill 14 in Marnow", "14"),
    Reading("rose to\n26. The mayor", "26"), Reading("a magnitude-6.8 quake", "6.8"),
    // Blanks between digits.
    Reading("3 800 people", "3 800=3,800"), Reading("2 500 000.", "2 500 000=2,500,000"),
    Reading("26 100-metre races", "26", "100"), Reading("3 100 metre races", "3", "100"),
    Reading("on May 5 300 people", "300"), Reading("in 2019 300 people", "300"),
    Reading("12 34 567", "12", "34", "567"),
    Reading("3\n800 people", "3", "800"),
    // Below zero, parts, scales.
    Reading("it fell to -12.5", "-12.5"), Reading("minus 5 degrees", "minus 5=-5"),
    Reading("from -5 to 10 degrees", "from -5 to 10=between -5 and 10"), Reading("2½ million", "2½ million=2,500,000"),
    Reading("a million and a half", "a million and a half=1,500,000"), Reading("100m away", "100"),
    Reading("5m people", "5m=5,000,000"), Reading("USD 5 million", "USD 5 million=5,000,000"),
    Reading("one per cent", "one per cent=1"), Reading("5 $10 notes", "5", "$10=10"),
    // Qualifiers.
    Reading("some of the 40", "40"), Reading("worried about the 40 men", "40"),
    Reading("40-plus people", "40-plus=at least 40"), Reading("5 plus the driver", "5"),
    Reading("as few as 40", "as few as 40=at least 40"),
    Reading("as few as several hundred", "as few as several hundred=at least several hundred"),
    // The ends of a range have one unit.
    Reading("fell 5% to $31.40", "5%=5", "$31.40=31.4"), Reading("fell $2 to $31.40", "$2=2", "$31.40=31.4"),
    Reading("fell 11.4 percent to 2.1 million boxes", "11.4 percent=11.4", "2.1 million=2,100,000"),
    Reading("9.99 euros or 12 francs", "9.99 euros=9.99", "12 francs=12"), Reading("$5 or 10%", "$5=5", "10%=10"),
    Reading("rose 4 to 5 percent", "4 to 5 percent=between 4 and 5"),
    Reading("grew by 5% to 10%", "5% to 10%=between 5 and 10"),
    Reading("EUR 3 to EUR 5 million", "EUR 3 to EUR 5 million=between 3,000,000 and 5,000,000"),
    Reading("US$5 to US$10", "US$5 to US$10=between 5 and 10"),
    Reading("5 or 10 dollars", "5 or 10 dollars=between 5 and 10"),
    // Stretches of time, verbs of motion, signs, measures.
    Reading("over 18 to 24 months", "18 to 24=between 18 and 24"), Reading("over 18 months", "over 18=more than 18"),
    Reading("goes up to 14.5p a share", "14.5p=14.5"), Reading("cut up to 50c", "up to 50c=up to 50"),
    Reading("a score of 50C, a 5G mast", "50"), Reading("plus or minus 3.1 points", "plus or minus 3.1=3.1"),
    Reading("5 plus or minus 2", "5", "plus or minus 2=2"), Reading("half an hour late", "half=0.5"),
    Reading("less than half a point", "less than half=fewer than 0.5"),
    Reading("On Friday night half of them", "half=0.5"),
    Reading("a fifth less than before", "a fifth=0.2"),
    // What only looks like a name, an address or an age.
    Reading("40 Mill Lane residents", "40"), Reading("40 Square Miles", "40"), Reading("Every Year 9 people die", "9"),
    Reading("in rooms 12 and 15 people slept", "12", "15"), Reading("the junctions 12 cars passed", "12"),
    Reading("a four-bedroom house", "four=4"), Reading("two-hundred men", "two-hundred=200"),
    Reading("The total is 86.", "86"), Reading("The toll in Torbay was 26.", "26"),
    Reading("She was 3 minutes late", "3"),
    Reading("He was 2 of 3", "2", "3"), Reading("a father of three", "three=3"), Reading("a man of 40 talents", "40"),
    // Only in answers.
    Reading("no police", "?no=0"), Reading("none of them", "?none=0"), Reading("one was found dead", "?one=1"),
    Reading("not one but two men", "two=2"),
  ])
  func finds(_ reading: Reading) {
    #expect(Reading.found(reading.text) == reading.expected)
  }

  @Test(arguments: [
    // A change is two numbers, not a range.
    Reading("pushed the number of dead from 8 to 11", "8", "11"), Reading("up two to 9", "2", "9"),
    Reading("from 20 to 30 people", "between 20 and 30"),
    // Bounds in verbs, signs and what follows.
    Reading("arrivals exceeded 250", "more than 250"), Reading("fell short of 250", "fewer than 250"),
    Reading("250+ people", "at least 250"), Reading("250 and counting", "at least 250"),
    Reading("a minimum of 40", "at least 40"), Reading("c. 400 people", "about 400"),
    Reading("≥ 50 people", "at least 50"), Reading("~50 people", "about 50"),
    // All of a number.
    Reading("One point two million people", "1,200,000"), Reading("3 lakh people", "300,000"),
    // In binary, 4.1 times a million is not 4,100,000.
    Reading("Four point one million people", "4,100,000"),
    Reading("Some 20- to 30,000 people", "between about 20,000 and 30,000"), Reading("12'000 people", "12,000"),
    Reading("3.4m have fled", "3,400,000"), Reading("٣٨٠٠ people, ३८ dead", "3,800", "38"),
    // What stands next to a number.
    Reading("17 out of 18 districts", "17", "18"), Reading("under eight metres of mud", "8"),
    Reading("the 47 brigades", "47"), Reading("12 regions, 42 titles", "12", "42"),
    // Words that may belong to the number and are not understood: never a part of it.
    Reading("5 quadrillion dollars", "!5 quadrillion"), Reading("3 Tsd. people", "!3 Tsd."),
    Reading("1,5 million people", "!1,5 million"), Reading("2/3 of the voters", "!2/3"),
    Reading("3.4 M people", "!3.4 M"), Reading("50 ± 5 people", "!50 ± 5"), Reading("10 to 12,000", "!10 to 12,000"),
    Reading("three score men", "!three score"), Reading("rose from 5 to 6 million", "!5 to 6 million"),
    Reading("two million, three hundred thousand", "!two million, three hundred thousand"),
  ])
  func readsANumberWholeOrNotAtAll(_ reading: Reading) {
    #expect(readings(of: reading.text, Reading.grammar) == reading.expected)
  }

  /// The letter "ʼ" is an apostrophe between letters, and alone it is nothing.
  @Test(arguments: ["\u{2BC} 5 boats", "5 \u{2BC}- boats \u{2BC}", "\u{2BC}5\u{2BC} boats"])
  func passesOverALoneApostrophe(_ text: String) {
    #expect(Reading.found(text) == ["5"])
  }

  @Test func readsADayWithALeadingZero() {
    let file = SourceFile(path: "text", text: "on 03 May 2031")
    #expect(
      Reading.grammar.read(file.bytes).dates.map(\.kind) == [.dayMonth(day: 3, month: 5, year: 2031)])
  }
}
