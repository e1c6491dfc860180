import Testing

@testable import SiteGen

/// Checks the declarations of the rules against the files that hold them, the docs and what the rules report.
@Suite struct RuleDocsTests {
  @Test func listsEveryDeclaredRuleOnce() throws {
    let declared = try declarations()
    #expect(declared.map(\.id).sorted() == ruleNames.sorted(), "Rule.all in Build/Rules.swift lists other rules")
    for rule in declared {
      let name = rule.id.replacing("-", with: "")
      #expect(rule.name.lowercased() == name, "\(rule.path) calls the rule '\(rule.id)' '\(rule.name)'")
    }
  }

  @Test func namesEachFileOfTheRulesFolderAfterItsRule() throws {
    let declared = try declarations()
    for file in try filesOfProject(below: "Sources/SiteGen/Evidence/Rules") {
      let names = declared.filter { $0.path == file.path }.map { $0.name.lowercased() + ".swift" }
      #expect(
        names == [file.name.lowercased()], "\(file.path) must declare the rule that it is named after, and no other")
    }
  }

  @Test func writesTheDocsFromTheDeclarations() throws {
    #expect(try fileOfProject("docs/rules.md").contents == ruleDocument(), "docs/rules.md is outdated: run 'make docs'")
  }

  @Test func reportsNothingInTheSiteOfTheExamples() throws {
    let site = try #require(ExampleSite.site([]))
    #expect(printed(buildSite(site).diagnostics).isEmpty)
  }

  @Test(arguments: Rule.all)
  func reportsItsFailingExampleAndNothingElse(_ rule: Rule) throws {
    let example = rule.example
    #expect(example.failing != example.corrected)
    let correctedSite = try #require(ExampleSite.site(ExampleSite.given(rule) + ExampleSite.files(rule).corrected))
    #expect(printed(buildSite(correctedSite).diagnostics) == "", "the corrected example of '\(rule.id)'")

    var edits = ExampleSite.given(rule) + ExampleSite.files(rule).failing
    if let path = example.path {
      let file = try #require(correctedSite.first { $0.path == path }, "the example site has no \(path)")
      edits.append(
        try #require(
          ExampleSite.spoiling(example, in: file), "the corrected example of '\(rule.id)' is not in \(path)"))
    }
    let built = buildSite(try #require(ExampleSite.site(edits)))
    #expect(
      built.diagnostics.map(\.rule) == [rule], "the failing example of '\(rule.id)':\n\(printed(built.diagnostics))")
    #expect(built.diagnostics.allSatisfy { $0.severity == rule.severity })
    #expect((built.value == nil) == (rule.severity == .error))
  }

  @Test func saysWhichRulesAreAdjustable() throws {
    let adjustable = Rule.all.filter(\.isAdjustable)
    #expect(adjustable.filter { $0.severity == .error } == [.brokenLink])
    #expect(Rule.all.filter { $0.severity == .warning }.allSatisfy(adjustable.contains))
    #expect(ruleDocument().replacing("\n", with: " ").contains("sets warnings and `broken-link` to"))
  }

  @Test func printsOneRule() throws {
    let section = try #require(ruleSection(named: "raw-html"))
    #expect(section.hasPrefix("## raw-html\n\nSeverity: error\n\n"))
    #expect(ruleDocument().contains(section))
    #expect(ruleSection(named: "raw-htm") == nil)
  }

  /// Each declaration of a rule in the source.
  private func declarations() throws -> [(path: String, name: String, id: String)] {
    try filesOfProject(below: "Sources/SiteGen").filter { $0.path.hasSuffix(".swift") }.flatMap { file in
      file.contents.matches(of: /static let (\w+) = Rule\(\s*"([a-z-]+)"/).map {
        (file.path, String($0.1), String($0.2))
      }
    }
  }

  private func printed(_ diagnostics: [Diagnostic]) -> String {
    formatted(sortedForPrinting(diagnostics), as: .text)
  }
}
