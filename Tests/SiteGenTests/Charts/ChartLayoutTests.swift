import Testing

@testable import SiteGen

/// Charts of generated answers: 1 to 60 marks, equal values, long names, values up to a billion, 280 to 800 pixels.
@Suite struct ChartLayoutTests {
  struct Case: CustomStringConvertible, Sendable {
    var marks: Int
    var days: Int
    var greatest: Double
    var equal = false
    var places = 1

    var description: String { "\(marks) marks, \(days) days, up to \(greatest), equal: \(equal), \(places) places" }

    static let all: [Case] =
      [1, 2, 5, 12, 60].flatMap { marks in
        [1, 2, 4, 60].flatMap { days in
          [Case(marks: marks, days: days, greatest: 1000), Case(marks: marks, days: days, greatest: 26, equal: true)]
        }
      } + [1.0, 9, 1_000_000, 1_000_000_000].map { Case(marks: 12, days: 4, greatest: $0) }
      + [Case(marks: 20, days: 4, greatest: 60, places: 3), Case(marks: 9, days: 1, greatest: 60, places: 3)]
  }

  static let widths = [ChartSize.narrow, 320, 390, ChartSize.wide, 640, 800]

  @Test(arguments: Case.all)
  func keepsMarksAndWordsApartAndInside(_ chart: Case) {
    let content = chart.content(1)
    let expected = content.marks.reduce(0) { $0 + $1.values.count }
    for (drawing, widths) in drawings(of: content) {
      #expect(drawing.marks.count == expected, "some marks are not drawn")
      let words = drawing.texts.map { ($0, $0.box()) }
      let marks = drawing.marks.map { $0.box(scale: drawing.scale) }
      for mark in drawing.marks { #expect(mark.y >= 6 && mark.y <= drawing.height - 6) }
      for (text, box) in words { #expect(box.top >= 0 && box.bottom <= drawing.height, "'\(text.words)' leaves it") }
      for width in widths { check(words, marks, at: width) }
    }
  }

  private func check(_ words: [(text: ChartDrawing.Text, box: ChartBox)], _ marks: [ChartBox], at width: Double) {
    for mark in marks { #expect(mark.isInside(width: width), "a mark leaves the chart at \(width)") }
    for (index, (text, box)) in words.enumerated() {
      #expect(box.isInside(width: width), "'\(text.words)' leaves the chart at \(width)")
      for (other, otherBox) in words[(index + 1)...] where overlap(box, otherBox, at: width) {
        Issue.record("'\(text.words)' and '\(other.words)' overlap at \(width)")
      }
      guard text.kind == .label || text.kind == .remark else { continue }
      if marks.contains(where: { overlap(box, $0, at: width) }) {
        Issue.record("'\(text.words)' covers a mark at \(width)")
      }
    }
  }

  /// With few answers, each has its label.
  @Test(arguments: [2, 3, 5])
  func labelsEveryMarkOfASmallChart(marks: Int) {
    for seed in 1...20 {
      let chart = generatedChart(marks: marks, days: 4, greatest: 1000, seed: UInt64(seed))
      let labels = Set(chart.drawing(width: ChartSize.wide).texts.filter { $0.kind == .label }.map(\.words))
      #expect(labels == Set(chart.marks.map(\.label)), "seed \(seed)")
    }
  }

  /// Every number is beside its mark, or in the sentence below the days.
  @Test(arguments: Case.all)
  func namesEveryNumber(_ chart: Case) {
    for seed in 1...4 {
      let content = chart.content(seed)
      for (drawing, _) in drawings(of: content) {
        let labels = Set(drawing.texts.filter { $0.kind == .label }.map(\.words))
        let sentences = drawing.texts.filter { $0.kind == .remark }.map(\.words).joined(separator: " ")
        for mark in content.marks where !labels.contains(mark.label) {
          #expect(sentences.contains(mark.label), "seed \(seed): \(mark.label) is nowhere")
        }
      }
    }
  }

  @Test func namesTheDayOfANumberWithoutSpace() {
    let crowd = (0..<60).map { mark(Double(1000 + $0), on: day(25 + $0 % 2), joined: nil) }
    let drawing = content(crowd).drawing(width: ChartSize.narrow)
    let sentences = drawing.texts.filter { $0.kind == .remark }.map(\.words).joined(separator: " ")
    #expect(sentences.contains("2033-01-25: ") && sentences.contains("2033-01-26: "))
  }

  /// Their order in time is not known, so a line would invent a rise.
  @Test func joinsNothingWithinADay() {
    func joins(_ marks: [AnswerChart.Mark]) -> Int {
      content(marks).drawing(width: ChartSize.narrow).lines.count { if case .join = $0.kind { true } else { false } }
    }
    let (one, other) = (mark(10, on: day(25), joined: "police"), mark(12, on: day(25), joined: "police"))
    let (later, last) = (mark(14, on: day(26), joined: "police"), mark(16, on: day(27), joined: "police"))
    #expect(joins([one, other, mark(1, on: day(26), joined: nil)]) == 0)
    #expect(joins([one, other, later]) == 0, "one of two marks is as good as the other")
    #expect(joins([one, other, later, last]) == 1)
  }

  /// As a number of a day without a report, it would be wrong.
  @Test(arguments: [2, 3, 5, 12])
  func keepsLabelsOutOfDaysWithoutAReport(marks: Int) {
    for seed in 1...20 {
      let chart = generatedChart(marks: marks, days: 6, greatest: 6000, seed: UInt64(seed))
      for (drawing, widths) in drawings(of: chart) {
        for text in drawing.texts where text.kind == .label {
          for (shade, width) in drawing.shades.flatMap({ shade in widths.map { (shade, $0) } }) {
            let area = ChartBox(
              left: Across(share: shade.from), right: Across(share: shade.to), top: shade.top, bottom: shade.bottom)
            #expect(!overlap(text.box(), area, at: width), "seed \(seed): '\(text.words)' at \(width)")
          }
        }
      }
    }
  }

  @Test func givesEachOfTwoSpeakersTheSameNumber() throws {
    var other = mark(18, on: day(25), joined: nil)
    other.symbol = .unnamed
    let chart = content([mark(18, on: day(25), joined: nil), other, mark(16, on: day(28), joined: nil)])
    func labels(_ drawing: ChartDrawing) -> [String] {
      drawing.texts.filter { $0.kind == .label }.map(\.words).sorted()
    }
    #expect(labels(chart.drawing(width: ChartSize.wide)) == ["16", "18", "18"])
    let narrow = chart.drawing(width: ChartSize.narrow)
    #expect(labels(narrow) == ["16", "18"])
    let bracket = try #require(narrow.lines.first { $0.kind == .bracket }, "a line joins the two with their label")
    #expect(bracket.from.share == narrow.marks[0].share && bracket.to.share == narrow.marks[1].share)
  }

  /// The same days below each other, one height, and one scale for similar numbers.
  @Test func drawsChartsSideBySideInOneFrame() throws {
    let deaths = content([mark(26, on: day(27), joined: nil), mark(26, on: day(29), joined: nil)])
    let officers = content([mark(18, on: day(26), joined: nil), mark(16, on: day(29), joined: nil)])
    let detained = content((0..<9).map { mark(5000 + Double($0), on: day(26 + $0 % 3), joined: nil) })
    let charts = AnswerChart.sideBySide([deaths, officers, detained])
    let drawings = charts.map { $0.drawing(width: ChartSize.compact, isCompact: true) }
    for chart in charts { #expect(chart.days?.bands.map(\.number) == ["26", "27", "28", "29"]) }
    #expect(charts[0].days?.bands.map(\.remark) == ["no report", nil, "no report", nil])
    func shares(_ drawing: ChartDrawing) -> [Double] {
      drawing.texts.filter { $0.kind == .tick && $0.anchor == .middle }.map(\.at.share)
    }
    func baseline(_ drawing: ChartDrawing) -> Double? { drawing.lines.first { $0.kind == .zero }?.from.y }
    for drawing in drawings {
      #expect(shares(drawing) == shares(drawings[0]))
      #expect(baseline(drawing) == baseline(drawings[0]))
    }
    func height(_ drawing: ChartDrawing) -> Double { (baseline(drawing) ?? 0) - drawing.marks[0].y }
    #expect(abs(height(drawings[0]) / 26 - height(drawings[1]) / 18) < 0.01, "one scale for both counts")
    #expect(AnswerChart.sideBySide([deaths]).allSatisfy { $0.frame == nil })
    let far = content([mark(1, on: day(1), joined: nil), mark(2, on: day(2), joined: nil)])
    #expect(AnswerChart.sideBySide([far, deaths])[0].days?.bands.count == 2, "too many days for one axis")
  }

  @Test(arguments: [1, 4])
  func mirrorsForRightToLeftText(days: Int) {
    var chart = generatedChart(marks: 8, days: days, greatest: 700, seed: 5)
    let plain = chart.drawing(width: ChartSize.narrow)
    chart.isMirrored = true
    let mirrored = chart.drawing(width: ChartSize.narrow)
    #expect(plain.marks.map { 1 - $0.share } == mirrored.marks.map(\.share))
    #expect(plain.marks.map(\.y) == mirrored.marks.map(\.y))
    let first = plain.texts.filter { $0.kind == .tick }.map { $0.at.mirrored }
    #expect(first == mirrored.texts.filter { $0.kind == .tick }.map(\.at))
    for text in mirrored.texts { #expect(text.box().isInside(width: ChartSize.narrow)) }
  }

  @Test func joinsTheMarksOfASpeakerInOrder() throws {
    let marks = [(25, 10.0), (26, 12), (28, 40)].map { number, value in
      mark(value, on: day(number), joined: "police")
    }
    let drawing = content(marks + [mark(5, on: day(26), joined: nil)]).drawing(width: ChartSize.narrow)
    let joins = drawing.lines.filter { if case .join = $0.kind { true } else { false } }
    #expect(joins.count == 2)
    #expect(joins.allSatisfy { $0.from.share < $0.to.share && $0.from.y > $0.to.y })
    #expect(drawing.shades.count == 1, "of four days, one has no report")
    #expect(drawing.texts.filter { $0.kind == .remark }.map(\.words).joined(separator: " ").contains("no report"))
  }

  @Test func placesTimesWithinTheDay() throws {
    var (early, late) = (mark(10, on: day(25), joined: nil), mark(10, on: day(25), joined: nil))
    early.time = TimeOfDay(hour: 6, minute: 0)
    late.time = TimeOfDay(hour: 18, minute: 0)
    let drawing = content([late, early, mark(10, on: day(26), joined: nil)]).drawing(width: ChartSize.narrow)
    let shares = drawing.marks.map(\.share)
    #expect(shares == shares.sorted())
    #expect(abs((shares[1] - shares[0]) - (shares[2] - shares[0]) * 0.4) < 0.01, "half a day of one day and a quarter")
  }

  /// The drawings of a chart, with the widths at which each is shown.
  private func drawings(of chart: AnswerChart) -> [(ChartDrawing, widths: [Double])] {
    [ChartSize.narrow, ChartSize.wide].map { least in
      (chart.drawing(width: least), Self.widths.filter { $0 >= least })
    } + [(chart.drawing(width: ChartSize.compact, isCompact: true), [ChartSize.compact, 300, 400])]
  }

  private func overlap(_ box: ChartBox, _ other: ChartBox, at width: Double) -> Bool {
    max(box.top, other.top) < min(box.bottom, other.bottom) - 0.01
      && max(box.left.pixels(in: width), other.left.pixels(in: width))
        < min(box.right.pixels(in: width), other.right.pixels(in: width)) - 0.01
  }

  private func mark(_ value: Double, on day: Day, joined: String?) -> AnswerChart.Mark {
    AnswerChart.Mark(
      quantity: Quantity(value), label: Quantity.digits(value), day: day, symbol: ChartSymbol(named: 0),
      name: "a",
      joined: joined)
  }

  private func content(_ marks: [AnswerChart.Mark]) -> AnswerChart {
    AnswerChart(
      title: "t", subtitle: "s", description: "d", source: "s", panels: [.init(place: nil, marks: marks)],
      days: dayAxis(Set(marks.map(\.day))))
  }
}

extension ChartLayoutTests.Case {
  fileprivate func content(_ seed: Int) -> AnswerChart {
    generatedChart(marks: marks, days: days, greatest: greatest, seed: UInt64(seed), equal: equal, places: places)
  }
}
