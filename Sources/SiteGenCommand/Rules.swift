import ArgumentParser
import SiteGen

/// `sitegen rules`: prints the rules.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the rules as Markdown, each with its reason and an example.",
    discussion: "Example: sitegen rules quote-not-found")

  @Argument(help: "The name of one rule, which a diagnostic shows in brackets.")
  var name: String?

  func validate() throws {
    guard let name, !ruleNames.contains(name) else { return }
    throw ValidationError(
      noSuchName(name, of: "rule", among: ruleNames, otherwise: "'sitegen rules' prints all of them"))
  }

  func run() throws {
    writeOutput(name.flatMap(ruleSection) ?? ruleDocument())
  }
}
