import Testing

@testable import SiteGen

/// Checks that docs/inputs.md matches the keys and values that the code reads, and builds its example site.
@Suite struct InputDocsTests {
  /// The headings of docs/inputs.md that list the keys, by the file in Sources/SiteGen/Dossier that reads them.
  private static let headings = [
    "ReadSettings.swift": "sitegen.yaml", "ReadNote.swift": "Notes", "ReadQuestions.swift": "Questions",
    "ReadSpeakers.swift": "Speakers", "ReadCard.swift": "Source cards", "ReadClaims.swift": "Claims",
  ]

  @Test func buildsTheFirstExample() throws {
    let files = DocumentedSite.examples(in: try section("A site from nothing"))
    let paths = files.map(\.path)
    #expect(paths.count == 5, "the first example of docs/inputs.md is \(paths)")
    try expectClean(files)
  }

  @Test func buildsTheWholeExample() throws {
    try expectClean(DocumentedSite.files())
  }

  @Test func explainsEveryKeyThatIsRead() throws {
    for (file, keys) in try keysRead() {
      let heading = try #require(Self.headings[file], "docs/inputs.md has no heading for the keys of \(file)")
      let text = try section(heading).joined(separator: "\n")
      for key in keys.sorted() where !text.contains("`\(key)`") {
        Issue.record("docs/inputs.md does not name `\(key)`, which \(file) reads, under '\(heading)'")
      }
    }
  }

  @Test func explainsOnlyKeysThatAreRead() throws {
    let known = try keysRead().reduce(into: Set()) { $0.formUnion($1.keys) }
    let explained = keysExplained(in: try DocumentedSite.page())
    #expect(explained.count >= 60, "the tables of docs/inputs.md are not found by this test")
    for key in explained where !known.contains(key) {
      Issue.record("docs/inputs.md explains `\(key)`, and nothing reads it")
    }
  }

  @Test(arguments: [
    ("Questions", Question.Counts.allCases.map(\.rawValue)),
    ("Speakers", Speaker.Kind.allCases.map(\.rawValue) + [Speaker.report]),
    ("Source cards", Source.Fidelity.allCases.map(\.rawValue)),
    ("Claims", Claim.Modality.allCases.map(\.rawValue) + Claim.PartOfDay.allCases.map(\.rawValue)),
    ("Notes", BuiltInPage.allCases.filter(\.opensWithNote).map(\.rawValue)),
  ])
  func namesEveryValueOfAKey(_ heading: String, _ values: [String]) throws {
    let text = try section(heading).joined(separator: "\n")
    for value in values where !text.contains("`\(value)`") {
      Issue.record("docs/inputs.md does not name `\(value)` under '\(heading)'")
    }
  }

  @Test func linksOnlyToExistingRules() throws {
    for match in try DocumentedSite.page().joined(separator: "\n").matches(of: /rules\.md#([a-z-]+)/)
    where match.1 != "the-rules" {
      #expect(ruleNames.contains(String(match.1)), "docs/inputs.md leads to the rule '\(match.1)', which is none")
    }
  }

  /// The YAML keys that each source file reads, found by its calls.
  private func keysRead() throws -> [(file: String, keys: Set<String>)] {
    let readers = try filesOfProject(below: "Sources/SiteGen/Dossier").filter { $0.name.hasPrefix("Read") }
    #expect(readers.count == Self.headings.count, "the readers are \(readers.map(\.name))")
    return readers.map { file in
      let keys = Set(file.contents.matches(of: /(?:[A-Za-z]\(\s*|, for: )"([a-z_0-9]+)"/).map { String($0.1) })
      #expect(keys.count >= 4, "the keys that \(file.name) reads are not found by the pattern of this test")
      return (file.name, keys)
    }
  }

  /// The keys in the first column of tables with the heading "key".
  private func keysExplained(in lines: [Substring]) -> [String] {
    var isKeys = false
    return lines.flatMap { line -> [String] in
      if !line.hasPrefix("|") { isKeys = false }
      if line.hasPrefix("| key |") { isKeys = true }
      guard isKeys, line.hasPrefix("| `"), let cell = line.split(separator: "|").first else { return [] }
      return cell.matches(of: /`([^`]+)`/).map { String($0.1) }
    }
  }

  private func expectClean(_ files: [SourceFile]) throws {
    let built = BuiltFiles(files)
    let isClean = !built.paths.isEmpty && built.diagnostics.isEmpty
    #expect(isClean, "the site of docs/inputs.md has diagnostics:\n\(built.printedDiagnostics)")
  }

  /// The lines of docs/inputs.md under a heading of the second level.
  private func section(_ title: String) throws -> [Substring] {
    let lines = try DocumentedSite.page()
    guard let start = lines.firstIndex(of: "## \(title)") else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
  }
}
