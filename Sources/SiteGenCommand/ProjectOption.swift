import ArgumentParser

/// The `--project` option of every subcommand that reads a project.
struct ProjectOption: ParsableArguments {
  @Option(name: .customLong("project"), help: ArgumentHelp("The folder that contains sitegen.yaml.", valueName: "dir"))
  var folder = "."

  func validate() throws {
    if folder.isEmpty { throw ValidationError("'--project' must name a folder") }
  }
}
