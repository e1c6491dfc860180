import Testing

@testable import SiteGen

@Suite("The theme keys of sitegen.yaml") struct ThemeKeyTests {
  private func built(theme: String, _ files: [SourceFile] = []) -> BuiltFiles {
    BuiltFiles(
      [
        SourceFile(path: "Content/index.md", text: "---\ntitle: Home\n---\n\nWords.\n"),
        SourceFile(path: "sitegen.yaml", text: "title: Bridge\nlanguage: en\ntheme: \(theme)\n"),
      ] + files)
  }

  @Test func setsTheAccentOfBothSchemes() {
    let style = built(theme: "{accent: \"#7a1fa2\"}").text("assets/style.css")
    #expect(style.contains(":root { --accent: #7a1fa2; }"))
    #expect(style.contains("@media screen and (prefers-color-scheme: dark) {\n  :root { --accent: #"))
  }

  @Test func leavesTheStyleAloneWithoutAnAccent() {
    #expect(!built(theme: "{}").text("assets/style.css").contains("The accent of sitegen.yaml"))
  }

  @Test(arguments: [
    ("{accent: teal}", "'teal' is no colour"),
    ("{accent: \"#ffee00\"}", "the contrast of '#ffee00' with white paper is 1.2:1, and text needs 4.5:1"),
    ("{acent: \"#0b5563\"}", "unknown key 'acent'"),
    ("{logo: Content/images/logo.svg}", "there is no 'Content/images/logo.svg'"),
    ("{logo: logo.svg}", "a page can load only pictures in Content/images/"),
  ])
  func refusesWhatCannotBeShown(theme: String, message: String) {
    let built = built(theme: theme)
    #expect(built.paths.isEmpty)
    #expect(built.printedDiagnostics.contains(message), "\(built.printedDiagnostics)")
  }

  @Test func proposesAColourThatIsAccepted() throws {
    let printed = built(theme: "{accent: \"#ffee00\"}").printedDiagnostics
    let proposed = try #require(printed.firstMatch(of: /such as "(#[0-9a-f]{6})"/)).1
    #expect(!built(theme: "{accent: \"\(proposed)\"}").paths.isEmpty)
  }

  @Test func showsTheLogoBeforeTheName() {
    let logo = SourceFile(path: "Content/images/logo.svg", text: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    let page = built(theme: "{logo: Content/images/logo.svg}", [logo]).text("index.html")
    let version = contentVersion(of: logo.bytes)
    #expect(page.contains("<img src=\"images/logo.svg?v=\(version)\" alt=\"\" height=\"24\"><span>Bridge</span>"))
  }
}
