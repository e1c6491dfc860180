/// A diagnostic with lines and columns for printing. Both count from 1, columns in code points; ends are exclusive.
struct LocatedDiagnostic {
  let diagnostic: Diagnostic
  let region: Region
  let notes: [(message: String, region: Region?)]
  /// The region that the diagnostic's fix replaces.
  let fixed: Region?
}

/// A place as lines and columns.
struct Region {
  let place: Place
  let lines: LineIndex
  let line: Int
  let column: Int
  let endLine: Int
  let endColumn: Int

  init(_ place: Place, _ lines: LineIndex) {
    self.place = place
    self.lines = lines
    let end = max(place.span.upperBound, place.span.lowerBound)
    (line, column) = lines.position(of: place.span.lowerBound)
    (endLine, endColumn) = lines.position(of: end)
  }

  var path: String { place.file.path }

  /// The first 160 code points of the text at the place, with each run of white space as one space, and an ellipsis if
  /// there is more; nil if there is no text.
  var words: String? {
    var shown = String.UnicodeScalarView()
    var count = 0
    // Why a prefix: a place can be very long, and 4,096 bytes are enough unless most of them are white space.
    for scalar in place.file.text(place.span.prefix(4096)).unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      if isSpace, shown.last == " " { continue }
      guard count < 160 else {
        shown.append("…")
        break
      }
      shown.append(isSpace ? " " : scalar)
      count += 1
    }
    return shown.isEmpty ? nil : String(shown)
  }

  /// A colon and the words in quotation marks; empty if there are no words.
  var quotedWords: String { words.map { ": \"\($0)\"" } ?? "" }
}

/// Finds the lines and columns of all diagnostics. Diagnostics in the same file share one line index.
func locate(_ diagnostics: [Diagnostic]) -> [LocatedDiagnostic] {
  // Why the byte count: the place of a diagnostic about a whole file has the same path but no bytes.
  struct Key: Hashable {
    let path: String
    let count: Int
  }
  var indexes: [Key: LineIndex] = [:]
  func region(_ place: Place) -> Region {
    let key = Key(path: place.file.path, count: place.file.bytes.count)
    if let known = indexes[key] { return Region(place, known) }
    let lines = LineIndex(place.file)
    indexes[key] = lines
    return Region(place, lines)
  }
  return diagnostics.map { diagnostic in
    LocatedDiagnostic(
      diagnostic: diagnostic, region: region(diagnostic.place),
      notes: diagnostic.notes.map { ($0.message, $0.place.map(region)) }, fixed: diagnostic.fix.map { region($0.place) }
    )
  }
}
