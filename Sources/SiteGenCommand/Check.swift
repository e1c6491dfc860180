import ArgumentParser
import SiteGen

/// `sitegen check`: checks the project as `build` does, and writes nothing but fixes, if asked to.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the project as 'build' does, and write nothing.",
    discussion: """
      Example: sitegen check --coverage

      With --fix, mistakes are corrected first where the correction cannot change what the site says: invisible \
      characters, values that need quotation marks, and quotations of which only punctuation or capitals differ from \
      the source. What was corrected is listed. Nothing in 'seeds/' is ever changed.
      """)

  @OptionGroup var options: SharedOptions

  @Flag(
    help: """
      List every quantity in the seeds that is neither quoted nor listed under 'left', and show the line that contains \
      it.
      """)
  var coverage = false

  @Flag(help: "First correct what can be corrected without changing what the site says.")
  var fix = false

  func validate() throws {
    // Why: both would go to standard output, and a program that reads one format cannot read the other.
    if coverage, options.format != .text {
      throw ValidationError(
        "'--coverage' prints text to standard output and cannot be combined with '--format \(options.format.rawValue)'")
    }
  }

  func run() throws {
    if fix {
      do throws(PublishError) {
        for line in try fixProject(at: options.project.folder) { printError("fixed: " + shownSafely(line)) }
      } catch {
        printError(error)
        leave(error.exitStatus)
      }
    }
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
