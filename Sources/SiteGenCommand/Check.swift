import ArgumentParser
import SiteGen

/// `sitegen check`: the same checks, nothing written.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the project as 'build' does, and write nothing.")

  @OptionGroup var options: SharedOptions

  @Flag(help: "List what nobody used: every quantity of the seeds that is neither quoted nor left, with its line.")
  var coverage = false

  func validate() throws {
    // Why: both would go to standard output, and what reads the one cannot read the other.
    if coverage, options.format != .text {
      throw ValidationError(
        "'--coverage' prints text on standard output, and so cannot go with '--format \(options.format.rawValue)'")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = checkProject(at: options.project, strict: options.strict, coverage: coverage)
    options.print(report, after: clock.now - start, writes: false)
    if let text = report.coverage {
      writeOutput(text)
    } else if coverage, !options.quiet {
      printError("sitegen: coverage is not counted while there are errors in the inputs")
    }
    leave(report.exitStatus)
  }
}
