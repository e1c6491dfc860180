import Testing

@testable import SiteGen

/// The diagnostics of one mistake in the example site: the rules, each with its file.
@Suite struct CauseTests {
  @Test(
    arguments: [
      // Nothing else is reported about a file that cannot be read, or about its possible content.
      (
        RuleExample.card, "title: Marnow", "title: Marnow: x\ntitle2: [",
        ["Content/sources/2031-05-04-mayor.md yaml-error"]
      ),
      (RuleExample.card, "claims:\n", "claims:\n\t- x\n", ["Content/sources/2031-05-04-mayor.md yaml-error"]),
      (RuleExample.card, "---\nseed", "seed", ["Content/sources/2031-05-04-mayor.md wrong-value"]),
      (RuleExample.card, "seed: mayor.txt", "sed: mayor.txt", ["Content/sources/2031-05-04-mayor.md unknown-key"]),
      (RuleExample.card, "recorded: 2031-05-06\n", "", ["Content/sources/2031-05-04-mayor.md wrong-value"]),
      (RuleExample.card, "claims:\n", "claim:\n", ["Content/sources/2031-05-04-mayor.md unknown-key"]),
      (RuleExample.topic, "title: \"Houses: what was lost\"", "title: Houses: what", ["Content/houses.md yaml-error"]),
      (RuleExample.topic, "questions:", "question:", ["Content/houses.md unknown-key"]),
      (
        RuleExample.topic, "  houses-lost:", "  house-lost:",
        [
          "Content/river.md unknown-question", "Content/river.md unknown-question",
          "Content/sources/2031-05-04-mayor.md unknown-question",
        ]
      ),
      (RuleExample.topic, "unit: houses", "unti: houses", ["Content/houses.md unknown-key"]),
      ("Content/speakers.yaml", "mayor:\n", "mayor\n", ["Content/speakers.yaml yaml-error"]),
      ("Content/speakers.yaml", "name:", "nmae:", ["Content/speakers.yaml unknown-key"]),
      ("sitegen.yaml", "title: The flood", "title: [The flood", ["sitegen.yaml yaml-error"]),
      ("sitegen.yaml", "language: en", "language: English language", ["sitegen.yaml wrong-value"]),
      ("sitegen.yaml", "longest: 60", "longest: sixty", ["sitegen.yaml wrong-value"]),
      ("sitegen.yaml", "quotations:", "quotation:", ["sitegen.yaml unknown-key"]),
      ("sitegen.yaml", "share: 100%", "share: all", ["sitegen.yaml wrong-value"]),
      ("seeds/mayor.txt", "The river", "The River", ["Content/sources/2031-05-04-mayor.md seed-changed"]),
      ("seeds/mayor.txt", "The river", "\u{0}The river", ["seeds/mayor.txt seed-unreadable"]),
      (RuleExample.note, "---\ntitle: The river\n---\n", "", ["Content/river.md wrong-value"]),
      (RuleExample.note, "(question:houses-lost).", "(question:houses-lots).", ["Content/river.md unknown-question"]),
    ] as [(String, String, String, [String])])
  func givesOneDiagnostic(_ path: String, _ passage: String, _ instead: String, _ expected: [String]) throws {
    let site = try #require(ExampleSite.site([.replace(path, passage, instead)]))
    let found = sortedForPrinting(buildSite(site).diagnostics)
    #expect(
      found.map { "\($0.place.file.path) \($0.rule.id)" } == expected, "\(formatted(found, as: .text))")
  }

  /// Missing and unusable files.
  @Test(
    arguments: [
      (["seeds/mayor.txt"], ["Content/sources/2031-05-04-mayor.md source-without-seed"]),
      (["Content/speakers.yaml"], ["Content/speakers.yaml project-incomplete"]),
      ([RuleExample.topic, RuleExample.card, RuleExample.note, "seeds/mayor.txt"], []),
      (["Content/images/bridge.png"], ["Content/river.md broken-link"]),
      (["sitegen.yaml"], ["sitegen.yaml project-incomplete"]),
    ] as [([String], [String])])
  func reportsAMissingFileOnce(_ paths: [String], _ expected: [String]) throws {
    let site = try #require(ExampleSite.site([])).filter { !paths.contains($0.path) }
    let found = sortedForPrinting(buildSite(site).diagnostics)
    #expect(
      found.map { "\($0.place.file.path) \($0.rule.id)" } == expected, "\(formatted(found, as: .text))")
  }

  @Test(arguments: ["{{#a}}", "{{a}}", "{{> nothing}}"])
  func reportsABrokenTemplateOnce(_ template: String) throws {
    let site = try #require(ExampleSite.site([.write("Templates/note.mustache", template)]))
    #expect(buildSite(site).diagnostics.map(\.rule) == [.templateError])
  }
}

/// The effects of `rules:` in sitegen.yaml.
@Suite struct RuleSettingTests {
  private func found(_ rule: Rule, set setting: String) throws -> [Diagnostic] {
    let example = rule.example
    var edits = ExampleSite.given(rule) + ExampleSite.files(rule).failing
    if let path = example.path {
      let file = try #require(ExampleSite.site(edits)?.first { $0.path == path })
      edits.append(try #require(ExampleSite.spoiling(example, in: file)))
    }
    edits.append(.replace("sitegen.yaml", "quotations:", "rules: {\(rule.id): \(setting)}\nquotations:"))
    return sortedForPrinting(buildSite(try #require(ExampleSite.site(edits))).diagnostics)
  }

  @Test(arguments: Rule.all.filter(\.isAdjustable))
  func setsTheSeverityOfAdjustableRules(_ rule: Rule) throws {
    #expect(
      try found(rule, set: "error").map { [$0.rule.id, $0.severity.rawValue] } == [[rule.id, "error"]])
    #expect(
      try found(rule, set: "warning").map { [$0.rule.id, $0.severity.rawValue] } == [[rule.id, "warning"]])
    #expect(try found(rule, set: "off").isEmpty)
  }

  @Test(arguments: Rule.all.filter { !$0.isAdjustable }, ["error", "warning", "off"])
  func rejectsSettingOtherRules(_ rule: Rule, _ setting: String) throws {
    let settings = "title: A\nlanguage: en\nrules: {\(rule.id): \(setting)}\n"
    let found = readSettings(SourceFile(path: "sitegen.yaml", text: settings), rules: Rule.all)
    #expect(found.diagnostics.map(\.rule) == [.wrongValue])
    #expect(found.value?.severities.isEmpty == true)
  }
}
