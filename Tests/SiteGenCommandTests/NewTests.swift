import Foundation
import Testing

@Suite struct NewCommand {
  @Test(arguments: ["en", "de", "pt-BR", "ru", "ar", "ja"])
  func makesASiteThatBuilds(language: String) throws {
    let above = try EmptyFolder()
    let made = try sitegen(
      "new", "flood", "--title", "Flood: \"Aule\" #x & more", "--language", language, in: above.path)
    #expect(made.status == 0)
    #expect(made.output.contains("flood/seeds/notice-of-the-town.txt\n"))
    let site = above.path + "/flood"
    let built = try sitegen("build", in: site)
    #expect(built.status == 0, "\(built.errors)")
    let isShipped = ["en", "de", "ru"].contains(language)
    if isShipped { #expect(try sitegen("check", "--strict", in: site).status == 0) }
    let home = try String(contentsOfFile: site + "/public/index.html", encoding: .utf8)
    #expect(home.contains("<title>Flood: &quot;Aule&quot; #x &amp; more</title>"))
    #expect(home.contains("<html lang=\"\(language)\""))
  }

  @Test func showsADisagreement() throws {
    let above = try EmptyFolder()
    #expect(try sitegen("new", "flood", in: above.path).status == 0)
    let listed = try sitegen("list", "questions", "--project", "flood", in: above.path)
    #expect(listed.output.contains("120 or 131"))
    #expect(listed.output.contains("Reports differ"))
  }

  @Test(arguments: [
    (["new"], 64, "folder"), (["new", ""], 64, "name the folder to make"),
    (["new", "x", "--language", "en us"], 64, "is not a language tag"),
    (["new", "x", "--title", " "], 64, "a title must be one line of text"),
    (["new", "x", "--title", "a\nb"], 64, "a title must be one line of text"),
    (["new", "a/b"], 73, "'a/b' cannot be made: there is no such file"),
    (["new", "file/x"], 73, "'file/x' cannot be made"),
    (["new", "file"], 73, "'file' cannot be made"), (["new", "full"], 73, "'full' is not empty: it has 'mine'"),
    (["new", "topic", "Война"], 64, "name it with --id"),
    (["new", "topic", "Sources", "--id", "sources"], 64, "cannot ask questions"),
    (["new", "page", "Search"], 64, "sitegen makes the page 'search' itself"),
    (["new", "page", "A page", "--id", "../x"], 64, "cannot name a note"),
    (["new", "page", "A page"], 73, "is not a project"),
  ])
  func refuses(arguments: [String], status: Int32, words: String) throws {
    let folder = try EmptyFolder()
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/file"))
    try FileManager.default.createDirectory(atPath: folder.path + "/full", withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/full/mine"))
    let result = try sitegen(arguments, in: folder.path)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["file", "full"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/full") == ["mine"])
  }

  @Test func makesNotesThatBuild() throws {
    let project = try SmallProject()
    let topic = try sitegen("new", "topic", "Łódź, after the flood", in: project.path)
    #expect(topic.output == "Content/lodz-after-the-flood.md\n")
    let page = try sitegen("new", "page", "Who we are", "--id", "about", "--project", project.path, in: "/")
    #expect(page.output == project.path + "/Content/about.md\n")
    let built = try sitegen("build", "--strict", in: project.path)
    #expect(built.status == 0, "\(built.errors)")
    #expect(project.exists("public/questions/lodz-after-the-flood-number.html"))
  }

  @Test func neverOverwritesANote() throws {
    let project = try SmallProject(["Content/about.md": "mine"])
    let result = try sitegen("new", "page", "About", in: project.path)
    #expect(result.status == 73)
    #expect(
      result.errors.contains("'Content/about.md' is there already\n      = change that note, or give another --id"))
    #expect(FileManager.default.contents(atPath: project.path + "/Content/about.md") == Data("mine".utf8))
  }
}

/// A temporary folder, which is removed with it.
final class EmptyFolder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("sitegen empty \(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
