public import ArgumentParser
public import SiteGen

/// `sitegen diff`: says what publishing now would change.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what publishing now would change: answers, claims, documents, notes, pages and warnings.",
    discussion: """
      Example: sitegen diff --against HEAD --format markdown

      Compares what the project would publish now with what is in public/, or with what --against names. Exit status: \
      0 nothing would change; 2 something would; 1 input errors; 64 wrong usage; 73, 74 the other site cannot be read.
      """)

  @Option(
    help: ArgumentHelp(
      "A published folder, another project, or a revision in git; by default public/.", valueName: "folder|revision"))
  var against: String?

  @Option(help: "Text for people, Markdown for a pull request, or JSON.")
  var format = DiffFormat.text

  @OptionGroup var project: ProjectOption

  func validate() throws {
    if against?.isEmpty == true { throw ValidationError("'--against' must name a folder or a revision") }
  }

  func run() {
    let report = diffProject(at: project.folder, against: against, as: format)
    writeError(formatted(report.diagnostics, as: .text, colours: isErrorOutputColourful()))
    if let error = report.error { printError(error) }
    if let text = report.text {
      writeOutput(text)
      if report.exitStatus == 0, format != .json { printError("nothing would change") }
    } else {
      printError("not compared")
    }
    leave(report.exitStatus)
  }
}

extension DiffFormat: ExpressibleByArgument {}
