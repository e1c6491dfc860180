public import ArgumentParser
public import SiteGen

/// `sitegen list`: lists what a project has.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the questions, claims, sources or speakers, or what is still open.",
    discussion: """
      Example: sitegen list claims --format csv > claims.csv

      unanswered: the questions without an answer. unused: the quantities in the documents that no claim uses. The \
      columns of CSV and JSON are those of the published data.
      """)

  @Argument(help: "What to list.")
  var subject: ListSubject

  @Option(help: "A table for people, or all columns as CSV or JSON.")
  var format = ListFormat.table

  @OptionGroup var project: ProjectOption

  func run() {
    let listed = listProject(subject, as: format, at: project.folder)
    guard let bytes = listed.bytes else {
      writeError(formatted(listed.diagnostics, as: .text, colours: isErrorOutputColourful()))
      printError("nothing listed: the inputs have errors")
      leave(1)
    }
    writeOutput(bytes)
  }
}

extension ListSubject: ExpressibleByArgument {}
extension ListFormat: ExpressibleByArgument {}
