import ArgumentParser
import SiteGen

/// `sitegen check`: the same checks, nothing written.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the project as 'build' does, and write nothing.")

  @OptionGroup var options: SharedOptions

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = checkProject(at: options.project, strict: options.strict)
    options.print(report, after: clock.now - start, writes: false)
    leave(report.exitStatus)
  }
}
