import ArgumentParser
import SiteGen

/// The `sitegen` command. Without a subcommand, it prints its help.
@main
struct SitegenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Make a fact-sheet website in which every figure is traced to the words of its report.",
    discussion: """
      A project is a folder with sitegen.yaml, Content/ and seeds/. Exit status: 0 success; 1 input errors, nothing \
      written; 2 'diff' found changes; 64 wrong usage; 69 a program that sitegen runs is missing; 73 refused to overwrite; 74 writing failed; \
      129, 130, 143 ended by SIGHUP, SIGINT or SIGTERM, after unfinished files were removed.
      """,
    version: sitegenVersion,
    subcommands: [
      New.self, Add.self, Build.self, Diff.self, List.self, Explain.self, Check.self, Cards.self, Serve.self,
      Rules.self,
      Templates.self,
    ])

  static func main() {
    openClosedStreams()
    ignoreSignalsOfWriting()
    endOnSignals()
    // Why: Linux gives the arguments in /proc only, and without arguments this would print the help and succeed.
    guard !CommandLine.arguments.isEmpty else {
      printError("sitegen: error: the arguments of the program cannot be read\n      = mount /proc")
      leave(74)
    }
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let mistake = unknownSubcommand(arguments[...]) {
      printError("sitegen: error: \(mistake)\nSee 'sitegen --help'.")
      leave(64)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      // Help and the version are errors of the parser, too.
      let status = exitCode(for: error)
      let text = fullMessage(for: error)
      if !text.isEmpty { status.isSuccess ? writeOutput(text + "\n") : printError(text) }
      leave(status.rawValue)
    }
  }
}

/// The error message if the arguments start with a word that is not a subcommand; nil otherwise.
private func unknownSubcommand(
  _ words: ArraySlice<String>, of command: any ParsableCommand.Type = SitegenCommand.self
) -> String? {
  let subcommands = command.configuration.subcommands
  guard let word = words.first, !word.hasPrefix("-"), !subcommands.isEmpty else { return nil }
  if let next = subcommands.first(where: { name(of: $0) == word }) {
    return unknownSubcommand(words.dropFirst(), of: next)
  }
  guard command.configuration.defaultSubcommand == nil else { return nil }
  let isRoot = command == SitegenCommand.self
  if isRoot, word == "help" { return unknownSubcommand(words.dropFirst()) }
  let known = subcommands.map(name) + (isRoot ? ["help"] : [])
  return noSuchName(
    word, of: isRoot ? "subcommand" : name(of: command) + " subcommand", among: known,
    otherwise: "the subcommands are \(known.dropLast().joined(separator: ", ")) and \(known.last ?? "")")
}

private func name(of command: any ParsableCommand.Type) -> String {
  "\(command)".lowercased()
}
