import Foundation
import Testing

/// Runs sitegen on the projects of Tests/Hostile, each in a folder whose surroundings are watched.
///
/// The usual tests run one case in ten; with SITEGEN_HOSTILE=all, as in `make torture`, they run all.
@Suite("Hostile projects") struct HostileTests {
  static let runsAll = ProcessInfo.processInfo.environment["SITEGEN_HOSTILE"] == "all"

  /// Rules of the tables: at least 300 different cases, each kind with some.
  @Test func haveManyKinds() throws {
    let cases = try HostileCase.all()
    let kinds = Dictionary(grouping: cases) { $0.name.prefix { $0 != "." } }
    print("hostile projects: \(cases.count) cases of \(kinds.count) kinds")
    #expect(cases.count >= 300)
    #expect(kinds.count >= 12)
    for (kind, cases) in kinds { #expect(cases.count >= 10, "\(kind).tsv has \(cases.count) cases") }
    let distinct = Set(cases.map(\.input))
    #expect(distinct.count == cases.count, "two cases are the same")
  }

  @Test func areHandledAsTheTablesSay() throws {
    let base = try BaseProject()
    let all = try HostileCase.all()
    let cases = Self.runsAll ? all : all.enumerated().filter { $0.offset % 10 == 3 }.map(\.element)
    var failures = 0
    for hostile in cases {
      let faults = try run(hostile, base)
      if !faults.isEmpty { failures += 1 }
      for fault in faults { Issue.record("\(hostile.name): \(fault)") }
    }
    print("hostile projects: \(cases.count - failures) of \(cases.count) as expected")
  }

  private func run(_ hostile: HostileCase, _ base: BaseProject) throws -> [String] {
    let project = try WatchedProject(copyOf: base.root, edits: hostile.edits)
    let clock = ContinuousClock()
    let start = clock.now
    let result = try sitegen(hostile.arguments, in: project.path, environment: ["TERM": "xterm"])
    let time = clock.now - start
    let printed = result.output + result.errors
    var faults: [String] = []
    func expect(_ condition: Bool, _ fault: @autoclosure () -> String) { if !condition { faults.append(fault()) } }

    expect(
      result.status == hostile.status, "exit status \(result.status), not \(hostile.status)\n\(printed.prefix(2000))")
    if let rule = hostile.rule {
      expect(printed.contains("[\(rule)]") || printed.contains("\"\(rule)\""), "no \(rule)\n\(printed.prefix(2000))")
    } else {
      let isClean = !printed.contains(" error: ") && !printed.contains(" warning: ")
      expect(isClean || hostile.status > 0, "diagnostics\n\(printed.prefix(2000))")
    }
    // Why the first test: no text contains the empty one.
    expect(
      hostile.phrase.isEmpty || printed.contains(hostile.phrase),
      "does not say '\(hostile.phrase)'\n\(printed.prefix(2000))")
    expect(time < .seconds(60), "took \(time)")
    expect(printed.utf8.count <= 1 << 20, "printed \(printed.utf8.count) bytes")
    let longest = printed.utf8.split(separator: UInt8(ascii: "\n")).map(\.count).max() ?? 0
    expect(longest <= 4000, "printed a line of \(longest) bytes")
    let controls = printed.unicodeScalars.filter { isControl($0) }
    expect(controls.isEmpty, "printed control characters: \(Set(controls).map(\.value))")
    let changes = project.changes(allowingOutput: result.status == 0)
    expect(changes.isEmpty, "changed \(changes.prefix(5))")
    return faults
  }
}

/// Whether a character would act on a terminal, or reorder what it shows.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A: false
  case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0x2028, 0x2029: true
  default: false
  }
}

/// The folder from which every case starts: a project with its site, and things next to it that nobody may touch.
private final class BaseProject {
  let root: String

  init() throws {
    root =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("hostile-base-\(UUID().uuidString)").path
    let manager = FileManager.default
    try manager.createDirectory(atPath: root + "/outside/public", withIntermediateDirectories: true)
    try manager.copyItem(atPath: hostileFolder + "/base", toPath: root + "/project")
    for name in ["outside/secret.txt", "outside/public/index.html", "secret.md"] {
      try Data("secret\n".utf8).write(to: URL(fileURLWithPath: root + "/" + name))
    }
    let built = try sitegen("build", "--quiet", in: root + "/project")
    guard built.status == 0, built.errors.isEmpty else {
      throw HostileTableError(description: "the base project has diagnostics: \(built.errors)")
    }
    try Data("mine\n".utf8).write(to: URL(fileURLWithPath: root + "/project/public/mine.txt"))
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }
}
