public import ArgumentParser
public import SiteGen

/// The options that `build` and `check` share, and how both print their reports.
struct SharedOptions: ParsableArguments {
  @OptionGroup var project: ProjectOption

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(
    help: ArgumentHelp("The format of diagnostics. Text goes to standard error, other formats to standard output."))
  var format = DiagnosticFormat.text

  @Flag(help: "Print only diagnostics.")
  var quiet = false

  @Option(help: ArgumentHelp("When to use colours; auto: in a terminal, unless NO_COLOR is set."))
  var color = ColorChoice.auto

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  /// Prints the diagnostics, then the error if publishing failed, then the summary.
  func print(_ report: BuildReport, after time: Duration, writes: Bool) {
    let colours = color == .always || (color == .auto && isErrorOutputColourful())
    let text = formatted(report.diagnostics, as: format, colours: colours)
    if format == .text { writeError(text) } else { writeOutput(text) }
    if let error = report.publishError { printError(error) }
    if format == .text, !quiet { printError(sum(of: report, after: time, writes: writes)) }
  }

  private func sum(of report: BuildReport, after time: Duration, writes: Bool) -> String {
    guard let summary = report.summary else {
      return (report.counts + (writes ? ["nothing written"] : [])).joined(separator: ", ")
    }
    return ([summary] + report.counts).joined(separator: ", ") + ", in \(seconds(time)) s"
  }
}

/// Prints an error of writing files, and its remedy, to standard error.
func printError(_ error: PublishError) {
  printError("sitegen: error: \(error.message)" + (error.remedy.map { "\n      = \($0)" } ?? ""))
}

extension DiagnosticFormat: ExpressibleByArgument {}

/// Seconds with two decimal places.
func seconds(_ time: Duration) -> String {
  let (whole, fraction) = time.components
  let hundredths = Int(whole) * 100 + Int(fraction / 10_000_000_000_000_000)
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}
