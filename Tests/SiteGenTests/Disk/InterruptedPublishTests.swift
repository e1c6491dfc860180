import Foundation
import Testing

@testable import SiteGen

private let before = ["a.html": "old", "b.html": "same", "data/c.csv": "old", "gone/d.csv": "old"]
private let after = ["a.html": "new", "b.html": "same", "data/c.csv": "new", "new/e.csv": "new"]

private func prepare(_ folder: TemporaryFolder) throws {
  try publish(before, in: folder)
  try folder.write("mine", to: "public/CNAME")
  try folder.write("mine", to: "public/data/mine.csv")
  try folder.write("mine", to: "public/gone/mine.csv")
  try folder.write("mine", to: "public/others/mine.csv")
}

/// Publishes, and ends the process at a step as `kill -9` would.
private func publishAndDie(in path: String, at step: String, _ options: PublishOptions = PublishOptions()) {
  let hooks = PublishHooks(reached: { if $0.rawValue == step { _exit(9) } })
  guard let output = try? OutputFolder(path + "/public", project: path, linked: []) else { return }
  _ = try? publish(site(after), to: output, options, hooks: hooks)
}

/// Makes the workspace that a process killed at its first file leaves behind.
func makeWorkspace(in folder: TemporaryFolder, of name: String = "public") throws {
  let output = try OutputFolder(folder.path + "/" + name, project: folder.path, linked: [])
  let lock = OutputLock(parent: try Folder(folder.path), site: nil, workspace: nil)
  _ = try Workspace(of: output, lock).open()
}

/// Whether the published site has these files with these texts.
private func published(_ files: [String: String], in folder: TemporaryFolder) -> Bool {
  files.allSatisfy { folder.text(of: "public/" + $0.key) == $0.value }
}

@Suite struct InterruptedPublish {
  @Test(arguments: PublishStep.allCases.filter { !PublishStep.ofReplacement.contains($0) }.map(\.rawValue))
  func leavesAWholeSiteAndIsFinishedByTheNext(step: String) async throws {
    let folder = try TemporaryFolder()
    try prepare(folder)
    let path = folder.path
    await #expect(processExitsWith: .exitCode(9)) { [path = path as String, step = step as String] in
      publishAndDie(in: path, at: step)
    }
    let isNew = folder.text(of: "public/a.html") == "new"
    #expect(published(isNew ? after : before, in: folder))
    #expect(folder.exists(isNew ? "public/gone/d.csv" : "public/new/e.csv") == false)
    // Files of others are in their place at every moment, folders only after the exchange was completed.
    #expect(folder.text(of: "public/CNAME") == "mine" && folder.text(of: "public/gone/mine.csv") == "mine")
    try publish(after, in: folder)
    try expectComplete(folder)
  }

  /// Without an exchange of folders, there are files of both sites until the next build.
  @Test(arguments: PublishStep.ofReplacement.map(\.rawValue), [false, true])
  func isFinishedByTheNextInPlaceOrNot(step: String, nextIsInPlace: Bool) async throws {
    let folder = try TemporaryFolder()
    try prepare(folder)
    let path = folder.path
    await #expect(processExitsWith: .exitCode(9)) { [path = path as String, step = step as String] in
      var options = PublishOptions()
      options.isInPlace = true
      publishAndDie(in: path, at: step, options)
    }
    #expect(folder.text(of: "public/CNAME") == "mine" && folder.text(of: "public/gone/mine.csv") == "mine")
    var options = PublishOptions()
    options.isInPlace = nextIsInPlace
    try publish(after, in: folder, options)
    try expectComplete(folder)
  }

  @Test(arguments: [PublishStep.exchanged, .movedUnmanaged, .removedOne].map(\.rawValue))
  func keepsTheWordOfAUserWhoOverwritesEdits(step: String) async throws {
    let folder = try TemporaryFolder()
    try prepare(folder)
    try folder.write("edited", to: "public/a.html")
    try folder.write("edited", to: "public/gone/d.csv")
    let path = folder.path
    await #expect(processExitsWith: .exitCode(9)) { [path = path as String, step = step as String] in
      var options = PublishOptions()
      options.overwritesEdits = true
      publishAndDie(in: path, at: step, options)
    }
    try publish(after, in: folder)
    try expectComplete(folder)
  }

  private func expectComplete(_ folder: TemporaryFolder) throws {
    #expect(published(after, in: folder))
    for name in ["CNAME", "data/mine.csv", "gone/mine.csv", "others/mine.csv"] {
      #expect(folder.text(of: "public/" + name) == "mine", "\(name)")
    }
    #expect(!folder.exists("public/gone/d.csv"))
    #expect(try folder.names() == ["public"])
    #expect(
      try folder.names(in: "public") == ["CNAME", "a.html", "b.html", "data", "gone", "new", "others", "sitegen.json"])
  }

  @Test func leavesTheOldSiteWhenKilledWithinAFile() async throws {
    let folder = try TemporaryFolder()
    try prepare(folder)
    let path = folder.path
    await #expect(processExitsWith: .exitCode(9)) { [path = path as String] in
      let output = try OutputFolder(path + "/public", project: path, linked: [])
      var tree = site(after)
      tree.files.append(OutputFile(path: "z.html") { _ in _exit(9) })
      _ = try publish(tree, to: output)
    }
    #expect(published(before, in: folder))
    try publish(after, in: folder)
    #expect(published(after, in: folder))
    #expect(try folder.names() == ["public"])
  }

  @Test(arguments: ["ready.new", ".gitignore", "ready", "new/a.html"], ["1", ""])
  func doesNotPreventTheNextBuild(left: String, text: String) throws {
    let folder = try TemporaryFolder()
    try makeWorkspace(in: folder)
    try folder.write(text, to: ".public.sitegen/" + left)
    try publish(after, in: folder)
    #expect(try folder.names() == ["public"])
    try publish(before, in: folder)
    #expect(published(before, in: folder))
  }

  @Test(arguments: ["", "The new site is ma"])
  func isRecoveredWithAnUnfinishedMarker(marker: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(marker, to: ".public.sitegen/made-by-sitegen")
    try publish(after, in: folder)
    #expect(try folder.names() == ["public"])
  }

  @Test func hidesTheWorkspaceFromVersionControl() throws {
    let folder = try TemporaryFolder()
    try publish(before, in: folder)
    let path = folder.path
    let hooks = PublishHooks(reached: { step in
      guard step == .written else { return }
      let ignored = FileManager.default.contents(atPath: path + "/.public.sitegen/.gitignore")
      #expect(ignored == Data("*\n".utf8))
    })
    try publish(after, in: folder, hooks: hooks)
    #expect(try folder.names() == ["public"])
  }

  @Test func keepsFilesAddedToTheOldSiteMeanwhile() throws {
    let folder = try TemporaryFolder()
    try prepare(folder)
    let path = folder.path
    let hooks = PublishHooks(reached: { step in
      guard step == .ready else { return }
      try? Data("mine".utf8).write(to: URL(fileURLWithPath: path + "/public/new.txt"))
      try? Data("mine".utf8).write(to: URL(fileURLWithPath: path + "/public/a.html"))
    })
    let message = refusal { try publish(after, in: folder, hooks: hooks) }
    #expect(message?.contains("'a.html' appeared in the old site") == true)
    #expect(published(after, in: folder))
    #expect(folder.text(of: "public/new.txt") == "mine")
    #expect(folder.text(of: ".public.sitegen/old/a.html") == "mine")
    #expect(refusal { try publish(after, in: folder) } != nil)
    try folder.remove(".public.sitegen/old/a.html")
    try publish(after, in: folder)
    #expect(try folder.names() == ["public"])
  }
}

@Suite struct FailedPublish {
  @Test func leavesTheOldSiteWhenTheDiskIsFull() async throws {
    let folder = try TemporaryFolder()
    try prepare(folder)
    let path = folder.path
    let state = try folder.state(of: "")
    await #expect(processExitsWith: .exitCode(74)) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 10_000, rlim_max: 10_000)
      #if canImport(Glibc)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #else
        setrlimit(RLIMIT_FSIZE, &limit)
      #endif
      let output = try OutputFolder(path + "/public", project: path, linked: [])
      do throws(PublishError) {
        _ = try publish(site(["a.html": "new", "b.html": String(repeating: "long", count: 10_000)]), to: output)
      } catch {
        exit(error.exitStatus)
      }
    }
    #expect(try folder.state(of: "") == state)
  }

  @Test(arguments: [(EMFILE, 74), (EIO, 74), (EACCES, 73), (EPERM, 73)] as [(Int32, Int32)])
  func reportsWhyItCannotRead(number: Int32, status: Int32) {
    let error = SystemError(number: number)
    let failure = PublishError.readingFailed("public/a.html", ReadFailure.system(error))
    #expect(failure.exitStatus == status)
    #expect(failure.message == "'public/a.html' cannot be read: \(error.words)")
  }

  @Test(arguments: [
    ("public", "'public' cannot be read: permission is denied"),
    ("public/sitegen.json", "'public/sitegen.json' cannot be read: permission is denied"),
    ("public/b.html", "'public/b.html' cannot be read: permission is denied"),
    ("public/gone/d.csv", "'public/gone/d.csv' cannot be read: permission is denied"),
  ])
  func reportsUnreadableFolders(name: String, words: String) async throws {
    let folder = try TemporaryFolder()
    try publish(before, in: folder)
    let path = folder.path
    chmod(path, 0o777)
    chmod(path + "/" + name, 0)
    defer { chmod(path + "/" + name, 0o755) }
    await #expect(processExitsWith: .success) { [path = path as String, words = words as String] in
      // Root can read everything.
      if getuid() == 0 { setuid(65_534) }
      let output = try OutputFolder(path + "/public", project: path, linked: [])
      let message = refusal { _ = try publish(site(after), to: output) }
      let found = message?.replacing(path + "/", with: "")
      #expect(found == words)
    }
  }

  /// Checked before anything is written: later, files of the old site could not be moved to the new one.
  @Test(arguments: ["public", "public/data", "public/mine"])
  func reportsUnwritableFolders(name: String) async throws {
    let folder = try TemporaryFolder()
    try prepare(folder)
    try folder.makeFolder("public/mine")
    let path = folder.path
    for writable in ["", "public", "public/data", "public/gone", "public/mine", "public/others"]
    where writable != name {
      chmod(path + "/" + writable, 0o777)
    }
    chmod(path + "/" + name, 0o555)
    let state = try folder.state(of: "")
    await #expect(processExitsWith: .success) { [path = path as String, name = name as String] in
      // Root can write everything.
      if getuid() == 0 { setuid(65_534) }
      let output = try OutputFolder(path + "/public", project: path, linked: [])
      let message = refusal { _ = try publish(site(after), to: output) }
      #expect(message == "'\(path)/\(name)' cannot be replaced: permission is denied")
      _ = try publish(site(before), to: output)
    }
    #expect(try folder.state(of: "") == state)
    chmod(path + "/" + name, 0o777)
  }

  @Test func leavesTheOldSiteWhenTheExchangeFails() throws {
    let folder = try TemporaryFolder()
    try prepare(folder)
    let state = try folder.state(of: "")
    #expect(throws: PublishError.self) {
      try publish(after, in: folder, hooks: PublishHooks(exchangeFailure: SystemError(number: EIO)))
    }
    #expect(try folder.state(of: "") == state)
  }

  @Test func reportsWhereItCannotWrite() throws {
    let folder = try TemporaryFolder()
    #expect(throws: PublishError.self) {
      let output = try OutputFolder("/proc/sitegen/public", project: folder.path, linked: [])
      _ = try publish(site(after), to: output)
    }
  }
}

extension PublishStep {
  /// Those that are reached only if the files are replaced one by one.
  static let ofReplacement: [PublishStep] = [.staged, .recordedBoth, .replacedOne, .recordedNew]
}
