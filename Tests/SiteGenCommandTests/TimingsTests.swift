import Foundation
import Testing

private func row(of stage: String, in table: String) -> Substring? {
  table.split(separator: "\n").first { $0.hasPrefix(stage + "  ") }
}

/// No test here looks at how long something took: a slow machine is not a fault.
@Suite struct TimingsOption {
  @Test(arguments: [["build", "--timings-trace"], ["check", "--timings=table"], ["serve", "--timings"]])
  func refusesWhatItDoesNotKnow(arguments: [String]) throws {
    let project = try SmallProject()
    let result = try sitegen(arguments, in: project.path)
    #expect(result.status == 64)
    #expect(result.errors.contains("--timings"))
    #expect(!project.exists("public"))
  }

  @Test(arguments: ["folder", "none/trace.json", "", "link"])
  func reportsATraceThatCannotBeWritten(path: String) throws {
    let project = try SmallProject(["folder/kept.txt": "mine"])
    try FileManager.default.createSymbolicLink(
      atPath: project.path + "/link", withDestinationPath: project.path + "/folder/kept.txt")
    let result = try sitegen("check", "--timings-trace", path, in: project.path)
    #expect(result.status == 74)
    #expect(result.errors.contains("sitegen: error: '\(path)'"))
    #expect(FileManager.default.contents(atPath: project.path + "/folder/kept.txt") == Data("mine".utf8))
  }

  @Test func printsTheStagesOfABuild() throws {
    let project = try SmallProject()
    let result = try sitegen("build", "--timings", in: project.path)
    #expect(result.status == 0)
    #expect(result.output.isEmpty && project.exists("public/index.html"))
    for (stage, count) in [("read files", "2 files"), ("parse notes", "1 notes"), ("  index.mustache", "1 files")] {
      #expect(row(of: stage, in: result.errors)?.contains(" \(count) ") == true)
    }
    for stage in ["  make the search index", "  compare and write", "exchange the sites", "total"] {
      #expect(row(of: stage, in: result.errors) != nil)
    }
    let again = try sitegen("build", "--timings", "--quiet", "--format", "json", in: project.path)
    #expect(again.errors.hasPrefix("stage "))
    #expect(again.output == "[]\n")
  }

  @Test func printsTheStagesOfACheckWithErrors() throws {
    let project = try SmallProject(["Content/broken.md": "---\n---\n"])
    let result = try sitegen("check", "--timings", in: project.path)
    #expect(result.status == 1)
    #expect(row(of: "parse notes", in: result.errors)?.contains(" 2 notes ") == true)
    #expect(row(of: "total", in: result.errors) != nil)
    #expect(!project.exists("public"))
  }

  @Test func writesATraceAndReplacesTheOldOne() throws {
    let project = try SmallProject(["out/trace.json": "old"])
    let result = try sitegen("build", "--quiet", "--timings-trace", "out/trace.json", in: project.path)
    #expect(result.status == 0 && result.errors.isEmpty)
    let file = try Data(contentsOf: URL(fileURLWithPath: project.path + "/out/trace.json"))
    let trace = try JSONSerialization.jsonObject(with: file) as? [String: Any]
    let events = try #require(trace?["traceEvents"] as? [[String: Any]])
    let names = events.compactMap { $0["name"] as? String }
    for name in ["thread_name", "read files", "index.mustache", "make the search index", "make and write files"] {
      #expect(names.contains(name))
    }
    #expect(events.allSatisfy { $0["ph"] as? String == "M" || ($0["dur"] as? Double ?? -1) >= 0 })
  }
}
