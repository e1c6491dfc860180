import Testing

@testable import SiteGen

@Suite struct BuiltInPageTests {
  private func read(_ page: BuiltInPage, _ frontMatter: String) -> [Diagnostic] {
    readNote(SourceFile(path: "Content/\(page.rawValue).md", text: "---\ntitle: x\n\(frontMatter)---\n")).diagnostics
  }

  @Test(arguments: BuiltInPage.allCases.filter { !$0.opensWithNote })
  func rejectsANoteThatThePageWouldNotShow(page: BuiltInPage) {
    let found = read(page, "")
    #expect(found.map(\.rule) == [.duplicateAddress])
    #expect(found.map(\.message) == ["the page '\(page.rawValue).html' is built in and cannot have a note"])
    #expect(found.map(\.remedy) == ["rename the note"])
  }

  @Test(arguments: BuiltInPage.allCases.filter(\.opensWithNote))
  func opensWithANoteThatAsksNothing(page: BuiltInPage) {
    #expect(read(page, "").isEmpty)
    #expect(
      read(page, "questions: {q: {asks: a, label: b, answers: many}}\n").map(\.message)
        == ["'\(page.rawValue).html' is a built-in page, and its note cannot ask questions"])
  }
}
