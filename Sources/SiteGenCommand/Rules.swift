import ArgumentParser
import SiteGen

/// `sitegen rules`: what is checked, and why.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the rules as Markdown: why each is there, and an example.")

  @Argument(help: "One rule, by the name that stands in brackets behind a finding.")
  var name: String?

  func validate() throws {
    guard let name, !ruleNames.contains(name) else { return }
    let known = suggestion(for: name, among: ruleNames) ?? "'sitegen rules' prints all of them"
    throw ValidationError("there is no rule '\(name)'; \(known)")
  }

  func run() throws {
    writeOutput(name.flatMap(ruleSection) ?? ruleDocument())
  }
}
