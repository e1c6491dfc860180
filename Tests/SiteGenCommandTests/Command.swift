import Foundation

/// The result of a run of the built `sitegen`.
struct CommandResult {
  let status: Int32
  let output: String
  let errors: String
}

/// Runs the `sitegen` next to the test bundle.
func sitegen(
  _ arguments: String..., in folder: String, environment: [String: String] = [:], closingOutput: Bool = false
) throws -> CommandResult {
  try sitegen(arguments, in: folder, environment: environment, closingOutput: closingOutput)
}

/// `limit` is the argument of the shell's `ulimit` for the run. `shell` is a shell command to run instead, in which
/// `$SITEGEN` is the program.
func sitegen(
  _ arguments: [String], in folder: String, environment: [String: String] = [:], closingOutput: Bool = false,
  limit: String? = nil, shell: String? = nil
) throws -> CommandResult {
  let process = Process()
  process.executableURL = builtFolder().appendingPathComponent("sitegen")
  process.arguments = arguments
  if let limit, let command = process.executableURL?.path {
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "ulimit \(limit) && exec \"$@\"", "sh", command] + arguments
  }
  var environment = environment
  if let shell {
    environment["SITEGEN"] = process.executableURL?.path
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", shell]
  }
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "NO_COLOR" }
    .merging(environment) { _, new in new }
  let output = Pipe()
  process.standardOutput = output
  // Why a file: two pipes that are read one after the other can block each other.
  let errors = FileManager.default.temporaryDirectory.appendingPathComponent("sitegen-errors-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: errors) }
  try Data().write(to: errors)
  process.standardError = try FileHandle(forWritingTo: errors)
  if closingOutput { try output.fileHandleForReading.close() }
  try process.run()
  let text = closingOutput ? Data() : output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return CommandResult(
    // The number of a signal is made negative, to distinguish it from an exit status.
    status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
    output: String(decoding: text, as: UTF8.self), errors: try String(contentsOf: errors, encoding: .utf8))
}

private func builtFolder() -> URL {
  let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
  var url = URL(fileURLWithPath: bundle)
  while url.path.contains(".xctest") { url.deleteLastPathComponent() }
  return url
}

/// A small project in a temporary folder, which is removed with it.
final class SmallProject: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("sitegen command ü \(UUID().uuidString)").path
    let usual = [
      "sitegen.yaml": "title: A small site\nlanguage: en\n",
      "Content/index.md": "---\ntitle: Home\nsummary: A page\n---\nWords.\n",
    ]
    for (name, text) in usual.merging(files, uniquingKeysWith: { _, new in new }) { try write(text, to: name) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + name)
  }
}
