import Foundation
import Testing

/// A note that is not UTF-8, which is an error in any project.
private let broken = Data("---\ntitle: Broken\n---\n".utf8) + Data([0xFF, 0x0A])

@Suite struct CommandRefuses {
  @Test(arguments: [
    (["biuld"], "did you mean 'build'?"), (["chekc"], "did you mean 'check'?"),
    (["help", "chek"], "did you mean 'check'?"),
    (
      ["publish"],
      "the subcommands are new, add, build, diff, list, explain, check, cards, serve, rules, templates and help"
    ),
    (["build", "--fromat", "json"], "--format"),
    (["build", "--format", "yaml"], "yaml"), (["build", "extra"], "extra"), (["check", "--output", "x"], "--output"),
    (["rules", "quote-not-fond"], "did you mean 'quote-not-found'?"),
    (["rules", "weather"], "'sitegen rules' prints all of them"), (["ruels"], "did you mean 'rules'?"),
    (["--strict"], "--strict"), (["build", "--color", "sometimes"], "sometimes"),
    (["build", "--project"], "--project"), (["build", "--output", ""], "'--output' must name a folder"),
    (["build", "--coverage"], "--coverage"),
    (["check", "--coverage", "--format", "json"], "cannot be combined with '--format json'"),
    (["check", "--coverage", "--format", "sarif"], "cannot be combined with '--format sarif'"),
    (["check", "--project", ""], "'--project' must name a folder"),
    (["serve", "--port", "70000"], "70000"), (["serve", "--bind", ""], "'--bind' must name an address"),
    (["serve", "--host", "http://x"], "'--host' must be a name"), (["serve", "--host", ""], "'--host' must be a name"),
    (["serve", "--host", "x:80"], "'--host' must be a name"),
    (["serve", "--base-path", "/a b/"], "'--base-path' must be a path"), (["serve", "--output", "x"], "--output"),
  ])
  func anUnknownCommandLine(arguments: [String], words: String) throws {
    let project = try SmallProject()
    let result = try sitegen(arguments, in: project.path)
    #expect(result.status == 64)
    #expect(result.errors.contains(words))
    #expect(result.output.isEmpty)
    #expect(!project.exists("public"))
  }

  @Test func anUnknownRule() throws {
    let project = try SmallProject()
    let one = try sitegen("rules", "raw-html", in: project.path)
    let all = try sitegen("rules", in: project.path)
    #expect(one.status == 0 && all.status == 0)
    #expect(one.output.hasPrefix("## raw-html\n\nSeverity: error\n"))
    #expect(all.output.hasPrefix("# The rules\n") && all.output.contains(one.output))
    #expect(one.errors.isEmpty && all.errors.isEmpty)
  }

  @Test func aFolderWithoutSettings() throws {
    let result = try sitegen("build", in: FileManager.default.temporaryDirectory.path)
    #expect(result.status == 1)
    for word in ["sitegen.yaml", "Content/", "seeds/"] { #expect(result.errors.contains(word)) }
  }

  @Test func errorsInTheInputs() throws {
    let project = try SmallProject()
    #expect(try sitegen("build", in: project.path).status == 0)
    let before = FileManager.default.contents(atPath: project.path + "/public/index.html")
    try project.write(broken, to: "Content/broken.md")
    try project.write("---\ntitle: Home\nsummary: Another\n---\nOther words.\n", to: "Content/index.md")
    let result = try sitegen("build", in: project.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("Content/broken.md:4:1: error: the byte 0xFF is not UTF-8 [file-unreadable]\n"))
    #expect(result.errors.hasSuffix("nothing written\n"))
    #expect(FileManager.default.contents(atPath: project.path + "/public/index.html") == before)
  }

  @Test func warningsWhenStrict() throws {
    let project = try SmallProject(["seeds/lone.txt": "A report.\n"])
    let plain = try sitegen("check", in: project.path)
    #expect(plain.status == 0)
    #expect(plain.errors.contains("warning: "))
    let strict = try sitegen("check", "--strict", in: project.path)
    #expect(strict.status == 1)
    #expect(!strict.errors.contains("warning: "))
    #expect(try sitegen("build", "--strict", in: project.path).status == 1)
    #expect(!project.exists("public"))
  }

  @Test func anOutputThatSitegenDidNotMake() throws {
    let project = try SmallProject(["public/holiday.txt": "mine"])
    let result = try sitegen("build", in: project.path)
    #expect(result.status == 73)
    #expect(result.errors.contains("sitegen: error: 'public' was not made by sitegen"))
    #expect(try sitegen("build", "--output", "Content/x", in: project.path).status == 73)
    #expect(try sitegen("build", "--output", ".", in: project.path).status == 73)
    #expect(try sitegen("build", "--output", "..", in: project.path).status == 73)
  }

  @Test func anOutputThatCannotBeWritten() throws {
    let project = try SmallProject()
    #expect(try sitegen("build", "--output", "/proc/none/public", in: project.path).status == 74)
  }

  @Test func aFileBeyondTheSizeLimit() throws {
    let project = try SmallProject()
    let result = try sitegen(["build"], in: project.path, limit: "-f 4")
    #expect(result.status == 74)
    #expect(result.errors.contains("the file is larger than the system allows"))
    #expect(!project.exists("public"))
  }
}

@Suite struct CommandDoes {
  @Test func aBuildWithASummary() throws {
    let project = try SmallProject()
    let result = try sitegen("build", in: project.path)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(
      result.errors.contains(/^\d+ pages?, \d+ claims? from \d+ sources?, all quotations found.*, in \d+\.\d\d s\n$/))
    #expect(project.exists("public/index.html") && project.exists("public/sitegen.json"))
    #expect(try sitegen("build", "--quiet", in: project.path).errors.isEmpty)
  }

  @Test func aBuildFromElsewhere() throws {
    let project = try SmallProject()
    let other = try SmallProject()
    let result = try sitegen("build", "--project", project.path, "--output", "out/site", in: other.path)
    #expect(result.status == 0)
    #expect(other.exists("out/site/index.html"))
    #expect(!project.exists("public"))
  }

  @Test func aBuildThatReportsWaiting() throws {
    let project = try SmallProject()
    #expect(try sitegen("build", in: project.path).status == 0)
    let folder = open(project.path + "/public", O_RDONLY)
    #expect(flock(folder, LOCK_EX) == 0)
    let isFree = Thread {
      Thread.sleep(forTimeInterval: 3)
      close(folder)
    }
    isFree.start()
    let result = try sitegen("build", in: project.path)
    #expect(result.status == 0)
    #expect(
      result.errors.contains(/^sitegen: another build.* is writing to 'public': waiting at most 60 seconds for it/))
    #if os(Linux)
      #expect(result.errors.contains("(process \(getpid()))"))
    #endif
  }

  @Test func aCheckThatWritesNothing() throws {
    let project = try SmallProject()
    let result = try sitegen("check", in: project.path)
    #expect(result.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: project.path).sorted() == ["Content", "sitegen.yaml"])
  }

  @Test(arguments: ["json", "sarif", "github"])
  func otherFormatsOnStandardOutputOnly(format: String) throws {
    let project = try SmallProject()
    try project.write(broken, to: "Content/broken.md")
    let result = try sitegen("check", "--format", format, in: project.path)
    #expect(result.status == 1)
    #expect(result.errors.isEmpty)
    if format == "github" {
      #expect(result.output.contains("::error file=Content/broken.md,line=4,col=1"))
    } else {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(result.output.utf8)) }
      #expect(result.output.contains("\"Content/broken.md\""))
    }
  }

  @Test func coloursAsAsked() throws {
    let project = try SmallProject()
    try project.write(broken, to: "Content/broken.md")
    #expect(try !sitegen("check", in: project.path).errors.contains("\u{1B}"))
    #expect(try sitegen("check", "--color", "always", in: project.path).errors.contains("\u{1B}[1;31merror"))
    #expect(try !sitegen("check", "--color", "never", in: project.path).errors.contains("\u{1B}"))
  }

  @Test func aCleanExitWhenNobodyReadsItsOutput() throws {
    let project = try SmallProject()
    try project.write(broken, to: "Content/broken.md")
    #expect(try sitegen("check", "--format", "sarif", in: project.path, closingOutput: true).status == 1)
  }

  @Test func helpAndVersion() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let help = try sitegen(in: folder)
    #expect(help.status == 0)
    #expect(help.output == (try sitegen("--help", in: folder).output))
    #expect(help.output.contains("build") && help.output.contains("check"))
    #expect(try sitegen("help", "build", in: folder).output.contains("--output"))
    #expect(try sitegen("check", "--help", in: folder).output.contains("--coverage"))
    #expect(try sitegen("--version", in: folder).output.contains(/^\d+\.\d+\.\d+\n$/))
  }
}
