import ArgumentParser
import Dispatch
import Foundation
import SiteGen
import SiteGenPreview

/// `sitegen serve`: shows the site in a browser, from memory; nothing is written.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the site in a browser while you write; nothing is written.",
    discussion: """
      Example: sitegen serve --open

      The pages are those that 'build' would write. When you save a file, the browser reloads each open \
      page that has changed. If there is an error, open pages keep their content and show the error. Press Ctrl-C to \
      stop.
      """)

  @OptionGroup var project: ProjectOption

  @Option(
    help: ArgumentHelp("The port, or 0 for any free port. The default is 4173 or the next free port.", valueName: "n"))
  var port: UInt16?

  @Option(
    help: ArgumentHelp(
      "Listen on this address of the machine, so that other machines can connect; 0.0.0.0 for all addresses.",
      valueName: "address"))
  var bind: String?

  @Option(
    help: ArgumentHelp(
      "Answer also for this host name, such as that of a proxy in front of the server.", valueName: "name"))
  var host: String?

  @Option(
    help: ArgumentHelp(
      "Serve the site below a path, such as /my-site/, to check that nothing depends on the root.", valueName: "path"))
  var basePath = "/"

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Flag(help: "Serve the pages without the script that reloads them.")
  var noReload = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Print only addresses and diagnostics.")
  var quiet = false

  func validate() throws {
    if bind?.isEmpty == true { throw ValidationError("'--bind' must name an address") }
    if let host, !isHostName(host.lowercased()) {
      throw ValidationError("'--host' must be a name such as preview.example.org, without 'http://' and port")
    }
    let isPath = basePath.utf8.allSatisfy { $0.isUnreserved || $0 == UInt8(ascii: "/") }
    let parts = basePath.split(separator: "/")
    guard isPath, basePath.utf8.count <= 200, !parts.contains(where: { $0.first == "." }) else {
      throw ValidationError(
        "'--base-path' must be a path such as /my-site/: letters, digits, '-', '_', '.' and '~', no part that starts "
          + "with '.', at most 200 bytes")
    }
  }

  func run() throws {
    var options = PreviewOptions()
    options.project = project.folder
    options.isStrict = strict
    options.port = port
    options.address = bind
    options.host = host?.lowercased()
    options.basePath = "/" + basePath.split(separator: "/").map { $0 + "/" }.joined()
    options.reloads = !noReload
    let (isQuiet, opens) = (quiet, self.open)
    endOnInterrupt()
    Task.detached { [options] in
      do throws(PreviewFailure) {
        try await servePreview(options) { event in
          report(event, isQuiet: isQuiet)
          if opens, case .listening(let address, _, _) = event { openInBrowser(address) }
        }
      } catch {
        printError("sitegen: error: \(error.message)\n      = \(error.remedy)")
        leave(1)
      }
    }
    dispatchMain()
  }
}

private func report(_ event: PreviewEvent, isQuiet: Bool) {
  switch event {
  case .listening(let address, let others, let portTaken):
    if let portTaken { show("sitegen: \(portTaken); using the next free port\n", on: STDERR_FILENO) }
    show("\(address)\n", on: STDOUT_FILENO)
    guard !others.isEmpty else { break }
    show(
      "sitegen: while the server runs, every machine in this network can read the site at "
        + others.joined(separator: " or ") + "\n", on: STDERR_FILENO)
  case .polls(let reason):
    if !isQuiet {
      show(
        "sitegen: \(reason), so the files are checked for changes about twice a second, or less often in a large "
          + "project\n", on: STDERR_FILENO)
    }
  case .started(let report, let time):
    show(formatted(report.diagnostics, as: .text, colours: isErrorOutputColourful()), on: STDERR_FILENO)
    let sum = (report.summary.map { [$0] } ?? []) + report.counts
    if !isQuiet { show("\(sum.joined(separator: ", ")), in \(seconds(time)) s\n", on: STDOUT_FILENO) }
  case .changed(let report, let changed, let time, let differing):
    show(formatted(report.diagnostics, as: .text, colours: isErrorOutputColourful()), on: STDERR_FILENO)
    var sum = report.counts
    if report.summary == nil { sum.append("the last good site stays") }
    if let differing {
      sum.append(differing == 1 ? "1 page differs" : "\(differing) pages differ")
    }
    let others = changed.count - 1
    let what = (changed.first.map(shownSafely) ?? "a folder") + (others > 0 ? " and \(counted(others, "other"))" : "")
    if !isQuiet {
      show("\(what): \((sum + ["in \(seconds(time)) s"]).joined(separator: ", "))\n", on: STDOUT_FILENO)
    }
  }
}

/// Prints a text. A failure is ignored, because the server does not depend on its terminal.
private func show(_ text: String, on stream: Int32) { _ = tryToWrite(Array(text.utf8), to: stream) }
