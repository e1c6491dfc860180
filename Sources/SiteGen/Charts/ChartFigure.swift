/// A chart as part of a page: HTML with inline SVG that needs no style of its own. The identifiers of its elements begin
/// with a prefix, which must be unique on the page.
enum ChartFigure {
  /// The whole figure: the title, the chart for narrow and wide columns, and the key.
  static func bytes(of chart: AnswerChart, prefix: String) -> [UInt8] {
    var html = ChartSVG(isMirrored: chart.isMirrored)
    html.add("<figure class=\"c-chart\">\n<figcaption><b>")
    html.addEscaped(chart.title)
    html.add("</b> <span>")
    html.addEscaped(chart.subtitle)
    html.add("</span></figcaption>\n")
    let (narrow, wide) = (chart.drawing(width: ChartSize.narrow), chart.drawing(width: ChartSize.wide))
    html.add(startOfPlots)
    add(narrow, of: chart, "c-narrow", prefix, to: &html)
    add(wide, of: chart, "c-wide", prefix, isSecond: true, to: &html)
    html.add(endOfPlots)
    if let vague = chart.vague {
      html.add("<p class=\"c-words\">")
      html.addEscaped(vague)
      html.add("</p>\n")
    }
    add(chart.fullKey(explainsShades: narrow.hasBareShades || wide.hasBareShades), to: &html)
    html.add("<p class=\"c-source\">")
    html.addEscaped(chart.source)
    html.add("</p>\n</figure>\n")
    return html.bytes
  }

  /// A low chart without a title, for a column of at least 240 pixels, with its speakers below it.
  static func compact(of chart: AnswerChart, prefix: String) -> [UInt8] {
    var html = ChartSVG(isMirrored: chart.isMirrored)
    let drawing = chart.drawing(width: ChartSize.compact, isCompact: true)
    html.add("<div class=\"c-small\">\n" + startOfPlots)
    add(drawing, of: chart, "c-compact", prefix, to: &html)
    html.add(endOfPlots)
    add(chart.key + chart.shadesKey(drawing.hasBareShades), to: &html)
    html.add("</div>\n")
    return html.bytes
  }

  /// The box that scrolls where large text makes a drawing wider than its column.
  private static let startOfPlots = "<div class=\"c-fit\">\n"
  private static let endOfPlots = "</div>\n"

  /// A symbol as high as the text of an answer next to it.
  static func symbol(_ symbol: ChartSymbol, isHollow: Bool) -> [UInt8] {
    var html = ChartSVG(isMirrored: false)
    add(.symbol(symbol, isHollow: isHollow), to: &html)
    return html.bytes
  }

  /// `isSecond` is set for a drawing that shows the same as one before. It is not displayed without a style sheet.
  private static func add(
    _ drawing: ChartDrawing, of chart: AnswerChart, _ name: String, _ prefix: String, isSecond: Bool = false,
    to html: inout ChartSVG
  ) {
    html.add("<svg class=\"c-plot \(name)\" role=\"img\" width=\"100%\" height=\"\(ChartSVG.ems(drawing.height))\"")
    html.add(" \(ChartSVG.rootAttributes)\(chart.isMirrored ? " direction=\"rtl\"" : "")")
    html.add(isSecond ? " display=\"none\"" : "")
    html.add(" aria-labelledby=\"\(prefix)_title\" aria-describedby=\"\(prefix)_desc\">\n")
    if !isSecond {
      html.add("<title id=\"\(prefix)_title\">")
      html.addEscaped(chart.title)
      html.add("</title><desc id=\"\(prefix)_desc\">")
      html.addEscaped(chart.description)
      html.add("</desc>\n")
    }
    html.add(drawing)
    html.add("</svg>\n")
  }

  private static func add(_ items: [AnswerChart.KeyItem], to html: inout ChartSVG) {
    guard !items.isEmpty else { return }
    html.add("<ul class=\"c-key\">\n")
    for item in items {
      html.add("<li>")
      add(item.sign, to: &html)
      html.addEscaped(item.words)
      html.add("</li>\n")
    }
    html.add("</ul>\n")
  }

  private static func add(_ sign: AnswerChart.KeyItem.Sign, to html: inout ChartSVG) {
    html.add("<svg class=\"c-k\" width=\"1.2em\" height=\"1.2em\" viewBox=\"-8 -8 16 16\" fill=\"currentColor\"")
    html.add(" aria-hidden=\"true\">")
    html.add(sign)
    html.add("</svg>")
  }
}

extension AnswerChart {
  /// The layout for a width, and every greater one.
  func drawing(width: Double, isCompact: Bool = false) -> ChartDrawing {
    days.map { DayPlot.drawing(of: self, $0, width: width, isCompact: isCompact) }
      ?? DotPlot.drawing(of: self, width: width, isCompact: isCompact)
  }
}
