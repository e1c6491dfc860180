/// A chart as an SVG file that needs nothing else: with its title, key, source and style.
struct StandaloneChart {
  /// Colours in CSS syntax, by the name of the custom property that holds them in a style sheet, without its hyphens.
  struct Colours: Sendable {
    var light: [String: String]
    var dark: [String: String]

    /// The custom properties of a style sheet, by their names.
    static let properties: [(name: String, property: StaticString)] = [
      ("paper", "--paper:"), ("ink", "--ink:"), ("muted", "--muted:"), ("line", "--line:"), ("hatch", "--hatch:"),
      ("a", "--a:"), ("b", "--b:"), ("c", "--c:"), ("d", "--d:"), ("n", "--n:"),
    ]

    /// The colours of sitegen's own style sheet.
    static let standard = Colours(style: standardStyle, otherwise: Colours(light: [:], dark: [:]))

    /// The colours of a style sheet; `otherwise` has those that it does not set for both schemes.
    ///
    /// Why both: a colour that is right for one scheme only would be unreadable in the other.
    init(style: [UInt8], otherwise: Colours) {
      self = otherwise
      for (name, property) in Colours.properties {
        let values = styleColours(of: property, in: style)
        guard values.count > 1 else { continue }
        (light[name], dark[name]) = (values[0], values[1])
      }
    }

    init(light: [String: String], dark: [String: String]) { (self.light, self.dark) = (light, dark) }
  }

  /// The size of the file and its margins in pixels.
  private static let width = 680.0
  private static let margin = 20.0
  private static let inner = width - 2 * margin

  private let chart: AnswerChart
  private var svg: ChartSVG
  private var y = margin

  static func bytes(of chart: AnswerChart, _ colours: Colours) -> [UInt8] {
    StandaloneChart(chart).bytes(colours.light, dark: colours.dark)
  }

  init(_ chart: AnswerChart) {
    self.chart = chart
    svg = ChartSVG(isMirrored: chart.isMirrored)
    addContent()
  }

  /// In pixels.
  var size: (width: Double, height: Double) { (StandaloneChart.width, y + StandaloneChart.margin) }

  /// The file; without `dark`, it has the same colours everywhere.
  func bytes(_ light: [String: String], dark: [String: String]? = nil) -> [UInt8] {
    head(light, dark) + svg.bytes + Array("</svg>\n".utf8)
  }

  private func head(_ light: [String: String], _ dark: [String: String]?) -> [UInt8] {
    var head = ChartSVG(isMirrored: chart.isMirrored)
    let (width, height) = (decimal(size.width), decimal(size.height))
    head.add("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"c-plot\" role=\"img\" width=\"\(width)\"")
    head.add(" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\"")
    head.add(" \(ChartSVG.rootAttributes)\(chart.isMirrored ? " direction=\"rtl\"" : "")>\n<title>")
    head.addEscaped(chart.title)
    head.add("</title><desc>")
    head.addEscaped(chart.description)
    head.add("</desc>\n<style>")
    head.add(StandaloneChart.style(light))
    if let dark { head.add("@media(prefers-color-scheme:dark){" + StandaloneChart.style(dark) + "}") }
    head.add("</style>\n<rect class=\"c-p\" width=\"100%\" height=\"100%\" fill=\"none\"/>\n")
    return head.bytes
  }

  /// The rules of chart.css, on one line, with colours in place of custom properties. Why: programs that convert the
  /// file do not know custom properties.
  static func style(_ colours: [String: String]) -> String {
    let rules =
      embeddedFiles(at: "SiteGen/Charts/chart.css").first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    var style = ""
    for part in rules.split(separator: "\n").joined().split(separator: "var(--", omittingEmptySubsequences: false) {
      guard !style.isEmpty, let end = part.firstIndex(of: ")") else {
        style += part
        continue
      }
      style += (colours[String(part[..<end])] ?? "currentColor") + part[part.index(after: end)...]
    }
    return style
  }

  private mutating func addContent() {
    add(chart.title, "c-h", size: 18, isBold: true, lineHeight: 24)
    add(chart.subtitle, "c-t", size: 13, lineHeight: 19)
    y += 12
    let drawing = chart.drawing(width: StandaloneChart.inner)
    let margin = decimal(StandaloneChart.margin)
    svg.add("<svg x=\"\(margin)\" y=\"\(decimal(y))\" width=\"\(decimal(StandaloneChart.inner))\"")
    svg.add(" height=\"\(decimal(drawing.height))\" overflow=\"visible\">\n")
    svg.add(drawing)
    svg.add("</svg>\n")
    y += drawing.height + 6
    if let vague = chart.vague { add(vague, "c-s", size: 13, lineHeight: 19) }
    addKey(chart.fullKey(explainsShades: drawing.hasBareShades))
    y += 6
    svg.add(
      "<path class=\"c-g\" d=\"M\(margin) \(decimal(y))H\(decimal(StandaloneChart.width - StandaloneChart.margin))\"")
    svg.add(" stroke=\"currentColor\" stroke-opacity=\"0.2\"/>\n")
    y += 8
    add(chart.source, "c-t", size: 12, lineHeight: 17)
  }

  /// Adds lines of words at the side on which lines begin.
  private mutating func add(
    _ words: String, _ name: String, size: Double, isBold: Bool = false, lineHeight: Double
  ) {
    svg.add("<g class=\"\(name)\" font-size=\"\(decimal(size))\"\(isBold ? " font-weight=\"600\"" : "")>")
    for line in ChartText.lines(of: words, size: size, isBold: isBold, within: StandaloneChart.inner) {
      y += lineHeight
      svg.add("<text x=\"\(position(0))\" y=\"\(decimal(y - lineHeight * 0.28))\">")
      svg.addEscaped(line)
      svg.add("</text>")
    }
    svg.add("</g>\n")
  }

  /// The coordinate of a distance from the side on which lines begin.
  private func position(_ distance: Double) -> String {
    let x = StandaloneChart.margin + distance
    return decimal(chart.isMirrored ? StandaloneChart.width - x : x)
  }

  /// Adds the key, as many entries to a line as fit.
  private mutating func addKey(_ items: [AnswerChart.KeyItem]) {
    guard !items.isEmpty else { return }
    var x = 0.0
    y += 24
    for item in items {
      // Why two lines at most: no entry is longer, unless it has several names.
      let lines = ChartText.lines(of: item.words, size: 13, within: StandaloneChart.inner - 24)
      let width = 24 + (lines.map { ChartText.width(of: $0, size: 13) }.max() ?? 0)
      if x > 0, x + width > StandaloneChart.inner {
        x = 0
        y += 22
      }
      svg.add("<svg x=\"\(position(x + 8))\" y=\"\(decimal(y - 4.5))\" overflow=\"visible\">")
      svg.add(item.sign)
      svg.add("</svg>")
      for (index, line) in lines.enumerated() {
        if index > 0 { y += 18 }
        svg.add("<text class=\"c-s\" x=\"\(position(x + 24))\" y=\"\(decimal(y))\">")
        svg.addEscaped(line)
        svg.add("</text>\n")
      }
      // Why so little: the estimated width of words tends to be too wide.
      x += width + 8
    }
    y += 8
  }
}
