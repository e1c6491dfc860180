import Testing

@testable import SiteGen

@Suite struct ColourTests {
  @Test(arguments: [
    ("#0b5563", "#0b5563"), ("#FFF", "#ffffff"), ("#a1B", "#aa11bb"), ("#000000", "#000000"),
  ])
  func readsHexadecimalDigits(text: String, colour: String) {
    #expect(Colour(text)?.description == colour)
  }

  @Test(arguments: ["", "#", "0b5563", "#0b556", "#0b55633", "#0b556g", "#١٢٣", "teal", "#-12", "# 123"])
  func readsNothingElse(text: String) {
    #expect(Colour(text) == nil)
  }

  /// The ratios that other calculators of WCAG 2 give.
  @Test(arguments: [
    ("#000000", "#ffffff", 21_000), ("#ffffff", "#ffffff", 1_000), ("#777777", "#ffffff", 4_478),
    ("#767676", "#ffffff", 4_542), ("#0000ff", "#ffffff", 8_592), ("#ff0000", "#ffffff", 3_998),
  ])
  func measuresContrast(one: String, two: String, ratio: Int) throws {
    let (one, two) = (try #require(Colour(one)), try #require(Colour(two)))
    #expect(abs(one.contrast(with: two) - ratio) <= 1)
    #expect(one.contrast(with: two) == two.contrast(with: one))
  }

  @Test func mixesUntilTheContrastIsEnough() throws {
    let teal = try #require(Colour("#0b5563"))
    let dark = try #require(Colour("#14181a"))
    #expect(teal.lightened(onto: dark, contrast: 7_000).contrast(with: dark) >= 7_000)
    #expect(Colour("#ffee00")?.lightened(onto: .white, contrast: 7_000) == .white)
    let yellow = try #require(Colour("#ffee00"))
    #expect(yellow.darkened(contrast: 4_500).contrast(with: .white) >= 4_500)
    #expect(teal.darkened(contrast: 4_500) == teal)
  }
}
