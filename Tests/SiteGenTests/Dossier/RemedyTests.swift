import Testing

@testable import SiteGen

/// The remedies of common mistakes.
@Suite struct RemedyTests {
  private static let card = "Content/sources/ela.md"
  private static let topic = "Content/houses.md"
  private static let hash = sha256(Array(Flood.seedText.utf8))
  private static let list = "'- question: …', with its other keys below"

  /// The path of a file, a passage, its replacement, and the remedy.
  @Test(
    arguments: [
      (card, "sha256: \(hash)\n", "", "add 'sha256: \(hash)'"),
      (
        card, "ela.txt\nsha256: \(hash)\n", "later.txt\n",
        "add 'sha256' with the hash that 'sha256sum seeds/later.txt' prints"
      ),
      (card, "seed: ela.txt\nsha256: \(hash)\n", "", "add 'sha256' with the hash that 'sha256sum' prints for the seed"),
      (card, "claims:\n", "claims: none\nleft:\n", "write \(list), or leave 'claims' out"),
      (card, "claims:\n", "claims:\nleft:\n", "write \(list), or leave 'claims' out"),
      (card, "claims:\n", "claims: {question: a}\nleft:\n", "write \(list), or leave 'claims' out"),
      (card, "claims:\n", "claims:\n  - none\n", "write \(list)"),
      (card, "why: a name", "why: a name\n  - rose", "write '- quote: …', with its other keys below"),
      (card, "via: [mayor-spokeswoman]", "via: mayor-spokeswoman", "write [mayor-spokeswoman]"),
      (card, "via: [mayor-spokeswoman]", "via:", "write [one, another], or leave 'via' out"),
      (card, "said_by: mayor", "said_by: mayr", "did you mean 'mayor'?"),
      (card, "said_by: mayor", "said_by: firemen", "add it to Content/speakers.yaml, with 'name' and 'kind'"),
      (
        card, "[mayor-spokeswoman]", "[report]",
        "name a speaker: 'report', the document itself, is allowed only in 'said_by'"
      ),
      (
        card, "question: houses-flooded", "question: weather",
        "write the id of a question, or ask it under 'questions' in a topic"
      ),
      (card, "published: 2031-05-04", "published: 4 May 2031", "write 2031-05-04"),
      (
        card, "published: 2031-05-04", "published: last Sunday",
        "write year, month and day in digits, as in 2031-06-03"
      ),
      (card, "published: 2031-05-04", "published: 2031-02-29", "write a day that exists in the calendar"),
      (card, "happened: 2031-05-03/2031-05-04", "happened: May 3rd, 2031", "write 2031-05-03"),
      (card, "published: 2031-05-04", "published: 2031-05-07", "correct the day that is wrong"),
      (card, "as_of: 2031-05-03", "as_of: 2031-05-05", "correct the day that is wrong, or leave 'as_of' out"),
      (
        card, "2031-05-03/2031-05-04", "2031-05-05",
        "correct the day that is wrong; if the event was still to come, write 'modality: projected'"
      ),
      (card, "fidelity: original", "fidelity: orignal", "did you mean 'original'?"),
      (card, "fidelity: original", "fidelity: exact", "write one of original, syndicated, translated, reworded"),
      (topic, "counts: cumulative", "counts: weekly", "write one of cumulative, event, stock, projected"),
      (topic, "answers: many", "answers: several", "write 'many'"),
      (
        "Content/speakers.yaml", "kind: government", "kind: town",
        "write one of person, government, police, foreign-government, intergovernmental, media, witness, opposition, "
          + "civil-society, unattributed"
      ),
      ("sitegen.yaml", "[houses, sources]", "[hauses]", "did you mean 'houses'?"),
      ("sitegen.yaml", "[houses, sources]", "[bridges]", "write Content/bridges.md, or leave it out of 'navigation'"),
      (
        "sitegen.yaml", "[houses, sources]", "[Content/bridges.md]",
        "write a note's name without '.md', or leave it out of 'navigation'"
      ),
      ("sitegen.yaml", "unused-file: off", "unused-file: no", "write one of error, warning, off"),
    ] as [(String, String, String, String)])
  func givesTheRemedy(_ path: String, _ passage: String, _ instead: String, _ remedy: String) throws {
    let good = try #require(Flood.files.first { $0.path == path }).text
    let start = try #require(good.firstRange(of: passage), "the passage is not in the good file")
    var text = good
    text.replaceSubrange(start, with: instead)
    let found = Flood.diagnostics(SourceFile(path: path, text: text))
    #expect(found.compactMap(\.remedy).contains(remedy), "\(found.map { ($0.message, $0.remedy ?? "–") })")
  }

  @Test func namesTheMissingFilesOfAFolderWithoutNotes() {
    let files = ProjectFiles([SourceFile(path: "sitegen.yaml", text: Flood.settings)])
    let found = readDossier(files).diagnostics.first { $0.rule == .projectIncomplete }
    #expect(found?.remedy == "write Content/index.md, the home page's note, with 'title'")
  }
}
