/// The shapes that distinguish speakers in a chart, so that colour is not needed.
enum MarkShape: Int, CaseIterable, Sendable {
  case circle, triangle, pentagon, star, invertedTriangle, cross, diamond, square

  /// The outline as an SVG path around the origin, within about six pixels.
  var path: StaticString {
    switch self {
    case .circle: "M-5.5 0a5.5 5.5 0 1 1 11 0a5.5 5.5 0 1 1-11 0z"
    case .triangle: "M0-6.5L6.3 4.8H-6.3z"
    case .pentagon: "M0-6.3L6-1.9 3.7 5.2H-3.7L-6-1.9z"
    case .star: "M0-7L1.9-2.3 7-2.1 3 1.2 4.4 6.2 0 3.4-4.4 6.2-3 1.2-7-2.1-1.9-2.3z"
    case .invertedTriangle: "M0 6.5L6.3-4.8H-6.3z"
    case .cross: "M-2.2-6H2.2V-2.2H6V2.2H2.2V6H-2.2V2.2H-6V-2.2H-2.2z"
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
    case further = "c-i"
    case neutral = "c-n"
  }

  /// A report in its own words.
  static let report = ChartSymbol(shape: .square, tone: .neutral)
  /// Everyone whom the reports do not name.
  static let unnamed = ChartSymbol(shape: .diamond, tone: .neutral)

  init(shape: MarkShape, tone: Tone) {
    self.shape = shape
    self.tone = tone
  }

  /// The symbol of the n-th named speaker. Eighteen speakers have symbols of their own; those after them share these.
  init(named index: Int) {
    let shapes: [MarkShape] = [.circle, .triangle, .pentagon, .star, .invertedTriangle, .cross]
    let tones: [Tone] = [.first, .second, .further]
    let index = abs(index)
    let round = index / shapes.count
    shape = shapes[index % shapes.count]
    tone = tones[(min(index % shapes.count, 2) + round) % tones.count]
  }
}
