import Testing

@testable import SiteGen

@Suite("Finding words in a seed")
struct FoldedTextTests {
  @Test(
    "refuses what is not the seed's own words",
    arguments: [
      ("62 in intensive care", "62 in extensive care"),
      ("62 in intensive care", "63 in intensive care"),
      ("the ‘bandits’ fled", "the 'bandits' fled"),
      ("a long – very long – day", "a long - very long - day"),
      ("The harbour burned", "the harbour burned"),
      ("killed at least two sailors", "killed two sailors at least"),
      ("killed at least two sailors", "killed at two sailors"),
      ("They didn’t go", "They did"),
      ("a non-violent march", "violent march"),
      ("a non-violent march", "a non"),
      ("the harbourmaster spoke", "the harbour"),
      ("the harbourmaster spoke", "master spoke"),
      ("caf\u{65}\u{301} noir", "cafe"),
      ("e\u{301}tat", "\u{301}tat"),
      ("👨‍👩‍👧 left", "👨"),
      ("a\r\nb", "a\rb c"),
      ("text", ""),
      ("text", "  "),
      ("", "text"),
    ])
  func refuses(seed: String, words: String) {
    #expect(SeedText(SourceFile(path: "seeds/a.txt", text: seed)).place(of: words) == nil)
  }

  @Test(
    "finds words whatever copying did to white space and normalisation",
    arguments: [
      ("killed\r\n\r\n26 people", "killed 26 people", 0, 19),
      ("\u{FEFF}killed 26", "killed 26", 1, 10),
      ("about\u{00A0}400\u{2009}men", "about 400 men", 0, 13),
      ("about 400 men", "  about\n 400\tmen ", 0, 13),
      ("caf\u{65}\u{301} noir", "café noir", 0, 10),
      ("a café noir", "caf\u{65}\u{301}", 2, 6),
      ("273 \u{212A} hot", "273 K hot", 0, 9),
      ("one; two", "one\u{37E} two", 0, 8),
      ("Å and \u{212B}ngström", "Ångström", 6, 14),
      ("q\u{323}\u{307} x", "q\u{307}\u{323} x", 0, 5),
      ("😀😀 two 😀 more", "two 😀", 3, 8),
      ("死者26人でした", "26人", 2, 5),
      ("死者26人でした", "死者26", 0, 4),
      ("They didn’t go", "didn’t", 5, 11),
      ("the ‘bandits’ fled", "bandits", 5, 12),
      ("a non-violent march", "non-violent", 2, 13),
      ("“one”", "“one”", 0, 5),
      ("\u{AC00}x", "\u{1100}\u{1161}x", 0, 2),
      ("a \u{604} b", "a \u{604} ", 0, 4),
    ])
  func finds(seed: String, words: String, start: Int, end: Int) {
    let text = SeedText(SourceFile(path: "seeds/a.txt", text: seed))
    let quotation = text.place(of: words).map { text.quotation(at: $0) }
    #expect(quotation?.start == start && quotation?.end == end, "\(String(describing: quotation))")
    let scalars = Array(seed.unicodeScalars)[start..<end]
    #expect(quotation.map { Array($0.exact.unicodeScalars) } == Array(scalars))
  }

  @Test("lets prefix and suffix decide between places")
  func decides() {
    let seed = SeedText(SourceFile(path: "seeds/a.txt", text: "First 18 men.\r\nThen 18 men; later 18 men!"))
    guard case .ambiguous(let places) = seed.search("18 men") else { return #expect(Bool(false), "not ambiguous") }
    #expect(places.count == 3)
    #expect(seed.place(of: "18 men", prefix: "Then")?.lowerBound == 19)
    #expect(seed.place(of: "18 men", suffix: "!")?.lowerBound == 33)
    #expect(seed.place(of: "18 men", prefix: "men. Then ", suffix: "; later")?.lowerBound == 19)
    guard case .elsewhere = seed.search("18 men", prefix: "Second") else {
      return #expect(Bool(false), "found behind a prefix that is not there")
    }
  }

  @Test("agrees with a slow and obvious search on random texts")
  func agreesWithModel() {
    var random = SplitMix(seed: 20_260_101)
    let alphabet: [String] = [
      "a", "b", "é", "e\u{301}", "e", "\u{301}", " ", "\u{A0}", "\r\n", "\n", "-", "’", "'", "😀", "7", "人", "б", "й",
      "и\u{306}",
      ".", "\u{200D}", "\u{1100}", "\u{1161}", "\u{AC00}", "🇦", "\u{212A}", "K", "\u{AD}", "\u{200B}", "\t", "ﬁ",
      "\u{2011}", "\u{2028}", "\u{11A8}",
    ]
    func text(_ length: Int) -> String {
      (0..<length).map { _ in alphabet[random.next(below: alphabet.count)] }.joined()
    }
    for round in 0..<4000 {
      let seed = text(3 + round % 24)
      let words: String
      if round % 2 == 0 {
        let characters = Array(seed)
        let start = random.next(below: characters.count)
        words = String(characters[start..<min(characters.count, start + 1 + random.next(below: 6))])
      } else {
        words = text(1 + round % 4)
      }
      let folded = SeedText(SourceFile(path: "seeds/a.txt", text: seed))
      var found: [Range<Int>] = []
      folded.folded.forEachPlace(of: folded.folded.folding(words)) {
        found.append(folded.folded.source($0))
        return true
      }
      let expected = placesByModel(of: words, in: seed)
      #expect(found == expected, "\(Array(words.unicodeScalars)) in \(Array(seed.unicodeScalars))")
    }
  }

  @Test("counts code points as Unicode does, far into a text")
  func counts() {
    let text = String(repeating: "aé😀\r\n", count: 3000)
    let seed = SeedText(SourceFile(path: "seeds/a.txt", text: text))
    var bytes = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count % 97 == 0 { #expect(seed.codePoints(before: bytes) == count) }
      bytes += String(scalar).utf8.count
    }
    #expect(seed.codePoints(before: bytes) == text.unicodeScalars.count)
  }

  @Test("stays linear in a letter with any number of marks")
  func staysLinearInMarks() {
    let pile = "a" + String(repeating: "\u{301}\u{323}", count: 200_000)
    let seed = SeedText(SourceFile(path: "seeds/a.txt", text: "one \(pile) two"))
    #expect(seed.place(of: "two") == 4 + pile.utf8.count + 1..<4 + pile.utf8.count + 4)
    #expect(seed.place(of: pile) == 4..<4 + pile.utf8.count)
    #expect(seed.place(of: "a") == nil)
    #expect(seed.folded.folded(4 + pile.utf8.count / 2) == 4)
  }

  @Test("stays linear in a text of near matches")
  func staysLinear() {
    let seed = SeedText(SourceFile(path: "seeds/a.txt", text: String(repeating: "a", count: 20_000)))
    let words = "b" + String(repeating: "a", count: 8000)
    guard case .notFound = seed.search(words) else { return #expect(Bool(false), "found what is not there") }
  }
}

/// Numbers that look random and are the same in each run (SplitMix64).
struct SplitMix {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}

/// Finds words as design.md says it, character by character.
private func placesByModel(of words: String, in seed: String) -> [Range<Int>] {
  func isBlank(_ character: Character) -> Bool { character.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
  /// Folded characters with the bytes that each stands for.
  func folded(_ text: String) -> [(character: Character, span: Range<Int>)] {
    var result: [(Character, Range<Int>)] = []
    var offset = 0
    for character in text {
      let next = offset + character.utf8.count
      if isBlank(character) {
        if let last = result.last, last.0 == " " {
          result[result.count - 1].1 = last.1.lowerBound..<next
        } else {
          result.append((" ", offset..<next))
        }
      } else {
        result.append((character, offset..<next))
      }
      offset = next
    }
    return result
  }
  let text = folded(seed)
  var pattern = folded(words).map(\.character)
  if pattern.first == " " { pattern.removeFirst() }
  if pattern.last == " " { pattern.removeLast() }
  guard !pattern.isEmpty, pattern.count <= text.count else { return [] }
  func isSpaceless(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
  func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if isSpaceless(scalar) { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .otherLetter, .decimalNumber, .nonspacingMark: return true
    default: return false
    }
  }
  let joiners: Set<Unicode.Scalar> = ["'", "’", "-", "\u{AD}", "\u{2010}", "\u{2011}"]
  let scalars = text.map { Array($0.character.unicodeScalars) }
  let flat = scalars.flatMap { $0 }
  func cuts(_ index: Int) -> Bool {
    let at = scalars[..<index].map(\.count).reduce(0, +)
    guard at > 0, at < flat.count else { return false }
    if isLetter(flat[at - 1]), isLetter(flat[at]) { return true }
    if joiners.contains(flat[at - 1]), isLetter(flat[at]), at > 1, isLetter(flat[at - 2]) { return true }
    return isLetter(flat[at - 1]) && joiners.contains(flat[at]) && at + 1 < flat.count && isLetter(flat[at + 1])
  }
  var places: [Range<Int>] = []
  for start in 0...(text.count - pattern.count) {
    let slice = text[start..<start + pattern.count]
    guard slice.map(\.character) == pattern, !cuts(start), !cuts(start + pattern.count) else { continue }
    places.append(slice[start].span.lowerBound..<slice[start + pattern.count - 1].span.upperBound)
  }
  return places
}
