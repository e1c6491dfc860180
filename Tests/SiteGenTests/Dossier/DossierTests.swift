import Testing

@testable import SiteGen

@Suite struct DossierTests {
  @Test func acceptsTheValidSite() throws {
    let checked = readDossier(Flood.files(with: []))
    #expect(checked.diagnostics.isEmpty, "\(checked.diagnostics)")
    let dossier = try #require(checked.value)
    #expect(dossier.notes.map(\.id) == ["houses", "index"])
    #expect(dossier.topics.map(\.id) == ["houses"])
    #expect(dossier.notes[0].questions.map(\.id) == ["houses-flooded", "houses-lost", "bridge", "reactions", "crest"])
    #expect(dossier.notes[0].summary?.tree.plainText() == "How many houses were flooded.")
    #expect(dossier.sources[0].claims.map(\.id) == ["ela-houses-flooded", "ela-houses-denied"])
    #expect(dossier.sources[0].seed.file.path == "seeds/ela.txt")
    #expect(dossier.speakers.map(\.id) == ["mayor", "mayor-spokeswoman"])
    #expect(dossier.images.map(\.path) == ["Content/images/river.png"])
    #expect(dossier.settings.quotedShare == 0.455)
    #expect(dossier.settings.severities[.unusedFile] == .some(nil))
    #expect(dossier.settings.severities[.unsourcedNumber] == .some(.error))
  }

  @Test func locatesTheTextOfASummaryInTheFile() throws {
    let marked = MarkedFile(
      "Content/houses.md", Flood.topic.replacing("How many *houses*", with: "«How many »*houses*"))
    let tree = try #require(readNote(marked.file).value?.summary?.tree)
    #expect(tree.nodes.first { $0.kind == .text }?.span == marked.spans.first)
  }

  @Test func locatesAClaimInItsCard() throws {
    let file = SourceFile(path: "Content/sources/ela.md", text: Flood.card)
    let checked = readDossier(Flood.files(with: []))
    let claim = try #require(checked.value?.sources.first?.claims.first)
    #expect(file.text(claim.quote.span) == claim.quote.value)
    #expect(file.text(claim.span).hasPrefix("question: houses-flooded"))
    #expect(file.text(claim.span).hasSuffix("first count"))
  }

  @Test(
    arguments: [
      ([("sitegen.yaml", nil)], ["sitegen.yaml project-incomplete"]),
      ([("sitegen.yaml", "")], ["sitegen.yaml file-unreadable"]),
      ([("sitegen.yaml", "- a\n")], ["sitegen.yaml wrong-value"]),
      ([("sitegen.yaml", "text\n")], ["sitegen.yaml wrong-value"]),
      ([("sitegen.yaml", "# nothing\n")], ["sitegen.yaml wrong-value", "sitegen.yaml wrong-value"]),
      ([("seeds/ela.txt", nil)], ["Content/sources/ela.md source-without-seed"]),
      ([("seeds/ela.txt", "")], ["seeds/ela.txt seed-unreadable"]),
      (
        [("seeds/ela.txt", Flood.seedText + "\u{0}")],
        ["seeds/ela.txt seed-unreadable"]
      ),
      ([("seeds/ela.txt", Flood.seedText + " ")], ["Content/sources/ela.md seed-changed"]),
      ([("seeds/other.txt", "Water.")], ["seeds/other.txt seed-without-card"]),
      ([("seeds/other.text", "Water.")], ["seeds/other.text unused-file"]),
      ([("Content/sources/ela.md", "")], ["Content/sources/ela.md file-unreadable"]),
      ([("Content/sources/ela.md", "---\n- a\n---\n")], ["Content/sources/ela.md wrong-value"]),
      (
        [("Content/sources/elb.md", Flood.card)],
        ["Content/sources/elb.md source-without-seed"]
      ),
      (
        [("Content/sources/Ela.md", Flood.card)],
        [
          "Content/sources/Ela.md wrong-value", "Content/sources/ela.md duplicate-id",
          "Content/sources/ela.md source-without-seed",
        ]
      ),
      (
        [("Content/Houses.md", "---\ntitle: x\n---\n")],
        ["Content/Houses.md wrong-value", "Content/houses.md duplicate-address"]
      ),
      ([("Content/404.md", "---\ntitle: x\n---\n")], ["Content/404.md duplicate-address"]),
      ([("Content/sources.md", "---\ntitle: x\n---\n")], []),
      ([("Content/other.md", Flood.topic)], Array(repeating: "Content/other.md duplicate-id", count: 5)),
      (
        [("Content/data.md", "---\ntitle: x\nquestions: {q: {asks: a, label: b, answers: many}}\n---\n")],
        ["Content/data.md wrong-value"]
      ),
      ([("Content/cards/x.jpg", "x")], ["Content/cards/x.jpg unused-file"]),
      ([("Content/notes/x.md", "x")], ["Content/notes/x.md note-in-folder"]),
      (
        [("Content/x.txt", "x"), ("Content/sources/deep/x.md", "x")],
        ["Content/sources/deep/x.md note-in-folder", "Content/x.txt unused-file"]
      ),
      (
        [("Content/index.md", "---\ntitle: x\nasked_most: [houses-floded]\n---\n")],
        ["Content/index.md unknown-question"]
      ),
      ([("Content/houses.md", "no front matter")], ["Content/houses.md wrong-value"]),
      ([("Content/speakers.yaml", "[")], ["Content/speakers.yaml yaml-error"]),
      ([("Content/speakers.yaml", "# nobody\n")], ["Content/speakers.yaml project-incomplete"]),
      ([("Content/speakers.yaml", "~\n")], ["Content/speakers.yaml project-incomplete"]),
      ([("Content/speakers.yaml", "<<:\n")], Array(repeating: "Content/speakers.yaml wrong-value", count: 3)),
      ([("Content/houses.md", "---\ntitle: Houses\nquestion: {}\n---\n")], ["Content/houses.md unknown-key"]),
      ([("Content/houses.md", "---\ntitle: Houses\nquestions: []\n---\n")], ["Content/houses.md wrong-value"]),
      (
        [("Content/sources/ela.md", Flood.card.replacing("seed: ela", with: "seed: ../seeds/ela"))],
        ["Content/sources/ela.md source-without-seed"]
      ),
      ([("Content/sources/ela.md", Flood.card.uppercasingHash)], []),
      (
        [("Content/speakers.yaml", nil)],
        ["Content/speakers.yaml project-incomplete"]
      ),
      ([("README.md", "x"), (".git/x", "x"), ("Content/.hidden/x.md", "x")], []),
    ] as [([(path: String, text: String?)], [String])])
  func reportsErrorsBetweenFiles(_ changes: [(path: String, text: String?)], _ expected: [String]) {
    let found = readDossier(Flood.files(with: changes)).diagnostics
    #expect(found.map { "\($0.place.file.path) \($0.rule.id)" }.sorted() == expected)
  }

  @Test func reportsTheFirstByteThatIsNotUTF8() throws {
    let bytes = Array("---\ntitle: M".utf8) + [0xFC] + Array("ller\n---\n".utf8)
    let found = readNote(SourceFile(path: "Content/x.md", bytes: bytes)).diagnostics
    #expect(found.map(\.rule) == [.fileUnreadable])
    #expect(found.first?.place.span == 12..<13)
  }

  @Test func reportsTheCurrentHashOfAChangedSeed() throws {
    let changed = Flood.seedText + " "
    let found = readDossier(Flood.files(with: [("seeds/ela.txt", changed)])).diagnostics
    #expect(try #require(found.first?.remedy).contains(sha256(Array(changed.utf8))))
  }

}

@Suite struct DamagedFileTests {
  /// A random number generator with the same numbers in every run (SplitMix64).
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test(arguments: ["sitegen.yaml", "Content/houses.md", "Content/speakers.yaml", "Content/sources/ela.md"])
  func locatesDiagnosticsInsideAnyDamagedFile(_ path: String) throws {
    let good = try #require(Flood.files.first { $0.path == path }).text
    var numbers = Numbers(state: 7)
    let pieces: [[UInt8]] =
      [
        "{", "}", "[", "]", "\"", "'", ":", ": ", "- ", "? ", "|\n", ">", "&a ", "*a", "!x ", "#", "\n", "\t", "  ",
        "---\n",
        "\u{2028}", "é", "\r", "\u{FEFF}", "%", "@", "\\", "...\n",
      ].map { Array($0.utf8) } + [[0xFF], [0x00], [0x07]]
    for round in 0..<500 {
      var bytes = Array(good.utf8)
      if round % 3 == 0 { bytes.removeLast(Int.random(in: 0...bytes.count, using: &numbers)) }
      for _ in 0..<Int.random(in: 1...4, using: &numbers) where !bytes.isEmpty {
        let start = Int.random(in: 0..<bytes.count, using: &numbers)
        let end = min(bytes.count, start + Int.random(in: 0...6, using: &numbers))
        bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &numbers) ?? [])
      }
      let file = SourceFile(path: path, bytes: bytes)
      for diagnostic in Flood.diagnostics(file) {
        #expect(diagnostic.place.span.upperBound <= bytes.count, "\(diagnostic) in round \(round)")
        for note in diagnostic.notes {
          if let place = note.place { #expect(place.span.upperBound <= place.file.bytes.count, "\(diagnostic)") }
        }
      }
    }
  }
}

extension String {
  /// A card with its hash in capital letters.
  fileprivate var uppercasingHash: String {
    let hash = sha256(Array(Flood.seedText.utf8))
    return replacing(hash, with: hash.uppercased())
  }
}
