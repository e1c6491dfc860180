import Testing

@testable import SiteGen

/// Charts of generated answers: names of 60 characters, 1 to 200 answers, values from 1 to a billion.
@Suite struct ChartLayoutTests {
  @Test(arguments: [1, 2, 3, 17, 60, 200], [1.0, 9, 1000, 1_000_000, 1_000_000_000])
  func keepsLabelsApartAndInside(answers: Int, greatest: Double) {
    for seed in 1...5 {
      let chart = chart(answers: answers, greatest: greatest, seed: UInt64(seed))
      let layout = ChartLayout(chart)
      var bottom = -1.0
      for line in layout.lines {
        #expect(line.top >= bottom, "'\(line.words)' covers the line above it")
        #expect(ChartText.width(of: line.words) <= ChartText.narrowest, "'\(line.words)' is wider than the chart")
        bottom = line.top + ChartText.lineHeight
        #expect(bottom <= layout.height)
      }
      for mark in layout.marks {
        let edges = (mark.middle - ChartLayout.reach)...(mark.middle + ChartLayout.reach)
        #expect(edges.lowerBound >= layout.field.lowerBound && edges.upperBound <= layout.field.upperBound)
        for line in layout.lines {
          let words = line.top...(line.top + ChartText.lineHeight)
          #expect(
            !words.overlaps(edges) || words.upperBound <= edges.lowerBound || edges.upperBound <= words.lowerBound)
        }
      }
      for top in layout.tickRows {
        #expect(top >= 0 && top + ChartText.lineHeight <= layout.height)
        #expect(top + ChartText.lineHeight <= layout.field.lowerBound || top >= layout.field.upperBound)
      }
    }
  }

  @Test(arguments: [1.0, 3, 10, 18, 62, 748, 5_800, 999_999, 12_345_678, 1_000_000_000])
  func labelsRoundTicksThatFit(greatest: Double) {
    let axis = ValueAxis(for: [Quantity(greatest), Quantity(lower: greatest / 2, upper: nil)]) {
      Quantity.digits($0, separator: ",")
    }
    #expect(axis.lower == 0)
    #expect(axis.upper >= greatest)
    #expect((2...7).contains(axis.ticks.count))
    let step = axis.ticks[1].value - axis.ticks[0].value
    var mantissa = step
    while mantissa >= 10 { mantissa /= 10 }
    while mantissa < 1 { mantissa *= 10 }
    #expect([1, 2, 5].contains { abs(mantissa - $0) < 1e-9 }, "\(step) is not a round step")
    var end = -1.0
    for tick in axis.ticks {
      let box = ChartText.tickBox(tick.label, at: axis.position(of: tick.value))
      #expect(box.lowerBound > end && box.upperBound <= ChartText.narrowest)
      end = box.upperBound
    }
  }

  @Test(
    arguments: [
      (Quantity(lower: 1, upper: nil, lowerOpen: true), 1.0),
      (Quantity(lower: 1_000_000, upper: nil), 1_000_000.0),
      (Quantity(lower: nil, upper: 0.5, upperOpen: true), 0.5),
      (Quantity(lower: -5, upper: 3), -5.0),
      (Quantity(0), 0.0),
    ] as [(Quantity, Double)])
  func leavesSpaceForArrows(quantity: Quantity, bound: Double) {
    let axis = ValueAxis(for: [quantity]) { Quantity.digits($0) }
    let middle = axis.position(of: bound) / 100 * ChartText.narrowest
    #expect(middle - 18 >= 0)
    #expect(quantity.upper != nil || middle + 18 <= ChartText.narrowest)
    #expect(axis.lower <= 0)
  }

  @Test func breaksAWordThatIsTooLong() {
    let word = String(repeating: "Wasserstandsmeldung", count: 8)
    let lines = ChartText.lines(of: "die \(word) da")
    #expect(lines.joined().filter { $0 != " " } == "die\(word)da")
    for line in lines { #expect(ChartText.width(of: line) <= ChartText.narrowest) }
  }

  @Test func keepsWordsWhole() {
    let words = "the office of the mayor of the town below the old mill, and those who speak for her"
    #expect(ChartText.lines(of: words).joined(separator: " ") == words)
  }

  private func chart(answers: Int, greatest: Double, seed: UInt64) -> AnswerChart {
    var random = SplitMix(seed: seed)
    var days: [AnswerChart.Day] = []
    for index in 0..<answers {
      if index == 0 || random.next(below: 3) == 0 {
        let gap = random.next(below: 4) == 0 ? "\(random.next(below: 900)) days without an answer" : nil
        days.append(AnswerChart.Day(label: "\(1 + random.next(below: 28)) November 2031", gap: gap, marks: []))
      }
      let value = max(1, (greatest * Double(random.next(below: 1000)) / 999).rounded())
      let quantity =
        switch random.next(below: 6) {
        case 0: Quantity(lower: value, upper: nil, lowerOpen: true)
        case 1: Quantity(lower: nil, upper: value)
        case 2: Quantity(lower: value / 2, upper: value)
        case 3: Quantity(value, approximate: true)
        case 4: Quantity(VagueWord(words: "tens of thousands", lowerBound: 20_000))
        default: Quantity(value)
        }
      let name = String(
        (0..<60).map { _ in ["W", "i", "m", "ß", "水", "e", "n", " ", "ع"][random.next(below: 9)] }.joined())
      days[days.count - 1].marks.append(
        AnswerChart.Mark(
          answer: Quantity.digits(value, separator: ","), label: name, quantity: quantity,
          speaker: random.next(below: 12)))
    }
    return AnswerChart(
      title: "Generated", description: "Generated.", days: days,
      axis: ValueAxis(for: days.flatMap(\.marks).map(\.quantity)) { Quantity.digits($0, separator: ",") })
  }
}
