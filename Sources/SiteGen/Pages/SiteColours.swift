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
    func colour(_ properties: StaticString...) -> String {
      let values = [style, standardStyle].lazy.compactMap { style in
        properties.lazy.compactMap { styleColours(of: $0, in: style).first }.first
      }
      return values.first ?? "currentColor"
    }
    let papers = styleColours(of: "--paper:", in: style)
    paper = colour("--paper:")
    darkPaper = papers.count > 1 ? papers[1] : nil
    ofCharts = StandaloneChart.Colours(style: style, otherwise: .standard)
    ofCards = SocialCardSVG.Colours(
      paper: paper, ink: colour("--ink:"), muted: colour("--muted:"), rule: colour("--line:"),
      accent: accent?.description ?? colour("--accent:", "--link:"), changed: colour("--changed-text:"),
      differ: colour("--differ:"), chart: ofCharts.light)
  }
}
