/// A style sheet with the site's own accent, for light screens and lightened for dark ones; the same sheet without one.
func style(_ style: [UInt8], with accent: Colour?) -> [UInt8] {
  guard let accent else { return style }
  let paper = SiteColours(style: style).darkPaper.flatMap { Colour($0) } ?? Colour(red: 0, green: 0, blue: 0)
  let onDark = accent.lightened(onto: paper, contrast: 7000)
  return style
    + Array(
      """

      /* The accent of sitegen.yaml. */
      @media screen {
        :root { --accent: \(accent); }
      }
      @media screen and (prefers-color-scheme: dark) {
        :root { --accent: \(onDark); }
      }

      """.utf8)
}
