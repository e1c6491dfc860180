import ArgumentParser
import SiteGen

/// `sitegen cards`: makes social cards.
struct Cards: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the social cards of the pages, in Content/cards/.",
    discussion: """
      Example: sitegen cards

      Each card stores the text that it shows. A card is kept if that text is up to date, made again if it is not, and \
      removed if its page no longer exists. This subcommand needs rsvg-convert, which is part of librsvg. Exit status: \
      0 success; 1 input errors, or outdated cards with --check; 64 wrong usage; 69 rsvg-convert is missing; 73 a file \
      that sitegen did not make is in the way; 74 making or writing a card failed.
      """)

  @OptionGroup var project: ProjectOption

  @Flag(help: "Write nothing; only count the cards to make and to remove.")
  var check = false

  func run() throws {
    let report = makeCards(at: project.folder, checkOnly: check)
    writeError(formatted(report.diagnostics, as: .text, colours: isErrorOutputColourful()))
    for failure in report.failures { printError("sitegen: error: \(failure)") }
    if let remedy = report.remedy { printError("      = \(remedy)") }
    printError(report.summary ?? "nothing written")
    leave(report.exitStatus)
  }
}
