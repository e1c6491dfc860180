import Foundation
import Testing

@Suite struct CheckFixes {
  @Test func whatCannotChangeWhatTheSiteSays() throws {
    let project = try SmallProject()
    try project.write("---\ntitle: The mill: new\n---\n\nThe old bri\u{AD}dge.\n", to: "Content/page.md")
    let result = try sitegen("check", "--fix", in: project.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("fixed: Content/page.md:2:"))
    #expect(result.errors.contains("fixed: Content/page.md:5:12: U+00AD"))
    #expect(try text(of: project, "Content/page.md") == "---\ntitle: \"The mill: new\"\n---\n\nThe old bridge.\n")
    #expect(try sitegen("check", "--fix", in: project.path).errors.contains("fixed:") == false)
  }

  @Test func butNoNameAndNoNumber() throws {
    let project = try SmallProject()
    let note = "---\ntitle: Page\n---\n\nThere were [99](question:nothing).\n"
    try project.write(note, to: "Content/page.md")
    let result = try sitegen("check", "--fix", in: project.path)
    #expect(result.status == 1)
    #expect(try text(of: project, "Content/page.md") == note)
  }

  @Test func nothingWithoutAProject() throws {
    let result = try sitegen("check", "--fix", "--project", "/nowhere", in: "/")
    #expect(result.status == 73)
    #expect(result.errors.contains("cannot be opened"))
  }

  @Test func nothingThroughALink() throws {
    let project = try SmallProject()
    let other = try SmallProject()
    try other.write("---\ntitle: Page\n---\n\nThe old bri\u{AD}dge.\n", to: "page.md")
    try FileManager.default.createSymbolicLink(
      atPath: project.path + "/Content/page.md", withDestinationPath: other.path + "/page.md")
    let result = try sitegen("check", "--fix", in: project.path)
    #expect(try text(of: other, "page.md").unicodeScalars.contains("\u{AD}"))
    #expect(!result.errors.contains("fixed:"))
  }

  private func text(of project: SmallProject, _ path: String) throws -> String {
    try String(contentsOfFile: project.path + "/" + path, encoding: .utf8)
  }
}
