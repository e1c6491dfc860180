import Foundation
import Testing

@Suite struct TemplatesCommand {
  @Test(arguments: [
    (["templates", "show", "layuot"], "did you mean 'layout'?"),
    (["templates", "show", "layuot.mustache"], "did you mean 'layout.mustache'?"),
    (["templates", "copy", "brief", "weather"], "'sitegen templates list' lists all of them"),
    (["templates", "copy"], "name the files to copy, or give '--all' instead"),
    (["templates", "copy", "brief", "--all"], "name the files to copy, or give '--all' instead"),
    (["templates", "copy", "brief", "--project", ""], "'--project' must name a folder"),
    (["templates", "shwo"], "did you mean 'show'?"), (["templtes"], "did you mean 'templates'?"),
  ])
  func rejectsUnknownArguments(arguments: [String], words: String) throws {
    let project = try SmallProject()
    let result = try sitegen(arguments, in: project.path)
    #expect(result.status == 64)
    #expect(result.errors.contains(words))
    #expect(result.output.isEmpty)
    #expect(!project.exists("Templates"))
  }

  @Test func listsAndShows() throws {
    let project = try SmallProject()
    let list = try sitegen("templates", "list", in: project.path)
    #expect(list.status == 0 && list.errors.isEmpty)
    #expect(list.output.contains("\n  layout.mustache "))
    let shown = try sitegen("templates", "show", "brief", in: project.path)
    #expect(shown.status == 0 && shown.output.contains("data-field=\"brief\""))
    let font = try sitegen("templates", "show", "assets/fonts/sitegen-ui-regular-latin.woff2", in: project.path)
    #expect(font.status == 0 && font.output.hasPrefix("wOF2"))
  }

  @Test func copiesIntoTheProject() throws {
    let project = try SmallProject()
    let copied = try sitegen("templates", "copy", "brief", "assets/style.css", in: project.path)
    #expect(copied.status == 0)
    #expect(copied.output == "Templates/brief.mustache\nTemplates/assets/style.css\n")
    #expect(project.exists("Templates/brief.mustache") && project.exists("Templates/assets/style.css"))
    #expect(try sitegen("build", "--strict", in: project.path).status == 0)
  }

  @Test func copiesAllOfThem() throws {
    let project = try SmallProject()
    let other = try SmallProject()
    let copied = try sitegen("templates", "copy", "--all", "--project", project.path, in: other.path)
    #expect(copied.status == 0)
    #expect(project.exists("Templates/strings.en.yaml") && project.exists("Templates/index.mustache"))
    // A WOFF2 file has its own size in bytes 8 to 11.
    let font = FileManager.default.contents(
      atPath: project.path + "/Templates/assets/fonts/sitegen-text-bold-cyrillic.woff2")
    #expect(font?.dropFirst(8).prefix(4).reduce(0) { $0 << 8 | Int($1) } == font?.count)
    #expect(!other.exists("Templates"))
    #expect(try sitegen("check", "--strict", in: project.path).status == 0)
  }

  @Test func doesNotOverwriteFiles() throws {
    let project = try SmallProject(["Templates/brief.mustache": "mine"])
    let result = try sitegen("templates", "copy", "card", "brief", in: project.path)
    #expect(result.status == 73)
    #expect(result.errors.contains("sitegen: error: 'Templates/brief.mustache' is there already\n      = "))
    #expect(!project.exists("Templates/card.mustache"))
    let kept = FileManager.default.contents(atPath: project.path + "/Templates/brief.mustache")
    #expect(kept == Data("mine".utf8))
  }

  @Test func copiesIntoNoOtherFolder() throws {
    let project = try SmallProject()
    let result = try sitegen("templates", "copy", "brief", "--project", "Content", in: project.path)
    #expect(result.status == 73)
    #expect(result.errors.contains("'Content' is not a project"))
    #expect(!project.exists("Content/Templates"))
  }

  @Test func printsKeysWithExamplesWhereThereAreAny() throws {
    let project = try SmallProject()
    let keys = try sitegen("templates", "keys", in: project.path)
    #expect(keys.status == 0 && keys.errors.isEmpty)
    #expect(keys.output.hasPrefix("## Pages and their keys\n"))
    #expect(keys.output.contains("| `site_title` | text | `A small site` |"))
    let none = try sitegen("templates", "keys", "--project", "Content", in: project.path)
    #expect(none.status == 0)
    #expect(none.errors == "sitegen: there are no examples because 'Content' has no sitegen.yaml\n")
    #expect(none.output.contains("| `site_title` | text |  |"))
  }
}
