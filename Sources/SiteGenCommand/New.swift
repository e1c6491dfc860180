import ArgumentParser
import SiteGen

/// `sitegen new`: makes a new site, or a new note in a site.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new site, or a new note in a site.",
    discussion: """
      Examples: sitegen new flood --title 'Flood in Murrenau'
                sitegen new topic 'The town after the flood'

      A new site is a complete example with comments: two documents, their cards, a topic and a page. Exit status: \
      0 success; 64 wrong usage; 73 something is in the way; 74 writing failed.
      """,
    subcommands: [Site.self, Topic.self, Page.self], defaultSubcommand: Site.self)

  /// `sitegen new FOLDER`
  struct Site: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a small complete site, with comments that explain its files.",
      discussion: "Example: sitegen new flood --title 'Flood in Murrenau'")

    @Argument(help: "The folder to make; it may exist if it is empty.", completion: .directory)
    var folder: String

    @Option(help: "The title of the site.")
    var title = "Flood in Murrenau"

    @Option(help: "The language of the site, such as 'de' or 'pt-BR'.")
    var language = "en"

    func validate() throws {
      if folder.isEmpty { throw ValidationError("name the folder to make") }
      if let mistake = mistakeInTitle(title) ?? mistakeInLanguage(language) { throw ValidationError(mistake) }
    }

    func run() {
      writing { () throws(PublishError) in
        for path in try makeSite(in: folder, title: title, language: language) { writeOutput(path + "\n") }
        printError("sitegen: next, run 'sitegen serve --open' in '\(folder)', and change its files")
      }
    }
  }

  /// `sitegen new topic TITLE`
  struct Topic: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a topic: a note that asks questions.",
      discussion: "Example: sitegen new topic 'The town after the flood'")

    @OptionGroup var note: NoteOptions

    func run() { note.make(asTopic: true) }

    func validate() throws { try note.check(asTopic: true) }
  }

  /// `sitegen new page TITLE`
  struct Page: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a page: a note without questions.", discussion: "Example: sitegen new page 'Who we are'")

    @OptionGroup var note: NoteOptions

    func run() { note.make(asTopic: false) }

    func validate() throws { try note.check(asTopic: false) }
  }

  struct NoteOptions: ParsableArguments {
    @Argument(help: "The title of the note.")
    var title: String

    @Option(help: "The name of the file in Content/, without '.md'; by default made from the title.")
    var id: String?

    @OptionGroup var project: ProjectOption

    func check(asTopic isTopic: Bool) throws {
      if let mistake = mistakeInNote(titled: title, id: id, asTopic: isTopic) { throw ValidationError(mistake) }
    }

    func make(asTopic isTopic: Bool) {
      writing { () throws(PublishError) in
        writeOutput(try makeNote(titled: title, id: id, asTopic: isTopic, in: project.folder) + "\n")
      }
    }
  }
}

/// Runs `body`; if writing fails, prints the error and ends the process.
private func writing(_ body: () throws(PublishError) -> Void) {
  do throws(PublishError) {
    try body()
  } catch {
    printError(error)
    leave(error.exitStatus)
  }
}
