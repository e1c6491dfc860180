/// The colours that a site's style sheet sets for the light scheme, and the dark scheme's paper.
struct SiteColours: Sendable {
  let paper: String
  let darkPaper: String?
  let ofCards: SocialCardSVG.Colours
  let ofCharts: StandaloneChart.Colours

  /// If the style sheet does not set a colour in hexadecimal digits, the colour of sitegen's own style sheet is used.
  /// The dark scheme's paper has no such default: it is nil.
  ///
  /// `accent` is that of sitegen.yaml.
  init(style: [UInt8], accent: Colour? = nil) {
    func colours(_ property: StaticString) -> [String] { SiteColours.values(of: property, in: style) }
    let papers = colours("--paper:")
    paper = papers.first ?? "#ffffff"
    darkPaper = papers.count > 1 ? papers[1] : nil
    var charts = StandaloneChart.Colours.standard
    for (name, property) in StandaloneChart.Colours.properties {
      // Why both: a colour that is right for one scheme only would be unreadable in the other.
      let values = colours(property)
      guard values.count > 1 else { continue }
      (charts.light[name], charts.dark[name]) = (values[0], values[1])
    }
    ofCharts = charts
    ofCards = SocialCardSVG.Colours(
      paper: paper, ink: colours("--ink:").first ?? "#16191b", muted: colours("--muted:").first ?? "#50565a",
      rule: colours("--line:").first ?? "#d9dedd",
      accent: accent?.description ?? (colours("--accent:") + colours("--link:")).first ?? "#0b5563",
      chart: charts.light)
  }

  /// The hexadecimal values of a property, in the order of the sheet. `property` includes the colon.
  private static func values(of property: StaticString, in style: [UInt8]) -> [String] {
    var rest = style[...]
    var values: [String] = []
    while let found = rest.firstPlace(of: property) {
      rest = rest[found.upperBound...]
      let value = String(decoding: rest.prefix { $0 != 0x3B && $0 != 0x7D && $0 != 0x0A }, as: UTF8.self)
        .filter { $0 != " " }
      let digits = value.dropFirst()
      if value.first == "#", [3, 6].contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
        values.append(value)
      }
    }
    return values
  }
}
