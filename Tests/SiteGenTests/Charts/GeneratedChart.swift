@testable import SiteGen

/// A chart of generated answers: every kind of quantity, long names, values up to `greatest`.
func generatedChart(
  marks count: Int, days: Int, greatest: Double, seed: UInt64, equal: Bool = false, places: Int = 1
) -> AnswerChart {
  var random = SplitMix(seed: seed)
  @Sendable func number(_ value: Double) -> String { Quantity.digits(value, separator: ",") }
  func quantity() -> Quantity {
    let value = equal ? greatest : max(1, (greatest * Double(random.next(below: 1000)) / 999).rounded())
    return switch random.next(below: 6) {
    case 0: Quantity(lower: value, upper: nil, lowerOpen: true)
    case 1: Quantity(lower: nil, upper: value)
    case 2: Quantity(lower: (value / 2).rounded(), upper: value)
    case 3: Quantity(value, approximate: true)
    default: Quantity(value)
    }
  }
  let first = 25
  let marks = (0..<count).map { _ -> AnswerChart.Mark in
    let quantity = quantity()
    let speaker = random.next(below: 12)
    let name = String(
      (0..<60).map { _ in ["W", "i", "m", "ß", "水", "e", "n", " ", "ع"][random.next(below: 9)] }.joined())
    return AnswerChart.Mark(
      quantity: quantity, label: quantity.label(number), day: day(first + random.next(below: days)),
      time: random.next(below: 4) == 0 ? TimeOfDay(hour: random.next(below: 24), minute: 0) : nil,
      symbol: speaker > 9 ? .unnamed : ChartSymbol(named: speaker), name: name,
      joined: speaker > 9 ? nil : "speaker \(speaker)")
  }
  let panels = (0..<places).map { place in
    AnswerChart.Panel(
      place: places > 1 ? "Place \(place)" : nil,
      marks: marks.enumerated().filter { $0.offset % places == place }.map(\.element))
  }
  return AnswerChart(
    title: "Generated", subtitle: "Each mark is one answer.", description: "Generated.", source: "Source: 3 reports",
    panels: panels.filter { !$0.marks.isEmpty }, days: days > 1 ? dayAxis(Set(marks.map(\.day))) : nil, digits: number)
}

func dayAxis(_ days: Set<Day>) -> DayAxis {
  let words = DayAxis.Words(
    month: { "\(["January", "February", "March"][($0.month - 1) % 3]) \($0.year)" }, noReport: "no report",
    noReports: { "no figures for \($0) days" })
  return DayAxis(days, words)
}

/// A day of January 2033, or after it.
func day(_ number: Int) -> Day {
  var (number, month) = (number, 1)
  while number > 28 + (month == 2 ? 0 : 3) {
    number -= 28 + (month == 2 ? 0 : 3)
    month += 1
  }
  guard let day = Day(year: 2033, month: month, day: number) else { preconditionFailure("every month has 28 days") }
  return day
}

extension ChartDrawing.Text {
  /// The area of the words.
  func box() -> ChartBox {
    let size = kind == .tick || kind == .remark ? ChartSize.tick : ChartSize.label
    let width = ChartText.width(of: words, size: size, isBold: kind == .label || kind == .heading)
    let (left, right) =
      switch anchor {
      case .left: (0.0, width)
      case .middle: (-width / 2, width / 2)
      case .right: (-width, 0.0)
      }
    return ChartBox(
      at: at.share, from: at.offset + left, to: at.offset + right, top: y - size * 0.75, bottom: y + size * 0.05)
  }
}

extension ChartDrawing.Mark {
  /// The area of the symbol and its arrow, without the space around them.
  func box(scale: Double) -> ChartBox {
    let (reach, arrow) = (6 * scale, 19 * scale)
    return ChartBox(
      at: share, from: self.arrow == .backward ? -arrow : -reach, to: self.arrow == .forward ? arrow : reach,
      top: y - (self.arrow == .up ? arrow : reach), bottom: y + (self.arrow == .down ? arrow : reach))
  }
}
