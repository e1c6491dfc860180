import Testing

@testable import SiteGen

@Suite struct QuantityTests {
  static let grammar = QuantityGrammar(language: "en")

  static func read(_ text: String) throws -> Quantity {
    try #require(grammar.parseAnswer(text), "'\(text)' is to be read")
  }

  static let answers = [
    "0", "1", "2", "26", "2,000", "3,800", "1,234,567", "2,500,000", "0.5", "2.75", "a third", "two-thirds",
    "more than 3,800", "at least 26", "fewer than 40", "up to 400", "about 2,500", "nearly 400", "just over 1,000",
    "at least about 400", "up to about 400", "between 16 and 18", "about 18–20", "dozens", "scores", "hundreds",
    "thousands", "several hundred", "a few thousand", "tens of thousands", "at least several hundred", "many",
    "several", "a few", "a large number",
  ]

  @Test(arguments: [
    "", " ", "unknown", "not known", "none given", "26 people", "twenty-six people", "26 killed, 18 injured", "26, 18",
    "more than", "about", "2031-01-07", "7 January", "Friday", "26.", "(26)", "18–", "–18", "1.2.3", "10:30", "-", "+",
    "first", "2nd", "G7", "not 26", "more than more", "between 16 and", "a", "no", "26 or",
  ])
  func takesNothingElseForAnAnswer(_ text: String) {
    #expect(Self.grammar.parseAnswer(text) == nil)
  }

  @Test(arguments: answers)
  func printsAnAnswerAsItWasWritten(_ text: String) throws {
    let quantity = try Self.read(text)
    #expect(quantity.words() == text)
    #expect(try Self.read(quantity.words()) == quantity)
  }

  @Test(arguments: [
    ("18–20", "between 18 and 20"), ("18-20", "between 18 and 20"), ("18 to 20", "between 18 and 20"),
    ("2.5 million", "2,500,000"), ("twenty-six", "26"), ("a dozen", "12"), ("one", "1"), ("zero", "0"),
    ("none", "0"), ("2000", "2,000"), ("1991", "1,991"), ("3 800", "3,800"), (" 26\n", "26"), ("26+", "at least 26"),
    ("Some 5,800", "about 5,800"), ("Over 2,000", "more than 2,000"), ("as many as 40", "up to 40"),
    ("no fewer than 40", "at least 40"), ("40 or more", "at least 40"), ("$5 million", "5,000,000"), ("20%", "20"),
    ("half a million", "500,000"), ("Dozens", "dozens"), ("few hundred", "a few hundred"),
  ])
  func readsAnswersAsPeopleWriteThem(_ text: String, _ words: String) throws {
    #expect(try Self.read(text).words() == words)
  }

  @Test func groupsDigitsAsAsked() {
    #expect(Quantity(1_234_567).words(separator: "\u{202F}") == "1\u{202F}234\u{202F}567")
    #expect(Quantity(1_234_567).words(separator: "") == "1234567")
    #expect(Quantity(0.00001).words() == "0.00001")
    #expect(Quantity(-1234.5).words() == "-1,234.5")
    #expect(Quantity(lower: 16, upper: 18, lowerOpen: true).words() == "more than 16 and up to 18")
  }

  @Test(arguments: [
    ("more than 3,000", "3,000"), ("about 400", "400"), ("400", "nearly 400"), ("about 400", "nearly 400"),
    ("24", "dozens"), ("at least 26", "26"), ("at least 26", "more than 26"), ("up to 26", "fewer than 26"),
    ("18–20", "18"), ("about 18–20", "18–20"), ("several hundred", "hundreds"), ("a few thousand", "thousands"),
    ("at least several hundred", "several hundred"), ("just over 1,000", "more than 1,000"), ("26", "27"),
  ])
  func holdsAQualifierToCount(_ left: String, _ right: String) throws {
    #expect(try !Self.read(left).equals(Self.read(right)))
    #expect(try !Self.read(right).equals(Self.read(left)))
  }

  @Test(arguments: [
    ("some 400", "about 400"), ("around 400", "approximately 400"), ("roughly 400", "an estimated 400"),
    ("more than 40", "over 40"), ("nearly 40", "almost 40"), ("up to 40", "at most 40"),
    ("as many as 40", "no more than 40"),
    ("fewer than 40", "less than 40"), ("at least 40", "no fewer than 40"), ("40 or more", "at least 40"),
    ("18–20", "between 18 and 20"), ("2.5 million", "2,500,000"), ("twenty-six", "26"),
  ])
  func takesWordsOfOneClassAsOne(_ left: String, _ right: String) throws {
    #expect(try Self.read(left).equals(Self.read(right)))
  }

  @Test(arguments: [
    // What does not overlap.
    ("26", "27", false), ("more than 400", "400", false), ("fewer than 400", "400", false),
    ("nearly 400", "400", false),
    ("nearly 400", "339", false), ("about 400", "441", false), ("dozens", "23", false), ("scores", "39", false),
    ("a few thousand", "1,999", false), ("several hundred", "199", false), ("tens of thousands", "19,999", false),
    ("18–20", "21", false), ("more than 400", "fewer than 400", false), ("just over 1,000", "1,101", false),
    // What does.
    ("26", "26", true), ("more than 400", "401", true), ("at least 400", "400", true), ("nearly 400", "340", true),
    ("nearly two dozen", "21", true), ("two dozen", "22", true), ("two dozen", "21", false),
    ("a hundred", "110", true), ("one hundred", "89", false), ("two hundred thousand", "190,000", false),
    ("120", "a hundred", false), ("a hundred and ten", "115", false), ("at least two dozen", "22", true),
    ("about 400", "440", true), ("about 400", "360", true), ("dozens", "24", true), ("dozens", "26", true),
    ("scores", "40", true), ("hundreds", "200", true), ("a few thousand", "about 2,500", true),
    ("about 2,000", "1,900", true), ("18–20", "20", true), ("more than 3,000", "more than 3,800", true),
    ("dozens", "hundreds", true), ("at least about 400", "360", true), ("up to about 400", "440", true),
  ])
  func overlaps(_ left: String, _ right: String, _ expected: Bool) throws {
    #expect(try Self.read(left).overlaps(Self.read(right)) == expected)
  }

  @Test func overlapsInBothDirectionsAlike() throws {
    for left in Self.answers {
      for right in Self.answers {
        let (one, other) = (try Self.read(left), try Self.read(right))
        #expect(one.overlaps(other) == other.overlaps(one), "\(left), \(right)")
      }
    }
  }
}
