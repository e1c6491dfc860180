/// Words in lines that fit into a box: as large as they may be, else cut with an ellipsis.
struct FittedText: Sendable {
  /// In pixels.
  let size: Double
  let lines: [String]

  /// What a face takes of room, measured against the estimate: that of DejaVu, the widest of the fonts that may be at
  /// hand.
  enum Face: Sendable {
    case serif, serifBold, sans, sansBold

    var widening: Double { self == .serifBold || self == .sansBold ? 1.03 : 0.94 }
  }

  /// From one line to the next, as a part of the size.
  static let spacing = 1.25

  /// The first size at which the words fit wins; at the last they are cut. Of sizes there has to be one.
  init(_ words: String, _ face: Face, sizes: [Double], width: Double, height: Double) {
    // Why: no box of a picture holds more.
    let words = String(SocialCard.folded(words).prefix(600))
    var fitted: (size: Double, lines: [String]) = (sizes.last ?? ChartText.size, [])
    for size in sizes {
      let room = width / size * ChartText.size / face.widening
      let most = max(Int(height / (size * FittedText.spacing)), 1)
      let lines = ChartText.lines(of: words, within: room, atMost: most + 1)
      fitted = (size, lines)
      if lines.count <= most { break }
      fitted.lines = ChartText.lines(of: words, within: room, atMost: most)
    }
    (size, lines) = fitted
  }

  /// In pixels, all lines together.
  var height: Double { Double(lines.count) * size * FittedText.spacing }

  /// In pixels, of the longest line, as it is estimated.
  func width(in face: Face) -> Double {
    (lines.map { ChartText.width(of: $0) }.max() ?? 0) / ChartText.size * size * face.widening
  }
}
