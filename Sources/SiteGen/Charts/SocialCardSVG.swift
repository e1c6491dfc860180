/// Draws a social card as SVG with words as text. An external program converts it to PNG.
enum SocialCardSVG {
  /// Colours in CSS syntax.
  struct Colours: Sendable {
    var paper: String
    var ink: String
    var muted: String
    var rule: String
    var accent: String
    /// The statuses of changed and of different answers.
    var changed: String
    var differ: String
    /// See `StandaloneChart.Colours`.
    var chart: [String: String]

    func colour(of tone: SocialCardLayout.Tone) -> String {
      switch tone {
      case .muted: muted
      case .status(.changed): changed
      case .status(.fell), .status(.disagree): differ
      case .ink, .status: ink
      }
    }
  }

  // The first fonts come with sitegen; the others have the letters of other scripts.
  private static let serif = "'Sitegen Text', 'Noto Serif', 'DejaVu Serif', serif"
  private static let sans = "'Sitegen UI', 'Noto Sans', 'DejaVu Sans', sans-serif"

  /// `language` is a BCP 47 tag. Why: the shapes of letters depend on the language.
  static func bytes(of card: SocialCard, language: String, _ colours: Colours) -> [UInt8] {
    let layout = SocialCardLayout(card)
    var svg = Writer(isMirrored: card.isMirrored)
    svg.add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(SocialCard.width)\" height=\"\(SocialCard.height)\"")
    svg.add(" viewBox=\"0 0 \(SocialCard.width) \(SocialCard.height)\" xml:lang=\"")
    svg.addEscaped(language)
    svg.add("\">\n<rect width=\"100%\" height=\"100%\" fill=\"\(colours.paper)\"/>\n")
    svg.add("<rect width=\"100%\" height=\"12\" fill=\"\(colours.accent)\"/>\n")
    let margin = SocialCardLayout.margin
    svg.add("<path d=\"M\(margin) \(layout.rule)H\(Double(SocialCard.width) - margin)\"")
    svg.add(" stroke=\"\(colours.rule)\" stroke-width=\"2\"/>\n")
    if let divider = layout.divider {
      svg.add("<path d=\"M\(SocialCard.width / 2) \(divider.top)V\(divider.bottom)\"")
      svg.add(" stroke=\"\(colours.accent)\" stroke-width=\"4\"/>\n")
    }
    for shape in layout.shapes { svg.add(shape, colours.colour(of: .status(shape.shape))) }
    for text in layout.texts { svg.add(text, colours) }
    if !layout.charts.isEmpty { svg.add("<style>" + StandaloneChart.style(colours.chart) + "</style>\n") }
    for chart in layout.charts { svg.add(chart) }
    svg.add("</svg>\n")
    return svg.bytes
  }

  private struct Writer {
    let isMirrored: Bool
    private(set) var bytes: [UInt8] = []

    init(isMirrored: Bool) { self.isMirrored = isMirrored }

    mutating func add(_ markup: String) { bytes.append(contentsOf: markup.utf8) }
    mutating func addEscaped(_ text: String) { appendEscapedXML(text.utf8, to: &bytes) }

    mutating func add(_ text: SocialCardLayout.Text, _ colours: Colours) {
      let x = isMirrored ? Double(SocialCard.width) - text.inset : text.inset
      let isSerif = text.face == .serif || text.face == .serifBold
      add("<text x=\"\(x)\" y=\"\(text.top + text.size)\" font-size=\"\(text.size)\"")
      add(" font-family=\"\(isSerif ? serif : sans)\"")
      if text.face == .serifBold || text.face == .sansBold { add(" font-weight=\"bold\"") }
      if isMirrored { add(" direction=\"rtl\"") }
      add(" fill=\"\(colours.colour(of: text.tone))\">")
      addEscaped(text.words)
      add("</text>\n")
    }

    mutating func add(_ place: SocialCardLayout.ChartPlace) {
      let drawing = place.drawing
      let (width, height) = (drawing.width * place.scale, drawing.height * place.scale)
      let x = isMirrored ? Double(SocialCard.width) - place.inset - width : place.inset
      add("<svg class=\"c-plot\" x=\"\(decimal(x))\" y=\"\(decimal(place.top))\" width=\"\(decimal(width))\"")
      add(" height=\"\(decimal(height))\" viewBox=\"0 0 \(decimal(drawing.width)) \(decimal(drawing.height))\"")
      add(" \(ChartSVG.rootAttributes)\(isMirrored ? " direction=\"rtl\"" : "")>\n")
      var chart = ChartSVG(isMirrored: isMirrored)
      chart.add(drawing)
      bytes += chart.bytes
      add("</svg>\n")
    }

    mutating func add(_ shape: SocialCardLayout.Shape, _ colour: String) {
      let x = isMirrored ? Double(SocialCard.width) - shape.inset - shape.size : shape.inset
      add("<g transform=\"translate(\(x) \(shape.top)) scale(\(shape.size / 16))")
      if shape.shape.isDirectional, isMirrored { add(" translate(16 0) scale(-1 1)") }
      add("\" color=\"\(colour)\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\"")
      add(" stroke-linecap=\"round\" stroke-linejoin=\"round\">\(shape.shape.drawing)</g>\n")
    }
  }
}
