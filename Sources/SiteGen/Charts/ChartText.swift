/// The width of words in a chart, estimated without a font. The estimate tends to be too wide rather than too narrow.
enum ChartText {
  /// The width of the narrowest chart in pixels: that of a 320-pixel phone without margins.
  static let narrowest = 288.0
  /// The font size of all words in a chart, in pixels, at any width of the chart.
  static let size = 14.0
  /// The distance between two lines of words, in pixels.
  static let lineHeight = 19.0

  /// The width of a line in pixels.
  static func width(of line: some StringProtocol) -> Double {
    line.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "’", "‘", "|", "!", "(", ")", "-": size * 0.42
    case "m", "w", "M", "W", "@", "%", "—", "…": size * 1.0
    case "A"..."Z": size * 0.76
    case "Ж", "М", "Ф", "Ш", "Щ", "Ы", "Ю", "ш", "щ", "ю", "ж", "ы", "ф", "м": size * 1.0
    case "Α"..."Ω", "А"..."Я": size * 0.82
    default: Double(displayWidth(scalar)) * size * 0.64
    }
  }

  /// Words broken into lines that are at most `width` wide. A word that is too long for one line is broken.
  static func lines(of words: String, within width: Double = narrowest) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    func isTooWide(_ more: Double) -> Bool { used + more > width }
    for word in words.split(separator: " ") {
      let wordWidth = self.width(of: word)
      if !line.isEmpty, isTooWide(self.width(of: " ") + wordWidth) {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if !line.isEmpty {
        line += " "
        used += self.width(of: " ")
      }
      guard isTooWide(wordWidth) else {
        line += word
        used += wordWidth
        continue
      }
      for character in word {
        let characterWidth = self.width(of: String(character))
        if !line.isEmpty, isTooWide(characterWidth) {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += characterWidth
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Words broken into at most `count` lines. If some words do not fit, the last line ends with an ellipsis.
  static func lines(of words: String, within width: Double, atMost count: Int) -> [String] {
    let all = lines(of: words, within: width)
    guard all.count > max(count, 0), var last = all.prefix(max(count, 0)).last else {
      return Array(all.prefix(max(count, 0)))
    }
    while !last.isEmpty, self.width(of: last + "…") > width { last.removeLast() }
    while last.last == " " { last.removeLast() }
    return all.prefix(count - 1) + [last + "…"]
  }

  /// The extent of a tick's label on the narrowest chart in pixels: centred on the tick, or ending at the edge.
  static func tickBox(_ label: String, at position: Double) -> ClosedRange<Double> {
    let width = width(of: label)
    if endsAtEdge(label, at: position) { return (narrowest - width)...narrowest }
    let middle = position / 100 * narrowest
    return (middle - width / 2)...(middle + width / 2)
  }

  /// Whether a tick's label, centred on the tick, would extend beyond the end of the narrowest chart. It then ends at
  /// the edge instead.
  static func endsAtEdge(_ label: String, at position: Double) -> Bool {
    position / 100 * narrowest + width(of: label) / 2 > narrowest
  }
}
