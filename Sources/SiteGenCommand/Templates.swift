import ArgumentParser
import SiteGen

/// `sitegen templates`: lists, shows, copies and documents the templates.
struct Templates: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, show and copy the templates that come with sitegen.",
    discussion: """
      Example: sitegen templates copy brief

      A file in the site's Templates/ replaces the file of the same name that comes with sitegen.
      """,
    subcommands: [List.self, Show.self, Copy.self, Keys.self])

  /// `sitegen templates list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the files with their purposes.", discussion: "Example: sitegen templates list")

    func run() { writeOutput(templateList()) }
  }

  /// `sitegen templates show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print one of the files.", discussion: "Example: sitegen templates show layout")

    @Argument(help: "The file, such as 'layout.mustache'; for a template, 'layout' is enough.")
    var name: String

    func validate() throws { try checkNames([name]) }

    func run() { writeOutput(templateBytes(named: name) ?? []) }
  }

  /// `sitegen templates copy`
  struct Copy: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copy files to the site's Templates/, so that you can change them.",
      discussion: """
        Example: sitegen templates copy layout

        If one of them already exists there, nothing is written (exit status 73).
        """)

    @Argument(help: "The files, such as 'layout.mustache'; for templates, 'layout' is enough.")
    var names: [String] = []

    @Flag(help: "Copy all of them.")
    var all = false

    @OptionGroup var project: ProjectOption

    func validate() throws {
      if names.isEmpty != all { throw ValidationError("name the files to copy, or give '--all' instead") }
      try checkNames(names)
    }

    func run() {
      do throws(PublishError) {
        for path in try copyTemplates(all ? templateNames : names, to: project.folder) { writeOutput(path + "\n") }
      } catch {
        printError(error)
        leave(error.exitStatus)
      }
    }
  }

  /// `sitegen templates keys`
  struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the keys of each template as Markdown, with examples from the site.",
      discussion: "Example: sitegen templates keys")

    @OptionGroup var project: ProjectOption

    func run() {
      let keys = templateKeys(project: project.folder)
      writeOutput(keys.text)
      if let missing = keys.missing { printError("sitegen: \(missing)") }
    }
  }
}

private func checkNames(_ names: [String]) throws {
  let stems = templateNames.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(".mustache".count)) }
  for name in names where templateBytes(named: name) == nil {
    throw ValidationError(
      noSuchName(
        name, of: "template", among: templateNames + stems,
        otherwise: "'sitegen templates list' lists all of them"))
  }
}
