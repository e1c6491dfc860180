import Testing

@testable import SiteGen

/// Compares the examples in docs/data.md with the output of sitegen for the same inputs.
@Suite struct DataDocsTests {
  @Test(arguments: [
    "data/claims.json", "data/claims.csv", "data/questions.json", "data/questions.csv", "data/sources.json",
    "data/sources.csv", "data/references.ris",
  ])
  func showsTheOutputOfSitegen(_ path: String) throws {
    let built = BuiltFiles(Marnow.files)
    let isBuilt = !built.paths.isEmpty
    try #require(isBuilt, "the site of docs/data.md cannot be built:\n\(built.printedDiagnostics)")
    let written = built.text(path).replacing("\r\n", with: "\n")
    let documented = try fileOfProject("docs/data.md").contents
    let isShown = documented.contains("\n" + written + "```\n")
    #expect(isShown, "docs/data.md does not show \(path) as sitegen writes it:\n\(written)")
  }

  @Test(arguments: ["claims", "questions", "sources"]) func explainsEveryFieldInOrder(_ name: String) throws {
    let built = BuiltFiles(Marnow.files)
    let header = built.text("data/\(name).csv").split(separator: "\r\n").first ?? ""
    let fields = header.split(separator: ",").map { String($0).replacing("selector_", with: "selector.") }
      .map { $0.replacing("withdrawn_", with: "withdrawn.") }
    let explained = try section("data/\(name).json").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(
      !fields.isEmpty && explained == fields, "the fields of docs/data.md are not the columns of data/\(name).csv")
  }

  @Test func endsEveryLineOfCSVWithCRLF() {
    let built = BuiltFiles(Marnow.files)
    for path in built.paths where path.hasSuffix(".csv") {
      let bytes = built.bytes[path] ?? []
      let lines = bytes.indices.filter { bytes[$0] == 0x0A }
      #expect(lines.allSatisfy { $0 > 0 && bytes[$0 - 1] == 0x0D }, "\(path) has a line end other than CRLF")
      #expect(bytes.suffix(2) == [0x0D, 0x0A], "\(path) does not end in a line end")
    }
  }

  /// The lines of docs/data.md under a heading of the second level.
  private func section(_ title: String) throws -> [Substring] {
    let lines = try fileOfProject("docs/data.md").contents.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "## \(title)") else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
  }
}

/// The inputs of the examples.
private enum Marnow {
  static let seed =
    "The river rose on Saturday. At least 40 houses were flooded in the old town, the mayor said.\n"
    + "About 300 people slept in a school.\n"

  static let texts: [(path: String, text: String)] = [
    (
      "sitegen.yaml",
      """
      title: The flood of Marnow
      language: en
      quotations: {share: 80%}
      """
    ),
    ("Content/index.md", "---\ntitle: The flood of Marnow\n---\n"),
    (
      "Content/houses.md",
      """
      ---
      title: Houses
      questions:
        houses-flooded:
          asks: How many houses were flooded?
          label: Houses flooded
          unit: houses
          counts: cumulative
      ---

      """
    ),
    (
      "Content/speakers.yaml",
      "mayor: {name: Mayor of Marnow, kind: government}\nela-news: {name: Ela News, kind: media}\n"
    ),
    ("seeds/mayor.txt", seed),
    (
      "Content/sources/2031-05-04-river-rises.md",
      """
      ---
      seed: mayor.txt
      sha256: \(sha256(Array(seed.utf8)))
      title: River rises
      published: 2031-05-04
      published_basis: stated
      recorded: 2031-05-06
      fidelity: original
      claims:
        - question: houses-flooded
          answer: at least 40
          as_of: 2031-05-03
          happened: 2031-05-03
          place: old town
          said_by: mayor
          via: [ela-news]
          quote: "At least 40 houses were flooded in the old town"
          note: The first count, made by boat.
      ---

      """
    ),
  ]

  static let files = texts.map { SourceFile(path: $0.path, text: $0.text) }
}
