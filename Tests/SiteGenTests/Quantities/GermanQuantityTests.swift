import Testing

@testable import SiteGen

/// A German sentence and what is to be found in it, as `Reading` has it.
struct GermanReading: CustomTestStringConvertible, Sendable {
  let text: String
  let expected: [String]

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }

  static let grammar = QuantityGrammar(language: "de-AT")

  static let phrases = QuantityPhrases(
    about: "etwa {}", moreThan: "mehr als {}", justOver: "knapp über {}", atLeast: "mindestens {}",
    atLeastAbout: "mindestens etwa {}", fewerThan: "weniger als {}", nearly: "fast {}", atMost: "bis zu {}",
    atMostAbout: "bis zu etwa {}", between: "zwischen {} und {}", both: "{} und {}", third: "ein Drittel",
    twoThirds: "zwei Drittel", decimal: ",")

  static func words(_ quantity: Quantity) -> String { quantity.words(separator: ".", phrases: phrases) }

  static func found(_ text: String) -> [String] {
    let file = SourceFile(path: "text", text: text)
    return grammar.quantities(in: file.bytes).map { match in
      let words = words(match.quantity)
      let span = file.text(match.span)
      return (match.countsOnlyInAnswers ? "?" : "") + (span == words ? span : span + "=" + words)
    }
  }
}

@Suite struct GermanQuantityTests {
  @Test(arguments: [
    "", "Nein.", "Es gab dafür Wörter.", "Achtung, die Einheit eint.", "Unterdessen wurde weiter verhandelt.",
    // Days, years, times.
    "am 3. Mai", "am 3. Mai 2021", "am 3. und 4. Mai", "vom 3. bis 5. Mai", "3.–5. Mai", "bis 3. Mai", "am 03.05.2021",
    "Montag, 3. Juni 2019", "im Mai 2021", "im Jahr 2019", "im Jahre 2019", "seit 1989", "2019 kamen Helfer",
    "von 1991 bis 2019", "zwischen 2019 und 2021", "Anfang 2020", "Ende 2019", "in den 1990er Jahren",
    "in den 90er-Jahren", "am 7. Jänner", "am 7. März 2031 um 9 Uhr", "2031-05-07",
    "um 17.30 Uhr", "gegen 9 Uhr", "um neun Uhr", "zwischen 9 und 11 Uhr", "um 17:30 Uhr",
    // Ages.
    "ein 29-jähriger Lehrer", "der 29-Jährige", "eine 29jährige Frau", "Er ist 81 Jahre alt.", "Sie ist 86, und",
    "eine 81 Jahre alte Frau", "im Alter von 12 Jahren", "18 bis 25 Jahre alt", "Anna Schmidt (29) sagte",
    "sagte Anna Schmidt, 29, am Telefon", "ein fünfjähriger Junge", "Kinder unter 14 Jahren",
    // Ordinals.
    "der 3. Tag", "am 3. Tag", "am 3. und 4. Tag", "im 19. Jahrhundert", "im 3. Stock", "der 3. große Brand",
    "Anfang des 20. Jahrhunderts", "zum 2. Mal", "der erste Tag", "zum zweiten Mal", "der einundzwanzigste Tag",
    "die 2te Flut",
    // Names.
    "auf Kanal 24", "Kanal-24 meldete", "eine Boeing 737 stürzte ab", "auf Flug 103", "Seite 5", "Nr. 5", "Artikel 5",
    "nach Artikel 5 Absatz 2", "die G7", "Covid-19", "auf der A9", "im 5G-Netz",
    "1. Datei öffnen", "[12]", "auf Platz 3", "Windows 11", "in Zimmer 101",
    // Telephone numbers, scores.
    "Tel. 0361 573 815", "+49 361 573815", "unter Telefon 112", "gewann 3:1", "ein 3-1", "Version 2.5.1",
    // The article, "one of the best", pronouns.
    "Ein Mann kam mit einem Hund.", "eine der größten Städte", "einer der reichsten Männer", "einmal", "einer kam",
    "so viele Menschen", "wie viele Häuser", "keine Frage", "nicht 26 Menschen", "eine halbe Stunde",
    "über eine Brücke", "unter einem Dach", "etwa ein Auto", "ein Auto oder ein Rad",
    // Words in which numbers are only letters.
    "Einzelheiten", "Dreizimmerwohnung", "Hundertschaft", "dreimal", "Tausendsassa", "verachtet", "Beachtung",
    "neunzehnhundertneunundachtzig",
  ])
  func findsNothing(in text: String) {
    #expect(GermanReading.found(text) == [])
  }

  @Test(arguments: [
    // Digits.
    GermanReading("3.800 Menschen", "3.800"), GermanReading("3\u{202F}800 Menschen", "3\u{202F}800=3.800"),
    GermanReading("3\u{A0}800 Menschen", "3\u{A0}800=3.800"), GermanReading("3’800 Menschen", "3’800=3.800"),
    GermanReading("2.500.000 Menschen", "2.500.000"),
    GermanReading("2,5 Millionen Menschen", "2,5 Millionen=2.500.000"),
    GermanReading("1 Million Menschen", "1 Million=1.000.000"), GermanReading("0,5 Grad", "0,5"),
    GermanReading("2,5 Mio. Euro", "2,5 Mio. Euro=2.500.000"),
    GermanReading("3 Mrd. Franken", "3 Mrd. Franken=3.000.000.000"),
    GermanReading("2000 Menschen", "2000=2.000"), GermanReading("Im Dorf 26 Tote", "26"),
    GermanReading("Die Zahl stieg auf 26. Die Polizei", "26"), GermanReading("Es waren 26.", "26"),
    GermanReading("von den 26. Die anderen", "26"), GermanReading("26 Tote, 18 Verletzte", "26", "18"),
    GermanReading("Am 3. Mai starben 26 Menschen", "26"), GermanReading("Im Jahr 2019 starben 26 Menschen", "26"),
    GermanReading("Im Mai 26 Tote", "26"), GermanReading("Im Krankenhaus 12 Verletzte", "12"),
    GermanReading("Verletzte (26) und Tote (3)", "26", "3"), GermanReading("2019 Helfer kamen", "2019=2.019"),
    // Words.
    GermanReading("einundzwanzig Tote", "einundzwanzig=21"), GermanReading("Einundzwanzig Tote", "Einundzwanzig=21"),
    GermanReading("hundertzwanzig Tote", "hundertzwanzig=120"), GermanReading("hundert Tote", "hundert=100"),
    GermanReading("hunderteins", "hunderteins=101"), GermanReading("hundertundeins", "hundertundeins=101"),
    GermanReading("dreihundertfünfundzwanzigtausend", "dreihundertfünfundzwanzigtausend=325.000"),
    GermanReading("dreihundertfu\u{308}nfundzwanzigtausend", "dreihundertfu\u{308}nfundzwanzigtausend=325.000"),
    GermanReading(
      "neunhundertneunundneunzigtausendneunhundertneunundneunzig Zettel",
      "neunhundertneunundneunzigtausendneunhundertneunundneunzig=999.999"),
    GermanReading("zweitausenddreihundertfünf Tote", "zweitausenddreihundertfünf=2.305"),
    GermanReading("ZWÖLF TOTE", "ZWÖLF=12"), GermanReading("Zwo\u{308}lf Tote", "Zwo\u{308}lf=12"),
    GermanReading("fünf Tote", "fünf=5"), GermanReading("fu\u{308}nf Tote", "fu\u{308}nf=5"),
    GermanReading("dreißig Tote", "dreißig=30"), GermanReading("dreissig Tote", "dreissig=30"),
    GermanReading("fünfunddreißig Tote", "fünfunddreißig=35"),
    GermanReading("eine Million Euro", "eine Million Euro=1.000.000"),
    GermanReading("zwei Millionen Euro", "zwei Millionen Euro=2.000.000"),
    GermanReading("zweieinhalb Millionen Tonnen", "zweieinhalb Millionen=2.500.000"),
    GermanReading("anderthalb Jahre", "anderthalb=1,5"),
    GermanReading("anderthalb Millionen", "anderthalb Millionen=1.500.000"),
    GermanReading("zwei Millionen dreihunderttausend", "zwei Millionen dreihunderttausend=2.300.000"),
    GermanReading("fünftausend", "fünftausend=5.000"),
    GermanReading("eine halbe Million Menschen", "eine halbe Million=500.000"),
    GermanReading("ein Dutzend Männer", "ein Dutzend=12"), GermanReading("zwei Dutzend Männer", "zwei Dutzend=24"),
    GermanReading("ein halbes Dutzend", "ein halbes Dutzend=6"),
    GermanReading("ein Drittel der Häuser", "ein Drittel"), GermanReading("zwei Drittel der Häuser", "zwei Drittel"),
    GermanReading("drei Viertel", "drei Viertel=0,75"), GermanReading("die Hälfte der Häuser", "Hälfte=0,5"),
    // Units.
    GermanReading("5 Prozent", "5 Prozent=5"), GermanReading("5 %", "5 %=5"),
    GermanReading("3,5 v. H. davon", "3,5 v. H=3,5"),
    GermanReading("9,99 Euro oder 12 Franken", "9,99 Euro=9,99", "12 Franken=12"),
    GermanReading("Die Zahl ist 86.", "86"),
    GermanReading("plus oder minus 3 Punkte", "plus oder minus 3=3"),
    GermanReading("20 Euro", "20 Euro=20"), GermanReading("20 Franken", "20 Franken=20"),
    GermanReading("5 US-Dollar", "5 US-Dollar=5"), GermanReading("5 Millionen Euro", "5 Millionen Euro=5.000.000"),
    // Ranges.
    GermanReading("18 bis 20 Menschen", "18 bis 20=zwischen 18 und 20"),
    GermanReading("zwischen 16 und 18 Menschen", "zwischen 16 und 18"),
    GermanReading("von 20 bis 30 Menschen", "von 20 bis 30=zwischen 20 und 30"),
    GermanReading("16 oder 18 Menschen", "16 oder 18=zwischen 16 und 18"),
    GermanReading("18–20 Menschen", "18–20=zwischen 18 und 20"),
    GermanReading("zwei bis drei Millionen", "zwei bis drei Millionen=zwischen 2.000.000 und 3.000.000"),
    GermanReading("stieg von 20 auf 30", "20", "30"),
    // Qualifiers.
    GermanReading("mehr als 3.800 Menschen", "mehr als 3.800"),
    GermanReading("Mehr als 3.800", "Mehr als 3.800=mehr als 3.800"),
    GermanReading("über 400", "über 400=mehr als 400"), GermanReading("Über 400", "Über 400=mehr als 400"),
    GermanReading("u\u{308}ber 400", "u\u{308}ber 400=mehr als 400"), GermanReading("mindestens 26", "mindestens 26"),
    GermanReading("etwa 400", "etwa 400"), GermanReading("rund 400", "rund 400=etwa 400"),
    GermanReading("ungefähr 400", "ungefähr 400=etwa 400"), GermanReading("circa 400", "circa 400=etwa 400"),
    GermanReading("ca. 400", "ca. 400=etwa 400"), GermanReading("fast 400", "fast 400"),
    GermanReading("knapp 400", "knapp 400=fast 400"), GermanReading("beinahe 400", "beinahe 400=fast 400"),
    GermanReading("bis zu 400", "bis zu 400"), GermanReading("höchstens 400", "höchstens 400=bis zu 400"),
    GermanReading("weniger als 400", "weniger als 400"), GermanReading("unter 400", "unter 400=weniger als 400"),
    GermanReading("nicht mehr als 400", "nicht mehr als 400=bis zu 400"),
    GermanReading("nicht weniger als 400", "nicht weniger als 400=mindestens 400"),
    GermanReading("gut 400", "gut 400=knapp über 400"), GermanReading("mindestens etwa 400", "mindestens etwa 400"),
    GermanReading("400 oder mehr", "400 oder mehr=mindestens 400"),
    GermanReading("26 Menschen oder mehr", "26 Menschen oder mehr=mindestens 26"),
    GermanReading("mehr als eine Million", "mehr als eine Million=mehr als 1.000.000"),
    GermanReading("mindestens weitere 18", "mindestens weitere 18=mindestens 18"),
    GermanReading("mehr als „3.800“", "mehr als „3.800=mehr als 3.800"),
    GermanReading("etwa 18 bis 20", "etwa 18 bis 20=etwa 18–20"),
    GermanReading("mindestens ein Toter", "mindestens ein=mindestens 1"),
    GermanReading("mindestens eine der Frauen", "?mindestens eine=mindestens 1"),
    GermanReading("ein bis zwei Tage", "ein bis zwei=zwischen 1 und 2"),
    GermanReading("mindestens eine Million", "mindestens eine Million=mindestens 1.000.000"),
    GermanReading("2000 weitere kamen", "2000=2.000"),
    GermanReading("weniger als ein Drittel", "weniger als ein Drittel"),
    // Vague.
    GermanReading("Dutzende Menschen", "Dutzende"), GermanReading("mit Dutzenden Toten", "Dutzenden=Dutzende"),
    GermanReading("Hunderte von Menschen", "Hunderte"), GermanReading("tausende Menschen", "tausende=Tausende"),
    GermanReading("Zehntausende flohen", "Zehntausende"), GermanReading("Millionen Menschen", "Millionen"),
    GermanReading("mehrere hundert Menschen", "mehrere hundert"),
    GermanReading("mehrere Hundert", "mehrere Hundert=mehrere hundert"),
    GermanReading("einige Tausend Menschen", "einige Tausend=einige tausend"),
    GermanReading("ein paar Dutzend", "ein paar Dutzend"),
    GermanReading("mindestens mehrere hundert", "mindestens mehrere hundert"),
    GermanReading("fast Hunderttausende", "fast Hunderttausende"),
    // Only in answers.
    GermanReading("viele Menschen", "?viele"), GermanReading("mehrere Menschen", "?mehrere"),
    GermanReading("eine große Zahl von Menschen", "?große Zahl=eine große Zahl"),
    GermanReading("eine große Zahl Menschen", "?große Zahl=eine große Zahl"),
    GermanReading("kein Mensch starb", "?kein=0"), GermanReading("keine Toten", "?keine=0"),
    GermanReading("keiner der Männer", "?keiner=0"), GermanReading("eine der Frauen starb", "?eine=1"),
    GermanReading("einer der Männer", "?einer=1"), GermanReading("einer von ihnen", "?einer=1"),
    GermanReading("einer von drei Männern", "?einer=1", "drei=3"),
  ])
  func finds(_ reading: GermanReading) {
    #expect(GermanReading.found(reading.text) == reading.expected)
  }

  @Test(arguments: [
    "mehr als 3.800", "zwischen 16 und 18", "etwa 400", "Dutzende", "mindestens etwa 400", "knapp über 400", "fast 400",
    "bis zu 400", "weniger als 400", "bis zu etwa 400", "etwa 16–18", "2,5", "zwei Drittel", "ein Drittel",
    "ein paar Dutzend", "mehrere hundert", "eine große Zahl", "viele", "mehr als Dutzende",
  ])
  func printsAnswersAsTheyAreWritten(_ answer: String) throws {
    let quantity = try #require(GermanReading.grammar.parseAnswer(answer))
    #expect(GermanReading.words(quantity) == answer)
  }

  @Test(arguments: [
    ("knapp 400", "fast 400"), ("über 400", "mehr als 400"), ("dutzende", "Dutzende"), ("keine", "0"), ("null", "0"),
    ("eine", "1"),
    ("18–20", "zwischen 18 und 20"), ("einundzwanzig", "21"), ("eine halbe Million", "500.000"), ("3 800", "3.800"),
    ("26 oder mehr", "mindestens 26"), ("5 %", "5"),
  ])
  func readsAnswers(_ answer: String, _ words: String) {
    #expect(GermanReading.grammar.parseAnswer(answer).map(GermanReading.words) == words)
  }

  @Test(arguments: ["", "ein Mann", "3. Mai", "26 Menschen", "mehr", "Uhr"]) func readsNoAnswer(in text: String) {
    #expect(GermanReading.grammar.parseAnswer(text) == nil)
  }

  @Test func letsAQualifierReachWhatIsCoordinated() {
    let text = SourceFile(path: "text", text: "mindestens 26 Männer und 18 Frauen")
    let matches = GermanReading.grammar.quantities(in: text.bytes)
    #expect(matches.last?.alternatives.map(GermanReading.words) == ["mindestens 18"])
  }

  @Test func findsDays() {
    let text = SourceFile(path: "text", text: "Am Montag, 3. Mai 2021, seit 1989 und vom 5. bis 7. März; Samstagabend.")
    let days = GermanReading.grammar.dates(in: text.bytes).map { "\(text.text($0.span)): \($0.kind)" }
    #expect(
      days == [
        "Montag: weekday(1)", "3. Mai 2021: dayMonth(day: 3, month: 5, year: Optional(2021))", "1989: year(1989)",
        "5: dayMonth(day: 5, month: 3, year: nil)", "7. März: dayMonth(day: 7, month: 3, year: nil)",
        "Samstagabend: weekday(6)",
      ])
  }

  @Test func findsAgesWhereAsked() {
    let text = SourceFile(path: "text", text: "der 29-Jährige")
    let ages = GermanReading.grammar.quantities(in: text.bytes, readsAges: true)
    #expect(ages.map(\.quantity) == [Quantity(29)])
  }

  @Test func findsTheNounThatIsCounted() {
    let text = SourceFile(path: "text", text: "Es gab 26 schwer verletzte Feuerwehrleute.")
    let nouns = GermanReading.grammar.quantities(in: text.bytes).map { $0.noun.map(text.text) }
    #expect(nouns == ["Feuerwehrleute"])
  }
}
