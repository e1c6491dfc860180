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

  @Test func saysThatTheOrderWithinADayIsNotOneInTime() {
    func signs(_ marks: [AnswerChart.Mark]) -> [AnswerChart.KeyItem.Sign] {
      content(marks).marksKey(explainsShades: false).map(\.sign)
    }
    let (one, other) = (mark(10, on: day(25), joined: nil), mark(12, on: day(25), joined: nil))
    let later = mark(12, on: day(26), joined: nil)
    #expect(signs([one, other, later]) == [.row])
    #expect(signs([one, later]).isEmpty)
    var timed = other
    timed.time = TimeOfDay(hour: 6, minute: 0)
    #expect(signs([one, timed, later]).isEmpty)
    let rows = AnswerChart(
      title: "t", subtitle: "s", description: "d", source: "s", panels: [.init(place: nil, marks: [one, other])])
    #expect(rows.marksKey(explainsShades: false).isEmpty, "each answer has a row")
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
