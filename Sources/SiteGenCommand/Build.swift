import ArgumentParser
import SiteGen

/// `sitegen build`: checks the project and writes its site.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the project and write its site.",
    discussion: """
      Example: sitegen build --strict --timings

      If there is an error, all diagnostics are printed, nothing is written, and the old site stays as it is.
      """)

  @OptionGroup var options: SharedOptions

  @Option(help: ArgumentHelp("The output folder. It must be new, empty, or written by sitegen.", valueName: "dir"))
  var output: String?

  @Flag(help: "Overwrite and remove files of the site that were changed by hand since sitegen wrote them.")
  var overwriteEdits = false

  @Flag(help: "Do not wait until the site is on the disk. After a power cut, files may be empty.")
  var noSync = false

  @Flag(
    help: """
      Replace the files one by one instead of exchanging the folder. For a folder that is mounted elsewhere, for example in \
      a container.
      """)
  var inPlace = false

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("'--output' must name a folder") }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let isQuiet = options.quiet
    var publishing = PublishOptions()
    publishing.overwritesEdits = overwriteEdits
    publishing.syncs = !noSync
    publishing.isInPlace = inPlace
    let timings = options.startTimings()
    let report = buildProject(
      at: options.project.folder, output: output, strict: options.strict, options: publishing, timings: timings
    ) { line in
      if !isQuiet { printError("sitegen: \(line)") }
    }
    options.print(report, after: clock.now - start, writes: true)
    options.print(timings)
    leave(report.exitStatus)
  }
}
