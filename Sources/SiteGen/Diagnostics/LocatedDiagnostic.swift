/// A finding with its lines and columns, as every printed form needs them: from 1, columns in code points, ends
/// exclusive.
struct LocatedDiagnostic {
  let diagnostic: Diagnostic
  let region: Region
  let notes: [(message: String, region: Region?)]
  /// Where the diagnostic's fix changes a file.
  let fixed: Region?
}

/// A place as a person finds it.
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

  /// The first 160 code points of the words that stand there, with single blanks; nil where there are none.
  var words: String? {
    var shown = String.UnicodeScalarView()
    var count = 0
    // Why: more bytes than these are not shown, however long the place is.
    for scalar in place.file.text(place.span.prefix(4096)).unicodeScalars {
      let isBlank = scalar.properties.isWhitespace
      if isBlank, shown.last == " " { continue }
      guard count < 160 else {
        shown.append("…")
        break
      }
      shown.append(isBlank ? " " : scalar)
      count += 1
    }
    return shown.isEmpty ? nil : String(shown)
  }
}

/// Finds the lines and columns of all findings; all findings in one file share its index.
func locate(_ diagnostics: [Diagnostic]) -> [LocatedDiagnostic] {
  // Why the count as well: a finding about a whole file comes without its bytes.
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
