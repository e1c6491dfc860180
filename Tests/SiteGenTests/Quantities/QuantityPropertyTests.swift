import Testing

@testable import SiteGen

/// Numbers with each qualifier, in each form and among other words, in an order that a fixed seed decides.
struct GeneratedQuantities {
  static let numbers = [
    "0", "1", "2", "7", "26", "400", "3,800", "3 800", "3\u{2009}800", "3\u{202F}800", "3\u{A0}800", "2,500,000",
    "2 500 000", "2.5", "0.75", "0.00004", "1,234.5", "2½", "2.5 million", "19 million", "1.1 trillion", "5bn", "10k",
    "40 thousand", "-5", "-1,234.5", "minus 12", "one", "five", "twelve", "twenty-six", "twenty six", "ninety-nine",
    "a hundred", "one hundred and twenty", "a hundred and twenty", "two thousand three hundred and five",
    "fifteen hundred", "a dozen", "two dozen", "half a million", "half a dozen", "one and a half million",
    "one-and-a-half million", "a million and a half", "a quarter of a million", "three-quarters of a million",
  ]
  static let shares = [
    "a third", "two-thirds", "three quarters", "five sixths", "two sevenths", "four ninths", "seven twelfths",
    "one fifth", "3 in 10", "one in seven", "9 out of 10", "11 out of 30", "one in every five", "half",
  ]
  static let vague = [
    "dozens", "scores", "hundreds", "thousands", "tens of thousands", "hundreds of millions", "several hundred",
    "a few thousand", "a few dozen", "a couple of hundred", "thousands upon thousands", "many", "several", "a few",
    "a large number",
  ]
  static let before = [
    "", "about ", "some ", "an estimated ", "more than ", "over ", "just over ", "at least ", "no fewer than ",
    "as few as ", "up to ", "at most ", "as many as ", "not more than ", "fewer than ", "less than ", "nearly ",
    "just under ", "at least about ", "up to about ", "more than about ", "fewer than about ", "at least another ",
    "about just over ", "at least nearly ",
  ]
  static let after = ["", "", "", "+", " or more", " or so", " or fewer", " at most", "-odd", "-plus"]
  static let units = ["", "", "%", " per cent", " dollars", " EUR", " people", " of them", " kg"]
  static let frames = [
    ("", ""), ("They counted ", " in all."), ("In Kelt ", " came"), ("said Monday ", " were hurt"),
    ("(", ")"), ("up from ", ","), ("“", "”"), ("and then ", ", officials said"), ("a total of ", "."),
  ]
  static let joins = ["–", "-", " to ", " or ", " and ", ", "]

  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  mutating func one<T>(of choices: [T]) -> T { choices[below(choices.count)] }

  /// One of the forms above, or digits: whole, with decimals, with a scale.
  private mutating func number() -> String {
    let digits = String(below(10) == 0 ? below(1_000_000_000) : below(100_000))
    switch below(8) {
    case 0: return digits
    case 1: return String(below(1000)) + "." + digits
    case 2: return String(below(1000)) + "." + String(below(1000)) + one(of: [" million", " thousand", "bn"])
    default: return one(of: Self.numbers)
    }
  }

  private mutating func quantity() -> String {
    switch below(8) {
    case 0: one(of: Self.before) + one(of: Self.shares)
    case 1: one(of: Self.before) + one(of: Self.vague)
    case 2:
      ["between ", "between about ", "from ", "between 1 and "][below(4)] + number()
        + [" and ", " to "][below(2)] + number()
    case 3, 4:
      one(of: Self.before) + number() + one(of: Self.joins) + number() + one(of: Self.units)
    default: one(of: Self.before) + number() + one(of: Self.after) + one(of: Self.units)
    }
  }

  /// The next text, with one to three quantities in it.
  mutating func text() -> String {
    var text = ""
    for index in 0...below(3) {
      let frame = one(of: Self.frames)
      text += (index == 0 ? "" : " ") + frame.0 + quantity() + frame.1
    }
    return text
  }
}

@Suite(.long) struct QuantityPropertyTests {
  static let grammar = QuantityGrammar(language: "en")

  @Test func readsWhatItPrintsAsTheSameQuantity() {
    var generated = GeneratedQuantities()
    var quantities: Set<Quantity> = []
    for _ in 0..<4_000 {
      let text = generated.text()
      for match in Self.grammar.quantities(in: Array(text.utf8)) {
        for quantity in [match.quantity] + match.alternatives where quantities.insert(quantity).inserted {
          let words = quantity.words()
          #expect(Self.grammar.parseAnswer(words) == quantity, "'\(words)', of '\(text)'")
        }
      }
    }
    #expect(quantities.count > 3_000, "too few kinds of quantities were made")
  }

  @Test func readsEachQualifiedNumberAsAnAnswer() {
    let forms = GeneratedQuantities.numbers + GeneratedQuantities.shares + GeneratedQuantities.vague
    for form in forms {
      for qualifier in GeneratedQuantities.before where !qualifier.hasSuffix("another ") {
        let quantity = Self.grammar.parseAnswer(qualifier + form)
        #expect(quantity != nil, "'\(qualifier + form)'")
        #expect(quantity.map { Self.grammar.parseAnswer($0.words()) } == quantity, "'\(qualifier + form)'")
      }
    }
  }
}
