import Foundation
import Testing

/// No subcommand writes, moves or deletes through a link that a checkout can contain.
@Suite struct CommandLinks {
  @Test(arguments: [
    ("public", "build"), ("public/data", "build"), ("public/index.html", "build"), ("public/sitegen.json", "build"),
    (".public.sitegen", "build"), ("public/.sitegen", "build --in-place"), ("public/data", "build --in-place"),
    ("public/index.html", "build --in-place --overwrite-edits"), ("Templates", "templates copy layout"),
    ("Templates/assets", "templates copy assets/style.css"), ("Templates/layout.mustache", "templates copy layout"),
    ("Content/cards", "cards"), ("Content/cards/index.png", "cards"),
  ])
  func areNotFollowed(link: String, command: String) throws {
    let outside = try SmallProject(["theirs.txt": "theirs", "index.html": "theirs"])
    let before = try contents(of: outside.path)
    for target in [outside.path, outside.path + "/theirs.txt", outside.path + "/nothing"] {
      let project = try SmallProject(["bin/rsvg-convert": "#!/bin/sh\necho x\n"])
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: project.path + "/bin/rsvg-convert")
      if link.hasPrefix("public/") { #expect(try sitegen("build", in: project.path).status == 0) }
      let path = URL(fileURLWithPath: project.path + "/" + link)
      try? FileManager.default.removeItem(at: path)
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: path.path, withDestinationPath: target)
      try project.write("---\ntitle: Home\nsummary: Another\n---\nOther words.\n", to: "Content/index.md")
      let result = try sitegen(
        command.split(separator: " ").map(String.init), in: project.path,
        environment: ["PATH": project.path + "/bin:/usr/bin:/bin"])
      #expect(result.status != 0, "\(target)")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path.path) == target)
      #expect(try contents(of: outside.path) == before)
    }
  }

  private func contents(of folder: String) throws -> [String: Data] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: paths.map { ($0, FileManager.default.contents(atPath: folder + "/" + $0) ?? Data()) })
  }
}
