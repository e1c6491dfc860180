/// The axis of values. It includes zero, and the labels of its round ticks fit next to each other on the narrowest
/// chart.
struct ValueAxis: Sendable {
  /// Zero, or less if there are negative values.
  let lower: Double
  let upper: Double
  /// In ascending order, including both ends, unless only one label fits.
  let ticks: [Tick]

  struct Tick: Sendable {
    var value: Double
    var label: String
  }

  /// The start and end of the axis as percentages of the chart's width. They leave space for arrows and labels.
  static let start = 8.0
  static let end = 96.0

  /// An axis that includes every bound of the quantities, with space for an arrow after each lower bound without an
  /// upper one.
  ///
  /// `words` formats a number in the style of the site. Vague words, and bounds that are not finite, are ignored.
  init(for quantities: [Quantity], words: (Double) -> String) {
    let bounds = quantities.filter { $0.vague == nil }.flatMap { quantity -> [Double] in
      let upper = quantity.upper ?? quantity.lower.map { $0 + $0.magnitude * 0.15 }
      return [quantity.lower, upper].compactMap { $0 }
    }.filter(\.isFinite)
    let least = min(bounds.min() ?? 0, 0)
    let greatest = max(bounds.max() ?? 0, 0)
    let reach = greatest - least
    // The first step is a power of ten, at most a tenth of the range, but at least 1 if all bounds are whole numbers.
    // Each iteration tries larger steps.
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
      // No step gives labels that fit next to each other. Why one tick: one label is better than none.
      if step > max(reach, 1) * 100 {
        lower = least
        upper = max(greatest, least + 1)
        ticks = [Tick(value: lower, label: words(lower))]
        return
      }
    }
  }

  /// The position of a value as a percentage of the chart's width. A value beyond the axis is placed at the nearer end.
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

  /// Whether all labels fit on the narrowest chart, without touching each other.
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
