import ArgumentParser
import SiteGen

/// `sitegen rules`: prints the rules.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the rules as Markdown, each with its reason and an example.")

  @Argument(help: "One rule; a diagnostic ends with its name in brackets.")
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
