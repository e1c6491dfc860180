/// The layout of a chart for one day: values across, and a row for each answer.
struct DotPlot {
  private let chart: AnswerChart
  private let isCompact: Bool
  private let axis: ValueAxis
  private let width: Double
  /// Whether names are beside the rows; otherwise above them.
  private let hasColumn: Bool
  /// The ends of the axis, as shares of the width.
  private let start: Double
  private let end: Double
  private var drawing: ChartDrawing
  /// The heights of the rows without their names.
  private var bands: [ClosedRange<Double>] = []

  /// A chart that is valid from a width on. A compact one has no names.
  static func drawing(of chart: AnswerChart, width: Double, isCompact: Bool = false) -> ChartDrawing {
    var plot = DotPlot(chart, width, isCompact)
    plot.addRows()
    return chart.isMirrored ? plot.drawing.mirrored : plot.drawing
  }

  private init(_ chart: AnswerChart, _ width: Double, _ isCompact: Bool) {
    self.chart = chart
    self.width = width
    self.isCompact = isCompact
    hasColumn = !isCompact && width >= ChartSize.wide
    let hasBackwardArrow = chart.marks.contains { $0.openSide == .below }
    let names = chart.marks.map { ChartText.width(of: $0.name, size: ChartSize.label) }.max() ?? 0
    start = hasColumn ? min(0.38, (names + DotPlot.columnGap) / width) : (hasBackwardArrow ? 22 : 10) / width
    let labels = chart.marks.map { ChartText.width(of: $0.label, size: ChartSize.label, isBold: true) }.max() ?? 0
    // Why: so every label fits to the right of its mark, or of its mark's arrow.
    let end = max(1 - (labels + DotPlot.labelGap(hasArrow: true)) / width, start + 0.2)
    self.end = end
    let quantities = chart.marks.map(\.quantity)
    let space = (end - start) * width
    let axes = (1...(isCompact ? 3 : 6)).reversed().lazy.map {
      ValueAxis(for: quantities, mostSteps: $0, digits: chart.digits)
    }
    axis = axes.first { DotPlot.fits($0, in: space) } ?? ValueAxis(for: quantities, mostSteps: 1, digits: chart.digits)
    drawing = ChartDrawing(width: width)
  }

  private static let columnGap = 2 * ChartSize.reach + 10

  private static func labelGap(hasArrow: Bool) -> Double { (hasArrow ? ChartSize.arrow : ChartSize.reach) + 5 }

  /// Whether the numbers of the ticks do not touch each other.
  private static func fits(_ axis: ValueAxis, in space: Double) -> Bool {
    var end = -Double.infinity
    for tick in axis.ticks {
      let half = ChartText.width(of: tick.label, size: ChartSize.tick) / 2
      let middle = axis.position(of: tick.value) * space
      guard middle - half > end else { return false }
      end = middle + half + 8
    }
    return true
  }

  private func share(_ value: Double) -> Double { start + axis.position(of: value) * (end - start) }

  private mutating func addRows() {
    let top = 20.0
    var y = top
    for panel in chart.panels {
      if let place = panel.place {
        for line in ChartText.lines(of: place, size: ChartSize.label, isBold: true, within: width) {
          drawing.texts.append(.init(words: line, kind: .heading, at: Across(share: 0), y: y + 18, anchor: .left))
          y += 20
        }
      }
      let sorted = panel.marks.filter { !$0.values.isEmpty }.sorted { left, right in
        (left.time?.minutes ?? -1, left.values[0], left.name) < (right.time?.minutes ?? -1, right.values[0], right.name)
      }
      for mark in sorted { add(mark, at: &y) }
    }
    addTicks(from: top, to: y + 4)
    drawing.height = y + 8
  }

  private mutating func addTicks(from top: Double, to bottom: Double) {
    var lines: [ChartDrawing.Line] = []
    for (index, tick) in axis.ticks.enumerated() {
      let x = share(tick.value)
      // Why: lines must not run through names above the rows.
      for range in hasColumn || isCompact ? [(top - 4)...bottom] : [(top - 4)...top] + bands {
        lines.append(
          .init(
            kind: tick.value == 0 ? .zero : .grid, from: .init(share: x, y: range.lowerBound),
            to: .init(share: x, y: range.upperBound)))
      }
      let half = ChartText.width(of: tick.label, size: ChartSize.tick) / 2
      // Why: the first and the last number may be wider than the space beyond their line.
      var shift = index == 0 ? max(half - x * width, 0) : 0
      if index == axis.ticks.count - 1 { shift -= max(x * width + half - width, 0) }
      drawing.texts.append(
        .init(words: tick.label, kind: .tick, at: Across(share: x, offset: shift), y: top - 8, anchor: .middle))
    }
    // Why first: lines of the grid are behind everything else.
    drawing.lines = lines + drawing.lines
  }

  private mutating func add(_ mark: AnswerChart.Mark, at y: inout Double) {
    let lineHeight = 16.0
    let space = hasColumn ? start * width - DotPlot.columnGap : width
    let names = isCompact ? [] : ChartText.lines(of: mark.name, size: ChartSize.label, within: space)
    let nameHeight = Double(names.count) * lineHeight
    let height = hasColumn ? max(nameHeight + 12, 34) : nameHeight + (isCompact ? 22 : 30)
    let middle = hasColumn ? y + height / 2 : y + height - 12
    for (index, line) in names.enumerated() {
      let first = hasColumn ? middle - nameHeight / 2 : y + 4
      drawing.texts.append(
        .init(
          words: line, kind: .name, at: Across(share: 0), y: first + 12 + Double(index) * lineHeight, anchor: .left))
    }
    y += height
    bands.append((middle - 10)...(middle + 10))
    let tone = mark.symbol.tone
    drawing.lines.append(
      .init(kind: .grid, from: .init(share: start, y: middle), to: .init(share: end, y: middle)))
    if let bounds = mark.quantity.drawnBounds, bounds.lowerBound < bounds.upperBound {
      drawing.lines.append(
        .init(
          kind: mark.values.count > 1 ? .bar(tone) : .whisker(tone),
          from: .init(share: share(bounds.lowerBound), y: middle), to: .init(share: share(bounds.upperBound), y: middle)
        ))
    }
    for (index, value) in mark.values.enumerated() {
      let arrow: ChartDrawing.Direction? = mark.openSide.map { $0 == .above ? .forward : .backward }
      drawing.marks.append(
        .init(
          share: share(value), y: middle, symbol: mark.symbol, isHollow: mark.quantity.approximate,
          arrow: index == 0 ? arrow : nil))
    }
    let right = mark.quantity.drawnBounds.map { share($0.upperBound) } ?? end
    drawing.texts.append(
      .init(
        words: mark.label, kind: .label,
        at: Across(share: right, offset: DotPlot.labelGap(hasArrow: mark.openSide == .above)), y: middle + 4.5,
        anchor: .left))
  }
}
