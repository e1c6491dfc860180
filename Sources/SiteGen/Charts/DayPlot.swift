/// The layout of a chart with days across and values upwards, with a panel for each place.
struct DayPlot {
  private let chart: AnswerChart
  private let days: DayAxis
  private let isCompact: Bool
  private let axis: ValueAxis
  private let width: Double
  /// The first and last day's edges, as shares of the width.
  private let start: Double
  private let end: Double
  private let tickWidth: Double
  private let plotHeight: Double
  private var drawing: ChartDrawing
  /// What the labels of the current panel must not touch.
  private var obstacles: [ChartBox] = []
  /// The number of different numbers of a day without a label.
  private var unlabelled = 0

  /// A chart that is valid from a width on. A compact one is lower, and has fewer ticks.
  static func drawing(of chart: AnswerChart, _ days: DayAxis, width: Double, isCompact: Bool = false) -> ChartDrawing {
    let drawing = plot(of: chart, days, width, isCompact).drawing
    return chart.isMirrored ? drawing.mirrored : drawing
  }

  /// The sizes that a compact chart would have alone.
  static func frame(of chart: AnswerChart, _ days: DayAxis) -> AnswerChart.Frame {
    let plot = plot(of: chart, days, ChartSize.compact, true)
    return AnswerChart.Frame(
      quantities: chart.frame?.quantities ?? chart.marks.map(\.quantity), tickWidth: plot.tickWidth,
      plotHeight: plot.plotHeight)
  }

  private static func plot(of chart: AnswerChart, _ days: DayAxis, _ width: Double, _ isCompact: Bool) -> DayPlot {
    let plain = DayPlot(chart, days, width, isCompact)
    // Why a limit: with more marks, no height has space for all labels.
    let heights = plain.unlabelled > 0 && chart.marks.count <= mostGrown ? [30.0, 60, 90, 120] : []
    var best = plain
    for height in heights where best.unlabelled > 0 {
      let grown = DayPlot(chart, days, width, isCompact, growth: height)
      if grown.unlabelled < best.unlabelled { best = grown }
    }
    return best
  }

  /// The most marks for which a plot is made higher, so that each has a label.
  private static let mostGrown = 24

  private init(_ chart: AnswerChart, _ days: DayAxis, _ width: Double, _ isCompact: Bool, growth: Double = 0) {
    self.chart = chart
    self.days = days
    self.width = width
    self.isCompact = isCompact
    let hasPanels = chart.panels.count > 1
    axis = ValueAxis(
      for: chart.frame?.quantities ?? chart.marks.map(\.quantity), mostSteps: isCompact || hasPanels ? 3 : 6,
      digits: chart.digits)
    let numbers = axis.ticks.map { ChartText.width(of: $0.label, size: ChartSize.tick) }.max() ?? 0
    tickWidth = max(numbers, chart.frame?.tickWidth ?? 0)
    start = min((tickWidth + 8) / width, 0.45)
    end = 1 - 8 / width
    let most = chart.panels.map(\.marks.count).max() ?? 0
    let height =
      (isCompact ? 84 : hasPanels ? 104 : width < ChartSize.wide ? 160 : 190) + min(Double(max(most - 10, 0)) * 4, 160)
      + growth
    plotHeight = max(height, chart.frame?.plotHeight ?? 0)
    drawing = ChartDrawing(width: width)
    if Double(most) * 2 * ChartSize.reach > (end - start) * width { drawing.scale = 0.75 }
    var top = 0.0
    for panel in chart.panels { add(panel, at: &top) }
    drawing.height = top.rounded(.up)
  }

  // MARK: - A panel

  private mutating func add(_ panel: AnswerChart.Panel, at top: inout Double) {
    obstacles = []
    if let place = panel.place {
      for line in ChartText.lines(of: place, size: ChartSize.label, isBold: true, within: width) {
        drawing.texts.append(.init(words: line, kind: .heading, at: Across(share: 0), y: top + 14, anchor: .left))
        top += 18
      }
    }
    // Above the plot, there is space for an arrow, and for the number on the highest line.
    let base = top + 26 + plotHeight
    addShades(from: top, to: base)
    addGrid(base)
    let placed = place(panel.marks, base)
    addJoins(placed)
    for mark in placed { add(mark) }
    addDays(base)
    let others = addLabels(placed, within: top...(base + 8))
    top = base + (isCompact ? 38 : 42)
    guard !others.isEmpty else { return }
    for line in ChartText.lines(of: chart.others(others), size: ChartSize.tick, within: width) {
      drawing.texts.append(.init(words: line, kind: .remark, at: Across(share: 0), y: top + 12, anchor: .left))
      top += 16
    }
    top += 4
  }

  private func y(_ value: Double, _ base: Double) -> Double { base - axis.position(of: value) * plotHeight }

  private mutating func addGrid(_ base: Double) {
    for tick in axis.ticks {
      let y = y(tick.value, base)
      drawing.lines.append(
        .init(kind: tick.value == 0 ? .zero : .grid, from: .init(share: 0, y: y), to: .init(share: 1, y: y)))
      drawing.texts.append(.init(words: tick.label, kind: .tick, at: Across(share: 0), y: y - 4, anchor: .left))
      let numberWidth = ChartText.width(of: tick.label, size: ChartSize.tick)
      obstacles.append(ChartBox(at: 0, from: 0, to: numberWidth, top: y - 15, bottom: y - 2))
    }
  }

  // MARK: - Days

  private var bandShare: Double { (end - start) / Double(max(days.bands.count, 1)) }
  private func edge(_ index: Int) -> Double { start + Double(index) * bandShare }
  private func centre(_ index: Int) -> Double { edge(index) + bandShare / 2 }

  private mutating func addShades(from top: Double, to base: Double) {
    for run in days.emptyRuns {
      let (from, to) = (edge(run.lowerBound), edge(run.upperBound))
      drawing.shades.append(.init(from: from, to: to, top: top, bottom: base))
      // Why: a number there would look like one of a day without a report.
      obstacles.append(
        ChartBox(left: Across(share: from), right: Across(share: to), top: top, bottom: base))
      let remark = days.bands[run.lowerBound].remark ?? ""
      let space = (to - from) * width - 6
      let lines = ChartText.lines(of: remark, size: ChartSize.tick, within: space)
      let isWhole = remark.split(separator: " ").allSatisfy { ChartText.width(of: $0, size: ChartSize.tick) <= space }
      guard isWhole, lines.count <= 3 else {
        drawing.hasBareShades = true
        continue
      }
      for (index, line) in lines.enumerated() {
        let y = top + 13 + 15 * Double(index)
        let half = ChartText.width(of: line, size: ChartSize.tick) / 2
        let middle = (from + to) / 2
        drawing.texts.append(.init(words: line, kind: .remark, at: Across(share: middle), y: y, anchor: .middle))
        obstacles.append(ChartBox(at: middle, from: -half, to: half, top: y - 12, bottom: y + 4))
      }
    }
  }

  /// The numbers of the days below the plot, as many as fit, and the months below their first days.
  private mutating func addDays(_ base: Double) {
    let step = [1, 2, 5, 10, 20, 50].first { Double($0) * bandShare * width >= 24 } ?? 100
    for (index, band) in days.bands.enumerated() where index % step == 0 && !band.number.isEmpty {
      drawing.texts.append(
        .init(words: band.number, kind: .tick, at: Across(share: centre(index)), y: base + 17, anchor: .middle))
    }
    var next: ChartBox?
    for (index, band) in days.bands.enumerated().reversed() {
      guard let month = band.month else { continue }
      let half = ChartText.width(of: month, size: ChartSize.tick) / 2
      let x = centre(index)
      var shift = max(half - x * width, 0) - max(half - (1 - x) * width, 0)
      var box = ChartBox(at: x, from: shift - half, to: shift + half, top: base + 20, bottom: base + 36)
      if let next, !box.isApart(from: next, in: width) {
        shift -= box.right.pixels(in: width) - next.left.pixels(in: width) + 8
        box = ChartBox(at: x, from: shift - half, to: shift + half, top: base + 20, bottom: base + 36)
        guard box.isInside(width: width) else { continue }
      }
      next = box
      drawing.texts.append(
        .init(words: month, kind: .remark, at: Across(share: x, offset: shift), y: base + 32, anchor: .middle))
    }
  }

  // MARK: - Marks

  private struct PlacedMark {
    var mark: AnswerChart.Mark
    var band: Int
    var share: Double
    /// The heights of its symbols.
    var ys: [Double]
    /// From the top to the bottom of its bar or whisker.
    var span: ClosedRange<Double>
    /// Of its symbols.
    var scale: Double

    private var reach: Double { ChartSize.reach * scale }
    private var arrow: Double { ChartSize.arrow * scale }

    var middle: Double { ys.reduce(0, +) / Double(max(ys.count, 1)) }
    var top: Double { (ys.min() ?? 0) - (mark.openSide == .above ? arrow : reach) }
    var bottom: Double { (ys.max() ?? 0) + (mark.openSide == .below ? arrow : reach) }
    /// With the whisker.
    var extent: ChartBox {
      ChartBox(
        at: share, from: -reach, to: reach, top: min(top, span.lowerBound),
        bottom: max(bottom, span.upperBound))
    }
    var boxes: [ChartBox] {
      [
        ChartBox(at: share, from: -reach, to: reach, top: top, bottom: bottom),
        ChartBox(at: share, from: -3, to: 3, top: span.lowerBound, bottom: span.upperBound),
      ]
    }
  }

  /// The marks of a panel from left to right. Within a day, those with a time are at their time, and the others spread
  /// from the lowest to the highest.
  private func place(_ marks: [AnswerChart.Mark], _ base: Double) -> [PlacedMark] {
    var placed: [PlacedMark] = []
    for (index, band) in days.bands.enumerated() {
      guard let day = band.day else { continue }
      let ofDay = marks.filter { $0.day == day && !$0.values.isEmpty }
      var done: [PlacedMark] = []
      func mark(_ mark: AnswerChart.Mark, at position: Double) -> PlacedMark {
        let bounds = mark.quantity.drawnBounds ?? 0...0
        return PlacedMark(
          mark: mark, band: index, share: edge(index) + position * bandShare,
          ys: mark.values.map { y($0, base) }, span: y(bounds.upperBound, base)...y(bounds.lowerBound, base),
          scale: drawing.scale)
      }
      for timed in ofDay {
        guard let time = timed.time else { continue }
        done.append(mark(timed, at: min(max(Double(time.minutes) / 1440, 0.08), 0.92)))
      }
      let others = ofDay.filter { $0.time == nil }
        .sorted {
          ($0.values[0], $0.label, $0.symbol.shape.rawValue) < ($1.values[0], $1.label, $1.symbol.shape.rawValue)
        }
      let spacing = min(0.3, 0.84 / Double(max(others.count, 1)))
      for (slot, other) in others.enumerated() {
        let wanted = 0.5 + (Double(slot) - Double(others.count - 1) / 2) * spacing
        let free = stride(from: 0.08, through: 0.92, by: 0.06).sorted { abs($0 - wanted) < abs($1 - wanted) }
        let position = ([wanted] + free).first { position in
          let tried = mark(other, at: position)
          return done.allSatisfy { placed in tried.boxes[0].isApart(from: placed.boxes[0], in: width) }
        }
        done.append(mark(other, at: position ?? wanted))
      }
      placed += done.sorted { $0.share < $1.share }
    }
    return placed
  }

  private mutating func add(_ placed: PlacedMark) {
    let tone = placed.mark.symbol.tone
    let isRange = placed.ys.count > 1
    if placed.span.upperBound - placed.span.lowerBound > 0 {
      drawing.lines.append(
        .init(
          kind: isRange ? .bar(tone) : .whisker(tone), from: .init(share: placed.share, y: placed.span.lowerBound),
          to: .init(share: placed.share, y: placed.span.upperBound)))
    }
    for (index, y) in placed.ys.enumerated() {
      let arrow: ChartDrawing.Direction? = placed.mark.openSide.map { $0 == .above ? .up : .down }
      drawing.marks.append(
        .init(
          share: placed.share, y: y, symbol: placed.mark.symbol, isHollow: placed.mark.quantity.approximate,
          arrow: index == 0 ? arrow : nil))
    }
  }

  /// Joins the marks of each named speaker from day to day, except across days that share a band.
  ///
  /// Several marks of one day are joined with nothing: their order in time is not known.
  private mutating func addJoins(_ placed: [PlacedMark]) {
    var last: [String: (mark: PlacedMark, isAlone: Bool)] = [:]
    for mark in placed {
      guard let speaker = mark.mark.joined else { continue }
      let isAlone = placed.count { $0.band == mark.band && $0.mark.joined == speaker } == 1
      if isAlone, let (before, wasAlone) = last[speaker], wasAlone,
        !days.bands[before.band...mark.band].contains(where: { $0.day == nil })
      {
        drawing.lines.append(
          .init(
            kind: .join(mark.mark.symbol.tone), from: .init(share: before.share, y: before.middle),
            to: .init(share: mark.share, y: mark.middle)))
      }
      last[speaker] = (mark, isAlone)
    }
  }

  // MARK: - Labels

  /// A line between several marks and the label above or below them.
  private mutating func addBracket(_ target: LabelPlacement.Target, _ label: LabelPlacement.Label) {
    guard label.anchor == .middle, let first = target.marks.first, let last = target.marks.last else { return }
    let isAbove = label.box.bottom <= target.middle
    let y = isAbove ? label.box.bottom + 1 : label.box.top - 1
    drawing.lines.append(
      .init(kind: .bracket, from: .init(share: first.left.share, y: y), to: .init(share: last.right.share, y: y)))
  }

  /// Adds the labels that have space, and returns the others, by day.
  private mutating func addLabels(_ placed: [PlacedMark], within area: ClosedRange<Double>) -> [AnswerChart.DayLabels] {
    var targets: [LabelPlacement.Target] = []
    var bands: [Int] = []
    var previous: PlacedMark?
    for mark in placed {
      let box = mark.extent
      let labelWidth = ChartText.width(of: mark.mark.label, size: ChartSize.label, isBold: true)
      // Why: two marks share a label only if each has no space for its own.
      if let before = previous, before.mark.label == mark.mark.label, before.band == mark.band,
        (mark.share - before.share) * width <= min(labelWidth + 2, 34)
      {
        targets[targets.count - 1].marks.append(box)
      } else {
        targets.append(.init(words: mark.mark.label, size: (labelWidth, 14), marks: [box], middle: mark.middle))
        bands.append(mark.band)
      }
      previous = mark
    }
    let joins = drawing.lines.filter { if case .join = $0.kind { true } else { false } }
    let placement = LabelPlacement(
      width: width, area: area, obstacles: obstacles + placed.flatMap(\.boxes), lines: joins)
    let labels = placement.place(targets)
    for label in labels.compactMap({ $0 }) {
      drawing.texts.append(
        .init(words: label.words, kind: .label, at: label.at, y: label.box.bottom - 2.5, anchor: label.anchor))
    }
    for (target, label) in zip(targets, labels) {
      if let label, target.marks.count > 1 { addBracket(target, label) }
    }
    var named: [Int: Set<String>] = [:]
    for index in targets.indices where labels[index] != nil {
      named[bands[index], default: []].insert(targets[index].words)
    }
    var others: [AnswerChart.DayLabels] = []
    for index in targets.indices where named[bands[index], default: []].insert(targets[index].words).inserted {
      guard let day = days.bands[bands[index]].day else { continue }
      unlabelled += 1
      if others.last?.day == day {
        others[others.count - 1].labels.append(targets[index].words)
      } else {
        others.append(AnswerChart.DayLabels(day: day, labels: [targets[index].words]))
      }
    }
    return others
  }
}
