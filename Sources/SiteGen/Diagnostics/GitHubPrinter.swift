/// A workflow command for GitHub Actions, which shows the diagnostic next to its line.
func githubAnnotation(_ located: LocatedDiagnostic) -> String {
  let diagnostic = located.diagnostic
  let region = located.region
  var properties = "file=\(escaped(shownSafely(region.path), isProperty: true)),line=\(region.line)"
  // Why: GitHub accepts an end column only if start and end are on one line, and that column is inclusive.
  if region.line == region.endLine {
    properties += ",col=\(region.column),endColumn=\(max(region.column, region.endColumn - 1))"
  } else {
    properties += ",endLine=\(region.endLine),col=\(region.column)"
  }
  let notes = located.notes.map { note in
    note.region.map { "\(note.message), \($0.path):\($0.line)\($0.quotedWords)" } ?? note.message
  }
  let parts = [diagnostic.message] + notes + [diagnostic.remedy].compactMap { $0 }
  let words = parts.map(shownSafely).joined(separator: "\n")
  return "::\(diagnostic.severity.rawValue) \(properties),title=\(diagnostic.rule.id)::\(escaped(words))\n"
}

private func escaped(_ text: String, isProperty: Bool = false) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "%": result.append(contentsOf: "%25".unicodeScalars)
    case "\r": result.append(contentsOf: "%0D".unicodeScalars)
    case "\n": result.append(contentsOf: "%0A".unicodeScalars)
    case ":" where isProperty: result.append(contentsOf: "%3A".unicodeScalars)
    case "," where isProperty: result.append(contentsOf: "%2C".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}
