/// The axis of values: round steps that include zero and every bound.
struct ValueAxis: Sendable {
  /// Zero, or less if there are negative values.
  let lower: Double
  /// The last tick, or more if the range of an approximate value extends beyond it.
  let upper: Double
  /// In ascending order, from a round number at or below the least value to one at or above the greatest.
  let ticks: [Tick]

  struct Tick: Sendable {
    var value: Double
    var label: String
  }

  /// An axis with at most `mostSteps` steps, at least one. `digits` writes a number in the style of the site. Vague
  /// words, and bounds that are not finite, are ignored.
  init(for quantities: [Quantity], mostSteps: Int, digits: (Double) -> String) {
    let drawn = quantities.compactMap(\.drawnBounds)
    let bounds = quantities.filter { $0.vague == nil }.flatMap { [$0.lower, $0.upper].compactMap { $0 } }
      .filter(\.isFinite)
    let least = min(bounds.min() ?? 0, 0)
    let greatest = max(bounds.max() ?? 0, 0)
    let step = ValueAxis.step(
      from: least, to: greatest, most: max(mostSteps, 1), areWhole: bounds.allSatisfy { $0 == $0.rounded() })
    let first = (least / step).rounded(.down)
    let last = max((greatest / step).rounded(.up), first + 1)
    ticks = stride(from: first, through: last, by: 1).map { Tick(value: $0 * step, label: digits($0 * step)) }
    lower = min(first * step, drawn.map(\.lowerBound).min() ?? 0)
    upper = max(last * step, drawn.map(\.upperBound).max() ?? 0)
  }

  /// The position of a value from 0 to 1. A value beyond the axis is placed at the nearer end.
  func position(of value: Double) -> Double {
    guard upper > lower, value.isFinite else { return 0 }
    return min(max((value - lower) / (upper - lower), 0), 1)
  }

  /// One of 1, 2 and 5 times a power of ten that needs no more than `most` steps; at least 1 if all bounds are whole
  /// numbers. Of several, the greatest that needs three steps and leaves little space unused, or else the least.
  private static func step(from least: Double, to greatest: Double, most: Int, areWhole: Bool) -> Double {
    let range = greatest - least
    guard range > 0, range.isFinite else { return 1 }
    var power = 1.0
    while power > range / 100, power > 1e-9 { power /= 10 }
    while power * 10 <= range / 100 { power *= 10 }
    if areWhole { power = max(power, 1) }
    func steps(_ step: Double) -> Double { (greatest / step).rounded(.up) - (least / step).rounded(.down) }
    let all = (0...3).flatMap { exponent -> [Double] in
      let power = power * [1, 10, 100, 1000][exponent]
      return [power, 2 * power, 5 * power]
    }
    // Why the second condition: with a negative and a positive value, each side needs a step.
    let possible = all.filter { steps($0) <= Double(most) || $0 > range }
    let good = possible.last { steps($0) >= 3 && steps($0) * $0 <= 1.2 * range }
    return good ?? possible.first ?? range
  }
}
