/// The positions of all texts and shapes of a social card. Texts do not touch each other and stay inside the card.
struct SocialCardLayout: Sendable {
  /// From top to bottom.
  private(set) var texts: [Text] = []
  private(set) var shapes: [Shape] = []
  /// The line between two sides.
  private(set) var divider: Divider?
  private(set) var chart: ChartPlace?
  /// The position of the line below the site's name, in pixels from the top.
  static let rule = 112.0
  /// The margin on all four sides, in pixels.
  static let margin = 72.0
  static let width = Double(SocialCard.width) - 2 * margin

  struct Text: Sendable {
    var words: String
    var face: FittedText.Face
    /// In pixels.
    var size: Double
    var isMuted = false
    /// The distance from the side on which lines begin.
    var inset = SocialCardLayout.margin
    /// The top of its line, from the top of the card.
    var top: Double
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
    var inset: Double
    var top: Double
    var scale: Double
  }

  /// The top of the last line.
  private static let footTop = Double(SocialCard.height) - margin - 30

  init(_ card: SocialCard) {
    var top = SocialCardLayout.margin - 16
    add(card.site, .sansBold, sizes: [28], height: 36, isMuted: true, &top)
    top = SocialCardLayout.rule + 32
    let isList = !card.lines.isEmpty
    if isList {
      add(card.title, .serif, sizes: [60, 52, 44, 36], height: 118, &top)
      top += 14
      for line in card.lines.prefix(SocialCard.mostLines) { add(line, &top) }
    } else {
      let isAlone = card.answer == nil && card.sides.isEmpty
      add(
        card.title, .serif, sizes: isAlone ? [72, 60, 52, 44] : [52, 44, 38, 34], height: isAlone ? 280 : 142, &top)
      top += 16
      add(card.sides, top)
      if let drawing = card.chart?.drawing { add(drawing, top) }
      let width = chart.map { $0.inset - SocialCardLayout.margin - 48 }
      if let answer = card.answer {
        add(answer, .serifBold, sizes: [76, 64, 52, 44, 36, 30], height: 162, width: width, &top)
      }
      top += 10
      let height = width == nil ? 71 : SocialCardLayout.footTop - 16 - top
      if let details = card.details {
        add(details, .sans, sizes: [28, 24], height: height, isMuted: true, width: width, &top)
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
    chart = ChartPlace(inset: inset, top: top + 8, scale: scale)
  }

  /// At which the words of a chart have 17 pixels.
  private static let leastScale = 1.3

  private mutating func add(
    _ words: String, _ face: FittedText.Face, sizes: [Double], height: Double, isMuted: Bool = false,
    inset: Double = 0, width: Double? = nil, _ top: inout Double
  ) {
    let fitted = FittedText(words, face, sizes: sizes, width: width ?? SocialCardLayout.width - inset, height: height)
    for line in fitted.lines {
      texts.append(
        Text(
          words: line, face: face, size: fitted.size, isMuted: isMuted, inset: SocialCardLayout.margin + inset, top: top
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
      add(side.details, .sans, sizes: [26, 22], height: 68, isMuted: true, inset: inset, width: width, &line)
      bottom = max(bottom, line)
    }
    divider = Divider(top: top + 8, bottom: bottom)
  }

  /// A question's label and agreement, with the answer below.
  private mutating func add(_ line: SocialCard.Line, _ top: inout Double) {
    shapes.append(Shape(shape: line.agreement.shape, size: 24, top: top + 4))
    var labelTop = top
    add(
      line.label + " · " + line.agreement.words, .sans, sizes: [24], height: 31, isMuted: true, inset: 34, &labelTop)
    var answerTop = top + 31
    add(line.answer, .serifBold, sizes: [38, 34, 30, 26], height: 48, inset: 34, &answerTop)
    top += 88
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
      add(words.lines.first ?? "", .sansBold, sizes: [28], height: 36, inset: 46, &wordsTop)
      inset = 46 + words.width(in: .sansBold) + 32
    }
    if let foot = card.foot {
      top += 3
      add(foot, .sans, sizes: [24, 21], height: 30, isMuted: true, inset: inset, &top)
    }
  }
}
