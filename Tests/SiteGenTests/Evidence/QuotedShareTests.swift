import Testing

@testable import SiteGen

/// Compares the shown share of a seed and the use of its quantities with a model that checks each code point.
@Suite struct QuotedShareTests {
  private static let words = [
    "Fire", "é", "𝄞 boats", "26", "about 400", "\r\n", "no", "many", "18–20", "the", "ﬁn", "e\u{301}", "dozens", ";",
    "more than 3,000", "\u{A0}", "\u{2019}",
  ]

  @Test func countsWhatIsShownAndUsedOnce() throws {
    var random = SplitMix(seed: 41)
    var overlaps = 0
    for _ in 0..<400 {
      let text = (0..<(5 + random.next(below: 60))).map { _ in Self.words[random.next(below: Self.words.count)] }
        .joined(separator: " ")
      let seed = SourceText(try source(text), grammar: QuantityGrammar(language: "en"))
      var found = ProvenCard(seed)
      let cited = random.quotations(in: seed, atMost: 6)
      found.damaged = random.quotations(in: seed, atMost: 2).map { .init(passage: passage, quotation: $0) }
      found.notEvidence = random.quotations(in: seed, atMost: 2).map { .init(passage: passage, quotation: $0) }
      found.left = random.quotations(in: seed, atMost: 3)
      let result = quotedSource(found, cited: cited)

      let ends = found.notEvidence.flatMap { endsShown(of: $0.quotation.span, seed) }
      let shown = cited.map(\.span) + found.damaged.map(\.quotation.span) + ends
      var codePoints = 0
      for (index, byte) in seed.seed.file.bytes.enumerated() where byte & 0xC0 != 0x80 {
        if shown.contains(where: { $0.contains(index) }) { codePoints += 1 }
      }
      #expect(result.shown == codePoints, "\(text)")
      #expect(result.total == text.unicodeScalars.count)
      if shown.reduce(0, { $0 + $1.count }) > codePoints { overlaps += 1 }

      func isWithin(_ span: Range<Int>, _ ranges: [Range<Int>]) -> Bool {
        span.allSatisfy { byte in ranges.contains { $0.contains(byte) } }
      }
      let counted = seed.quantities(in: 0..<text.utf8.count).filter { match in
        !match.countsOnlyInAnswers && !isWithin(match.span, found.notEvidence.map(\.quotation.span))
      }
      let unused = counted.filter { !isWithin($0.span, (cited + found.left).map(\.span)) }
      #expect(result.quantities == counted.count, "\(text)")
      #expect(result.uncovered.map(\.span) == unused.map(\.span), "\(text)")
      #expect(result.covered == counted.count - unused.count)
      let first = quotedSource(found, cited: cited, listing: 2)
      #expect(first.uncovered.map(\.span) == unused.prefix(2).map(\.span), "\(text)")
      #expect(first.quantities == result.quantities && first.covered == result.covered)
    }
    #expect(overlaps > 50, "spans that overlap must be among those that are tried")
  }

  private let passage = Passage(quote: Located("", 0..<0), prefix: "", suffix: "", why: "")

  private func source(_ text: String) throws -> Source {
    let card = HarbourFire.card("", seed: text).replacing(
      "not_evidence: [{quote: \"Leave a reply: 15 comments\", why: form}]", with: "")
    let read = readDossier(
      ProjectFiles([
        SourceFile(path: "sitegen.yaml", text: HarbourFire.settings),
        SourceFile(path: "Content/index.md", text: "---\ntitle: A\n---\n"),
        SourceFile(path: "seeds/fire.txt", text: text), SourceFile(path: HarbourFire.cardPath, text: card),
      ]))
    return try #require(read.value?.sources.first)
  }
}

extension SplitMix {
  /// Quotations at random places of the seed, cut at code points.
  fileprivate mutating func quotations(in text: SourceText, atMost count: Int) -> [Quotation] {
    let folded = text.seed.folded
    let blanks = [-1] + folded.bytes.indices.filter { folded.bytes[$0] == 0x20 } + [folded.bytes.count]
    return (0..<next(below: count + 1)).compactMap { _ in
      let first = next(below: blanks.count - 1)
      let last = min(blanks.count - 1, first + 1 + next(below: 12))
      let place = (blanks[first] + 1)..<blanks[last]
      return place.isEmpty ? nil : text.seed.quotation(at: place)
    }
  }
}
