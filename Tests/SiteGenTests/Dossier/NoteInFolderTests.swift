import Testing

@testable import SiteGen

@Suite("Notes in folders") struct NoteInFolderTests {
  @Test(arguments: [
    ("Content/rivers/bridges.md", "move it to Content/bridges.md"),
    ("Content/rivers/index.md", "move it to Content/rivers.md"),
    ("Content/rivers/river.md", "move it to Content/rivers-river.md"),
    ("Content/rivers/search.md", "move it to Content/rivers-search.md"),
    ("Content/a/b/Bridges.MD", "move it to Content/bridges.md"),
    ("Content/images/notes.md", "move it to Content/notes.md"),
    ("Content/sources/2031/second.md", "move it to Content/sources/second.md"),
    ("Content/sources/2031/2031-05-04-mayor.md", "move it to Content/sources/2031-2031-05-04-mayor.md"),
    ("Content/Мосты/мост.md", "move it to Content/, and name it with \(identifierRule), and '.md'"),
  ])
  func namesAFreePlace(_ path: String, _ remedy: String) throws {
    let text = "---\ntitle: Bridges\nquestions:\n  b: {asks: How many?, label: B, unit: bridges, counts: event}\n---\n"
    let site = try #require(ExampleSite.site([.write(path, text)]))
    let found = buildSite(site)
    #expect(found.value == nil)
    #expect(found.diagnostics.map(\.rule) == [.noteInFolder])
    #expect(found.diagnostics.first?.place.file.path == path)
    #expect(found.diagnostics.first?.remedy == remedy)
  }

  @Test(
    "reports nothing else about a note that moved into a folder",
    arguments: [
      (RuleExample.topic, "Content/rivers/houses.md"), (RuleExample.note, "Content/rivers/river.md"),
      (RuleExample.card, "Content/sources/2031/2031-05-04-mayor.md"),
    ])
  func reportsOnlyTheCause(_ path: String, _ moved: String) throws {
    let site = try #require(ExampleSite.site([])).map { file in
      file.path == path ? SourceFile(path: moved, bytes: file.bytes) : file
    }
    let found = buildSite(site).diagnostics
    #expect(found.map(\.rule) == [.noteInFolder], "\(formatted(sortedForPrinting(found), as: .text))")
  }

  @Test(.long) func findsSeededViolations() throws {
    var trial = RuleTrial(.noteInFolder)
    let folders = ["rivers", "2031", "Über uns", "новости", "ملاحظات", "笔记", "a/b/c", "images", "cards", "sources/old"]
    let names = ["bridges.md", "index.md", "README.md", "мост.md", "Second.MD", "second.markdown"]
    for folder in folders {
      for name in names {
        let path = "Content/\(folder)/\(name)"
        let site = try #require(ExampleSite.site([.write(path, "---\ntitle: Bridges\n---\nWords.\n")]))
        trial.violation(folder.contains("/") ? "deeper" : "one folder", path, buildSite(site).diagnostics)
      }
    }
    trial.cleanSites("files") { $0.inputs.count }
    let others = (0..<200).map {
      "Content/\($0 % 2 == 0 ? "images" : ".drafts")/picture-\($0).\($0 % 2 == 0 ? "png" : "md")"
    }
    let site = try #require(ExampleSite.site(others.map { .write($0, "x") }))
    trial.clean("pictures and hidden files", others.count, buildSite(site).diagnostics)
    trial.check()
  }
}
