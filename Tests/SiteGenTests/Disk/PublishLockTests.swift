import Foundation
import Testing

@testable import SiteGen

private let files = ["a.html": "1"]

@Suite struct TwoPublications {
  /// Also without an old site, when there is no folder yet to lock.
  @Test(arguments: [true, false])
  func atOnceLeaveOneWholeSite(isFirst: Bool) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    if !isFirst { try publish(Dictionary(uniqueKeysWithValues: (0..<50).map { ("\($0).html", "start") }), in: folder) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<3 {
        group.addTask {
          let output = try OutputFolder(path + "/public", project: path, linked: [])
          for round in 0..<3 {
            let files = (0..<50).map { ("\($0).html", "\(number) in \(round)") }
            _ = try publish(site(Dictionary(uniqueKeysWithValues: files)), to: output)
          }
        }
      }
      try await group.waitForAll()
    }
    let texts = Set((0..<50).map { folder.text(of: "public/\($0).html") })
    #expect(texts.count == 1)
    #expect(try folder.names() == ["public"])
  }

  @Test(arguments: [(0.0, 1), (0.04, 1), (9.0, 0)], [true, false])
  func reportOnceThatOneWaits(_ wait: (delay: Double, times: Int), isFirst: Bool) async throws {
    let folder = try TemporaryFolder()
    if !isFirst { try publish(["b.html": "1"], in: folder) }
    await confirmation(expectedCount: wait.times) { said in
      let hooks = PublishHooks(reached: { step in
        guard step == .locked else { return }
        let waiting = PublishHooks(
          waits: { holder in
            said()
            #if os(Linux)
              #expect(holder?.hasSuffix("(process \(getpid()))") == true, "\(holder ?? "")")
            #endif
          }, delay: wait.delay, timeout: 0.1)
        #expect(refusal { try publish(files, in: folder, hooks: waiting) } != nil)
      })
      #expect(throws: Never.self) { try publish(files, in: folder, hooks: hooks) }
    }
  }

  @Test func doNotWaitForever() throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    let hooks = PublishHooks(reached: { step in
      guard step == .locked else { return }
      let message = refusal { try publish(files, in: folder, hooks: PublishHooks(timeout: 0.05)) }
      #expect(message?.hasPrefix("another build") == true)
      #expect(message?.contains("is writing to '\(path)/public' and has not finished") == true)
    })
    try publish(files, in: folder, hooks: hooks)
  }

  /// The lock belongs to the output, not to the folder above it.
  @Test(arguments: [true, false])
  func ofSiblingFoldersDoNotWait(isFirst: Bool) throws {
    let folder = try TemporaryFolder()
    if !isFirst {
      try publish(["b.html": "1"], in: folder, to: "one")
      try publish(["b.html": "1"], in: folder, to: "two")
    }
    for step in [PublishStep.locked, .ready, .exchanged] {
      let text = step.rawValue
      let hooks = PublishHooks(reached: { reached in
        guard reached == step else { return }
        #expect(throws: Never.self) {
          try publish(["a.html": text], in: folder, to: "two", hooks: PublishHooks(timeout: 0))
        }
      })
      try publish(["a.html": text], in: folder, to: "one", hooks: hooks)
      #expect(folder.text(of: "one/a.html") == text && folder.text(of: "two/a.html") == text)
    }
    #expect(try folder.names() == ["one", "two"])
  }

  /// The folder was exchanged meanwhile, so a build that waited for the old one must lock the new one.
  @Test func lockTheFolderThatIsInPlace() throws {
    let folder = try TemporaryFolder()
    try publish(["b.html": "1"], in: folder)
    let hooks = PublishHooks(reached: { step in
      guard step == .exchanged else { return }
      #expect(
        refusal { try publish(files, in: folder, hooks: PublishHooks(timeout: 0)) }?.contains("is writing") == true)
    })
    try publish(files, in: folder, hooks: hooks)
    #expect(try folder.names() == ["public"])
  }
}
