import ArgumentParser
import SiteGen

/// `sitegen check`: checks the project as `build` does, and writes nothing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the project as 'build' does, and write nothing.",
    discussion: "Example: sitegen check --coverage")

  @OptionGroup var options: SharedOptions

  @Flag(
    help: """
      List every quantity in the seeds that is neither quoted nor listed under 'left', and show the line that contains \
      it.
      """)
  var coverage = false

  func validate() throws {
    // Why: both would go to standard output, and a program that reads one format cannot read the other.
    if coverage, options.format != .text {
      throw ValidationError(
        "'--coverage' prints text to standard output and cannot be combined with '--format \(options.format.rawValue)'")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let timings = options.startTimings()
    let report = checkProject(
      at: options.project.folder, strict: options.strict, coverage: coverage, timings: timings)
    options.print(report, after: clock.now - start, writes: false)
    if let text = report.coverage {
      writeOutput(text)
    } else if coverage, !options.quiet {
      printError("sitegen: coverage is not computed while there are input errors")
    }
    options.print(timings)
    leave(report.exitStatus)
  }
}
