import Testing

@testable import SiteGen

@Suite struct ChartAxisTests {
  @Test(arguments: [0.0, 1, 3, 10, 18, 62, 748, 5_800, 999_999, 12_345_678, 1e9, 1e15], [1, 3, 5])
  func hasRoundStepsFromZero(greatest: Double, mostSteps: Int) {
    let axis = ValueAxis(for: [Quantity(greatest), Quantity(lower: greatest / 2, upper: nil)], mostSteps: mostSteps) {
      Quantity.digits($0)
    }
    #expect(axis.ticks[0].value == 0 && axis.lower == 0)
    #expect(axis.upper >= greatest)
    #expect((2...mostSteps + 1).contains(axis.ticks.count))
    var mantissa = axis.ticks[1].value - axis.ticks[0].value
    while mantissa >= 10 { mantissa /= 10 }
    while mantissa < 1 { mantissa *= 10 }
    #expect([1, 2, 5].contains { abs(mantissa - $0) < 1e-9 }, "\(axis.ticks[1].value) is not a round step")
  }

  @Test(
    arguments: [
      (Quantity(lower: -5, upper: 3), -5.0, 3.0), (Quantity(lower: nil, upper: -200), -200, 0),
      (Quantity(0.25), 0, 0.25), (Quantity(5_900, approximate: true), 0, 6_490),
      (Quantity(VagueWord(words: "dozens", lowerBound: 24)), 0, 0), (Quantity(.infinity), 0, 0),
    ] as [(Quantity, Double, Double)])
  func includesEveryBound(quantity: Quantity, least: Double, greatest: Double) {
    let axis = ValueAxis(for: [quantity], mostSteps: 5) { Quantity.digits($0) }
    #expect(axis.lower <= least && axis.upper >= greatest && axis.upper.isFinite)
    #expect(axis.ticks.contains { $0.value == 0 })
    #expect(axis.ticks.count <= 7)
    #expect((0...1).contains(axis.position(of: greatest)))
  }

  @Test func givesEachOfAFewDaysABand() {
    let axis = dayAxis([day(30), day(33)])
    #expect(axis.bands.map(\.number) == ["30", "31", "1", "2"])
    #expect(axis.bands.map(\.month) == ["January 2033", nil, "February 2033", nil])
    #expect(axis.bands.map(\.remark) == [nil, "no report", "no report", nil])
    #expect(axis.emptyRuns == [1..<3])
    #expect(axis.index(of: day(33)) == 3 && axis.index(of: day(34)) == nil)
  }

  @Test func givesALongRunOfEmptyDaysOneBand() {
    let axis = dayAxis([day(1), day(3), day(40)])
    #expect(axis.bands.map(\.remark) == [nil, "no report", nil, "no figures for 36 days", nil])
    #expect(axis.emptyRuns == [1..<2, 3..<4])
    #expect(dayAxis([]).bands.isEmpty)
    #expect(dayAxis([day(5)]).bands.count == 1)
  }

  @Test(
    arguments: [
      (Quantity(18), "18"), (Quantity(3800, approximate: true), "~3,800"),
      (Quantity(lower: 3800, upper: nil, lowerOpen: true), ">3,800"), (Quantity(lower: 26, upper: nil), "≥26"),
      (Quantity(lower: nil, upper: 9, upperOpen: true), "<9"), (Quantity(lower: nil, upper: 9), "≤9"),
      (Quantity(lower: 18, upper: 20), "18–20"), (Quantity(lower: 18, upper: 20, approximate: true), "~18–20"),
      (Quantity(lower: 18, upper: 20, lowerOpen: true), ">18 ≤20"),
      (Quantity(lower: 26, upper: nil, approximate: true), "≥26"),
      (Quantity(VagueWord(words: "dozens", lowerBound: 24)), "dozens"),
    ] as [(Quantity, String)])
  func labelsQuantitiesShortly(quantity: Quantity, label: String) {
    #expect(quantity.label { Quantity.digits($0, separator: ",") } == label)
  }

  @Test func givesThirtySpeakersSymbolsOfTheirOwn() {
    let symbols = (0..<30).map { ChartSymbol(named: $0) } + [.unnamed, .report]
    #expect(Set(symbols).count == 32, "two speakers share a symbol")
    #expect(Set(symbols.prefix(10).map(\.shape)).count == 10, "colour alone distinguishes two of ten")
    #expect(Set(symbols.prefix(4).map(\.tone)).count == 4, "the first speakers have the same colour")
    #expect(Set(MarkShape.allCases.map { "\($0.path)" }).count == MarkShape.allCases.count)
  }
}
