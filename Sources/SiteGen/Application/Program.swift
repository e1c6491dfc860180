internal import CDisk
import Foundation

/// An external program, run without a shell.
struct Program: Sendable {
  private let path: String

  /// Nil if no folder in PATH contains the program. Relative folders in PATH are ignored.
  init?(named name: String) throws(SystemError) {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
      let path = folder + "/" + name
      do throws(SystemError) {
        guard try FileStatus.of(path, followingLinks: true)?.kind == .file else { continue }
        guard access(path, X_OK) == 0 else { throw .last }
        self.path = path
        return
      } catch {
        // As in a shell, PATH may name files, folders that this user may not read, and files that are no programs.
        guard error == .fileInPath || error.isForbidden else { throw error }
      }
    }
    return nil
  }

  /// Runs the program on a file in `scratch`, for at most 30 seconds and, on Linux, with at most `memory` bytes of memory. Its standard output goes to the file `output`,
  /// and its error output to `output` with the extension `.txt`. `environment` is added to that of this process.
  ///
  /// The exit status is ignored; the caller checks the output instead.
  func run(
    _ arguments: [String], in scratch: ScratchFolder, from input: String, to output: String,
    environment: [String: String] = [:], memory: Int = 0
  ) throws(SystemError) {
    let all = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    let words = copies(of: [path] + arguments)
    let variables = copies(of: all.map { $0 + "=" + $1 })
    defer { for copy in words + variables { free(copy) } }
    let base = scratch.path + "/"
    var status: Int32 = 0
    let number = cdisk_run(
      path, words, variables, base + input, base + output, base + output + ".txt", 30_000, Int64(memory), &status)
    guard number == 0 else { throw SystemError(number: number) }
  }

  /// Texts for C, with a null pointer after the last one. The caller frees them.
  private func copies(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }
}
