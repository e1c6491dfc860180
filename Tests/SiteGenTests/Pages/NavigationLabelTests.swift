import Testing

@testable import SiteGen

/// `short`, the label of a page in the navigation and the home page's list of topics, and `title_by: editor`.
@Suite struct NavigationLabelTests {
  private func files(short: String) -> [SourceFile] {
    Flood.files.filter { !$0.path.hasPrefix("Content/images") && $0.path != "Templates/page.mustache" }.map { file in
      SourceFile(
        path: file.path,
        text: file.text.replacing("title: Houses\n", with: "title: Houses of Marnow\nshort: \(short)\n")
          .replacing("title: The river Ela rose\n", with: "title: The river Ela rose\ntitle_by: editor\n")
          .replacing("share: 60%", with: "share: 100%"))
    }
  }

  @Test func isUsedInTheNavigationAndTheListOfTopicsAndNowhereElse() throws {
    let built = BuiltFiles(files(short: "Houses"))
    try #require(!built.paths.isEmpty, "\(built.printedDiagnostics)")
    let home = built.text("index.html")
    #expect(home.matches(of: #/<li><a href="houses.html">Houses</a></li>/#).count == 2, "navigation and footer")
    #expect(home.contains("<h3><a href=\"houses.html\">Houses</a></h3>"), "list of topics")
    #expect(built.text("houses.html").contains("<h1>Houses of Marnow</h1>"))
    let question = built.text("questions/bridge.html")
    #expect(question.contains("<li><a href=\"../houses.html\">Houses</a></li>\n</ol>"), "breadcrumbs")
  }

  @Test func cannotHaveANumberWithoutASource() {
    let found = buildSite(files(short: "44 houses")).diagnostics
    #expect(found.map(\.rule) == [.unsourcedNumber], "\(found.map(\.message))")
  }

  @Test func saysWhoGaveTheTitle() {
    let built = BuiltFiles(files(short: "Houses"))
    #expect(built.text("sources/ela.html").contains("<dd>given by the editors; the report has none</dd>"))
    #expect(built.text("data/sources.json").contains("\"title_by\": \"editor\""))
    let others = BuiltFiles(
      built.inputs.map { SourceFile(path: $0.path, text: $0.contents.replacing("title_by: editor\n", with: "")) })
    #expect(others.text("sources/ela.html").contains("<h1>“The river Ela rose”</h1>"))
    #expect(!others.text("sources/ela.html").contains("given by the editors"))
    #expect(others.text("data/sources.json").contains("\"title_by\": null"))
  }
}
