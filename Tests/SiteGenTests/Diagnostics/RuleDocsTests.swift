import Testing

@testable import SiteGen

/// Holds docs/rules.md against the list of rules.
@Suite struct RuleDocsTests {
  @Test func hasOneSectionForEachRuleInOrder() throws {
    let documented = try sections().map(\.title)
    for rule in Rule.allCases {
      #expect(documented.contains(rule.rawValue), "docs/rules.md has no section '## \(rule.rawValue)'")
    }
    for title in documented {
      #expect(Rule(rawValue: title) != nil, "docs/rules.md has a section '\(title)', and there is no such rule")
    }
    #expect(documented == Rule.allCases.map(\.rawValue), "docs/rules.md is not in the order of Rule.swift")
  }

  @Test func givesEachRuleItsSeverity() throws {
    for section in try sections() {
      guard let rule = Rule(rawValue: section.title) else { continue }
      let severities = section.lines.filter { $0.hasPrefix("Severity: ") }
      #expect(
        severities == ["Severity: \(rule.severity.rawValue)"],
        "docs/rules.md: '\(section.title)' must say once 'Severity: \(rule.severity.rawValue)'")
    }
  }

  @Test func showsWhatFailsAndTheSameMended() throws {
    for section in try sections() {
      let fences = section.lines.indices.filter { section.lines[$0].hasPrefix("```") }
      #expect(fences.count == 4, "docs/rules.md: '\(section.title)' must hold two examples, one bad, one mended")
      guard fences.count == 4 else { continue }
      let (bad, mended) = (section.lines[fences[0]...fences[1]], section.lines[fences[2]...fences[3]])
      #expect(Array(bad) != Array(mended), "docs/rules.md: both examples of '\(section.title)' are the same")
      #expect(bad.first == mended.first, "docs/rules.md: the examples of '\(section.title)' are of different languages")
      let words = section.lines[..<fences[0]].filter { !$0.isEmpty && !$0.hasPrefix("Severity:") }
      #expect(!words.isEmpty, "docs/rules.md: '\(section.title)' does not say what it finds and why")
    }
  }

  @Test func saysWhichRulesMayBeSet() throws {
    let text = try fileOfProject("docs/rules.md").contents
    let adjustable = Rule.allCases.filter { $0.isAdjustable && $0.severity == .error }.map(\.rawValue)
    #expect(adjustable == ["broken-link"], "docs/rules.md says that broken-link is the only error that may be set")
    #expect(text.contains("for the warnings and for `broken-link`"), "docs/rules.md does not say what `rules:` may set")
  }

  private func sections() throws -> [(title: String, lines: [String])] {
    var sections: [(title: String, lines: [String])] = []
    for line in try fileOfProject("docs/rules.md").contents.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        sections.append((String(line.dropFirst(3)), []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(String(line))
      }
    }
    return sections
  }
}
