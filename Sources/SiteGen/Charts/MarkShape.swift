/// The shapes that distinguish speakers in a chart, so that colour is not needed.
enum MarkShape: Int, CaseIterable, Sendable {
  case circle, triangle, cross, star, invertedTriangle, saltire, pentagon, hourglass, rightTriangle, leftTriangle
  case diamond, square

  /// The shapes of named speakers; the others stand for everyone whom the reports do not name, and for the reports.
  static let ofNamed = MarkShape.allCases.filter { ![.diamond, .square].contains($0) }

  /// The outline as an SVG path around the origin, within about six pixels.
  var path: StaticString {
    switch self {
    case .circle: "M-5.5 0a5.5 5.5 0 1 1 11 0a5.5 5.5 0 1 1-11 0z"
    case .triangle: "M0-6.5L6.3 4.8H-6.3z"
    case .cross: "M-2.2-6H2.2V-2.2H6V2.2H2.2V6H-2.2V2.2H-6V-2.2H-2.2z"
    case .star: "M0-7L1.9-2.3 7-2.1 3 1.2 4.4 6.2 0 3.4-4.4 6.2-3 1.2-7-2.1-1.9-2.3z"
    case .invertedTriangle: "M0 6.5L6.3-4.8H-6.3z"
    case .saltire: "M-5.8-2.7L-2.7-5.8 0-3.1 2.7-5.8 5.8-2.7 3.1 0 5.8 2.7 2.7 5.8 0 3.1-2.7 5.8-5.8 2.7-3.1 0z"
    case .pentagon: "M0-6.3L6-1.9 3.7 5.2H-3.7L-6-1.9z"
    case .hourglass: "M-5.5-5.5H5.5L1.4 0 5.5 5.5H-5.5L-1.4 0z"
    case .rightTriangle: "M6.5 0L-4.8 6.3V-6.3z"
    case .leftTriangle: "M-6.5 0L4.8 6.3V-6.3z"
    case .diamond: "M0-6.8L6.8 0 0 6.8-6.8 0z"
    case .square: "M-5-5H5V5H-5z"
    }
  }
}

/// The shape and colour of a speaker's marks.
struct ChartSymbol: Hashable, Sendable {
  var shape: MarkShape
  var tone: Tone

  /// A colour; the raw value is its CSS class.
  enum Tone: String, Sendable {
    case first = "c-a"
    case second = "c-b"
    case third = "c-c"
    case fourth = "c-d"
    case neutral = "c-n"

    static let ofNamed: [Tone] = [.first, .second, .third, .fourth]
  }

  /// A report in its own words.
  static let report = ChartSymbol(shape: .square, tone: .neutral)
  /// Everyone whom the reports do not name.
  static let unnamed = ChartSymbol(shape: .diamond, tone: .neutral)

  init(shape: MarkShape, tone: Tone) {
    self.shape = shape
    self.tone = tone
  }

  /// The symbol of the n-th named speaker. As long as there are shapes, no two speakers have the same; then shapes come
  /// again in other colours, until there is no other.
  init(named index: Int) {
    let index = abs(index)
    let round = index / MarkShape.ofNamed.count
    shape = MarkShape.ofNamed[index % MarkShape.ofNamed.count]
    tone = Tone.ofNamed[(index + round) % Tone.ofNamed.count]
  }
}
