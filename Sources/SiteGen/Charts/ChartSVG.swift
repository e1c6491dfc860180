/// Writes the parts of a chart as SVG 2. Colours come from a style sheet with the classes of chart.css; without one,
/// everything has the colour of the surrounding text.
///
/// Heights and distances are multiples of the font size, so that a chart grows with the text of its page.
struct ChartSVG {
  private(set) var bytes: [UInt8] = []
  let isMirrored: Bool

  init(isMirrored: Bool) { self.isMirrored = isMirrored }

  /// The attributes of an element that contains a drawing.
  static let rootAttributes: StaticString = "font-size=\"13\" fill=\"currentColor\" stroke=\"none\""

  /// The content of an element that is as high as the drawing, and at least as wide.
  mutating func add(_ drawing: ChartDrawing) {
    add(drawing.shades)
    for run in runs(of: drawing.lines, by: \.kind) { add(run) }
    let labels = drawing.texts.filter { $0.kind == .label }
    for run in runs(of: drawing.texts.filter { $0.kind != .label }, by: \.kind) { add(run) }
    for mark in drawing.marks { add(mark, scale: drawing.scale) }
    // Why last: a label is above every line that it crosses.
    add(labels)
  }

  private func runs<Element, Key: Equatable>(of elements: [Element], by key: (Element) -> Key) -> [[Element]] {
    var runs: [[Element]] = []
    for element in elements {
      if let last = runs.last?.last, key(last) == key(element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
    return runs
  }

  // MARK: - Areas and lines

  private mutating func add(_ shades: [ChartDrawing.Shade]) {
    guard !shades.isEmpty else { return }
    add("<g class=\"c-v\" fill-opacity=\"0.08\">")
    for shade in shades {
      add("<rect x=\"\(percent(shade.from))\" y=\"\(ems(shade.top))\" width=\"\(percent(shade.to - shade.from))\"")
      add(" height=\"\(ems(shade.bottom - shade.top))\"/>")
    }
    add("</g>\n")
  }

  private mutating func add(_ lines: [ChartDrawing.Line]) {
    guard let first = lines.first else { return }
    add("<g stroke=\"currentColor\"")
    switch first.kind {
    case .grid: add(" class=\"c-g\" stroke-opacity=\"0.2\">")
    case .zero, .bracket: add(" class=\"c-z\">")
    case .join(let tone): add(" class=\"c-j \(tone.rawValue)\" stroke-width=\"2\" stroke-opacity=\"0.5\">")
    case .whisker(let tone): add(" class=\"c-w \(tone.rawValue)\" stroke-width=\"5\" stroke-opacity=\"0.3\">")
    case .bar(let tone): add(" class=\"c-r \(tone.rawValue)\" stroke-width=\"3\">")
    }
    for line in lines {
      add("<line x1=\"\(percent(line.from.share))\" x2=\"\(percent(line.to.share))\"")
      add(" y1=\"\(ems(line.from.y))\" y2=\"\(ems(line.to.y))\"/>")
    }
    add("</g>\n")
  }

  // MARK: - Words

  private mutating func add(_ texts: [ChartDrawing.Text]) {
    guard let first = texts.first else { return }
    switch first.kind {
    case .tick, .remark: add("<g class=\"c-t\" font-size=\"\(ems(ChartSize.tick))\" fill-opacity=\"0.8\"")
    case .heading: add("<g class=\"c-h\" font-weight=\"600\"")
    case .name: add("<g class=\"c-s\"")
    case .label: add("<g class=\"c-l\" font-weight=\"600\"")
    }
    add(isMirrored && first.isNumber ? " direction=\"ltr\">" : ">")
    let size = first.kind == .tick || first.kind == .remark ? ChartSize.tick : ChartSize.label
    for text in texts {
      add("<text x=\"\(percent(text.at.share))\" y=\"\(ems(text.y, size))\"")
      if text.at.offset != 0 { add(" dx=\"\(ems(text.at.offset, size))\"") }
      // Why: in a line from right to left, the start is on the right.
      let isReversed = isMirrored && !text.isNumber
      switch text.anchor {
      case .middle: add(" text-anchor=\"middle\"")
      case .left where isReversed, .right where !isReversed: add(" text-anchor=\"end\"")
      case .left, .right: break
      }
      add(">")
      addEscaped(text.words)
      add("</text>")
    }
    add("</g>\n")
  }

  // MARK: - Marks

  private mutating func add(_ mark: ChartDrawing.Mark, scale: Double) {
    // Why an element of its own: a path can be positioned neither by a percentage nor by multiples of the font size.
    let side = decimal(ChartSize.label / scale)
    add("<svg x=\"\(percent(mark.share))\" y=\"\(ems(mark.y))\" width=\"1em\" height=\"1em\"")
    add(" viewBox=\"0 0 \(side) \(side)\" overflow=\"visible\">")
    if let arrow = mark.arrow { add(arrow) }
    add(mark.symbol, isHollow: mark.isHollow)
    add("</svg>\n")
  }

  /// A symbol around the origin.
  mutating func add(_ symbol: ChartSymbol, isHollow: Bool) {
    add("<path class=\"c-m \(symbol.tone.rawValue)\(isHollow ? " c-o" : "")\" d=\"\(symbol.shape.path)\"")
    add(isHollow ? " fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>" : "/>")
  }

  /// An arrow from the edge of a symbol around the origin.
  mutating func add(_ arrow: ChartDrawing.Direction) {
    let turn =
      switch arrow {
      case .up: ""
      case .forward: " transform=\"rotate(90)\""
      case .down: " transform=\"rotate(180)\""
      case .backward: " transform=\"rotate(270)\""
      }
    add("<path class=\"c-u\" d=\"M0-8V-19M-3.5-15.5L0-19 3.5-15.5\" fill=\"none\" stroke=\"currentColor\"")
    add(" stroke-width=\"1.75\"\(turn)/>")
  }

  // MARK: - Writing

  private func percent(_ share: Double) -> String { decimal(share * 100) + "%" }

  /// Pixels at the usual size of text, as a multiple of a font size.
  private func ems(_ pixels: Double, _ size: Double = ChartSize.label) -> String { ChartSVG.ems(pixels, size) }

  static func ems(_ pixels: Double, _ size: Double = ChartSize.label) -> String { decimal(pixels / size) + "em" }

  mutating func add(_ markup: String) { bytes.append(contentsOf: markup.utf8) }
  mutating func addEscaped(_ words: String) { appendEscapedXML(words.utf8, to: &bytes) }
}

/// A number with at most two decimals.
func decimal(_ value: Double) -> String {
  let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
  let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
  let sign = hundredths < 0 ? "-" : ""
  guard rest > 0 else { return sign + String(whole) }
  let decimals = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
  return sign + String(whole) + "." + decimals
}
