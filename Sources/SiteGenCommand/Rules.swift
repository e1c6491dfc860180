import ArgumentParser
import SiteGen

/// `sitegen rules`: what is checked, and why.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the rules as Markdown: why each is there, and an example.")

  @Argument(help: "One rule, by the name that is in brackets after a diagnostic.")
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
