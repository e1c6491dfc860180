import ArgumentParser
import SiteGen

/// `sitegen cards`: the pictures with which pages are shared.
struct Cards: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the pictures with which pages are shared, into Content/cards/.",
    discussion: """
      Each picture carries the text that it shows; those whose page says the same are left alone, and those of pages that \
      are gone are removed. It needs rsvg-convert, of librsvg, which no other command does. Exit status: 0 good, 1 errors \
      in the inputs, or with --check pictures that are not as they should be, 64 usage, 69 rsvg-convert is missing, 73 a \
      file that sitegen did not make is in the way, 74 writing failed.
      """)

  @Option(help: ArgumentHelp("The folder that holds sitegen.yaml.", valueName: "dir"))
  var project = "."

  @Flag(help: "Only say what is to be made or removed.")
  var check = false

  func validate() throws {
    if project.isEmpty { throw ValidationError("'--project' names no folder") }
  }

  func run() throws {
    let report = makeCards(at: project, checkOnly: check)
    writeError(formatted(report.diagnostics, as: .text, colours: isErrorOutputColourful()))
    for failure in report.failures { printError("sitegen: error: \(failure)") }
    if let remedy = report.remedy { printError("      = \(remedy)") }
    printError(report.summary ?? "nothing written")
    leave(report.exitStatus)
  }
}
