import Foundation
import Testing

@Suite struct ListCommand {
  @Test func listsWhatThePublishedDataHas() throws {
    let site = try FloodSite()
    #expect(try sitegen("build", in: site.path).status == 0)
    for subject in ["questions", "claims", "sources", "speakers"] {
      for format in ["csv", "json"] {
        let listed = try sitegen("list", subject, "--format", format, in: site.path)
        #expect(listed.status == 0 && listed.errors.isEmpty)
        let published = try String(contentsOfFile: "\(site.path)/public/data/\(subject).\(format)", encoding: .utf8)
        #expect(listed.output == published)
      }
    }
  }

  @Test func alignsTheColumnsForPeople() throws {
    let site = try FloodSite()
    let listed = try sitegen("list", "speakers", in: site.path)
    #expect(
      listed.output == """
        id            kind        name
        fire-brigade  government  Fire brigade of Murrenau
        mayor         government  Mayor of Murrenau

        """)
  }

  @Test func listsWhatIsOpen() throws {
    let site = try FloodSite()
    #expect(try sitegen("new", "topic", "The dam", in: site.path).status == 0)
    let unanswered = try sitegen("list", "unanswered", in: site.path)
    #expect(unanswered.output.contains("the-dam-number"))
    #expect(!unanswered.output.contains("people-rescued"))
    let text = try String(contentsOfFile: site.path + "/seeds/notice-of-the-town.txt", encoding: .utf8)
    let card = site.path + "/Content/sources/notice-of-the-town.md"
    try (text + "40 houses were flooded.\n").write(
      toFile: site.path + "/seeds/notice-of-the-town.txt", atomically: true, encoding: .utf8)
    let failed = try sitegen("list", "unused", in: site.path)
    #expect(failed.status == 1 && failed.output.isEmpty)
    #expect(
      failed.errors.contains("[seed-changed]") && failed.errors.hasSuffix("nothing listed: the inputs have errors\n"))
    let hash = failed.errors.components(separatedBy: "and write ").last?.prefix(64) ?? ""
    let lines = try String(contentsOfFile: card, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    try lines.map { $0.hasPrefix("sha256:") ? "sha256: \(hash)" : String($0) }.joined(separator: "\n")
      .write(toFile: card, atomically: true, encoding: .utf8)
    let unused = try sitegen("list", "unused", in: site.path)
    #expect(unused.output.contains("notice-of-the-town.txt  6 "))
    #expect(unused.output.contains("40 houses") || unused.output.contains("  40\n"))
  }

  @Test(arguments: [["list"], ["list", "claim"], ["list", "claims", "--format", "xml"]])
  func refusesWrongUsage(arguments: [String]) throws {
    let folder = try EmptyFolder()
    let result = try sitegen(arguments, in: folder.path)
    #expect(result.status == 64 && result.output.isEmpty)
  }

  @Test func explainsRulesClaimsAndQuestions() throws {
    let site = try FloodSite()
    let rule = try sitegen("explain", "quote-not-found", in: "/")
    #expect(rule.status == 0 && rule.output.contains("quote-not-found"))
    let claim = try sitegen("explain", "river-floods-murrenau-people-rescued", in: site.path)
    #expect(claim.status == 0)
    for words in [
      "answer        131, asserted by Fire brigade of Murrenau (fire-brigade), as of 2031-05-04",
      "card          Content/sources/river-floods-murrenau.md:",
      "document      seeds/river-floods-murrenau.txt, SHA-256 ",
      "131 people were brought to safety", "counts        yes: it gives the brief answer",
      "brief answer  120 or 131, Reports differ",
      "page          questions/people-rescued.html#river-floods-murrenau-people-rescued",
    ] {
      #expect(claim.output.contains(words), "\(words)\n\(claim.output)")
    }
    let question = try sitegen("explain", "people-rescued", in: site.path)
    #expect(question.output.contains("asked in      Content/flood.md:"))
    #expect(question.output.contains("notice-of-the-town-people-rescued: 120 (mayor), as of 2031-05-04"))
    let mistake = try sitegen("explain", "people-rescuedd", in: site.path)
    #expect(mistake.status == 64 && mistake.errors.contains("did you mean 'people-rescued'?"))
  }
}

/// The site that `sitegen new` makes, in a temporary folder, which is removed with it.
final class FloodSite: Sendable {
  let path: String
  private let folder: EmptyFolder

  init() throws {
    folder = try EmptyFolder()
    path = folder.path + "/flood"
    guard try sitegen("new", "flood", in: folder.path).status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  func text(of name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws { try data.write(to: URL(fileURLWithPath: path + "/" + name)) }

  /// Replaces a text in a file.
  func replace(_ old: String, with new: String, in name: String) throws {
    let file = path + "/" + name
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(toFile: file, atomically: true, encoding: .utf8)
  }
}
