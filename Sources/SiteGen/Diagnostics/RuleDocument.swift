/// docs/rules.md: every rule, in the order of their list.
public func ruleDocument() -> String {
  let adjustable = Rule.allCases.filter { $0.isAdjustable && $0.severity == .error }.map { "`\($0.rawValue)`" }
  let head = """
    # The rules

    \(wrapped("""
      What `sitegen check` and `sitegen build` hold the inputs against. An error stops the site from being made; a \
      warning does not, unless `--strict` is given. `rules:` in sitegen.yaml sets `error`, `warning` or `off` for the \
      warnings and for \(adjustable.joined(separator: ", ")) alone: what guards the evidence cannot be turned off.
      """))

    \(wrapped("""
      This page is what `sitegen rules` prints, made from what each rule says of itself; `sitegen rules NAME` prints \
      one of them. `make docs` writes it. What a finding holds in `--format json` and `sarif` stands in \
      [data.md](data.md).
      """))

    \(wrapped("""
      The examples come from a site on an invented flood in the town of Marnow, and a test runs each of them: it gives \
      that one finding, and none when it is mended. The one seed of that site says:
      """))

    > \(RuleExample.seed.split(separator: "\n").joined(separator: "\n> "))

    """
  return Rule.allCases.reduce(into: head) { $0 += "\n" + section($1) }
}

/// The part of that page on one rule; nil where no rule has the name.
public func ruleSection(named name: String) -> String? {
  Rule(rawValue: name).map(section)
}

/// The identifiers of all rules.
public let ruleNames: [String] = Rule.allCases.map(\.rawValue)

private func section(_ rule: Rule) -> String {
  let declaration = rule.declaration
  return """
    ## \(rule.rawValue)

    Severity: \(declaration.severity.rawValue)

    \(wrapped(declaration.why))

    \(declaration.example.markdown)

    """
}

extension RuleExample {
  /// Both passages as fenced code blocks.
  var markdown: String {
    func fenced(_ text: String) -> String { "```\(language)\n\(text)\n```" }
    return "Fails\(path.map { ", in `\($0)`" } ?? ""):\n\n\(fenced(fails))\n\nMended:\n\n\(fenced(mended))"
  }

  /// The same as plain text.
  var plainText: String {
    "Fails\(path.map { ", in \($0)" } ?? ""):\n\n\(fails)\n\nMended:\n\n\(mended)"
  }
}

/// A paragraph in lines of at most 120 code points; a longer word stands alone.
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
