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

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = buildProject(
      at: options.project, output: output ?? (options.project == "." ? "public" : options.project + "/public"),
      strict: options.strict)
    options.print(report, after: clock.now - start, writes: true)
    leave(report.exitStatus)
  }
}
