/// The axis of values: from zero, with round ticks whose labels fit beside each other on the narrowest screen.
struct ValueAxis: Sendable {
  /// Zero, or below it where values are.
  let lower: Double
  let upper: Double
  /// In order, both ends among them.
  let ticks: [Tick]

  struct Tick: Sendable {
    var value: Double
    var label: String
  }

  /// Where the axis begins and ends, in hundredths of the chart's width: room for arrows and labels at both ends.
  static let start = 8.0
  static let end = 96.0

  /// An axis on which every bound of the quantities stands, and an arrow beside each that is open to above.
  ///
  /// `words` writes a number as the site does. Bounds that are no finite number are left out.
  init(for quantities: [Quantity], words: (Double) -> String) {
    let bounds = quantities.filter { $0.vague == nil }.flatMap { quantity -> [Double] in
      let upper = quantity.upper ?? quantity.lower.map { $0 + $0.magnitude * 0.15 }
      return [quantity.lower, upper].compactMap { $0 }
    }.filter(\.isFinite)
    let least = min(bounds.min() ?? 0, 0)
    let greatest = max(bounds.max() ?? 0, 0)
    let reach = greatest - least
    // Why: the smallest step is a tenth of what is shown, as a power of ten; each round is a coarser one.
    var step = ValueAxis.powerOfTen(notAbove: reach > 0 ? reach / 10 : 1)
    if bounds.allSatisfy({ $0 == $0.rounded() }) { step = max(step, 1) }
    while true {
      for factor in [1.0, 2, 5] {
        let ticks = ValueAxis.ticks(from: least, to: greatest, step: step * factor, words)
        guard let first = ticks.first, let last = ticks.last, ticks.count <= 7, ValueAxis.fit(ticks) else { continue }
        lower = first.value
        upper = last.value
        self.ticks = ticks
        return
      }
      step *= 10
      // Why: two labels that do not fit side by side, however coarse the step, are better than none.
      if step > max(reach, 1) * 100 {
        lower = least
        upper = max(greatest, least + 1)
        ticks = [Tick(value: lower, label: words(lower))]
        return
      }
    }
  }

  /// Where a value stands, in hundredths of the chart's width; at the nearer end where it is beyond the axis.
  func position(of value: Double) -> Double {
    guard upper > lower, value.isFinite else { return ValueAxis.start }
    let part = min(max((value - lower) / (upper - lower), 0), 1)
    return ValueAxis.start + part * (ValueAxis.end - ValueAxis.start)
  }

  private static func ticks(
    from least: Double, to greatest: Double, step: Double, _ words: (Double) -> String
  ) -> [Tick] {
    let first = (least / step).rounded(.down)
    let last = max((greatest / step).rounded(.up), first + 1)
    guard last - first <= 20 else { return [] }
    return stride(from: first, through: last, by: 1).map { Tick(value: $0 * step, label: words($0 * step)) }
  }

  /// Whether no label touches the next one, or leaves the chart, where it is narrowest.
  private static func fit(_ ticks: [Tick]) -> Bool {
    guard let first = ticks.first, let last = ticks.last else { return false }
    let axis = (start: first.value, reach: last.value - first.value)
    var end = -Double.infinity
    for tick in ticks {
      let position = start + (tick.value - axis.start) / axis.reach * (Self.end - start)
      let box = ChartText.tickBox(tick.label, at: position)
      guard box.lowerBound > end, box.lowerBound >= 0, box.upperBound <= ChartText.narrowest else { return false }
      end = box.upperBound + 8
    }
    return true
  }

  private static func powerOfTen(notAbove value: Double) -> Double {
    var power = 1.0
    while power > value, power > 1e-9 { power /= 10 }
    while power * 10 <= value, power < 1e18 { power *= 10 }
    return power
  }
}
