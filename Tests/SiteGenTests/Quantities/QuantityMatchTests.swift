import Testing

@testable import SiteGen

@Suite struct QuantityMatchTests {
  static let grammar = QuantityGrammar(language: "en")

  /// The span of a part in a text, in bytes; the first that there is.
  static func span(_ part: String, _ text: String) throws -> Range<Int> {
    let (part, text) = (Array(part.utf8), Array(text.utf8))
    let start = try #require((0...(text.count - part.count)).first { text[$0..<$0 + part.count].elementsEqual(part) })
    return start..<start + part.count
  }

  @Test(arguments: [
    ("More than 3,800 people were held.", "3,800 people", "More than 3,800"),
    ("More than 3,800 people were held.", "than 3,800 people", "More than 3,800"),
    ("More than 3,800 people were held.", "800 people", "More than 3,800"),
    ("They held more than 3,800.", "They held more", "more than 3,800"),
    ("between 16 and 18 men", "16 and 18 men", "between 16 and 18"), ("some 18–20 men", "20 men", "some 18–20"),
    ("no fewer than 40 men", "fewer than 40 men", "no fewer than 40"), ("26 or more men", "26", "26 or more"),
    ("two million men", "two", "two million"), ("a few thousand men", "thousand men", "a few thousand"),
    ("“more than” 40 men", "40 men", "more than” 40"),
  ])
  func seesAQuotationThatCutsAQuantity(_ text: String, _ quotation: String, _ cut: String) throws {
    let file = SourceFile(path: "text", text: text)
    let match = try #require(cuts(Self.span(quotation, text), in: Self.grammar.quantities(in: file.bytes)))
    #expect(file.text(match.span) == cut)
  }

  @Test(arguments: [
    ("More than 3,800 people were held.", "More than 3,800 people"), ("They held more than 3,800.", "They held"),
    ("a “large number of men” came", "large number of men"), ("26 men and 18 more", "18 more"),
    ("saying “20,000 thieves” were", "20,000 thieves"), ("“scores of” wounds", "scores of"),
  ])
  func letsAQuotationStandThatCutsNone(_ text: String, _ quotation: String) throws {
    #expect(try cuts(Self.span(quotation, text), in: Self.grammar.quantities(in: Array(text.utf8))) == nil)
  }

  @Test(arguments: [
    // A qualifier that does not reach.
    ("at least 26 farmers died. And 18 more", ["at least 26"], ["18"]),
    ("at least 26 farmers, about 18 guards", ["at least 26"], ["about 18"]),
    ("26 farmers and 18 guards", ["26"], ["18"]),
    ("at least 26 farmers died when the 18 guards", ["at least 26"], ["18"]),
    ("about 100 metres away, a 5-metre wall", ["about 100"], ["5"]),
    ("at least 20 men, four of them hurt", ["at least 20"], ["4"]),
    // One that may.
    ("at least 26 farmers and 18 police officers", ["at least 26"], ["18", "at least 18"]),
    ("nearly 400 farmers, 62 guards", ["nearly 400"], ["62", "nearly 62"]),
    ("over two days and nights, 18 men", ["more than 2", "2"], ["18", "more than 18"]),
  ])
  func letsAQualifierReachCoordinatedQuantities(_ text: String, _ first: [String], _ second: [String]) {
    let readings = Self.grammar.quantities(in: Array(text.utf8)).map { match in
      ([match.quantity] + match.alternatives).map { $0.words() }
    }
    #expect(readings == [first, second])
  }

  @Test(
    arguments: [
      ("26 protesters were", "protesters"), ("five other states of", "states"), ("six former island states", "states"),
      ("20 men in", "men"), ("one man was", "man"), ("dozens of people had", "people"), ("18 killed", nil),
      ("18 were", nil), ("62 in intensive care", nil), ("a 10-year sentence", nil),
    ] as [(String, String?)])
  func namesTheNoun(_ text: String, _ noun: String?) throws {
    let file = SourceFile(path: "text", text: text)
    let match = try #require(Self.grammar.quantities(in: file.bytes).first)
    #expect(match.noun.map(file.text) == noun)
  }

  @Test(
    arguments: [
      ("5%", .percent), ("5 per cent", .percent), ("$5", .money("$")), ("£3.5bn", .money("£")),
      ("20 US dollars", .money("$")),
      ("a third of them", .fraction), ("26 men", .plain),
    ] as [(String, QuantityMatch.Unit)])
  func namesTheUnit(_ text: String, _ unit: QuantityMatch.Unit) throws {
    #expect(try #require(Self.grammar.quantities(in: Array(text.utf8)).first).unit == unit)
  }

  @Test func separatesTheNumberFromItsQualifier() throws {
    let file = SourceFile(path: "text", text: "and more than “3,800 people")
    let match = try #require(Self.grammar.quantities(in: file.bytes).first)
    #expect(file.text(match.numberSpan) == "3,800")
    #expect(file.text(match.span) == "more than “3,800")
  }

  @Test func readsAPartOfATextAlone() {
    let bytes = Array("at least 26 men, 18 women".utf8)
    #expect(Self.grammar.quantities(in: bytes, range: 9..<16).map { $0.quantity.words() } == ["26"])
    #expect(Self.grammar.quantities(in: bytes, range: 90..<900).isEmpty)
  }

  @Test func readsAgesWhereTheyAreAskedFor() {
    #expect(
      Self.grammar.quantities(in: Array("aged 29, he".utf8), readsAges: true).map { $0.quantity.words() } == ["29"])
  }

  @Test func readsDigitsAloneInALanguageWithoutATable() {
    let grammar = QuantityGrammar(language: "eo")
    #expect(!grammar.hasWords)
    // Why: "3.800" may be 3,800 or 3.8.
    let text = "Pli ol 3.800 homoj, 18–20 kaj dek, 26 % kaj G7, mondo-24, 2,5, 1.234.567"
    #expect(
      readings(of: text, grammar) == ["!3.800", "between 18 and 20", "26", "2.5", "1,234,567"])
  }

  @Test(arguments: ["en", "de", "fr", "ru", "tr", "ar", "zh"]) func neverTrapsOnAnyBytes(_ language: String) {
    let grammar = QuantityGrammar(language: language)
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let pieces = [
      "26", " ", ",", "3,800", "more than", "at least ", "-", "–", " to ", " or ", "between ", " and ", "one",
      " hundred",
      "million", "dozens", "a ", "half ", "third", "January", " 7", "2019", "$", "€", "%", "“", "’s", "aged ",
      "year-old",
      "+", "\n", "\n\n", "no ", "not ", "several ", "\u{202F}000", "999999999999999999999", "0001", ":30", ".5", "/",
      "(", ")",
      "Friday", " of ", "s", "pm", "\u{E2}\u{80}", "é", "x",
      "ein", "und", "zwanzig", "hundert", "tausend", "fünf", "u\u{308}", "\u{308}", "Ü", "einhalb", " Mio. ", "ca. ",
      "3. ",
      "mindestens ", "bis ", "einer der ", "Drittel", "v. H.", "Mai ", "3'800", "3’800", "-jährig",
    ].map { Array($0.utf8) }
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<random(12) {
        if random(6) == 0 {
          bytes.append(UInt8(truncatingIfNeeded: random(256)))
        } else {
          let piece = pieces[random(pieces.count)]
          bytes += piece.prefix(random(8) == 0 ? random(piece.count + 1) : piece.count)
        }
      }
      let range = random(4) == 0 ? random(bytes.count + 1)..<bytes.count : nil
      let reading = grammar.read(bytes, in: range)
      var end = range?.lowerBound ?? 0
      for match in reading.quantities {
        #expect(match.span.lowerBound >= end && match.span.upperBound <= bytes.count, "\(bytes)")
        #expect(
          match.span.contains(match.numberSpan.lowerBound) && match.numberSpan.upperBound <= match.span.upperBound)
        #expect(!match.quantity.words().isEmpty)
        end = match.span.upperBound
      }
      _ = grammar.parseAnswer(String(decoding: bytes, as: UTF8.self))
    }
  }
}

@Suite struct DateMentionTests {
  static let grammar = QuantityGrammar(language: "en")

  @Test(arguments: [
    ("it may be so, in march", []), ("they march on 7 fronts", []), ("26 people", []), ("May I ask", []),
    ("2000 people", []),
    ("more than 2000 people", []), ("2031-13-45", []), ("32 January", []),
    ("on Friday", ["Friday weekday(5)"]), ("Monday's", ["Monday's weekday(1)"]),
    ("7 January 2031", ["7 January 2031 dayMonth(day: 7, month: 1, year: Optional(2031))"]),
    ("January 7, 2031", ["January 7, 2031 dayMonth(day: 7, month: 1, year: Optional(2031))"]),
    ("the 7th of May", ["7th of May dayMonth(day: 7, month: 5, year: nil)"]),
    ("January 19, with", ["January 19 dayMonth(day: 19, month: 1, year: nil)"]),
    ("7 and 8 March", ["7 dayMonth(day: 7, month: 3, year: nil)", "8 March dayMonth(day: 8, month: 3, year: nil)"]),
    ("March 7–8", ["March 7 dayMonth(day: 7, month: 3, year: nil)", "8 dayMonth(day: 8, month: 3, year: nil)"]),
    ("2031-01-07", ["2031-01-07 dayMonth(day: 7, month: 1, year: Optional(2031))"]),
    ("in 2019", ["2019 year(2019)"]), ("in May 2019", ["May 2019 year(2019)"]),
    ("from 1991 to 2019", ["1991 year(1991)", "2019 year(2019)"]),
  ])
  func findsDays(_ text: String, _ expected: [String]) {
    let file = SourceFile(path: "text", text: text)
    #expect(Self.grammar.dates(in: file.bytes).map { "\(file.text($0.span)) \($0.kind)" } == expected)
  }

  @Test func namesTheYearsForQuestionsThatAskForThem() {
    let years = Self.grammar.years(in: Array("on 7 May 1991 and in 2019, 2000 people".utf8))
    #expect(years.map(\.value) == [1991, 2019])
  }
}
