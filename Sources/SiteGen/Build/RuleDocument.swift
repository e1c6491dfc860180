/// The page docs/rules.md.
public func ruleDocument() -> String {
  let adjustable = Rule.all.filter { $0.isAdjustable && $0.severity == .error }.map { "`\($0.id)`" }
  let head = """
    # The rules

    \(wrapped("""
      `sitegen check` and `sitegen build` check the inputs against these rules. An error stops the site from being \
      made; a warning does not, unless `--strict` is given. `rules:` in sitegen.yaml sets warnings and \
      \(adjustable.joined(separator: ", ")) to `error`, `warning` or `off`; the other rules guard the evidence and \
      cannot be turned off.
      """))

    \(wrapped("""
      This page is the output of `sitegen rules`, made from the rules' own declarations; `make docs` writes it. \
      `sitegen rules NAME` prints one rule. [data.md](data.md) describes the fields of a diagnostic in `--format json` \
      and `sarif`.
      """))

    \(wrapped("""
      The examples come from a site about an invented flood in the town of Marnow. A test runs each of them: the \
      failing example gives this one diagnostic, the corrected example gives none. The site has one seed:
      """))

    > \(RuleExample.seed.split(separator: "\n").joined(separator: "\n> "))

    """
  return Rule.all.reduce(into: head) { $0 += "\n" + section($1) }
}

/// The section of docs/rules.md about one rule; nil if no rule has the name.
public func ruleSection(named name: String) -> String? {
  Rule.all.first { $0.id == name }.map(section)
}

public let ruleNames: [String] = Rule.all.map(\.id)

private func section(_ rule: Rule) -> String {
  """
  ## \(rule.id)

  Severity: \(rule.severity.rawValue)

  \(wrapped(rule.reason))

  \(rule.example.markdown)

  """
}

/// A paragraph in lines of at most 120 code points. A longer word has a line of its own.
private func wrapped(_ paragraph: String) -> String {
  var lines: [String] = []
  var line = ""
  for word in paragraph.split(separator: " ") {
    if !line.isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > 120 {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  return (lines + [line]).joined(separator: "\n")
}
