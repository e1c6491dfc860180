import Testing

@testable import SiteGen

/// Holds what the rules say of themselves against what they do.
@Suite struct RuleDocsTests {
  @Test func standsInTheDocsAsDeclared() throws {
    #expect(try fileOfProject("docs/rules.md").contents == ruleDocument(), "docs/rules.md is old: run 'make docs'")
  }

  @Test func hasASiteForTheExamplesWithoutAFinding() throws {
    let site = try #require(ExampleSite.site([]))
    #expect(printed(buildSite(site).diagnostics).isEmpty)
  }

  @Test(arguments: Rule.allCases)
  func findsItsExampleAndNothingElse(_ rule: Rule) throws {
    let example = rule.declaration.example
    #expect(example.fails != example.mended)
    let mendedSite = try #require(ExampleSite.site(ExampleSite.given(rule) + ExampleSite.files(rule).mended))
    #expect(printed(buildSite(mendedSite).diagnostics) == "", "the mended example of '\(rule.rawValue)'")

    var edits = ExampleSite.given(rule) + ExampleSite.files(rule).fails
    if let path = example.path {
      let file = try #require(mendedSite.first { $0.path == path }, "the example site has no \(path)")
      edits.append(
        try #require(
          ExampleSite.spoiling(example, in: file), "the mended example of '\(rule.rawValue)' does not stand in \(path)")
      )
    }
    let built = buildSite(try #require(ExampleSite.site(edits)))
    #expect(
      built.diagnostics.map(\.rule) == [rule],
      "the failing example of '\(rule.rawValue)':\n\(printed(built.diagnostics))")
    #expect(built.diagnostics.allSatisfy { $0.severity == rule.severity })
    #expect((built.value == nil) == (rule.severity == .error))
  }

  @Test func saysWhichRulesMayBeSet() throws {
    let adjustable = Rule.allCases.filter(\.isAdjustable)
    #expect(adjustable.filter { $0.severity == .error } == [.brokenLink])
    #expect(Rule.allCases.filter { $0.severity == .warning }.allSatisfy(adjustable.contains))
    #expect(ruleDocument().contains("for the warnings and for\n`broken-link` alone"))
  }

  @Test func printsOneRule() throws {
    let section = try #require(ruleSection(named: "raw-html"))
    #expect(section.hasPrefix("## raw-html\n\nSeverity: error\n\n"))
    #expect(ruleDocument().contains(section))
    #expect(ruleSection(named: "raw-htm") == nil)
  }

  private func printed(_ diagnostics: [Diagnostic]) -> String {
    formatted(sortedForPrinting(diagnostics), as: .text)
  }
}
