import ArgumentParser
import SiteGen

/// `sitegen build`: checks, and writes the site.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the project and write its site.",
    discussion: "Where anything is wrong, all of it is said, nothing is written, and the old site stays as it is.")

  @OptionGroup var options: SharedOptions

  @Option(help: ArgumentHelp("The folder to write; a folder that sitegen did not make is refused.", valueName: "dir"))
  var output: String?

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("'--output' names no folder") }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let isQuiet = options.quiet
    let report = buildProject(at: options.project, output: output, strict: options.strict) { line in
      if !isQuiet { printError("sitegen: \(line)") }
    }
    options.print(report, after: clock.now - start, writes: true)
    leave(report.exitStatus)
  }
}
