import Foundation
import Testing

@testable import SiteGen

/// A site with a topic, a card, a seed and its own template, small enough to be made a thousand times.
private let inputs: [String: String] = [
  "sitegen.yaml": "title: The bridge\nlanguage: en\nrules: {unsourced-number: warning}\n",
  "Content/index.md":
    "---\ntitle: Home\nsummary: A bridge\nasked_most: [hurt]\n---\n\n[](question:hurt), see [it](bridge.md).\n",
  "Content/bridge.md": """
  ---
  title: The bridge
  summary: What is known
  questions:
    hurt:
      asks: How many people were hurt?
      label: Hurt
      unit: people
      counts: cumulative
  ---

  Words.

  """,
  "Content/speakers.yaml": "warden:\n  name: The warden\n  kind: person\n",
  "Content/sources/2031-05-04-bridge.md": """
  ---
  seed: bridge.txt
  sha256: HASH
  title: The bridge
  published: 2031-05-04
  published_basis: stated
  recorded: 2031-05-06
  fidelity: original
  claims:
    - question: hurt
      answer: "4"
      said_by: warden
      quote: The warden counted 4 people hurt.
  ---

  """.replacingOccurrences(of: "HASH", with: sha256(Array(seed.utf8))),
  "seeds/bridge.txt": seed,
]
private let seed =
  "A bridge fell into the river on a market day, in the middle of the town. The warden counted 4 people hurt. Boats "
  + "brought them to the other side, where a doctor waited.\n"

/// The result of a reading: its diagnostics, and every file of its site.
private func result(_ reading: WatchedSite.Reading?) -> [String] {
  guard let reading else { return ["nothing was read"] }
  let files = reading.site.map { site in
    // The files of the search are made only when one of them is requested.
    (site.paths + ["search/index.js", "search/entries-0.js", "search/words-0.js"]).map {
      "\($0): \(String(decoding: site.bytes(of: $0) ?? [], as: UTF8.self))"
    }
  }
  return [formatted(reading.report.diagnostics, as: .text), reading.report.summary ?? "no site"] + (files ?? [])
}

private func makeInputs() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  for (name, text) in inputs { try folder.write(text, to: name) }
  return folder
}

@Suite struct WatchedSiteTests {
  /// After each edit in a random sequence, the site equals that of a clean build.
  ///
  /// SITEGEN_SEQUENCES sets the number of sequences. .ci/run sets it to 300, which takes minutes without optimisation.
  @Test(.long, arguments: 0..<(Int(ProcessInfo.processInfo.environment["SITEGEN_SEQUENCES"] ?? "") ?? 20))
  func equalsACleanBuildWhateverWasEdited(_ sequence: Int) throws {
    var random = Random(state: UInt64(sequence + 1))
    let folder = try makeInputs()
    let site = WatchedSite(at: folder.path)
    var newest = site.read()
    var edits: [String] = []
    for _ in 0..<3 {
      edits.append(try randomEdit(of: folder, &random))
      // No reading means that nothing has changed.
      newest = site.read() ?? newest
    }
    #expect(result(newest) == result(WatchedSite(at: folder.path).read()), "after: \(edits.joined(separator: ", "))")
  }

  @Test func readsNothingAgainWithoutChanges() throws {
    let folder = try makeInputs()
    let site = WatchedSite(at: folder.path)
    #expect(site.read()?.site != nil)
    #expect(site.read() == nil)
    try folder.write(inputs["Content/index.md"] ?? "", to: "Content/index.md")
    #expect(site.read() == nil)
    try folder.write("---\ntitle: X\nsummary: Y\n---\n", to: "Content/new.md")
    #expect(site.read()?.changed == ["Content/new.md"])
    try folder.remove("Content/new.md")
    #expect(site.read()?.changed == ["Content/new.md"])
  }

  @Test func survivesWithoutItsFolders() throws {
    let folder = try makeInputs()
    let site = WatchedSite(at: folder.path)
    let before = result(site.read())
    try FileManager.default.moveItem(atPath: folder.path + "/Content", toPath: folder.path + "/aside")
    #expect(site.read()?.changed.contains("Content/index.md") == true)
    try FileManager.default.moveItem(atPath: folder.path + "/aside", toPath: folder.path + "/Content")
    #expect(result(site.read()) == before)
    try FileManager.default.moveItem(atPath: folder.path, toPath: folder.path + "-aside")
    let without = try #require(site.read())
    #expect(without.site == nil && without.report.diagnostics.map(\.rule) == [.projectIncomplete])
    try FileManager.default.moveItem(atPath: folder.path + "-aside", toPath: folder.path)
    #expect(result(site.read()) == before)
  }

  @Test func hasTheFilesOfTheSearch() throws {
    let folder = try makeInputs()
    let site = try #require(WatchedSite(at: folder.path).read()?.site)
    for name in ["index", "entries-0", "words-0"] {
      #expect(site.has("search/\(name).js") && site.bytes(of: "search/\(name).js")?.isEmpty == false)
    }
    #expect(!site.has("search/words-1.js") && site.bytes(of: "search/") == nil)
  }

  @Test func locatesAClaim() throws {
    let folder = try makeInputs()
    let site = try #require(WatchedSite(at: folder.path).read()?.site)
    #expect(site.place(ofClaim: "2031-05-04-bridge-hurt") == "Content/sources/2031-05-04-bridge.md:10")
    #expect(site.place(ofClaim: "2031-05-04-bridge-hurt2") == nil)
  }

  /// Each change is reported: the wait ends, and the next reading includes it.
  @Test(arguments: [
    "save", "save in place", "new file", "new folder", "file in a new folder", "removal", "rename", "seed", "settings",
    "template", "moved folder",
  ])
  func reportsChanges(_ change: String) async throws {
    let folder = try makeInputs()
    try await onOneThread {
      let site = WatchedSite(at: folder.path)
      _ = site.read()
      let manager = FileManager.default
      switch change {
      case "save":
        try folder.write("---\ntitle: Home\nsummary: New\n---\n", to: ".new")
        try manager.removeItem(atPath: folder.path + "/Content/index.md")
        try manager.moveItem(atPath: folder.path + "/.new", toPath: folder.path + "/Content/index.md")
      case "save in place":
        let file = try #require(FileHandle(forWritingAtPath: folder.path + "/Content/index.md"))
        try file.seekToEnd()
        try file.write(contentsOf: Data("More.\n".utf8))
      case "new file": try folder.write("---\ntitle: X\nsummary: Y\n---\n", to: "Content/new.md")
      case "new folder": try folder.makeFolder("Content/images")
      case "file in a new folder":
        try folder.makeFolder("Content/images")
        _ = site.read()
        site.waitForCalm()
        try folder.write("<svg/>", to: "Content/images/new.svg")
      case "removal": try folder.remove("Content/bridge.md")
      case "rename":
        try manager.moveItem(atPath: folder.path + "/Content/bridge.md", toPath: folder.path + "/Content/b.md")
      case "seed": try folder.write("Other words.\n", to: "seeds/bridge.txt")
      case "settings": try folder.write("title: Other\nlanguage: en\n", to: "sitegen.yaml")
      case "template": try folder.write("{{no_such}}", to: "Templates/note.mustache")
      default: try manager.moveItem(atPath: folder.path + "/seeds", toPath: folder.path + "/aside")
      }
      // Without a report, it would wait forever.
      site.waitForChange()
      site.waitForCalm()
      let after = site.read()
      if change != "new folder" { #expect(after?.changed.isEmpty == false) }
    }
  }

  @Test func ignoresChangesOfOtherFiles() throws {
    let folder = try makeInputs()
    let site = WatchedSite(at: folder.path)
    _ = site.read()
    try folder.write("x", to: "public/index.html")
    try folder.write("x", to: "notes.txt")
    try folder.write("x", to: "Content/.index.md.swp")
    try folder.write("x", to: ".sitegen/x")
    #if os(Linux)
      let watch = FolderWatch()
      watch.add(folder.path, isRoot: true)
      watch.add(folder.path + "/Content", isRoot: false)
      try folder.write("y", to: "public/index.html")
      try folder.write("y", to: "notes.txt")
      try folder.write("y", to: "Content/.index.md.swp")
      #expect(watch.wait(forAtMost: 50) == false)
      try folder.write("y", to: "Content/x.md")
      #expect(watch.wait(forAtMost: 5000))
      // A change that was reported without a wait ends the next wait.
      try folder.remove("Content/x.md")
      #expect(watch.hasChanged(within: .seconds(5)) && watch.hasChanged(within: .zero))
      #expect(watch.wait(forAtMost: 0) && !watch.hasChanged(within: .milliseconds(50)))
    #endif
    #expect(site.read() == nil)
  }

  /// The system does not report these changes.
  @Test(arguments: ["a folder above moved", "a link led elsewhere", "a file can be read again"])
  func noticesUnreportedChanges(_ change: String) async throws {
    let folder = try TemporaryFolder()
    for (name, text) in inputs { try folder.write(text, to: "above/project/" + name) }
    let manager = FileManager.default
    try manager.copyItem(atPath: folder.path + "/above", toPath: folder.path + "/other")
    try folder.write("---\ntitle: Other\nsummary: S\n---\n", to: "other/project/Content/index.md")
    try folder.link("link", to: folder.path + "/above")
    if change == "a file can be read again" {
      try folder.link("above/project/Content/x.md", to: "../aside/x.md")
    }
    try await onOneThread {
      let site = WatchedSite(at: folder.path + (change == "a link led elsewhere" ? "/link/project" : "/above/project"))
      _ = site.read()
      switch change {
      case "a folder above moved":
        try manager.moveItem(atPath: folder.path + "/above", toPath: folder.path + "/before")
        try manager.moveItem(atPath: folder.path + "/other", toPath: folder.path + "/above")
      case "a link led elsewhere":
        try folder.remove("link")
        try folder.link("link", to: folder.path + "/other")
      default: try folder.write("---\ntitle: X\nsummary: S\n---\n", to: "above/project/aside/x.md")
      }
      // Without polling, it would wait forever.
      site.waitForChange()
      let changed = site.read()?.changed
      #expect(changed == [change == "a file can be read again" ? "Content/x.md" : "Content/index.md"])
    }
  }

  @Test func pollsIfThereAreLinks() async throws {
    let folder = try makeInputs()
    try folder.write("---\ntitle: X\nsummary: Y\n---\n", to: "elsewhere/x.md")
    try folder.link("Content/x.md", to: folder.path + "/elsewhere/x.md")
    try await onOneThread {
      let site = WatchedSite(at: folder.path)
      #expect(site.read()?.site != nil)
      #expect(site.reasonForPolling != nil)
      try folder.write("---\ntitle: New\nsummary: Y\n---\n", to: "elsewhere/x.md")
      site.waitForChange()
      #expect(site.read()?.changed == ["Content/x.md"])
    }
  }

  @Test func readsTenThousandTouchedFilesOnce() throws {
    let folder = try makeInputs()
    for number in 0..<10_000 { try folder.write("x", to: "Content/images/\(number).png") }
    let site = WatchedSite(at: folder.path)
    _ = site.read()
    for number in 0..<10_000 { utimes(folder.path + "/Content/images/\(number).png", nil) }
    site.waitForCalm()
    #expect(site.read() == nil)
    try folder.write("new", to: "Content/images/7.png")
    site.waitForChange()
    site.waitForCalm()
    #expect(site.read()?.changed == ["Content/images/7.png"])
  }
}

/// Runs a blocking function on a thread that no other test needs.
private func onOneThread(_ body: @escaping @Sendable () throws -> Void) async throws {
  try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}

/// Makes one random edit, valid or not; returns its name.
private func randomEdit(of folder: TemporaryFolder, _ random: inout Random) throws -> String {
  let manager = FileManager.default
  let files = try manager.subpathsOfDirectory(atPath: folder.path).sorted().filter { $0.contains(".") }
  let file = files[random.next(below: files.count)]
  let at = folder.path + "/" + file
  let words = [
    "river", "4 people", "](bridge.md)", "[", "{{title}}", "{{nothing}}", "é", "\n\n# Part\n", ": x\n", "---\n",
  ]
  let word = words[random.next(below: words.count)]
  switch random.next(below: 14) {
  case 0:
    try folder.write((folder.text(of: file) ?? "") + word, to: file)
    return "'\(word)' at the end of \(file)"
  case 1:
    // The same number of bytes, at once: the size does not change, nor, on some disks, the time.
    var bytes = Array((folder.text(of: file) ?? "").utf8)
    guard !bytes.isEmpty else { return "nothing" }
    bytes[random.next(below: bytes.count)] = UInt8(ascii: "e")
    try folder.write(bytes, to: file)
    return "one letter in \(file)"
  case 2:
    try manager.removeItem(atPath: at)
    return "removal of \(file)"
  case 3:
    let name = (file as NSString).deletingLastPathComponent + "/moved-" + (file as NSString).lastPathComponent
    try? manager.moveItem(atPath: at, toPath: folder.path + "/" + name)
    return "rename of \(file)"
  case 4:
    try folder.write("---\ntitle: New\nsummary: Page\n---\n\n\(word)\n", to: "Content/new-\(random.next(below: 3)).md")
    return "a new note with '\(word)'"
  case 5:
    try folder.write(inputs[file] ?? "", to: file)
    return "\(file) as at first"
  case 6:
    try folder.write("<h1>{{heading}}</h1>\(word)", to: "Templates/not-found.mustache")
    return "a template with '\(word)'"
  case 7:
    try folder.write("h1 { color: red }\n/* \(word) */", to: "Templates/assets/style.css")
    return "a style sheet"
  case 8:
    try folder.write("home: \(word)\n", to: "Templates/strings.en.yaml")
    return "the interface's words"
  case 9:
    try folder.write("x", to: "Content/images/\(random.next(below: 3))/a.png")
    return "a picture in a new folder"
  case 10:
    for name in ["Content/images", "Templates", "Content/sources"] where folder.exists(name) {
      try folder.remove(name)
      return "removal of \(name)"
    }
    return "nothing"
  case 11:
    try folder.write("title: \(word)\nlanguage: en\ncoverage: 90%\n", to: "sitegen.yaml")
    return "settings with '\(word)'"
  case 12:
    try folder.write("\(seed) Another sentence \(random.next(below: 3)).", to: "seeds/new.txt")
    return "a new seed"
  default:
    for (name, text) in inputs { try folder.write(text, to: name) }
    return "everything as at first"
  }
}

/// A linear congruential generator: the same numbers on every machine.
private struct Random {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % max(limit, 1)
  }
}
