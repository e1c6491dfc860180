/// The text of a cell with an apostrophe before everything that a spreadsheet program would run as a formula.
///
/// A formula starts with `=`, `+`, `-` or `@`, also in their full-width forms, at the start of a cell, after white space
/// or quotation marks. Where the list separator is `;` or a tab, programs split the lines of CSV elsewhere than at the
/// commas: a cell then starts after any of these characters or after a line end.
func guardedForSpreadsheets(_ text: String) -> String {
  var guarded = String.UnicodeScalarView()
  var isStart = true
  if let first = text.unicodeScalars.first, "\t\r\n".unicodeScalars.contains(first) { guarded.append("'") }
  for scalar in text.unicodeScalars {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
      if isStart { guarded.append("'") }
      isStart = false
    case ";", "\t", "\r", "\n": isStart = true
    case "\"", "'": break
    default: isStart = isStart && scalar.properties.isWhitespace
    }
    guarded.append(scalar)
  }
  return String(guarded)
}
