/// Text that is not shown, drawn as bars in place of its lines.
///
/// Lengths are in quarters of a line, so that no bar gives away how long a word is.
enum OmittedBars {
  /// The number of characters for which a quarter of a line stands.
  static let quarter = 15
  static let quartersOfLine = 4

  /// The length of the bars for a number of characters.
  static func quarters(for characters: Int) -> Int { (characters + quarter - 1) / quarter }

  /// Bars below each other, as wide as their place. Hidden from screen readers: say next to it what is left out.
  static func lines(quarters: Int) -> [UInt8] {
    let count = (quarters + quartersOfLine - 1) / quartersOfLine
    var path = ""
    for line in 0..<count {
      path += "M0 \(line * pitch + pitch / 2)h\(min(quarters - line * quartersOfLine, quartersOfLine))"
    }
    return Array(
      """
      <svg class="bars" aria-hidden="true" width="100%" height="\(count * pitch)" \
      viewBox="0 0 \(quartersOfLine) \(count * pitch)" preserveAspectRatio="none"><path d="\(path)"/></svg>
      """.utf8)
  }

  /// A bar between words of the same line.
  static func inline(quarters: Int) -> [UInt8] {
    let width = quarters * 24
    return Array(
      """
      <svg class="bars" aria-hidden="true" width="\(width)" height="8"><path d="M0 4h\(width)"/></svg>
      """.utf8)
  }

  /// The distance between two lines in pixels.
  private static let pitch = 14
}
