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

  @Flag(help: "Print how long each stage takes, to standard error.")
  var timings = false

  @Option(
    help: ArgumentHelp(
      "Write the stages to a file that https://ui.perfetto.dev and the profilers of browsers open.", valueName: "file"))
  var timingsTrace: String?

  /// Starts measuring if the user asked for it.
  func startTimings() -> Timings { timings || timingsTrace != nil ? .started() : .off }

  /// Prints and writes what was measured. If writing fails, ends the process with status 74.
  func print(_ measured: Timings) {
    if timings { writeError(measured.table) }
    guard let timingsTrace else { return }
    do throws(PublishError) {
      try writeTrace(of: measured, to: timingsTrace)
    } catch {
      printError(error)
      leave(error.exitStatus)
    }
  }

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  /// Prints the diagnostics, then the error if publishing failed, then the summary.
  func print(_ report: BuildReport, after time: Duration, writes: Bool) {
    let colours = color == .always || (color == .auto && isErrorOutputColourful())
    let text = formatted(report.diagnostics, as: format, colours: colours)
    if format == .text { writeError(text) } else { writeOutput(text) }
    if let error = report.publishError { printError(error) }
    let sum = sum(of: report, after: time, writes: writes)
    if format == .text, !quiet, !sum.isEmpty { printError(sum) }
  }

  private func sum(of report: BuildReport, after time: Duration, writes: Bool) -> String {
    guard let summary = report.summary else {
      let isUntouched = writes && report.publishError?.left != .parts
      return (report.counts + (isUntouched ? ["nothing written"] : [])).joined(separator: ", ")
    }
    return ([summary] + report.counts).joined(separator: ", ") + ", in \(seconds(time)) s"
  }
}

/// Prints an error of writing files, and its remedy, to standard error.
func printError(_ error: PublishError) {
  let lines =
    ["sitegen: error: " + shownSafely(error.message)] + error.details.map { "      - " + shownSafely($0) }
    + (error.remedy.map { ["      = " + shownSafely($0)] } ?? [])
  printError(lines.joined(separator: "\n"))
}

extension DiagnosticFormat: ExpressibleByArgument {}

/// Seconds with two decimal places.
func seconds(_ time: Duration) -> String {
  let (whole, fraction) = time.components
  let hundredths = Int(whole) * 100 + Int(fraction / 10_000_000_000_000_000)
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}
