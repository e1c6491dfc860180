import Testing

@testable import SiteGen

/// Checks the plural rules against CLDR 48, with one language for each of them.
@Suite struct PluralRulesTests {
  /// A letter for each number: z for zero, 1 for one, 2 for two, f for few, m for many, o for other.
  static let numbers = [
    0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 19, 20, 21, 22, 23, 40, 61, 71, 80, 91, 99, 100, 101, 102, 103, 111, 112,
    120, 1000, 1_000_000,
  ]

  static let cases: [(language: String, forms: String)] = [
    ("ja", "ooooooooooooooooooooooooooooooooo"),
    ("en", "o1ooooooooooooooooooooooooooooooo"),
    ("kk", "o1ooooooooooooooooooooooooooooooo"),
    ("hi", "11ooooooooooooooooooooooooooooooo"),
    ("tzm", "11oooooooo11111111111111ooooooooo"),
    ("is", "o1ooooooooooooo1ooo11o1oo1ooooooo"),
    ("fil", "1111o1o1o1111o111111111o111111111"),
    ("ksh", "z1ooooooooooooooooooooooooooooooo"),
    ("lv", "z1ooooooozzzzzz1ooz11z1oz1oozzzzz"),
    ("he", "o12oooooooooooooooooooooooooooooo"),
    ("shi", "11ffffffffooooooooooooooooooooooo"),
    ("ro", "f1ffffffffffffooooooooooofffffooo"),
    ("hr", "o1fffoooooooooo1ffo11o1oo1ffooooo"),
    ("fr", "11oooooooooooooooooooooooooooooom"),
    ("pt-BR", "11oooooooooooooooooooooooooooooom"),
    ("pt-PT", "o1oooooooooooooooooooooooooooooom"),
    ("es", "o1oooooooooooooooooooooooooooooom"),
    ("gd", "o12fffffff12ffooooooooooooooooooo"),
    ("sl", "o12ffoooooooooooooooooooo12fooooo"),
    ("cs", "o1fffoooooooooooooooooooooooooooo"),
    ("pl", "m1fffmmmmmmmmmmmffmmmmmmmmffmmmmm"),
    ("uk", "m1fffmmmmmmmmmm1ffm11m1mm1ffmmmmm"),
    ("lt", "o1fffffffoooooo1ffo11o1fo1ffooooo"),
    ("sgs", "o12ffffffoooooo1ffo11o1fo1ffooooo"),
    ("br", "o12ffooofoooooo12fo1ooooo12foooom"),
    ("mt", "f12fffffffmmmmooooooooooooofmmooo"),
    ("ga", "o12ffffmmmooooooooooooooooooooooo"),
    ("gv", "f12ooooooo12oof12of11f1of12o12fff"),
    ("kw", "z12fooooooooooom2fomooooom2fooo2o"),
    ("ar", "z12fffffffmmmmmmmmmmmmmmooofmmmoo"),
    ("cy", "z12foomoooooooooooooooooooooooooo"),
    ("xx", "o1ooooooooooooooooooooooooooooooo"),
  ]

  @Test(arguments: cases) func givesTheFormsOfCLDR(language: String, forms: String) {
    let rules = PluralRules(language: language)
    let letters: [PluralRules.Category: Character] = [
      .zero: "z", .one: "1", .two: "2", .few: "f", .many: "m", .other: "o",
    ]
    #expect(String(PluralRulesTests.numbers.compactMap { letters[rules.category(of: $0)] }) == forms)
  }

  @Test(arguments: PluralRules.allCases) func listsEveryFormOfANumber(rules: PluralRules) {
    let numbers = Array(0...1100) + [10_000, 20_000, 100_000, 1_000_000, .max]
    let taken = Set(numbers.map(rules.category(of:)) + [.other])
    #expect(rules.categories == PluralRules.Category.allCases.filter(taken.contains))
  }

  @Test func usesTheFirstPartOfALanguageTag() {
    #expect(PluralRules(language: "RU-by") == .eastSlavic)
    #expect(PluralRules(language: "zh-Hant-TW") == .same)
    #expect(PluralRules(language: "") == .one)
  }
}
