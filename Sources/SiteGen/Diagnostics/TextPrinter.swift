/// A diagnostic for a terminal: the message, the source line with carets, the notes and the remedy.
func text(of located: LocatedDiagnostic, colours: Bool) -> String {
  let paint = Paint(isOn: colours)
  let diagnostic = located.diagnostic
  let region = located.region
  let severity = diagnostic.severity == .error ? paint.red("error") : paint.yellow("warning")
  var text = paint.bold("\(shownSafely(region.path)):\(region.line):\(region.column):")
  text += " \(severity): \(paint.bold(shownSafely(diagnostic.message))) [\(diagnostic.rule.id)]\n"
  let gutter = gutter(of: region)
  text += excerpt(of: region, paint)
  for note in located.notes {
    text += "\(gutter) = " + shownSafely(note.message)
    if let place = note.region { text += ", " + reference(to: place, in: diagnostic) }
    text += "\n"
  }
  if let remedy = diagnostic.remedy { text += "\(gutter) = \(shownSafely(remedy))\n" }
  return text
}

/// The line on which a place starts, with carets below the place; empty if the file is empty or was not read.
func excerpt(of region: Region) -> String { excerpt(of: region, Paint(isOn: false)) }

private func excerpt(of region: Region, _ paint: Paint) -> String {
  guard let frame = Frame(region) else { return "" }
  let number = String(region.line)
  let gutter = gutter(of: region)
  let padding = String(repeating: " ", count: gutter.utf8.count - number.utf8.count)
  let carets = "^" + String(repeating: "~", count: max(0, frame.width - 1))
  return paint.faint(padding + number + " |") + (frame.line.isEmpty ? "" : " " + frame.line) + "\n"
    + paint.faint(gutter + " |") + " " + String(repeating: " ", count: frame.indent) + paint.green(carets) + "\n"
}

/// Spaces as wide as the line number, at least five.
private func gutter(of region: Region) -> String {
  String(repeating: " ", count: max(5, String(region.line).utf8.count))
}

/// The place of a note, `path:line: "the words"`. Words that the diagnostic's message quotes are left out.
private func reference(to region: Region, in diagnostic: Diagnostic) -> String {
  let start = "\(shownSafely(region.path)):\(region.line)"
  guard let words = region.words, !diagnostic.message.contains("'\(words)'") else { return start }
  return "\(start): \"\(shownSafely(words))\""
}

/// One line of a file as printed, and the position of the carets in terminal columns.
private struct Frame {
  var line: String
  var indent: Int
  var width: Int

  private static let maxWidth = 100
  private static let ellipsis: Unicode.Scalar = "…"
  /// The maximum number of bytes examined before, in and after the place.
  private static let maxContext = 600

  /// Nil if the file is empty or was not read.
  init?(_ region: Region) {
    let file = region.place.file
    guard !file.bytes.isEmpty else { return nil }
    let span = region.lines.span(ofLine: region.line)
    let from = min(max(region.place.span.lowerBound, span.lowerBound), span.upperBound)
    let to = min(max(region.place.span.upperBound, from), span.upperBound)
    let start = Frame.codePoint(from: max(span.lowerBound, from - Frame.maxContext), to: from, in: file)
    let markedEnd = Frame.codePoint(from: min(to, from + Frame.maxContext), to: to, in: file)
    let end = Frame.codePoint(from: min(span.upperBound, to + Frame.maxContext), to: span.upperBound, in: file)
    let before = Frame.cells(file.text(start..<from), startingAt: 0)
    let marked = Frame.cells(file.text(from..<markedEnd), startingAt: before.width)
    let after = Frame.cells(file.text(to..<end), startingAt: before.width + marked.width)
    (line, indent, width) = Frame.clipped(
      Part(cells: before.cells, isWhole: start == span.lowerBound), Part(cells: marked.cells, isWhole: markedEnd == to),
      Part(cells: after.cells, isWhole: end == span.upperBound))
  }

  /// The start of the first code point at or after `start`, at most `end`.
  private static func codePoint(from start: Int, to end: Int, in file: SourceFile) -> Int {
    var index = start
    while index < end, file.bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private typealias Cell = (scalar: Unicode.Scalar, width: Int)

  private struct Part {
    let cells: [Cell]
    /// Whether no cells of the part were left out.
    let isWhole: Bool
  }

  /// The cells of a text and their width. Tabs become spaces up to the next multiple of four.
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

  /// Cuts a long line to the marked text and its surroundings.
  private static func clipped(
    _ before: Part, _ marked: Part, _ after: Part
  ) -> (line: String, indent: Int, width: Int) {
    let cells = before.cells + marked.cells + after.cells
    guard width(cells) > maxWidth || !before.isWhole || !marked.isWhole || !after.isWhole else {
      return (words(cells), width(before.cells), width(marked.cells))
    }
    let middle = taken(marked.cells[...], atMost: maxWidth * 7 / 10)
    let isMiddleCut = !marked.isWhole || middle.count < marked.cells.count
    var left = maxWidth - width(middle)
    // Two thirds of the remaining width go before the marked text, or more if the text after it is short.
    let most = max(left * 2 / 3, left - width(after.cells))
    let head = Array(taken(before.cells.reversed()[...], atMost: most).reversed())
    let isHeadCut = !before.isWhole || head.count < before.cells.count
    left -= width(head)
    let tail = isMiddleCut ? [] : taken(after.cells[...], atMost: left)
    var line = String.UnicodeScalarView()
    if isHeadCut { line.append(ellipsis) }
    line.append(contentsOf: (head + middle + tail).map(\.scalar))
    if isMiddleCut || !after.isWhole || tail.count < after.cells.count { line.append(ellipsis) }
    return (String(line), width(head) + (isHeadCut ? 1 : 0), width(middle))
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

/// Terminal colours (ECMA-48), if they are on.
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
