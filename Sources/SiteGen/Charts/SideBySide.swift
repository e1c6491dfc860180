extension AnswerChart {
  /// The sizes that charts side by side have in common, in pixels.
  struct Frame: Sendable {
    /// Those for which the axis of values is made.
    var quantities: [Quantity]
    var tickWidth: Double
    var plotHeight: Double
  }

  /// Charts that are compared with each other: the same days, one below the other and as high as each other, and one
  /// scale for numbers of the same things and of a similar size. Charts for one day stay as they are.
  static func sideBySide(_ charts: [AnswerChart]) -> [AnswerChart] {
    var charts = charts
    let dated = charts.indices.filter { charts[$0].days != nil }
    let ranges = dated.compactMap { charts[$0].days?.reportedRange }
    guard dated.count > 1, let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else {
      return charts
    }
    for index in dated {
      charts[index].days = charts[index].days.map { $0.covering(first...last) ?? $0 }
      let similar = dated.filter { charts[$0].isSimilar(to: charts[index]) }
      charts[index].frame = Frame(
        quantities: similar.flatMap { charts[$0].marks.map(\.quantity) }, tickWidth: 0, plotHeight: 0)
    }
    let frames = dated.compactMap { index in charts[index].days.map { DayPlot.frame(of: charts[index], $0) } }
    for index in dated {
      charts[index].frame?.tickWidth = frames.map(\.tickWidth).max() ?? 0
      charts[index].frame?.plotHeight = frames.map(\.plotHeight).max() ?? 0
    }
    return charts
  }

  /// Whether one scale shows the numbers of both.
  private func isSimilar(to other: AnswerChart) -> Bool {
    unit == other.unit && min(greatest, other.greatest) * 2 >= max(greatest, other.greatest)
  }

  private var greatest: Double { marks.compactMap(\.quantity.drawnBounds?.upperBound).max() ?? 0 }
}
