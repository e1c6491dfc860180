import Foundation
import Testing

/// What happens to the output of `sitegen` when it cannot be written, and to signals.
@Suite struct CommandStreams {
  /// Runs a shell command in which `$SITEGEN` is the program.
  private func shell(_ command: String, in folder: String) throws -> CommandResult {
    try sitegen([], in: folder, shell: command)
  }

  #if os(Linux)
    @Test(arguments: [
      "check --format json", "check --format sarif", "check --format github", "check --coverage", "build --format json",
      "rules", "--help", "--version", "build --help", "templates list", "templates show layout",
    ])
    func reportOutputThatCannotBeWritten(arguments: String) throws {
      let project = try SmallProject(["seeds/lone.txt": "A report of 14 houses.\n"])
      let full = try shell("\"$SITEGEN\" \(arguments) > /dev/full", in: project.path)
      #expect(full.status == 74)
      #expect(full.errors.hasSuffix("sitegen: error: standard output cannot be written: the disk is full\n"))
      let closed = try shell("\"$SITEGEN\" \(arguments) >&-", in: project.path)
      #expect(closed.status == 74)
    }

    @Test func reportDiagnosticsThatCannotBeWritten() throws {
      let project = try SmallProject(["seeds/lone.txt": "A report of 14 houses.\n"])
      #expect(try shell("\"$SITEGEN\" check 2> /dev/full", in: project.path).status == 74)
    }
  #endif

  /// With a closed stream, the first file that is opened would get its number, and diagnostics would be written into it.
  @Test(arguments: ["<&-", "2>&-", "<&- 2>&-", "<&- >&- 2>&-", ">&-"])
  func writeIntoNoFile(closed: String) throws {
    let project = try SmallProject(["seeds/lone.txt": "A report of 14 houses.\n"])
    let other = try SmallProject(["seeds/lone.txt": "A report of 14 houses.\n"])
    #expect(try sitegen("build", in: other.path).status == 0)
    #expect(try shell("\"$SITEGEN\" build \(closed)", in: project.path).status == 0)
    for name in ["index.html", "sitegen.json", "data/claims.csv"] {
      let (one, two) = (project.path + "/public/" + name, other.path + "/public/" + name)
      #expect(FileManager.default.contents(atPath: one) == FileManager.default.contents(atPath: two), "\(name)")
    }
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)] as [(String, Int32)])
  func endOnASignalWhileWaiting(signal: String, status: Int32) throws {
    let project = try SmallProject()
    #expect(try sitegen("build", in: project.path).status == 0)
    let folder = open(project.path + "/public", O_RDONLY)
    defer { close(folder) }
    #expect(flock(folder, LOCK_EX) == 0)
    let result = try shell(
      "timeout --foreground --preserve-status --signal \(signal) 2 \"$SITEGEN\" build", in: project.path)
    #expect(result.status == status)
    #expect(result.errors.contains("sitegen: error: interrupted by SIG\(signal)\n"))
    #expect(result.errors.hasSuffix("nothing written\n"))
  }

  /// The program that draws is ended, too, and its temporary files are removed.
  @Test func endCardsOnASignal() throws {
    let project = try SmallProject(["bin/rsvg-convert": "#!/bin/sh\nexec sleep 600\n", "tmp/x": ""])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: project.path + "/bin/rsvg-convert")
    let command = """
      export TMPDIR="$PWD/tmp" PATH="$PWD/bin:$PATH"
      timeout --foreground --preserve-status --signal INT 4 "$SITEGEN" cards
      """
    let result = try shell(command, in: project.path)
    #expect(result.status == 130)
    #expect(result.errors.contains("sitegen: error: interrupted by SIGINT\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: project.path + "/tmp") == ["x"])
    #expect(!project.exists("Content/cards"))
  }
}
