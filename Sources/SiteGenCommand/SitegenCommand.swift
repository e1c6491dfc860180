import ArgumentParser
import SiteGen

/// The root of the command: without a verb it prints its help.
@main
struct SitegenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Makes a fact-sheet website in which every figure is traced to the words of its report.",
    discussion: """
      A project is a folder with sitegen.yaml, Content/ and seeds/. Exit status: 0 good, 1 errors in the inputs and \
      nothing written, 64 usage, 73 output folder refused, 74 writing failed.
      """,
    version: sitegenVersion,
    subcommands: [Build.self, Check.self, Cards.self, Serve.self, Rules.self, Templates.self])

  static func main() {
    ignoreSignalsOfWriting()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let mistake = misspeltVerb(arguments) {
      printError("sitegen: error: \(mistake)\nSee 'sitegen --help'.")
      leave(64)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      exit(withError: error)
    }
  }
}

/// What is wrong with the first word, where it is no verb.
private func misspeltVerb(_ arguments: [String]) -> String? {
  let verbs = ["build", "check", "cards", "serve", "rules", "templates", "help"]
  func mistake(_ word: String) -> String? {
    guard !word.hasPrefix("-"), !verbs.contains(word) else { return nil }
    let known =
      suggestion(for: word, among: verbs) ?? "the commands are build, check, cards, serve, rules, templates and help"
    return "there is no command '\(word)'; \(known)"
  }
  guard let first = arguments.first else { return nil }
  if first == "templates", arguments.count > 1 { return misspeltPart(arguments[1]) }
  return mistake(first) ?? (first == "help" && arguments.count > 1 ? mistake(arguments[1]) : nil)
}

/// What is wrong with the word behind 'templates', where it is none of its parts.
private func misspeltPart(_ word: String) -> String? {
  let parts = ["list", "show", "copy", "keys"]
  guard !word.hasPrefix("-"), !parts.contains(word) else { return nil }
  let known = suggestion(for: word, among: parts) ?? "there are list, show, copy and keys"
  return "there is no command 'templates \(word)'; \(known)"
}
