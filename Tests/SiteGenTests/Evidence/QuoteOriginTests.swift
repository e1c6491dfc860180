import Testing

@testable import SiteGen

@Suite("Where the words of a quotation are instead") struct QuoteOriginTests {
  private static let harbour = "A fire broke out in the old harbour. Ein Feuer brach im alten Hafen aus.\n"

  private static func site(_ other: String, quote: String, seed: String = RuleExample.seed) -> [SourceFile]? {
    let card = """
      ---
      seed: other.txt
      sha256: \(sha256(Array(other.utf8)))
      title: Another report
      published: 2031-05-05
      published_basis: stated
      recorded: 2031-05-06
      fidelity: original
      ---

      """
    return ExampleSite.site([
      .write("seeds/other.txt", other), .write("Content/sources/2031-05-05-other.md", card),
      .write("seeds/mayor.txt", seed),
      .replace(RuleExample.card, sha256(Array(RuleExample.seed.utf8)), sha256(Array(seed.utf8))),
      .replace(RuleExample.card, "quote: \"The river rose on Saturday, 3 May.\"", "quote: \"\(quote)\""),
    ])
  }

  private static func found(_ other: String, quote: String, seed: String = RuleExample.seed) throws -> [Diagnostic] {
    buildSite(try #require(site(other, quote: quote, seed: seed))).diagnostics.filter { $0.rule == .quoteNotFound }
  }

  @Test("names the other seed and the line")
  func namesTheOtherSeed() throws {
    let found = try Self.found("One.\n\n" + Self.harbour, quote: "A fire broke out in the old harbour.")
    #expect(found.map(\.message) == ["these words are not in mayor.txt, but in line 3 of other.txt"])
    #expect(found.first?.remedy == "move this to the card Content/sources/2031-05-05-other.md, or quote mayor.txt")
    #expect(found.first?.notes.first?.place?.file.path == "seeds/other.txt")
  }

  @Test("prefers a passage of the same words in its own seed")
  func prefersItsOwnSeed() throws {
    let found = try Self.found("The river rose on Saturday 3 May.", quote: "The river rose on Saturday 3 May.")
    #expect(found.first?.message.contains("only punctuation differs") == true, "\(found.map(\.message))")
  }

  @Test("a text may contain each of its passages, and not those of others")
  func comparesPairsOfWords() {
    let text = FoldedText(
      SourceFile(
        path: "a.txt",
        text: """
          «Eighteen people», said o\u{301}ne\u{A0}man of the fire-brigade: “7,200 litres” и двадцать домов; a\u{20D0} b c d
          旧港发生火灾, в Жаи\u{306}ыке; в Жайыке; \u{1100}\u{1161} 가 그 집; 5 \u{212A} на 7 K. and then it\u{200B}ended at 5 p.m. on the old-harbour's quay.
          """))
    let pairs = WordPairs(of: text.bytes)
    let bounds = (0...text.bytes.count).filter { text.isClusterBoundary($0) && !text.cutsWord(at: $0) }
    for (index, start) in bounds.enumerated() {
      for end in bounds[(index + 1)...] {
        let passage = String(decoding: text.bytes[start..<end], as: UTF8.self)
        let isPossible = pairs.mayContain(WordPairs.hashes(within: text.folding(passage)))
        #expect(isPossible, "'\(passage)'")
      }
    }
    for other in [
      "The river rose on Saturday and many houses were flooded.", "Река поднялась в субботу и затопила двадцать домов.",
      "港口没有发生火灾",
    ] {
      #expect(!pairs.mayContain(WordPairs.hashes(within: text.folding(other))), "\(other)")
    }
  }

  /// Only the first 120 words are compared.
  @Test("does not speak of punctuation if words beyond those compared are missing")
  func saysNothingOfWordsThatWereNotCompared() throws {
    let words = (1...150).map { "w\($0)x" }
    let seed = RuleExample.seed + words.joined(separator: " ") + ".\n"
    for missing in [[140], [60, 140]] {
      let quote = words.enumerated().filter { !missing.contains($0.offset) }.map(\.element).joined(separator: " ")
      let found = try Self.found("Another.\n", quote: quote, seed: seed)
      #expect(found.map(\.message) == ["these words are not in mayor.txt"])
      #expect(found.map(\.remedy) == [nil])
    }
  }

  @Test("a citation names the source to link to")
  func namesTheSourceOfACitation() throws {
    let site = try #require(Self.site(Self.harbour, quote: "The river rose on Saturday, 3 May.")).map { file in
      file.path == RuleExample.note
        ? SourceFile(
          path: file.path,
          text: file.contents + "\n[A fire](source:2031-05-04-mayor \"A fire broke out in the old harbour.\") came.\n")
        : file
    }
    let found = buildSite(site).diagnostics.filter { $0.rule == .quoteNotFound }
    #expect(found.map(\.remedy) == ["link to source:2031-05-05-other, or quote mayor.txt"])
  }

  @Test(
    "names invisible characters and their place",
    arguments: [
      (
        "rose on Sat\u{AD}urday, 3", "rose on Saturday, 3", "has U+00AD (soft hyphen) after 'Sat'",
        "\"The river rose on Sat\\u00ADurday, 3 May.\""
      ),
      (
        "rose on Saturday, 3", "rose on Sat\u{200B}urday, 3", "have U+200B (zero width space) after 'Sat'",
        "'The river rose on Saturday, 3 May.'"
      ),
      (
        "rose \u{E0041}on Saturday, 3", "rose on Saturday, 3", "has U+E0041",
        "\"The river rose \\U000E0041on Saturday, 3 May.\""
      ),
    ])
  func namesInvisibleCharacters(_ inSeed: String, _ quoted: String, _ message: String, _ remedy: String) throws {
    let seed = RuleExample.seed.replacing("rose on Saturday, 3", with: inSeed)
    let found = try Self.found(Self.harbour, quote: "The river \(quoted) May.", seed: seed)
    #expect(found.count == 1 && found[0].message.contains(message), "\(found.map(\.message))")
    #expect(found.first?.remedy == "write " + remedy)
    let fix = try #require(found.first?.fix)
    #expect(fix.replacement.contains(inSeed))
  }

  @Test(.long) func findsSeededViolations() throws {
    var trial = RuleTrial(.quoteNotFound)
    let sentences = [
      "A fire broke out in the old harbour.", "Ein Feuer brach im alten Hafen aus.", "В старом порту начался пожар.",
      "Ескі портта өрт шықты.", "Un incendie a éclaté dans le vieux port.", "旧港发生火灾，无人受伤。",
      "اندلع حريق في الميناء القديم.",
      "Eski limanda yangın çıktı.", "पुराने बंदरगाह में आग लगी।", "Um incêndio deflagrou no porto velho.",
    ]
    let seed = RuleExample.seed + sentences.joined(separator: "\n") + "\n"
    for sentence in sentences {
      let found = try Self.found(sentence + "\n", quote: sentence)
      trial.violation("another seed", sentence, found.filter { $0.message.contains("line 1 of other.txt") })
      for (kind, scalar) in [("soft hyphen", "\u{AD}"), ("zero width", "\u{200B}"), ("bidirectional", "\u{200E}")]
        as [(String, Unicode.Scalar)]
      {
        let middle = sentence.index(sentence.startIndex, offsetBy: sentence.count / 2)
        let bad = sentence[..<middle] + String(scalar) + sentence[middle...]
        let name = scalar.codePoint
        let typed = try Self.found("Nothing else.\n", quote: String(bad), seed: seed)
        trial.violation(kind + " in the quotation", String(bad), typed.filter { $0.message.contains("have " + name) })
        let received = try Self.found("Nothing else.\n", quote: sentence, seed: seed.replacing(sentence, with: bad))
        trial.violation(kind + " in the seed", String(bad), received.filter { $0.message.contains("has " + name) })
      }
    }
    trial.cleanSites("claims and passages") { site in
      site.claims + site.dossier.sources.reduce(0) { $0 + $1.left.count + $1.notEvidence.count }
    }
    trial.check()
  }
}
