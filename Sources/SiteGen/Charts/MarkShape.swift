/// The shapes that distinguish speakers in a chart, in addition to their names.
enum MarkShape: Int, CaseIterable, Sendable {
  case circle, square, diamond, triangle, invertedTriangle, pentagon, star, cross

  /// The shape of the chart's n-th speaker. Shapes may repeat, because each mark also has its speaker's name.
  init(speaker: Int) {
    self = MarkShape.allCases[abs(speaker) % MarkShape.allCases.count]
  }

  /// The outline as an SVG path around the origin, within about six pixels.
  var path: StaticString {
    switch self {
    case .circle: "M-5.5 0a5.5 5.5 0 1 1 11 0a5.5 5.5 0 1 1 -11 0z"
    case .square: "M-5 -5h10v10h-10z"
    case .diamond: "M0 -6.5L6.5 0L0 6.5L-6.5 0z"
    case .triangle: "M0 -6L6 5H-6z"
    case .invertedTriangle: "M0 6L6 -5H-6z"
    case .pentagon: "M0 -6L5.8 -1.5L3.6 5.2H-3.6L-5.8 -1.5z"
    case .star: "M0 -6.5L1.9 -2L6.5 -2L2.9 1.2L4 6L0 3.2L-4 6L-2.9 1.2L-6.5 -2L-1.9 -2z"
    case .cross: "M-2 -6H2V-2H6V2H2V6H-2V2H-6V-2H-2z"
    }
  }
}
