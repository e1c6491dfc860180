import Foundation
import Testing

@testable import SiteGen

/// Sets the number of files that this process may have open.
private func allow(openFiles: Int) {
  var limit = rlimit()
  #if canImport(Glibc)
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    let files = RLIMIT_NOFILE
  #endif
  getrlimit(files, &limit)
  limit.rlim_cur = rlim_t(openFiles)
  setrlimit(files, &limit)
}

/// A path that cannot be examined is an error, never a path where nothing is.
@Suite struct PublishErrors {
  /// With each number of open files, an opening call fails somewhere else.
  @Test(.long, arguments: [true, false])
  func atEachOpeningCallLeaveTheOldOrTheNewSite(isInPlace: Bool) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String, isInPlace = isInPlace as Bool] in
      let sites = [
        ["a.html": "old", "b/c.html": "old", "gone/d.html": "old", "same.html": "1"],
        ["a.html": "new", "b/c.html": "new", "e/f.html": "new", "same.html": "1"],
      ]
      var options = PublishOptions()
      options.isInPlace = isInPlace
      func files() throws -> [String: String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: path + "/public")
        let texts = names.map { ($0, FileManager.default.contents(atPath: path + "/public/" + $0)) }
        return Dictionary(
          uniqueKeysWithValues: texts.filter { $0.0 != "sitegen.json" }.compactMap { name, text in
            text.map { (name, String(decoding: $0, as: UTF8.self)) }
          })
      }
      let output = try OutputFolder(path + "/public", project: path, linked: [])
      _ = try publish(site(sites[0]), to: output)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: path + "/public/b/mine.txt"))
      let mine = ["b/mine.txt": "mine"]
      var failures = 0
      for count in 3...60 {
        allow(openFiles: count)
        var left: PublishError.Left?
        do throws(PublishError) {
          _ = try publish(site(sites[1]), to: output, options)
        } catch {
          left = error.left
          failures += 1
          #expect(error.exitStatus == 74, "\(error.message)")
        }
        allow(openFiles: 256)
        let found = try files().filter { !$0.key.hasPrefix(".") }
        let expected = left == .oldSite ? sites[0] : sites[1]
        if left != .parts { #expect(found == expected.merging(mine) { one, _ in one }, "\(count) open files") }
        for site in [sites[1], sites[0]] {
          _ = try publish(SiteGenTests.site(site), to: output)
          #expect(try files() == site.merging(mine) { one, _ in one }, "after \(count) open files")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["public"])
      }
      #expect((1...50).contains(failures))
    }
  }

  /// The project's folder may be listed, but nothing in it may be examined.
  @Test func ofSettingsAreNotAFolderWithoutSettings() async throws {
    let folder = try project()
    let path = folder.path
    chmod(path, 0o444)
    defer { chmod(path, 0o755) }
    await #expect(processExitsWith: .success) { [path = path as String] in
      // Root can examine everything.
      if getuid() == 0 { setuid(65_534) }
      let read = readProject(at: path)
      let message = "the file cannot be read: permission is denied"
      #expect(read.diagnostics.first?.message == message)
      #expect(read.diagnostics.allSatisfy { $0.message.hasSuffix("permission is denied") })
      let report = buildProject(at: path)
      #expect(report.exitStatus == 1 && report.counts == ["\(read.diagnostics.count) errors"])
    }
  }

  @Test(arguments: ["Templates", "Content", "seeds", "sitegen.yaml"])
  func ofAnInputAreNotAnInputThatIsMissing(name: String) throws {
    let folder = try project()
    if folder.exists(name) { try folder.remove(name) }
    try folder.link(name, to: name)
    let read = readProject(at: folder.path)
    #expect(read.diagnostics.map(\.message) == ["the symbolic link is part of a cycle"])
    #expect(buildProject(at: folder.path).exitStatus == 1)
    #expect(!folder.exists("public"))
  }

  @Test(arguments: ["Templates", "Templates/layout.mustache"])
  func ofATemplateAreNotAFreePlace(name: String) throws {
    let folder = try project()
    if name != "Templates" { try folder.makeFolder("Templates") }
    try folder.link(name, to: name)
    let before = try folder.state(of: "")
    #expect(throws: PublishError.self) { try copyTemplates(["layout.mustache"], to: folder.path) }
    #expect(try folder.state(of: "") == before)
  }

  @Test func ofTheSecondTemplateTakeTheFirstAway() throws {
    let folder = try project()
    try folder.write("mine", to: "Templates/assets")
    let before = try folder.state(of: "")
    #expect(throws: PublishError.self) { try copyTemplates(["layout.mustache", "assets/style.css"], to: folder.path) }
    #expect(try folder.state(of: "Templates").map { $0.prefix(6) } == ["assets"])
    #expect(folder.text(of: "Templates/assets") == "mine")
    #expect(try folder.state(of: "").count == before.count)
  }
}
