public enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text, json, sarif, github
}

/// Sorted diagnostics as text, line ends included; `colours` matters only to `text`.
public func formatted(_ diagnostics: [Diagnostic], as format: DiagnosticFormat, colours: Bool = false) -> String {
  let located = locate(diagnostics)
  return switch format {
  case .text: located.map { text(of: $0, colours: colours) }.joined()
  case .json: json(of: located)
  case .sarif: sarif(of: located, rules: Rule.all)
  case .github: located.map(githubAnnotation).joined()
  }
}
