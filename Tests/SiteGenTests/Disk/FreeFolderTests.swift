import Foundation
import Testing

@testable import SiteGen

/// The folders without a record that become an output, and those that do not.
@Suite struct FreeFolderTests {
  private func git(_ arguments: String..., in folder: TemporaryFolder, _ name: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let user = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    process.arguments = ["git", "-C", folder.path + "/" + name] + user + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments)")
  }

  @Test(arguments: [false, true])
  func includeThoseThatHoldOnlyARepository(isInPlace: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("public")
    try git("init", in: folder, "public")
    let head = folder.text(of: "public/.git/HEAD")
    var options = PublishOptions()
    options.isInPlace = isInPlace
    for text in ["1", "2"] {
      try publish(["a.html": text], in: folder, options)
      #expect(try folder.names(in: "public") == [".git", "a.html", "sitegen.json"])
      #expect(folder.text(of: "public/.git/HEAD") == head)
    }
    // The repository of a site may have lost its files, as in a new clone for a deployment.
    try git("add", "--all", in: folder, "public")
    try git("commit", "--message", "site", in: folder, "public")
    for name in ["a.html", "sitegen.json"] { try folder.remove("public/" + name) }
    try publish(["a.html": "3"], in: folder, options)
    #expect(folder.text(of: "public/a.html") == "3")
  }

  @Test func includeABranchOfTheProjectItself() throws {
    let folder = try TemporaryFolder()
    try git("init", in: folder, "")
    try folder.write("1", to: "sitegen.yaml")
    try git("add", "--all", in: folder, "")
    try git("commit", "--message", "one", in: folder, "")
    try git("worktree", "add", "--detach", "public", in: folder, "")
    let words = "is the work tree of another project"
    try folder.remove("public/sitegen.yaml")
    #expect(refusal { try publish(["a.html": "1"], in: folder) }?.contains(words) == true)
    try git("rm", "-r", "--cached", ".", in: folder, "public")
    try publish(["a.html": "1"], in: folder)
    #expect(try folder.names(in: "public") == [".git", "a.html", "sitegen.json"])
  }

  @Test func excludeTheWorkTreeOfAnotherProject() throws {
    let folder = try TemporaryFolder()
    try folder.write("theirs", to: "public/thesis.txt")
    try git("init", in: folder, "public")
    try git("add", "--all", in: folder, "public")
    try git("commit", "--message", "one", in: folder, "public")
    try folder.remove("public/thesis.txt")
    let state = try folder.state(of: "")
    let words = "is the work tree of another project"
    #expect(refusal { try publish(["a.html": "1"], in: folder) }?.contains(words) == true)
    #expect(try folder.state(of: "") == state)
    // A clone without a check-out has no index.
    try folder.remove("public/.git/index")
    #expect(refusal { try publish(["a.html": "1"], in: folder) }?.contains(words) == true)
  }

  @Test(arguments: ["gitdir: /nowhere\n", "nonsense"])
  func excludeARepositoryThatCannotBeExamined(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "public/.git")
    #expect(throws: PublishError.self) { try publish(["a.html": "1"], in: folder) }
    #expect(folder.text(of: "public/.git") == text)
  }

  @Test(arguments: ["home", "link"])
  func excludeAHomeFolder(home: String) async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("home")
    try folder.makeFolder("project")
    try folder.link("link", to: "home")
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String, home = home as String] in
      setenv("HOME", path + "/" + home, 1)
      let output = try OutputFolder(path + "/home", project: path + "/project", linked: [])
      #expect(refusal { _ = try publish(site(["a.html": "1"]), to: output) }?.contains("is a home folder") == true)
      setenv("HOME", "/nowhere", 1)
      _ = try publish(site(["a.html": "1"]), to: output)
    }
    #expect(try folder.names(in: "home") == ["a.html", "sitegen.json"])
  }
}
