import Testing

@testable import SiteGen

/// Compares docs/templates.md and the output of `sitegen templates` with the templates and their keys.
@Suite struct TemplateDocsTests {
  @Test func listsTheDeclaredKeysInTheDocs() throws {
    let site = try #require(siteOfExamples(DocumentedSite.files()))
    let page = try fileOfProject("docs/templates.md").contents
    let start = try #require(page.firstRange(of: "## Pages and their keys\n")).lowerBound
    #expect(page[start...] == keyDocument(site)[...], "docs/templates.md is old: run 'make docs'")
  }

  @Test func namesEveryKeyOnce() throws {
    let document = keyDocument(nil)
    for (template, schema) in PageKind.all.map({ ($0.template, $0.schema) }) {
      #expect(document.contains("### \(template)\n"))
      for field in schema.fields {
        let isNamed = document.contains("| `\(field.name)` | ")
        #expect(isNamed, "'\(field.name)' of \(template) is not in the list of keys")
      }
    }
    let headings = document.split(separator: "\n").filter { $0.hasPrefix("### ") }
    #expect(Set(headings).count == headings.count, "two sections have the same name")
    for match in document.matches(of: /\(#([a-z-]+)\)/) {
      let heading = "### " + match.1.split(separator: "-").joined(separator: " ")
      #expect(headings.contains { $0 == heading }, "there is no section '#\(match.1)'")
    }
  }

  @Test func showsExamplesOfNearlyEveryKey() throws {
    let document = keyDocument(try siteOfExamples(DocumentedSite.files()))
    let rows = document.split(separator: "\n").filter { $0.hasPrefix("| `") && !$0.contains("| list") }
    let empty = rows.filter { $0.hasSuffix("|  |") }
    #expect(empty.count * 10 < rows.count, "keys without an example:\n\(empty.joined(separator: "\n"))")
  }

  @Test func givesThePurposeOfEveryFile() {
    for name in templateNames {
      #expect(templatePurpose(of: name)?.isEmpty == false, "\(name) has no comment on its first line")
      #expect(templateList().contains("  \(name)  "))
    }
    #expect(templateBytes(named: "layout") == templateBytes(named: "layout.mustache"))
    #expect(templateBytes(named: "lay") == nil)
  }

  @Test func givesExamplesWhileTemplatesHaveErrors() throws {
    let broken = SourceFile(path: "Templates/note.mustache", text: "{{nobody}}")
    let site = siteOfExamples(try DocumentedSite.files() + [broken])
    #expect(site != nil)
  }
}
