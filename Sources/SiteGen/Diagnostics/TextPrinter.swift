/// A finding in the form that design.md gives: one line, the source line with carets, then notes and what to do.
func text(of located: LocatedDiagnostic, colours: Bool) -> String {
  let paint = Paint(isOn: colours)
  let diagnostic = located.diagnostic
  let region = located.region
  let severity = diagnostic.severity == .error ? paint.red("error") : paint.yellow("warning")
  var text = paint.bold("\(shownSafely(region.path)):\(region.line):\(region.column):")
  text += " \(severity): \(paint.bold(shownSafely(diagnostic.message))) [\(diagnostic.rule.rawValue)]\n"
  let number = String(region.line)
  let gutter = String(repeating: " ", count: max(5, number.utf8.count))
  if let frame = Frame(region) {
    let padding = String(repeating: " ", count: gutter.utf8.count - number.utf8.count)
    text += paint.faint(padding + number + " |") + (frame.line.isEmpty ? "" : " " + frame.line) + "\n"
    let carets = "^" + String(repeating: "~", count: max(0, frame.width - 1))
    text += paint.faint(gutter + " |") + " " + String(repeating: " ", count: frame.indent) + paint.green(carets) + "\n"
  }
  for note in located.notes {
    text += "\(gutter) = " + shownSafely(note.message)
    if let place = note.region { text += ", " + reference(to: place, in: diagnostic) }
    text += "\n"
  }
  if let remedy = diagnostic.remedy { text += "\(gutter) = \(shownSafely(remedy))\n" }
  return text
}

/// `path:line: "the words"`, as a note names its place; without words that the finding's message says already.
private func reference(to region: Region, in diagnostic: Diagnostic) -> String {
  let start = "\(shownSafely(region.path)):\(region.line)"
  guard let words = region.words, !diagnostic.message.contains("'\(words)'") else { return start }
  return "\(start): \"\(shownSafely(words))\""
}

/// One line of a file as it is shown, with where in it the carets stand, in columns of the terminal.
private struct Frame {
  var line: String
  var indent: Int
  var width: Int

  private static let widest = 100
  private static let ellipsis: Unicode.Scalar = "…"

  /// Nil where the file was not read.
  init?(_ region: Region) {
    let file = region.place.file
    guard !file.bytes.isEmpty else { return nil }
    let span = region.lines.span(ofLine: region.line)
    let from = min(max(region.place.span.lowerBound, span.lowerBound), span.upperBound)
    let to = min(max(region.place.span.upperBound, from), span.upperBound)
    let before = Frame.cells(file.text(span.lowerBound..<from), startingAt: 0)
    let marked = Frame.cells(file.text(from..<to), startingAt: before.width)
    let after = Frame.cells(file.text(to..<span.upperBound), startingAt: before.width + marked.width)
    (line, indent, width) = Frame.clipped(before.cells, marked.cells, after.cells)
  }

  private typealias Cell = (scalar: Unicode.Scalar, width: Int)

  /// Tabs become blanks up to the next multiple of four.
  private static func cells(_ text: String, startingAt column: Int) -> (cells: [Cell], width: Int) {
    var cells: [Cell] = []
    var width = 0
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        for _ in 0..<(4 - (column + width) % 4) {
          cells.append((" ", 1))
          width += 1
        }
      } else {
        let shown = shownSafely(scalar)
        cells.append((shown, displayWidth(shown)))
        width += displayWidth(shown)
      }
    }
    return (cells, width)
  }

  /// Cuts a long line to what stands around the marked words.
  private static func clipped(
    _ before: [Cell], _ marked: [Cell], _ after: [Cell]
  ) -> (line: String, indent: Int, width: Int) {
    let total = (before + marked + after).reduce(0) { $0 + $1.width }
    guard total > widest else {
      return (words(before + marked + after), width(before), width(marked))
    }
    let middle = taken(marked[...], atMost: widest * 7 / 10)
    let isMiddleCut = middle.count < marked.count
    var left = widest - width(middle)
    // Two thirds of what is left go before the words, unless there is less.
    let head = Array(taken(before.reversed()[...], atMost: max(left * 2 / 3, left - width(after))).reversed())
    left -= width(head)
    let tail = isMiddleCut ? [] : taken(after[...], atMost: left)
    var line = String.UnicodeScalarView()
    if head.count < before.count { line.append(ellipsis) }
    line.append(contentsOf: (head + middle + tail).map(\.scalar))
    if isMiddleCut || tail.count < after.count { line.append(ellipsis) }
    return (String(line), width(head) + (head.count < before.count ? 1 : 0), width(middle))
  }

  private static func taken(_ cells: ArraySlice<Cell>, atMost limit: Int) -> [Cell] {
    var taken: [Cell] = []
    var sum = 0
    for cell in cells {
      guard sum + cell.width <= limit else { break }
      sum += cell.width
      taken.append(cell)
    }
    return taken
  }

  private static func width(_ cells: [Cell]) -> Int { cells.reduce(0) { $0 + $1.width } }

  private static func words(_ cells: [Cell]) -> String {
    String(String.UnicodeScalarView(cells.map(\.scalar)))
  }
}

/// Colours of a terminal (ECMA-48), or none.
private struct Paint {
  let isOn: Bool

  func bold(_ text: String) -> String { wrap("1", text) }
  func red(_ text: String) -> String { wrap("1;31", text) }
  func yellow(_ text: String) -> String { wrap("1;33", text) }
  func green(_ text: String) -> String { wrap("32", text) }
  func faint(_ text: String) -> String { wrap("2", text) }

  private func wrap(_ code: String, _ text: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
