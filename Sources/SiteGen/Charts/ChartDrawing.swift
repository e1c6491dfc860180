/// A chart as shapes and words with positions: horizontal ones are shares of its width, vertical ones pixels from its
/// top. It is valid for its least width and for every greater one.
struct ChartDrawing: Sendable {
  /// The least width in pixels.
  let width: Double
  var height = 0.0
  var shades: [Shade] = []
  var lines: [Line] = []
  var texts: [Text] = []
  var marks: [Mark] = []
  /// The size of the symbols, relative to their usual size: less than 1 if there are many.
  var scale = 1.0
  /// Whether an area for days without a report has no words, so that the key must explain it.
  var hasBareShades = false

  init(width: Double) { self.width = width }

  /// The side or middle of words that is at their position, whatever the direction of the text.
  enum Anchor: Sendable { case left, middle, right }

  /// An area for days without a report.
  struct Shade: Sendable {
    var from: Double
    var to: Double
    var top: Double
    var bottom: Double
  }

  struct Point: Hashable, Sendable {
    var share: Double
    var y: Double
  }

  struct Line: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case grid, zero
      /// Between marks that share a label.
      case bracket
      /// Between marks of one speaker.
      case join(ChartSymbol.Tone)
      /// The uncertainty of an approximate answer.
      case whisker(ChartSymbol.Tone)
      /// From one bound of a range to the other.
      case bar(ChartSymbol.Tone)
    }

    var kind: Kind
    var from: Point
    var to: Point
  }

  struct Text: Sendable {
    enum Kind: Sendable { case tick, label, remark, heading, name }

    var words: String
    var kind: Kind
    var at: Across
    /// Of the baseline.
    var y: Double
    var anchor: Anchor
    /// Whether the text is a number, which is written from left to right in every language.
    var isNumber: Bool { kind == .tick || kind == .label }
  }

  /// A direction; `forward` is to the right.
  enum Direction: Sendable { case up, down, forward, backward }

  struct Mark: Sendable {
    var share: Double
    var y: Double
    var symbol: ChartSymbol
    var isHollow: Bool
    /// Towards the side on which the answer has no bound.
    var arrow: Direction?
  }

  /// The same drawing from right to left.
  var mirrored: ChartDrawing {
    var drawing = self
    for index in shades.indices {
      drawing.shades[index].from = 1 - shades[index].to
      drawing.shades[index].to = 1 - shades[index].from
    }
    for index in lines.indices {
      drawing.lines[index].from.share = 1 - lines[index].from.share
      drawing.lines[index].to.share = 1 - lines[index].to.share
    }
    for index in marks.indices {
      drawing.marks[index].share = 1 - marks[index].share
      switch marks[index].arrow {
      case .forward: drawing.marks[index].arrow = .backward
      case .backward: drawing.marks[index].arrow = .forward
      default: break
      }
    }
    for index in texts.indices {
      drawing.texts[index].at = texts[index].at.mirrored
      switch texts[index].anchor {
      case .left: drawing.texts[index].anchor = .right
      case .right: drawing.texts[index].anchor = .left
      case .middle: break
      }
    }
    return drawing
  }
}

extension AnswerChart.Mark {
  /// The values at which symbols are drawn: one, or both bounds of a range.
  var values: [Double] {
    guard let first = quantity.lower ?? quantity.upper, let last = quantity.upper ?? quantity.lower else { return [] }
    return first == last ? [first] : [first, last]
  }

  /// The side on which the quantity has no bound; nil if it has both.
  var openSide: Quantity.Side? { quantity.openSide }
}

/// The sizes of a chart's parts, in pixels.
enum ChartSize {
  /// The narrowest chart of a page: that of a 320-pixel phone without margins.
  static let narrow = 280.0
  /// From this width on, a page shows the layout for wide columns.
  static let wide = 540.0
  /// The least width of a compact chart.
  static let compact = 240.0
  /// The width of a chart on a social card, before it is enlarged.
  static let onCard = 300.0
  /// The same beside two others.
  static let inColumn = 260.0
  static let tick = 12.0
  static let label = 13.0
  /// Half the width of a mark.
  static let reach = 7.0
  /// The distance between the middle of a mark and the tip of its arrow.
  static let arrow = 20.0
}
