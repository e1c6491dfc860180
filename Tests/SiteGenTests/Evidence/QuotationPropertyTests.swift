import Testing

@testable import SiteGen

@Suite("Properties of quotations", .long)
struct QuotationPropertyTests {
  /// Characters that copying, keyboards and writing systems bring into a text.
  private static let pieces: [String] = [
    "fire", "Fire", "26", "3,800", "a", "é", "e\u{301}", "o\u{308}\u{323}", "o\u{323}\u{308}", "ﬁre", "ﬃ", "\u{212B}",
    "Å", "\u{1100}\u{1161}\u{11A8}", "각", "😀", "👩‍👩‍👧", "🇫🇷", "𝟚𝟞", "死者", "ไทย", "non-violent", "didn’t", "co\u{AD}op",
    "\u{200B}",
    "zero\u{200B}width", "\u{FEFF}", "\u{301}", "\u{200D}", "“", "”", "–", ".", ",", "'",
  ]
  private static let blanks = [
    " ", "  ", "\t", "\n", "\r\n", "\r", "\r\n\r\n", "\u{A0}", "\u{2009}", "\u{2028}", " \t\r\n",
  ]

  /// Words with white space between them, some of them joined, with a byte order mark in every third round.
  private func text(_ random: inout SplitMix, pieces count: Int, round: Int, loneMarks: Bool = true) -> String {
    var text = round % 3 == 0 ? "\u{FEFF}" : ""
    for _ in 0..<count {
      let piece = Self.pieces[random.next(below: Self.pieces.count)]
      // Why: a combining mark after a space forms one cluster with it, so that the start of the word is not well
      // defined.
      if !loneMarks, piece == "\u{301}" || piece == "\u{200D}" { continue }
      text += piece
      if random.next(below: 3) > 0 { text += Self.blanks[random.next(below: Self.blanks.count)] }
    }
    return text
  }

  @Test("folds white space and spelling without joining or splitting words")
  func keepsWords() {
    var random = SplitMix(seed: 33)
    for round in 0..<3000 {
      let seed = text(&random, pieces: 1 + round % 20, round: round, loneMarks: false)
      let file = SourceFile(path: "seeds/a.txt", text: seed)
      let folded = FoldedText(file)
      let words = String(decoding: folded.bytes, as: UTF8.self).split(separator: " ").map(String.init)
      // Why the contents: a byte order mark is not part of a word.
      let expected = file.contents.split { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }.map(String.init)
      #expect(words == expected, "\(Array(seed.unicodeScalars))")
      #expect(folded.folding(file.contents) == folded.folding(words.joined(separator: "\r\n\t")))
    }
  }

  @Test("publishes offsets that cut the quotation out of the decoded file")
  func publishesOffsets() {
    var random = SplitMix(seed: 34)
    var found = 0
    for round in 0..<3000 {
      let seed = text(&random, pieces: 4 + round % 40, round: round)
      let file = SourceFile(path: "seeds/a.txt", text: seed)
      let scalars = Array(String(decoding: file.bytes, as: UTF8.self).unicodeScalars)
      let words = file.contents.split { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
      guard !words.isEmpty else { continue }
      let first = random.next(below: words.count)
      let last = min(words.count, first + 1 + random.next(below: 5))
      let quote = words[first..<last].joined(separator: " ")
      let text = SeedText(file)
      guard case .found(let place) = text.search(quote) else { continue }
      found += 1
      let quotation = text.quotation(at: place)
      let slice = String(String.UnicodeScalarView(scalars[quotation.start..<quotation.end]))
      #expect(slice.unicodeScalars.elementsEqual(quotation.exact.unicodeScalars), "\(quote) in \(scalars)")
      #expect(file.text(quotation.span).utf8.elementsEqual(quotation.exact.utf8))
      #expect(text.folded.folding(quotation.exact) == text.folded.folding(quote))
    }
    #expect(found > 1500)
  }

  @Test("finds many quotations in one pass as it finds each of them alone")
  func findsAllInOnePass() {
    var random = SplitMix(seed: 36)
    var kinds: [String: Int] = [:]
    for round in 0..<1500 {
      let seed = text(&random, pieces: 1 + round % 60, round: round)
      let file = SourceFile(path: "seeds/a.txt", text: seed)
      let characters = Array(file.contents)
      func part(atMost length: Int) -> String {
        // Why: some words are not in the seed.
        if characters.isEmpty || random.next(below: 5) == 0 { return text(&random, pieces: 2, round: 1) }
        let start = random.next(below: characters.count)
        return String(characters[start..<min(characters.count, start + 1 + random.next(below: length))])
      }
      let quotations = (0..<random.next(below: 40)).map { _ in
        var quoted = QuotedWords(words: part(atMost: 40), place: Place(file, 0..<0))
        if random.next(below: 3) == 0 { quoted.prefix = part(atMost: 3) }
        if random.next(below: 3) == 0 { quoted.suffix = part(atMost: 3) }
        return quoted
      }
      let (alone, all) = (SeedText(file), SeedText(file, finding: quotations))
      for quoted in quotations {
        let search = alone.search(quoted.words, prefix: quoted.prefix, suffix: quoted.suffix)
        kinds[String("\(search)".prefix { $0 != "(" }), default: 0] += 1
        #expect(
          all.search(quoted.words, prefix: quoted.prefix, suffix: quoted.suffix) == search,
          "\(Array(quoted.words.unicodeScalars)) in \(Array(seed.unicodeScalars))")
      }
    }
    #expect(kinds.count == 5 && kinds.values.allSatisfy { $0 > 300 }, "\(kinds)")
  }

  @Test("finds words in a part of a seed as in all of it")
  func findsInPart() {
    var random = SplitMix(seed: 37)
    for round in 0..<2000 {
      let file = SourceFile(path: "seeds/a.txt", text: text(&random, pieces: 1 + round % 30, round: round))
      let seed = SeedText(file)
      let words = Self.pieces[random.next(below: Self.pieces.count)]
      let start = random.next(below: file.bytes.count + 1)
      let span = start..<start + random.next(below: file.bytes.count - start + 1)
      var expected: [Range<Int>] = []
      seed.folded.forEachPlace(of: seed.folded.folding(words)) { place in
        if span.encloses(seed.folded.source(place)) { expected.append(place) }
        return true
      }
      #expect(seed.places(of: words, in: span) == expected, "\(words) in \(span) of \(file.contents.unicodeScalars)")
    }
  }

  @Test("finds sequences of whole words at their places, regardless of spelling and spacing")
  func findsStretches() {
    var random = SplitMix(seed: 35)
    let spelling = ["é": "e\u{301}", "Å": "\u{212B}", "각": "\u{1100}\u{1161}\u{11A8}"]
    for round in 0..<2000 {
      let words = (0..<2 + round % 12).map { _ in
        ["fire", "é", "e\u{301}", "Å", "각", "😀", "26", "co\u{AD}op", "didn’t", "ﬁre"][random.next(below: 10)]
      }
      func written(_ words: some Sequence<String>) -> String {
        words.reduce("") { $0 + $1 + Self.blanks[random.next(below: Self.blanks.count)] }
      }
      let seed = SeedText(SourceFile(path: "seeds/a.txt", text: written(words)))
      let first = random.next(below: words.count)
      let stretch = words[first..<min(words.count, first + 1 + random.next(below: 4))]
      let quote = written(stretch.map { random.next(below: 2) == 0 ? $0 : spelling[$0] ?? $0 })
      switch seed.search(quote) {
      case .found, .ambiguous: break
      default: Issue.record("\(quote.unicodeScalars.map(\.value)) is not found in \(words)")
      }
    }
  }
}
