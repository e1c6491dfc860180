public enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text, json, sarif, github
}

/// Formats sorted diagnostics, with line ends. `colours` affects only `text`.
public func formatted(_ diagnostics: [Diagnostic], as format: DiagnosticFormat, colours: Bool = false) -> String {
  let located = locate(diagnostics)
  return switch format {
  case .text: located.map { text(of: $0, colours: colours) }.joined()
  case .json: json(of: located)
  case .sarif: sarif(of: located, rules: Rule.all)
  case .github: located.map(githubAnnotation).joined()
  }
}
