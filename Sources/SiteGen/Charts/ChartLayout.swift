/// The vertical layout of a chart, in pixels from its top. `ValueAxis` gives the horizontal positions.
///
/// Every line of words has its own vertical space, so no line covers another.
struct ChartLayout: Sendable {
  /// A line of words.
  struct Line: Sendable {
    enum Kind: Sendable {
      case day
      case gap
      /// A line that starts with this number of UTF-8 bytes of the answer.
      case label(answer: Int)
    }

    var words: String
    var kind: Kind
    /// The top edge of the line, which is `ChartText.lineHeight` high.
    var top: Double
  }

  struct Drawn: Sendable {
    var mark: AnswerChart.Mark
    /// The centre of the mark, which extends by `ChartLayout.reach` above and below.
    var middle: Double
  }

  /// Half the height of a mark.
  static let reach = 7.0

  private(set) var lines: [Line] = []
  private(set) var marks: [Drawn] = []
  /// The positions of the dashed lines for days without an answer.
  private(set) var gaps: [Double] = []
  /// The top and bottom edges of the plot area.
  private(set) var field = 0.0...0.0
  /// The top edges of the rows of tick labels: above the plot area and, if it is tall, also below it.
  private(set) var tickRows: [Double] = []
  private(set) var height = 0.0

  init(_ chart: AnswerChart) {
    let hasAxis = chart.days.contains { $0.marks.contains { $0.quantity.vague == nil } }
    var y = 0.0
    if hasAxis {
      tickRows.append(y)
      y += ChartText.lineHeight + 4
    }
    let top = y
    y += 4
    for day in chart.days {
      if let gap = day.gap { add(gap, .gap, at: &y) }
      add(day.label, .day, at: &y)
      for mark in day.marks { add(mark, at: &y) }
      y += 6
    }
    field = top...y
    if hasAxis, y - top > 420 {
      tickRows.append(y + 4)
      y += ChartText.lineHeight + 4
    }
    height = y.rounded(.up)
  }

  private mutating func add(_ words: String, _ kind: Line.Kind, at y: inout Double) {
    if case .gap = kind {
      gaps.append(y + 6)
      y += 10
    }
    for line in ChartText.lines(of: words) {
      lines.append(Line(words: line, kind: kind, top: y))
      y += ChartText.lineHeight
    }
  }

  private mutating func add(_ mark: AnswerChart.Mark, at y: inout Double) {
    let answer = Array(mark.answer.utf8)
    var rest = answer.count
    for line in ChartText.lines(of: mark.label.isEmpty ? mark.answer : mark.answer + " · " + mark.label) {
      let length = line.utf8.count
      lines.append(Line(words: line, kind: .label(answer: min(rest, length)), top: y))
      // Why minus one: a line break replaces the space between two words of the answer.
      rest = max(rest - length - 1, 0)
      y += ChartText.lineHeight
    }
    guard mark.quantity.vague == nil else {
      y += 5
      return
    }
    marks.append(Drawn(mark: mark, middle: y + ChartLayout.reach + 1))
    y += 2 * ChartLayout.reach + 8
  }
}
