/// A finding with its lines and columns, as every printed form needs them: from 1, columns in code points, ends
/// exclusive.
struct LocatedDiagnostic {
  let diagnostic: Diagnostic
  let region: Region
  let notes: [(message: String, region: Region?)]
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
    for scalar in place.file.text(place.span).unicodeScalars {
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

/// Finds the lines and columns of all findings; each run of findings in one file shares its index.
func locate(_ diagnostics: [Diagnostic]) -> [LocatedDiagnostic] {
  var indexes: [String: (bytes: Int, lines: LineIndex)] = [:]
  func region(_ place: Place) -> Region {
    // Why the count as well: a finding about a whole file comes without its bytes.
    if let known = indexes[place.file.path], known.bytes == place.file.bytes.count {
      return Region(place, known.lines)
    }
    let lines = LineIndex(place.file)
    indexes[place.file.path] = (place.file.bytes.count, lines)
    return Region(place, lines)
  }
  return diagnostics.map { diagnostic in
    LocatedDiagnostic(
      diagnostic: diagnostic, region: region(diagnostic.place),
      notes: diagnostic.notes.map { ($0.message, $0.place.map(region)) })
  }
}
