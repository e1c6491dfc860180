import Testing

@testable import SiteGen

@Suite("Markdown that is not CommonMark") struct NotCommonMarkTests {
  /// A note whose marks show the places of the diagnostics.
  @Test(arguments: [
    "«| a | b |»\n|---|---|\n| x | y |", "> «a | b»\n> --- | ---\n> x | y", "Text.\n«| a |»\n|:-:|",
    "A note«[^n]».", "«[^1]»: The note, which is long.", "Text«[^1]».\n\n[^1]: One", "So it was.«^[Or nearly so.]»",
    "- «[ ]» open\n- «[x]» done", "1. «[X]» done", "It is «~~gone~~» today.", "«~~two\nlines~~»",
    "It is «~gone~» today.",
    "## Bridges «{#bridges}»", "*«~~gone~~»*", "- «~~gone~~»", "> «~~gone~~»",
  ])
  func reportsIt(_ marked: String) {
    let marked = MarkedFile("Content/a.md", marked)
    let found = notCommonMark(in: marked.file)
    let (expected, places) = marked.compared(Array(repeating: .notCommonMark, count: marked.spans.count), found)
    #expect(places == expected)
    #expect(found.allSatisfy { $0.remedy != nil && $0.severity == .warning })
  }

  @Test(arguments: [
    "`| a | b |`\n`|---|---|`", "    | a | b |\n    |---|---|", "a | b", "\\| a | b\n---\n", "P(a|b) - |x|",
    "`[^n]`", "\\[^n]", "\\\\[n]", "[a](https://example.org)", "[see below][a]\n\n[a]: https://example.org", "2^[",
    "[^ ]",
    "- [a](https://example.org) done", "- \\[ ] open", "[x] done", "- a [ ] b", "`~~gone~~`", "\\~~gone~~",
    "~~ gone ~~",
    "about ~400 of ~500", "~/a and ~/b", "3~5人,6~8人", "H~2~O", "~~~\ncode\n~~~", "## Sets {a}", "## A `{#b}`", "a {#b}",
    "```\n- [ ] open\n[^n] ~~gone~~\n```", "The cost (~2 %) fell; it is ~3 % now.", "&lbrack;^n]",
  ])
  func acceptsOtherText(_ text: String) {
    let file = SourceFile(path: "Content/a.md", text: text)
    let found = notCommonMark(in: file)
    #expect(found.map(\.message) == [])
  }

  @Test(.long) func findsSeededViolations() throws {
    var trial = RuleTrial(.notCommonMark)
    let words = [
      ("The flood", "12 Häuser"), ("Паводок", "один мост"), ("السيل", "جسران"), ("洪水", "三座桥"), ("सैलाब", "दो पुल"),
    ]
    for (first, second) in words {
      let kinds: [(String, String)] = [
        ("table", "| \(first) | \(second) |\n| --- | ---: |\n| a | b |"),
        ("table", "\(first)|\(second)\n-|-\na|b"), ("table", "- Item\n\n  | \(first) |\n  |---|\n  | \(second) |"),
        ("footnote", "\(first)[^1] and more.\n\n[^1]: \(second), they said."),
        ("footnote", "\(first)[^note].\n\n[^note]: \(second)"),
        ("footnote", "\(first)^[\(second)]."), ("task list", "- [ ] \(first)\n- [x] \(second)"),
        ("task list", "* [X] **\(first)**\n\n  \(second)"), ("strike-through", "\(first) ~~\(second)~~ today."),
        ("strike-through", "**\(first)** ~\(second)~."), ("strike-through", "[\(first) ~~\(second)~~](houses.md)"),
        ("heading name", "## \(first) {#flood}"),
      ]
      for (kind, text) in kinds {
        let site = try #require(ExampleSite.site([.replace(RuleExample.note, "The **old** bridge is gone.", text)]))
        trial.violation(kind, text, buildSite(site).diagnostics)
      }
    }
    trial.cleanSites("blocks of notes and cards") { site in
      (site.dossier.notes.map(\.body) + site.dossier.sources.map(\.body)).reduce(0) { sum, tree in
        sum + tree.nodes.count { [.paragraph, .heading, .codeBlock, .item].contains($0.kind) }
      }
    }
    trial.check()
  }
}

private func notCommonMark(in file: SourceFile) -> [Diagnostic] {
  var found = BoundedDiagnostics(limit: 100)
  notCommonMark(in: MarkdownTree(parsing: file, from: 0), file, &found)
  return found.kept
}
