import Testing

@testable import SiteGen

/// Two numbers in words next to each other, nouns in the dual, and tenths.
@Suite struct PairedNumberTests {
  @Test(arguments: [
    ("tr", "İki dört kişi geldi.", "!"), ("tr", "Bir iki üç kişi geldi.", "!"),
    ("fa", "هفت هشت ده نفر آمدند.", "!"), ("fa", "سه شنبه باران آمد.", ""),
    ("zh", "四八人受伤。", "!"), ("zh", "三四年没下雨了。", "!"), ("zh", "一百七八十人受伤。", "!"),
    ("zh", "一九四五年战争结束。", ""),
  ])
  func readsNoPairThatIsNotCertain(_ language: String, _ text: String, _ expected: String) {
    let found = readings(of: text, QuantityGrammar(language: language)).map { $0.hasPrefix("!") ? "!" : $0 }
    #expect(found.joined(separator: "; ") == expected)
  }

  @Test(arguments: [
    ("tr", "İki üç bin kişi geldi.", "between 2,000 and 3,000"), ("tr", "Yirmi otuz kişi geldi.", "between 20 and 30"),
    ("fa", "حدود بیست سی نفر آمدند.", "about 20–30"), ("zh", "两三百人受伤。", "between 200 and 300"),
    ("zh", "十七八万人参加。", "between 170,000 and 180,000"), ("zh", "两三成的人反对。", "between 20 and 30"),
    ("zh", "三到五成的人反对。", "between 30 and 50"), ("zh", "六成五的人反对。", "65"), ("zh", "四成半的人反对。", "45"),
    ("ar", "شخصان أو ثلاثة بقوا.", "between 2 and 3"), ("ar", "استمرت المفاوضات شهرين وعشرين يوما.", "2; 20"),
  ])
  func readsPairsDualsAndTenths(_ language: String, _ text: String, _ expected: String) {
    #expect(readings(of: text, QuantityGrammar(language: language)).joined(separator: "; ") == expected)
  }
}
