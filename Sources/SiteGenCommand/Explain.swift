import ArgumentParser
import SiteGen

/// `sitegen explain`: explains a rule, a claim or a question.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a rule, or follow a claim or question from the document to the page.",
    discussion: "Example: sitegen explain quote-not-found")

  @Argument(help: "The name of a rule, which a diagnostic shows in brackets, or the id of a claim or question.")
  var name: String

  @OptionGroup var project: ProjectOption

  func run() {
    let explanation = explain(name, at: project.folder)
    if let text = explanation.text { return writeOutput(text) }
    writeError(formatted(explanation.diagnostics, as: .text, colours: isErrorOutputColourful()))
    printError(explanation.mistake.map { "sitegen: error: \($0)" } ?? "not explained: the inputs have errors")
    leave(explanation.mistake == nil ? 1 : 64)
  }
}
