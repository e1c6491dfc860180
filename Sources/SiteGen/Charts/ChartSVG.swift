/// A chart as SVG 2 whose words keep their size at any width. Horizontal positions are percentages of the width,
/// vertical ones are pixels. Everything is drawn in the colour of the surrounding text.
struct ChartSVG {
  /// Whether the chart is part of a page or a file of its own.
  enum Form {
    /// Part of a page. Element ids begin with the prefix, which must be unique on the page.
    case inline(prefix: String)
    case file
  }

  private let chart: AnswerChart
  private let layout: ChartLayout
  /// The id of the clip path for the grid lines, unique on the page.
  private let fieldID: String
  private var output: [UInt8] = []

  /// The SVG in UTF-8.
  static func bytes(of chart: AnswerChart, as form: Form) -> [UInt8] {
    var svg = ChartSVG(chart, form)
    svg.write(form)
    return svg.output
  }

  private init(_ chart: AnswerChart, _ form: Form) {
    self.chart = chart
    switch form {
    case .inline(let prefix): fieldID = prefix + "_field"
    case .file: fieldID = "field"
    }
    layout = ChartLayout(chart)
  }

  private mutating func write(_ form: Form) {
    let height = number(layout.height)
    let direction = chart.isMirrored ? " direction=\"rtl\"" : ""
    switch form {
    case .inline(let prefix):
      add("<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"\(height)\" fill=\"currentColor\"")
      add(" stroke=\"none\" font-size=\"\(number(ChartText.size))\"\(direction)")
      add(" aria-labelledby=\"\(prefix)_title\" aria-describedby=\"\(prefix)_desc\">\n<title id=\"\(prefix)_title\">")
      text(chart.title)
      add("</title>\n<desc id=\"\(prefix)_desc\">")
    case .file:
      add("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"640\" height=\"\(height)\"")
      add(" fill=\"currentColor\" stroke=\"none\" font-size=\"\(number(ChartText.size))\"\(direction)>\n<title>")
      text(chart.title)
      add("</title>\n<desc>")
    }
    text(chart.description)
    add("</desc>\n")
    if case .file = form {
      add("<style>svg{background:#fff;color:#1a1a1a;font-family:system-ui,sans-serif}")
      add("@media(prefers-color-scheme:dark){svg{background:#15181b;color:#ededea}}</style>\n")
    }
    if !layout.tickRows.isEmpty { axis() }
    for mark in layout.marks {
      // A line across the axis behind each mark, so that the value of the mark can be read without looking up.
      add("<line x1=\"\(across(chart.axis.lower))\" x2=\"\(across(chart.axis.upper))\" y1=\"\(number(mark.middle))\"")
      add(" y2=\"\(number(mark.middle))\" stroke=\"currentColor\" stroke-opacity=\"0.22\"/>\n")
    }
    for gap in layout.gaps {
      add("<line x1=\"0\" x2=\"100%\" y1=\"\(number(gap))\" y2=\"\(number(gap))\"")
      add(" stroke=\"currentColor\" stroke-opacity=\"0.5\" stroke-dasharray=\"2 5\"/>\n")
    }
    for line in layout.lines { self.line(line) }
    for mark in layout.marks { self.mark(mark) }
    add("</svg>\n")
  }

  // MARK: - The axis

  private mutating func axis() {
    // Why clip: grid lines must not run through words, so they show only in the bands of the marks.
    add("<clipPath id=\"\(fieldID)\">")
    for mark in layout.marks {
      add("<rect y=\"\(number(mark.middle - ChartLayout.reach - 2))\" width=\"100%\"")
      add(" height=\"\(number(2 * ChartLayout.reach + 4))\"/>")
    }
    add("</clipPath>\n<g clip-path=\"url(#\(fieldID))\">\n")
    for tick in chart.axis.ticks {
      let x = across(tick.value)
      let isZero = tick.value == 0
      add("<line x1=\"\(x)\" x2=\"\(x)\" y1=\"\(number(layout.field.lowerBound))\"")
      add(" y2=\"\(number(layout.field.upperBound))\" stroke=\"currentColor\"")
      add(isZero ? " stroke-opacity=\"0.6\"/>\n" : " stroke-opacity=\"0.22\"/>\n")
    }
    add("</g>\n")
    for top in layout.tickRows {
      for tick in chart.axis.ticks {
        let isAtEdge = ChartText.endsAtEdge(tick.label, at: chart.axis.position(of: tick.value))
        add("<text x=\"\(isAtEdge ? percent(100) : across(tick.value))\" y=\"\(number(top + 14))\"")
        add(" text-anchor=\"\(isAtEdge ? "end" : "middle")\" fill-opacity=\"0.85\">")
        text(tick.label)
        add("</text>\n")
      }
    }
  }

  // MARK: - Words

  private mutating func line(_ line: ChartLayout.Line) {
    add("<text x=\"\(percent(0))\" y=\"\(number(line.top + 14))\"")
    switch line.kind {
    case .day:
      add(" font-weight=\"bold\">")
      text(line.words)
    case .gap:
      add(" font-style=\"italic\" fill-opacity=\"0.85\">")
      text(line.words)
    case .label(let answer):
      add(">")
      if answer > 0 {
        add("<tspan font-weight=\"bold\">")
        text(String(decoding: line.words.utf8.prefix(answer), as: UTF8.self))
        add("</tspan>")
      }
      text(String(decoding: line.words.utf8.dropFirst(answer), as: UTF8.self))
    }
    add("</text>\n")
  }

  // MARK: - Marks

  private mutating func mark(_ drawn: ChartLayout.Drawn) {
    let quantity = drawn.mark.quantity
    let y = number(drawn.middle)
    switch (quantity.lower, quantity.upper) {
    case (let lower?, let upper?) where lower != upper: bar(lower, upper, quantity.approximate, drawn.middle)
    case (let lower?, nil): arrow(at: lower, y, towards: 1, drawn)
    case (nil, let upper?): arrow(at: upper, y, towards: -1, drawn)
    case (let value?, _):
      open(at: value, y)
      shape(drawn.mark, isHollow: quantity.approximate)
      add("</svg>\n")
    case (nil, nil): break
    }
  }

  /// A bar from one bound to the other; only an outline if the bounds are approximate.
  private mutating func bar(_ lower: Double, _ upper: Double, _ isHollow: Bool, _ middle: Double) {
    let (from, to) = (chart.axis.position(of: lower), chart.axis.position(of: upper))
    add("<rect x=\"\(percent(from, width: to - from))\" y=\"\(number(middle - 4))\"")
    // Why a minimum width: even a very narrow range must be visible.
    add(" width=\"\(number(max(to - from, 0.8)))%\" height=\"8\"")
    add(isHollow ? " fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>\n" : "/>\n")
  }

  /// The speaker's shape at the bound, and an arrow towards the open side.
  private mutating func arrow(at bound: Double, _ y: String, towards side: Int, _ drawn: ChartLayout.Drawn) {
    open(at: bound, y)
    shape(drawn.mark, isHollow: drawn.mark.quantity.approximate)
    let turned = (side < 0) != chart.isMirrored
    add("<path d=\"M7.5 0H17M13 -4.5L17.5 0L13 4.5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"")
    add(turned ? " transform=\"scale(-1 1)\"/>" : "/>")
    add("</svg>\n")
  }

  /// Opens an element at the position of a value. Its content is in pixels. Why: a path cannot be positioned by a
  /// percentage.
  private mutating func open(at value: Double, _ y: String) {
    add("<svg x=\"\(across(value))\" y=\"\(y)\" overflow=\"visible\">")
  }

  private mutating func shape(_ mark: AnswerChart.Mark, isHollow: Bool) {
    add("<path d=\"\(MarkShape(speaker: mark.speaker).path)\"")
    add(isHollow ? " fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>" : "/>")
  }

  // MARK: - Writing

  private func across(_ value: Double) -> String { percent(chart.axis.position(of: value)) }

  /// The SVG coordinate of a horizontal position, which is counted from the side on which lines begin. For a box with a
  /// width, the coordinate of its left edge.
  private func percent(_ position: Double, width: Double = 0) -> String {
    number(chart.isMirrored ? 100 - position - width : position) + "%"
  }

  /// A number with at most two decimals.
  private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return sign + String(whole) }
    let decimals = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
    return sign + String(whole) + "." + decimals
  }

  private mutating func add(_ markup: String) { output.append(contentsOf: markup.utf8) }

  private mutating func text(_ words: String) { appendEscapedXML(words.utf8, to: &output) }
}
