import Foundation
import Testing

@Suite struct DiffCommand {
  @Test func saysNothingWhereNothingChanges() throws {
    let site = try FloodSite()
    #expect(try sitegen("build", in: site.path).status == 0)
    let diff = try sitegen("diff", in: site.path)
    #expect(diff.status == 0 && diff.output.isEmpty && diff.errors == "nothing would change\n")
    #expect(try sitegen("diff", "--against", ".", in: site.path).status == 0)
  }

  @Test func saysWhichAnswersChangeAndWhy() throws {
    let site = try FloodSite()
    #expect(try sitegen("build", in: site.path).status == 0)
    try site.replace(
      "    answer: \"120\"\n", with: "    answer: \"120\"\n    withdrawn: {on: 2031-05-08, why: a slip}\n", in: card)
    let diff = try sitegen("diff", in: site.path)
    #expect(diff.status == 2 && diff.errors.isEmpty)
    for words in [
      "answers: 1\n  people-rescued: 120 or 131 → 131\n    Reports differ → ",
      "    because of withdrawn: notice-of-the-town-people-rescued, 120 (mayor): a slip\n",
      "claims: 1\n  withdrawn: notice-of-the-town-people-rescued, 120 (mayor): a slip\n",
      "notes to read again: 2\n  Content/flood.md: links to people-rescued\n", "  questions/people-rescued.html\n",
    ] {
      #expect(diff.output.contains(words), "\(words)\n\(diff.output)")
    }
    let markdown = try sitegen("diff", "--format", "markdown", in: site.path)
    #expect(markdown.output.hasPrefix("### Answers: 1\n\n- people-rescued: 120 or 131 → 131\n"))
    let json = try sitegen("diff", "--format", "json", in: site.path)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["answers"] as? [[String: Any]])?.first?["brief_after"] as? String == "131")
    // The site was not touched, and publishing it leaves no difference.
    #expect(try sitegen("build", in: site.path).status == 0)
    #expect(try sitegen("diff", in: site.path).status == 0)
  }

  @Test func comparesWithARevision() throws {
    let site = try FloodSite()
    for arguments in [
      ["init", "--quiet"], ["add", "."],
      ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "First"],
    ] {
      try run("git", arguments, in: site.path)
    }
    #expect(try sitegen("diff", "--against", "HEAD", in: site.path).status == 0)
    try site.replace("The mayor contradicts", with: "The mayor disagrees with", in: card)
    #expect(try sitegen("diff", "--against", "HEAD", in: site.path).status == 0)
    try FileManager.default.removeItem(atPath: site.path + "/" + card)
    let diff = try sitegen("diff", "--against", "HEAD", in: site.path)
    #expect(diff.status == 2)
    #expect(diff.output.contains("  removed: notice-of-the-town, “Notice of the town”\n"))
    #expect(diff.output.contains("new warnings: 1\n  seeds/notice-of-the-town.txt: "))
    let status = try run("git", ["status", "--porcelain"], in: site.path)
    #expect(status == " D \(card)\n")
  }

  @Test(arguments: [
    (["diff"], 73, "nothing was published yet: there is no 'public'"),
    (["diff", "--against", "Content"], 73, "'Content' is neither a project nor a site that sitegen published"),
    (["diff", "--against", "v9"], 73, "'v9' is neither a folder nor a revision of this project in git"),
    (["diff", "--against=--output=/tmp/x"], 73, "is neither a folder nor a revision"),
    (["diff", "--against", ""], 64, "must name a folder"),
  ])
  func refuses(arguments: [String], status: Int32, words: String) throws {
    let site = try FloodSite()
    let result = try sitegen(arguments, in: site.path)
    #expect(result.status == status && result.errors.contains(words), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  private let card = "Content/sources/notice-of-the-town.md"
}

/// Runs a program of the system; returns its output.
@discardableResult
private func run(_ program: String, _ arguments: [String], in folder: String) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
  return text
}
