import ArgumentParser
import Foundation
import SiteGen

/// `sitegen add`: adds documents to a project.
struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add documents: copy each to seeds/, make its text, and write its card.",
    discussion: """
      Example: sitegen add report.txt letter.pdf

      Plain text and PDFs are read; the text of a PDF is made by pdftotext (of poppler). For any other document, and for a \
      picture, write its text yourself: sitegen add photo.jpg --text photo.txt. Nothing that exists is changed. Exit \
      status: 0 success; 64 wrong usage; 69 pdftotext is missing; 73 a document cannot be added; 74 reading or writing \
      failed. If one document cannot be added, the others still are.
      """)

  @Argument(help: "The documents; '-' reads one from standard input and needs --id.", completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("The text of the one document, written by a person.", valueName: "file"))
  var text: String?

  @Option(help: "The name of the one document's card, without '.md'; by default made from its name.")
  var id: String?

  @OptionGroup var project: ProjectOption

  func validate() throws {
    if files.count > 1, text != nil || id != nil || files.contains("-") {
      throw ValidationError("'--text', '--id' and '-' need exactly one document")
    }
    if files == ["-"], id == nil { throw ValidationError("give a document from standard input a name with '--id'") }
  }

  func run() {
    var status: Int32 = 0
    for file in files {
      do throws(PublishError) {
        let document = NewDocument(
          path: file == "-" ? "\(id ?? "").txt" : file, bytes: try readInput(file),
          textByHand: try text.map(readInput), id: id)
        let added = try add(document, to: project.folder, on: today())
        for path in added.files { writeOutput(path + "\n") }
        for remark in added.remarks { printError("sitegen: \(shownSafely(remark))") }
      } catch {
        printError(error)
        status = max(status, error.exitStatus)
      }
    }
    leave(status)
  }
}

/// Today in the time zone of the machine, `YYYY-MM-DD`.
private func today() -> String {
  var now = time(nil)
  var local = tm()
  localtime_r(&now, &local)
  return String(format: "%04d-%02d-%02d", Int(local.tm_year) + 1900, Int(local.tm_mon) + 1, Int(local.tm_mday))
}
