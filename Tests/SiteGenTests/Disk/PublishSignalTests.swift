import Foundation
import Testing

@testable import SiteGen

private let before = ["a.html": "old", "b.html": "same", "gone.html": "old"]
private let after = ["a.html": "new", "b.html": "same", "new.html": "new"]

/// Sends this process a signal, and waits until it was received: by another thread, because those of the pool block
/// signals.
private func interrupt(by number: Int32) {
  kill(getpid(), number)
  for _ in 0..<6000 where Interruption.arrived == nil { usleep(10_000) }
}

/// Publishes, sends this process a signal at a step, and exits with the status that a build would have.
private func publishAndSignal(_ number: Int32, in path: String, at name: String, isInPlace: Bool = false) -> Never {
  // A test runner may ignore it.
  signal(number, SIG_DFL)
  endOnSignals()
  let hooks = PublishHooks(reached: { step in
    // A second signal would end the process at once.
    if step.rawValue == name, Interruption.arrived == nil { interrupt(by: number) }
  })
  var options = PublishOptions()
  options.isInPlace = isInPlace
  do throws(PublishError) {
    let output = try OutputFolder(path + "/public", project: path, linked: [])
    _ = try publish(site(after), to: output, options, hooks: hooks)
    exit(0)
  } catch {
    guard error.message.hasPrefix("interrupted by SIG") else { exit(1) }
    exit(error.left == .newSite ? error.exitStatus - 100 : error.exitStatus)
  }
}

@Suite struct PublishSignals {
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP], ["locked", "compared", "written", "linked", "ready"])
  func removeWhatIsUnfinished(number: Int32, step: String) async throws {
    let folder = try TemporaryFolder()
    try publish(before, in: folder)
    try folder.write("mine", to: "public/CNAME")
    let state = try folder.state(of: "")
    let path = folder.path
    await #expect(processExitsWith: .exitCode(128 + number)) {
      [number = number as Int32, path = path as String, step = step as String] in
      publishAndSignal(number, in: path, at: step)
    }
    #expect(try folder.state(of: "") == state)
  }

  /// The new site is in place: what is left is finished, and the status says that the process was interrupted.
  @Test(arguments: ["exchanged", "setAside", "removedOne", "removed"])
  func finishWhatIsInPlace(step: String) async throws {
    let folder = try TemporaryFolder()
    try publish(before, in: folder)
    let path = folder.path
    await #expect(processExitsWith: .exitCode(128 + SIGTERM - 100)) {
      [path = path as String, step = step as String] in
      publishAndSignal(SIGTERM, in: path, at: step)
    }
    for (path, text) in after { #expect(folder.text(of: "public/" + path) == text) }
    #expect(try folder.names() == ["public"])
  }

  @Test(arguments: [("staged", 128 + SIGINT), ("recordedBoth", 128 + SIGINT - 100)] as [(String, Int32)])
  func finishFilesThatAreReplacedOneByOne(step: String, status: Int32) async throws {
    let folder = try TemporaryFolder()
    try publish(before, in: folder)
    let path = folder.path
    await #expect(processExitsWith: .exitCode(status)) { [path = path as String, step = step as String] in
      publishAndSignal(SIGINT, in: path, at: step, isInPlace: true)
    }
    #expect(folder.text(of: "public/a.html") == (step == "staged" ? "old" : "new"))
    #expect(folder.exists("public/gone.html") == (step == "staged"))
    #expect(try folder.names() == ["public"])
    #expect(!folder.exists("public/.sitegen"))
  }

  @Test func endAtOnceWhenSentTwice() async throws {
    let folder = try TemporaryFolder()
    try publish(before, in: folder)
    let path = folder.path
    await #expect(processExitsWith: .exitCode(128 + SIGINT)) { [path = path as String] in
      signal(SIGINT, SIG_DFL)
      endOnSignals()
      let hooks = PublishHooks(reached: { step in
        guard step == .exchanged else { return }
        interrupt(by: SIGINT)
        kill(getpid(), SIGINT)
        sleep(60)
        exit(1)
      })
      let output = try OutputFolder(path + "/public", project: path, linked: [])
      _ = try publish(site(after), to: output, hooks: hooks)
    }
    #expect(folder.text(of: "public/a.html") == "new")
    try publish(after, in: folder)
    #expect(try folder.names() == ["public"])
  }
}
