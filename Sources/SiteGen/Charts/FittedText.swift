/// Words broken into lines that fit a box, in the largest size that fits, or cut with an ellipsis.
struct FittedText: Sendable {
  /// The font size in pixels.
  let size: Double
  let lines: [String]

  /// A typeface. `widening` is its width relative to the estimate of `ChartText`, measured for DejaVu, the widest font
  /// that may be available.
  enum Face: Sendable {
    case serif, serifBold, sans, sansBold

    var widening: Double { self == .serifBold || self == .sansBold ? 1.03 : 0.94 }
  }

  /// The distance between two lines as a multiple of the size.
  static let spacing = 1.25

  /// Uses the first size at which the words fit. If they fit at no size, cuts them at the last size. `sizes` must not
  /// be empty.
  init(_ words: String, _ face: Face, sizes: [Double], width: Double, height: Double) {
    // Why a limit: no box of a social card has room for more.
    let words = String(SocialCard.folded(words).prefix(600))
    var fitted: (size: Double, lines: [String]) = (sizes.last ?? ChartText.size, [])
    for size in sizes {
      let available = width / size * ChartText.size / face.widening
      let most = max(Int(height / (size * FittedText.spacing)), 1)
      let lines = ChartText.lines(of: words, within: available, atMost: most + 1)
      fitted = (size, lines)
      if lines.count <= most { break }
      fitted.lines = ChartText.lines(of: words, within: available, atMost: most)
    }
    (size, lines) = fitted
  }

  /// The height of all lines in pixels.
  var height: Double { Double(lines.count) * size * FittedText.spacing }

  /// The estimated width of the longest line in pixels.
  func width(in face: Face) -> Double {
    (lines.map { ChartText.width(of: $0) }.max() ?? 0) / ChartText.size * size * face.widening
  }
}
