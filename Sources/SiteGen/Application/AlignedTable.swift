extension DataTable {
  /// Some columns for a terminal: a header, then one line for each row. White space in a cell becomes one space, and a cell
  /// of more than 60 columns is cut, except in the last column.
  func aligned(_ names: [String]) -> [UInt8] {
    let shown = names.compactMap { name in columns.first { $0.name == name } }
    let cells = [shown.map(\.csvName)] + rows().map { row in shown.map { oneLine(self.text(of: $0.read(row))) } }
    var widths = shown.map { _ in 0 }
    for row in cells {
      for (column, cell) in row.enumerated() { widths[column] = min(max(widths[column], width(of: cell)), 60) }
    }
    var text = ""
    for row in cells {
      var line = ""
      for (column, cell) in row.enumerated() {
        guard column + 1 < row.count else {
          line += cell
          break
        }
        let shown = cut(cell, to: 60)
        line += shown + String(repeating: " ", count: widths[column] - width(of: shown) + 2)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return Array(text.utf8)
  }
}

private func oneLine(_ text: String) -> String {
  shownSafely(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
}

/// In columns of a terminal.
private func width(of text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + displayWidth($1) } }

/// The text, with an ellipsis in place of what would exceed a width.
private func cut(_ text: String, to limit: Int) -> String {
  guard width(of: text) > limit else { return text }
  var kept = String.UnicodeScalarView()
  var width = 0
  for scalar in text.unicodeScalars {
    width += displayWidth(scalar)
    guard width < limit else { break }
    kept.append(scalar)
  }
  return String(kept) + "…"
}
