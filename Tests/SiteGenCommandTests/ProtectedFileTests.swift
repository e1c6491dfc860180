import Foundation
import Testing

/// Files of the output that an attribute protects (`chattr +i`): nobody can move or remove them, so a site with one cannot
/// be exchanged. This must be noticed before, not after.
@Suite(.enabled(if: canProtect, "this user may not set such attributes, or the file system has none"))
struct ProtectedFiles {
  @Test(arguments: ["index.html", "sitegen.json", "mine.txt", "questions", "mine"], ["", "--in-place"])
  func areNoticedBeforeTheExchange(name: String, option: String) throws {
    let project = try SmallProject()
    #expect(try sitegen(["build"], in: project.path).status == 0)
    try FileManager.default.createDirectory(atPath: project.path + "/public/mine", withIntermediateDirectories: true)
    for file in ["mine.txt", "mine/a.txt"] {
      try Data("mine".utf8).write(to: URL(fileURLWithPath: project.path + "/public/" + file))
    }
    try FileManager.default.createDirectory(
      atPath: project.path + "/public/questions", withIntermediateDirectories: true)
    let index = try String(contentsOfFile: project.path + "/Content/index.md", encoding: .utf8)
    try index.replacing("Home", with: "Another").write(
      toFile: project.path + "/Content/index.md", atomically: true, encoding: .utf8)
    let path = project.path + "/public/" + name
    try #require(protect(path, true))
    defer { _ = protect(path, false) }
    let result = try sitegen(["build"] + (option.isEmpty ? [] : [option]), in: project.path)
    let page = try String(contentsOfFile: project.path + "/public/index.html", encoding: .utf8)
    if option.isEmpty || name != "mine.txt" {
      #expect(result.status == 73, "\(result.errors)")
      let message = "'public/\(name)' cannot be replaced: an attribute protects it"
      #expect(result.errors.contains(message), "\(result.errors)")
      #expect(page.contains("Home"))
    } else {
      // A file of others stays where it is.
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(FileManager.default.fileExists(atPath: path))
    try #require(protect(path, false))
    #expect(try sitegen(["build"], in: project.path).status == 0)
    #expect(!FileManager.default.fileExists(atPath: project.path + "/.public.sitegen"))
    for file in ["mine.txt", "mine/a.txt"] {
      #expect(try String(contentsOfFile: project.path + "/public/" + file, encoding: .utf8) == "mine")
    }
  }
}

private let canProtect: Bool = {
  let path = FileManager.default.temporaryDirectory.path + "/sitegen-test-\(UUID().uuidString)"
  defer { try? FileManager.default.removeItem(atPath: path) }
  return FileManager.default.createFile(atPath: path, contents: nil) && protect(path, true) && protect(path, false)
}()

private func protect(_ path: String, _ on: Bool) -> Bool {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  #if os(Linux)
    process.arguments = ["chattr", on ? "+i" : "-i", path]
  #else
    process.arguments = ["chflags", on ? "uchg" : "nouchg", path]
  #endif
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}
