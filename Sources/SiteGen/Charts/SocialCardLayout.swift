/// The positions of all texts and shapes of a social card. Texts do not touch each other and stay inside the card.
struct SocialCardLayout: Sendable {
  /// From top to bottom.
  private(set) var texts: [Text] = []
  private(set) var shapes: [Shape] = []
  /// The line between two sides.
  private(set) var divider: Divider?
  private(set) var charts: [ChartPlace] = []
  /// The position of the line below the site's name, or below the title of a page with several questions, in pixels from
  /// the top.
  private(set) var rule = 92.0
  /// The margins at the sides, in pixels.
  static let margin = 72.0
  static let width = Double(SocialCard.width) - 2 * margin

  struct Text: Sendable {
    var words: String
    var face: FittedText.Face
    /// In pixels.
    var size: Double
    var tone = Tone.ink
    /// The distance from the side on which lines begin.
    var inset = SocialCardLayout.margin
    /// The top of its line, from the top of the card.
    var top: Double
  }

  enum Tone: Hashable, Sendable {
    case ink, muted
    /// The colour of a status.
    case status(AgreementShape)
  }

  /// The shape of an agreement, in a square of `size` pixels.
  struct Shape: Sendable {
    var shape: AgreementShape
    var size: Double
    var inset = SocialCardLayout.margin
    var top: Double
  }

  /// A vertical line in the middle of the card.
  struct Divider: Sendable {
    var top: Double
    var bottom: Double
  }

  /// The place of a chart, in pixels, and its size relative to that of its drawing.
  struct ChartPlace: Sendable {
    var drawing: ChartDrawing
    var inset: Double
    var top: Double
    var scale: Double
  }

  /// The top of the last line.
  private static let footTop = Double(SocialCard.height) - 74

  init(_ card: SocialCard) {
    if !card.lines.isEmpty {
      var top = 28.0
      add(card.site, .sansBold, sizes: [22], height: 28, tone: .muted, &top)
      add(card.title, .serif, sizes: [40, 36, 32], height: 80, &top)
      rule = top + 6
      add(Array(card.lines.prefix(SocialCard.mostLines)), rule + 16)
    } else {
      var top = 40.0
      add(card.site, .sansBold, sizes: [28], height: 36, tone: .muted, &top)
      top = rule + 24
      let isAlone = card.answer == nil && card.sides.isEmpty
      add(
        card.title, .serif, sizes: isAlone ? [72, 60, 52, 44] : [52, 44, 38, 34], height: isAlone ? 280 : 142, &top)
      top += 16
      add(card.sides, top)
      if let drawing = card.chart?.drawing { add(drawing, top) }
      let width = charts.first.map { $0.inset - SocialCardLayout.margin - 48 }
      if let answer = card.answer {
        add(answer, .serifBold, sizes: [76, 64, 52, 44, 36, 30], height: 162, width: width, &top)
      }
      top += 10
      let height = width == nil ? 71 : SocialCardLayout.footTop - 16 - top
      if let details = card.details {
        add(details, .sans, sizes: [28, 24], height: height, tone: .muted, width: width, &top)
      }
    }
    addFoot(card)
  }

  /// A chart in the half of the card where lines end, as large as fits; none if it would be too small to read.
  private mutating func add(_ drawing: ChartDrawing, _ top: Double) {
    let (width, height) = (SocialCardLayout.width / 2, SocialCardLayout.footTop - 24 - top)
    let scale = min(width / drawing.width, height / drawing.height)
    guard scale >= SocialCardLayout.leastScale else { return }
    let inset = SocialCardLayout.margin + SocialCardLayout.width - drawing.width * scale
    charts = [ChartPlace(drawing: drawing, inset: inset, top: top + 8, scale: scale)]
  }

  /// At which the words of a chart have 16 pixels.
  private static let leastScale = 1.2

  private mutating func add(
    _ words: String, _ face: FittedText.Face, sizes: [Double], height: Double, tone: Tone = .ink,
    inset: Double = 0, width: Double? = nil, _ top: inout Double
  ) {
    let fitted = FittedText(words, face, sizes: sizes, width: width ?? SocialCardLayout.width - inset, height: height)
    for line in fitted.lines {
      texts.append(
        Text(
          words: line, face: face, size: fitted.size, tone: tone, inset: SocialCardLayout.margin + inset, top: top
        )
      )
      top += fitted.size * FittedText.spacing
    }
  }

  /// Answers next to each other in one size, with their details below.
  private mutating func add(_ sides: [SocialCard.Side], _ top: Double) {
    guard !sides.isEmpty else { return }
    let width = SocialCardLayout.width / 2 - 32
    let height = 130.0
    let sizes: [Double] = [104, 88, 72, 56, 44, 36, 30]
    let size = sides.map { FittedText($0.answer, .serifBold, sizes: sizes, width: width, height: height).size }.min()
    var bottom = top
    for (index, side) in sides.enumerated() {
      let inset = Double(index) * (SocialCardLayout.width / 2 + 32)
      var line = top
      add(side.answer, .serifBold, sizes: [size ?? 30], height: height, inset: inset, width: width, &line)
      line += 8
      add(side.details, .sans, sizes: [26, 22], height: 68, tone: .muted, inset: inset, width: width, &line)
      bottom = max(bottom, line)
    }
    divider = Divider(top: top + 8, bottom: bottom)
  }

  /// Questions in columns: the label, the agreement, the answer, and the chart. What is beside each other begins at the
  /// same height, and all answers have one size.
  private mutating func add(_ lines: [SocialCard.Line], _ top: Double) {
    let gap = 42.0
    let width = (SocialCardLayout.width - gap * Double(lines.count - 1)) / Double(max(lines.count, 1))
    let insets = lines.indices.map { Double($0) * (width + gap) }
    let bottom = SocialCardLayout.footTop - 16
    let sizes: [Double] = [56, 48, 40, 34, 30, 26]
    let height = lines.contains { $0.chart != nil } ? 104.0 : bottom - top - 112
    let size = lines.map { FittedText($0.answer, .serifBold, sizes: sizes, width: width, height: height).size }.min()
    /// Adds a part of each column, and returns the end of the longest.
    func end(_ top: Double, _ add: (SocialCard.Line, Double, inout Double) -> Void) -> Double {
      var ends = top
      for (line, inset) in zip(lines, insets) {
        var bottom = top
        add(line, inset, &bottom)
        ends = max(ends, bottom)
      }
      return ends
    }
    var y = end(top) { add($0.label, .sansBold, sizes: [26, 24], height: 66, inset: $1, width: width, &$2) }
    y = end(y) { line, inset, top in
      shapes.append(
        Shape(shape: line.agreement.shape, size: 24, inset: SocialCardLayout.margin + inset, top: top + 3))
      let tone = Tone.status(line.agreement.shape)
      add(
        line.agreement.words, .sans, sizes: [24, 21], height: 31, tone: tone, inset: inset + 34, width: width - 34, &top
      )
    }
    y = end(y + 6) {
      add($0.answer, .serifBold, sizes: [size ?? 26], height: height, inset: $1, width: width, &$2)
    }
    y += 10
    let drawings = lines.compactMap { $0.chart?.drawing }
    let scale = drawings.map { min(width / $0.width, (bottom - y) / $0.height, 1.6) }.min() ?? 0
    guard scale >= SocialCardLayout.leastScale else { return }
    for (line, inset) in zip(lines, insets) {
      guard let drawing = line.chart?.drawing else { continue }
      let end = SocialCardLayout.margin + inset
      charts.append(ChartPlace(drawing: drawing, inset: end, top: y, scale: scale))
    }
  }

  /// The last line: the agreement, if there is one, and then the foot.
  private mutating func addFoot(_ card: SocialCard) {
    var top = SocialCardLayout.footTop
    var inset = 0.0
    if let agreement = card.agreement {
      shapes.append(Shape(shape: agreement.shape, size: 32, top: top + 1))
      let words = FittedText(
        agreement.words, .sansBold, sizes: [28], width: SocialCardLayout.width / 2, height: 36)
      var wordsTop = top
      add(
        words.lines.first ?? "", .sansBold, sizes: [28], height: 36, tone: .status(agreement.shape), inset: 46,
        &wordsTop)
      inset = 46 + words.width(in: .sansBold) + 32
    }
    if let foot = card.foot {
      top += 3
      add(foot, .sans, sizes: [24, 21], height: 30, tone: .muted, inset: inset, &top)
    }
  }
}
