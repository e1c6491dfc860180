import Foundation
import Testing

/// The output of `sitegen check --coverage`.
@Suite struct CommandListsCoverage {
  private static let seed =
    "The river rose.\nAt least 40 houses fell, é 12 boats sank, and no bridge did.\nLeave 3 replies.\n"

  private func project(_ more: [String: String] = [:], settings: String = "", left: String = "") throws -> SmallProject
  {
    // The SHA-256 of the seed above.
    let hash = "3c132d70a6a63e623e7eda8ba8bb1abd505b637236a8ad4d61509d977bf68698"
    let files = [
      "sitegen.yaml": "title: A flood\nlanguage: en\nquotations: {share: 90%}\n" + settings, "seeds/a.txt": Self.seed,
      "Content/flood.md": "---\ntitle: The flood\nquestions:\n  houses: {asks: How many?, label: Houses, unit: houses, "
        + "counts: event}\n---\n", "Content/speakers.yaml": "mayor: {name: The mayor, kind: government}\n",
      "Content/sources/a.md": "---\nseed: a.txt\nsha256: \(hash)\ntitle: A\ntitle_by: editor\npublished: 2031-05-04\n"
        + "published_basis: inferred\npublished_note: none is given\nrecorded: 2031-05-06\nfidelity: original\n"
        + "not_evidence: [{quote: Leave 3 replies, why: form}]\n\(left)claims:\n"
        + "  - {question: houses, answer: at least 40, said_by: mayor, quote: At least 40 houses fell}\n---\n",
    ]
    return try SmallProject(files.merging(more, uniquingKeysWith: { _, new in new }))
  }

  /// Why a parameter: the folder is removed with its project.
  private func check(_ project: SmallProject, _ more: String...) throws -> CommandResult {
    try sitegen(["check", "--coverage"] + more, in: project.path)
  }

  private static let list = """
    seeds/a.txt:2:28: 12
        2 | At least 40 houses fell, é 12 boats sank, and no bridge did.
          |                            ^~
    seeds/a.txt: 1 of 2 quantities are quoted or listed under 'left' (50 %)

    """

  @Test func everyUnusedQuantity() throws {
    let result = try check(project())
    #expect(result.status == 0)
    #expect(result.output == Self.list + "all seeds: 1 of 2 quantities are quoted or listed under 'left' (50 %)\n")
    #expect(result.errors.contains("all quotations found"))
    let quiet = try check(project(), "--quiet")
    #expect(quiet.errors.isEmpty && quiet.output == result.output)
  }

  @Test(arguments: [("", 0), ("rules: {coverage-short: error}\n", 1)])
  func unusedQuantitiesWhenCoverageIsShort(rules: String, status: Int32) throws {
    let result = try check(project(settings: "coverage: 90%\n" + rules))
    #expect(result.status == status)
    #expect(result.errors.contains("[coverage-short]"))
    #expect(
      result.output == Self.list
        + "all seeds: 1 of 2 quantities are quoted or listed under 'left' (50 %), but 90 % are required\n")
  }

  @Test func nothingWhenEverythingIsUsed() throws {
    let left = "left: [{quote: 12 boats sank, why: background}]\n"
    let result = try check(project(left: left))
    #expect(
      result.output == "seeds/a.txt: 2 of 2 quantities are quoted or listed under 'left' (100 %)\n"
        + "all seeds: 2 of 2 quantities are quoted or listed under 'left' (100 %)\n")
  }

  @Test func nothingForASiteWithoutSources() throws {
    let result = try check(SmallProject())
    #expect(result.status == 0)
    #expect(result.output == "all seeds: no quantities\n")
  }

  @Test func nothingWhileThereAreErrors() throws {
    let broken = try project(left: "left: [{quote: 13 boats sank, why: background}]\n")
    let result = try check(broken)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("[quote-not-found]"))
    #expect(result.errors.contains("coverage is not computed while there are input errors"))
    let elsewhere = try sitegen("check", "--coverage", in: FileManager.default.temporaryDirectory.path)
    #expect(elsewhere.status == 1 && elsewhere.output.isEmpty)
  }
}
