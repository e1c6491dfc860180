/// A horizontal position in a chart of any width: a share of the width, and a distance in pixels from there.
struct Across: Hashable, Sendable {
  var share: Double
  var offset = 0.0

  func pixels(in width: Double) -> Double { share * width + offset }

  /// The same position, counted from the other side.
  var mirrored: Across { Across(share: 1 - share, offset: -offset) }
}

/// The area of a mark or of words in a chart.
struct ChartBox: Sendable {
  var left: Across
  var right: Across
  /// In pixels from the top of the chart.
  var top: Double
  var bottom: Double

  /// An area around one position.
  init(at share: Double, from left: Double, to right: Double, top: Double, bottom: Double) {
    self.init(
      left: Across(share: share, offset: left), right: Across(share: share, offset: right), top: top, bottom: bottom)
  }

  init(left: Across, right: Across, top: Double, bottom: Double) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  /// Whether two areas do not touch in a chart of this width, nor in any wider one.
  func isApart(from other: ChartBox, in width: Double) -> Bool {
    bottom <= other.top || other.bottom <= top || ends(before: other, in: width) || other.ends(before: self, in: width)
  }

  /// Why the shares are compared: if this is anchored to the right of the other, both meet in a wider chart.
  private func ends(before other: ChartBox, in width: Double) -> Bool {
    right.share <= other.left.share && right.pixels(in: width) <= other.left.pixels(in: width)
  }

  /// Whether the area lies between the left and right edges of a chart of this width, and of any wider one.
  func isInside(width: Double) -> Bool {
    left.share >= 0 && right.share <= 1 && left.pixels(in: width) >= 0 && right.pixels(in: width) <= width
  }

  /// Whether a straight line, with its ends as a share of the width and pixels from the top, crosses the area.
  func isCrossed(by line: ChartDrawing.Line, in width: Double) -> Bool {
    let (x1, x2) = (line.from.share * width, line.to.share * width)
    let (first, last) = (max(left.pixels(in: width), min(x1, x2)), min(right.pixels(in: width), max(x1, x2)))
    guard first <= last else { return false }
    func y(at x: Double) -> Double {
      x1 == x2 ? line.from.y : line.from.y + (line.to.y - line.from.y) * (x - x1) / (x2 - x1)
    }
    let (a, b) = (y(at: first), y(at: last))
    return max(a, b) >= top && min(a, b) <= bottom
  }
}
