/// The forms in which findings are printed.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text, json, sarif, github
}

/// Sorted findings as text in one of the formats, line ends included; `colours` matters to `text` alone.
public func formatted(_ diagnostics: [Diagnostic], as format: DiagnosticFormat, colours: Bool = false) -> String {
  let located = locate(diagnostics)
  return switch format {
  case .text: located.map { text(of: $0, colours: colours) }.joined()
  case .json: json(of: located)
  case .sarif: sarif(of: located)
  case .github: located.map(githubAnnotation).joined()
  }
}
