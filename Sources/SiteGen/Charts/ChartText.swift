/// The width of words in charts and social cards, estimated without a font. The estimate tends to be too wide rather than too narrow.
enum ChartText {
  /// The font size for which widths are estimated, in pixels.
  static let size = 14.0

  /// The width of a line in a font size.
  static func width(of line: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
    width(of: line) * size / self.size * (isBold ? boldWidening : 1)
  }

  /// Words in a font size, broken into lines that are at most `width` wide.
  static func lines(of words: String, size: Double, isBold: Bool = false, within width: Double) -> [String] {
    lines(of: words, within: width * self.size / size / (isBold ? boldWidening : 1))
  }

  /// The width of bold words relative to plain ones, measured for DejaVu, the widest font that may be available.
  private static let boldWidening = 1.09

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
  static func lines(of words: String, within width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    func isTooWide(_ more: Double) -> Bool { used + more > width }
    for word in words.split(separator: " ") {
      let wordWidth = self.width(of: word)
      if !line.isEmpty, isTooWide(self.width(of: " ") + wordWidth) {
        // Why: "9" at the end of a line is not read as part of "9 January".
        let last = line.split(separator: " ").last ?? ""
        let kept = line.dropLast(last.count + 1)
        let moved = self.width(of: last)
        let isNumber = last.last?.isNumber == true && moved + self.width(of: " ") + wordWidth <= width
        let takesAlong = isNumber && !kept.isEmpty
        lines.append(takesAlong ? String(kept) : line)
        (line, used) = takesAlong ? (String(last), moved) : ("", 0)
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
}
