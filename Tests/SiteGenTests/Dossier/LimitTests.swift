import Testing

@testable import SiteGen

@Suite("Limits") struct LimitTests {
  @Test(arguments: Limits.all) func isInTheTable(_ limit: Limit) throws {
    let page = try DocumentedSite.page()
    let unit = limit.unit == 1 ? "" : " MB"
    let row =
      "| \(limit.subject) | \(grouped(limit.standard))\(unit) | `\(limit.key)` | \(grouped(limit.most))\(unit) |"
    #expect(page.contains(Substring(row)), "docs/inputs.md has no row\n\(row)")
  }

  @Test(arguments: Limits.all) func acceptsTheHighestValueAndNoHigher(_ limit: Limit) throws {
    func settings(_ value: Int) -> Checked<Settings?> {
      let text = "title: A\nlanguage: en\nlimits: {\(limit.key): \(value)}\n"
      return readSettings(SourceFile(path: "sitegen.yaml", text: text), rules: Rule.all)
    }
    let highest = settings(limit.most)
    #expect(highest.diagnostics.map(\.message) == [])
    #expect(highest.value?.limits[keyPath: limit.path] == limit.most * limit.unit)
    #expect(settings(limit.most + 1).diagnostics.map(\.rule) == [.wrongValue])
    #expect(settings(0).diagnostics.map(\.rule) == [.wrongValue])
  }

  @Test(arguments: [("yaml_depth", 65, 64), ("yaml_depth", 200, 199)])
  func readsDeepYAMLIfTheSiteAllowsIt(_ key: String, _ depth: Int, _ least: Int) throws {
    let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    func messages(_ limit: Int) throws -> [String] {
      let site = try #require(
        ExampleSite.site([
          .replace("sitegen.yaml", "quotations:", "limits: {\(key): \(limit)}\nquotations:"),
          .replace(RuleExample.note, "title: The river", "title: The river\nsummary: \(nested)"),
        ]))
      return buildSite(site).diagnostics.filter { $0.rule == .yamlError }.map(\.message)
    }
    #expect(try messages(least - 1) == ["lists and mappings are nested \(least) deep, but the limit is \(least - 1)"])
    #expect(try messages(min(depth + 1, 200)).isEmpty)
  }

  @Test func callsDeepTemplatesWithoutOverflowingTheStack() {
    let limit = Limits.all.first { $0.key == "template_depth" }
    var limits = Limits.standard
    limits.templateDepth = limit?.most ?? 0
    let depth = limits.templateDepth
    let tags = String(repeating: "{{#a}}", count: depth) + String(repeating: "{{/a}}", count: depth)
    let files = (0..<3).map { level in
      SourceFile(
        path: "p\(level).mustache",
        text: level < 2 ? tags.replacing("{{#a}}{{/a}}", with: "{{#a}}{{>p\(level + 1)}}{{/a}}") : tags)
    }
    let set = TemplateSet.parsing(files, limits)
    #expect(set.diagnostics.isEmpty)
    let compiled = set.value.compile(template: "p0.mustache", Schema([.init("a", .flag)]))
    #expect(
      compiled.diagnostics.map(\.message) == [
        "the tags of templates that call each other are nested \(depth * 5 / 2 + 1) deep, but the limit is \(depth * 5 / 2)"
      ])
  }
}
