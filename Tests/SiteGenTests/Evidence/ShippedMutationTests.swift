import Testing

@testable import SiteGen

/// Every claim of the shipped site, changed in every way that makes it wrong. Many changes are tested at once, and each
/// must be reported at its own line.
@Suite("Mutations of the shipped claims", .long)
struct ShippedMutationTests {
  let site: ShippedSite

  init() throws {
    site = try #require(ShippedSite.loaded, "the shipped site cannot be read")
  }

  @Test("starts from a site in which every claim is proven and nothing is reported")
  func startsFromProven() {
    #expect(foundLines(in: site.files) == [])
    let claims = site.dossier.sources.flatMap(\.claims).filter { $0.withdrawn == nil }
    #expect(site.claims.count == claims.count && !claims.isEmpty)
    print("mutations: \(claims.count) claims of \(site.dossier.sources.count) sources are mutated")
  }

  // MARK: - The quotation's words

  // Why only quote-not-found: no other rule may report words that are not in the seed.
  private func quotationKind(_ name: String, without: String, _ spoilt: (String, (String) -> Bool) -> [String?])
    -> MutationKind
  {
    var kind = MutationKind(name)
    let seeds = Dictionary(
      site.proven.texts.map { ($0.source.id, Array(withSingleSpaces($0.seed.file.contents).utf8)) },
      uniquingKeysWith: { first, _ in first })
    for claim in site.claims {
      let seed = seeds[claim.text.source.id] ?? []
      let variants = kind.wrong(spoilt(withSingleSpaces(claim.quote)) { occurrences(of: $0, in: seed) == 0 })
      let place = claim.claim.quote.span.lowerBound
      let mutations = variants.map {
        claim.replacing(claim.claim.quote, with: $0, [.init(rule: .quoteNotFound, place: place)])
      }
      kind.add(mutations, orWithout: without)
    }
    return kind
  }

  @Test("reports each changed digit of a quotation")
  func findsDigits() {
    let kind = quotationKind("a digit of the quotation", without: "a digit") { quote, isWrong in
      changes(of: quote, where: isDigit, to: otherDigits, isWrong)
    }
    #expect(kind.escapes(from: site.files) == [])
  }

  @Test("reports a changed letter of a quotation, or a change of case")
  func findsLetters() {
    let kind = quotationKind("a letter of the quotation", without: "a letter") { quote, isWrong in
      let letters = quote.filter(\.isLetter).count
      let all = changes(of: quote, where: \.isLetter, to: otherLetters, isWrong)
      // Why: the first, the last and four between them, and one change of case, represent all.
      let spread = Set((0..<6).map { $0 * max(letters - 1, 0) / 5 }).sorted()
      let cased = changes(of: quote, where: \.isLetter, to: { [otherCase($0)] }, isWrong)
      return spread.filter(all.indices.contains).map { all[$0] } + cased.prefix(1)
    }
    #expect(kind.count >= site.claims.count)
    #expect(kind.escapes(from: site.files) == [])
  }

  @Test("reports each changed quotation mark")
  func findsMarks() {
    let other: [Character: [Character]] = [
      "“": ["\"", "‘", "„"], "”": ["\"", "’", "“"], "‘": ["'", "“", "`"], "’": ["'", "‘", "´"], "\"": ["“", "'", "”"],
      "'": ["’", "\"", "‘"],
    ]
    let kind = quotationKind("a quotation mark or apostrophe", without: "a mark") { quote, isWrong in
      (0..<3).flatMap { choice in
        changes(
          of: quote, where: { other[$0] != nil }, to: { Array((other[$0] ?? []).dropFirst(choice).prefix(1)) }, isWrong)
      }
    }
    #expect(kind.escapes(from: site.files) == [])
  }

  // MARK: - The quotation's place

  @Test("reports a quotation that starts or ends inside a quantity")
  func findsCutQuantities() {
    var kind = MutationKind("a quotation that starts behind a qualifier, or ends before one")
    for claim in site.claims {
      let span = claim.span
      var parts: [Range<Int>] = []
      for match in claim.quantities(in: span) {
        let (before, after) = (match.numberSpan.lowerBound, match.numberSpan.upperBound)
        if before > match.span.lowerBound { parts.append(before..<span.upperBound) }
        if after < match.span.upperBound { parts.append(span.lowerBound..<after) }
      }
      kind.add(moves(of: claim, to: parts, &kind), orWithout: "words beside a number")
    }
    #expect(kind.count > 0)
    #expect(kind.escapes(from: site.files) == [])
  }

  @Test("reports a quotation that is shifted until the number or its qualifier is outside")
  func findsShiftedQuotations() {
    var kind = MutationKind("a shifted quotation")
    for claim in site.claims {
      guard let number = answeringSpan(of: claim) else {
        kind.leaveOut("a number as answer")
        continue
      }
      let words = Words(claim.text.seed, from: claim.span)
      let folded = claim.text.seed.folded
      let at = folded.folded(number.lowerBound)..<folded.folded(number.upperBound)
      let shifts = [
        words.shift(until: { $0.lowerBound > at.lowerBound }), words.shift(until: { $0.lowerBound >= at.upperBound }),
        words.shift(back: true, until: { $0.upperBound < at.upperBound }),
        words.shift(back: true, until: { $0.upperBound <= at.lowerBound }),
      ]
      var parts: [Range<Int>] = []
      for shift in shifts {
        guard let shift else {
          kind.leaveOut("words in the seed to shift to")
          continue
        }
        if !parts.contains(folded.source(shift)) { parts.append(folded.source(shift)) }
      }
      kind.add(moves(of: claim, to: parts, &kind), orWithout: "a shift that makes it wrong")
    }
    #expect(kind.count > 0)
    #expect(kind.escapes(from: site.files) == [])
  }

  /// The quotation moved to other parts of its seed, each with the expected diagnostics. Parts without any are counted
  /// in `kind`.
  private func moves(of claim: ShippedSite.ProvenClaim, to parts: [Range<Int>], _ kind: inout MutationKind)
    -> [Mutation]
  {
    var mutations: [Mutation] = []
    for part in parts {
      let words = withSingleSpaces(claim.text.seed.file.text(part))
      let expected = mistakes(of: claim, quoting: words, at: part)
      if expected.isEmpty {
        kind.leaveOut("a mistake: the same answer stands there")
      } else {
        mutations.append(claim.replacing(claim.claim.quote, with: words, expected))
      }
    }
    return mutations
  }

  /// The diagnostics expected for a claim that quotes this part of its seed.
  private func mistakes(of claim: ShippedSite.ProvenClaim, quoting words: String, at part: Range<Int>)
    -> [Mutation.ExpectedDiagnostic]
  {
    let place = claim.claim.quote.span.lowerBound
    let seed = Array(withSingleSpaces(claim.text.seed.file.contents).utf8)
    if claim.claim.prefix != nil || claim.claim.suffix != nil { return [.init(rule: .quoteNotFound, place: place)] }
    // Why: words that appear twice prove nothing, regardless of their content.
    if occurrences(of: words, in: seed) > 1 { return [.init(rule: .quoteAmbiguous, place: place)] }
    var expected: [Mutation.ExpectedDiagnostic] = []
    for passage in claim.notEvidence where passage.quotation.span.overlaps(part) {
      expected.append(.init(rule: .quoteNotEvidence, place: place))
    }
    if words.count > site.dossier.settings.longestQuotation {
      expected.append(.init(rule: .quoteTooLong, place: place))
    }
    let cut = claim.text.quantities(in: 0..<claim.text.seed.file.bytes.count).contains { match in
      [part.lowerBound, part.upperBound].contains { $0 > match.span.lowerBound && $0 < match.span.upperBound }
    }
    if cut { return expected + [.init(rule: .quoteCutsQuantity, place: place)] }
    if let figure = claim.claim.figure {
      if occurrences(of: withSingleSpaces(figure.value), in: Array(words.utf8)) > 0 { return [] }
      return expected + [.init(rule: .answerNotInQuote, place: figure.span.lowerBound)]
    }
    if claim.holds(claim.claim.answer.value, in: part) { return [] }
    expected.append(.init(rule: .answerNotInQuote, place: claim.claim.answer.span.lowerBound))
    if let note = claim.claim.note, !digitRuns(note.value).isSubset(of: digitRuns(words)) {
      expected.append(.init(rule: .answerNotInQuote, place: note.span.lowerBound))
    }
    return expected
  }

  // MARK: - The answer

  /// Each claim's answer replaced by others. Answers that the quotation also contains are left out and counted.
  private func answerKind(
    _ name: String, without: String, _ answers: (ShippedSite.ProvenClaim, inout MutationKind) -> [(String, Rule)]
  ) -> MutationKind {
    var kind = MutationKind(name)
    for claim in site.claims {
      let place = claim.claim.answer.span.lowerBound
      let mutations = answers(claim, &kind).map { answer, rule in
        claim.replacing(claim.claim.answer, with: answer, [.init(rule: rule, place: place)])
      }
      kind.add(mutations, orWithout: without)
    }
    return kind
  }

  @Test("reports each changed digit of an answer")
  func findsAnswersDigits() {
    let kind = answerKind("a digit of the answer", without: "a digit") { claim, kind in
      let answer = claim.claim.answer.value
      if case .choice = claim.evidence.answer {
        return kind.wrong(changes(of: answer, where: isDigit, to: otherDigits) { _ in true }).map {
          ($0, .unknownAnswer)
        }
      }
      let known = digitRuns(claim.quote)
      let others = changes(of: answer, where: isDigit, to: otherDigits) { changed in
        switch claim.evidence.answer {
        case .words: !digitRuns(changed).isSubset(of: known)
        case .day: Day(changed) != nil
        // Why: a number does not start with 0, and "06" would be 6.
        case .quantity, .year:
          !digitRuns(changed).contains { $0.hasPrefix("0") } && !claim.holds(changed, in: claim.provingSpan)
        case .choice: true
        }
      }
      return kind.wrong(others).map { ($0, .answerNotInQuote) }
    }
    #expect(kind.escapes(from: site.files) == [])
  }

  @Test("reports an answer without its qualifier")
  func findsDroppedQualifiers() {
    let kind = answerKind("an answer without its qualifier", without: "a number with a qualifier") { claim, kind in
      guard case .quantity = claim.evidence.answer else { return [] }
      let answer = Array(claim.claim.answer.value.utf8)
      guard let match = claim.grammar.quantities(in: answer).first, match.numberSpan.count < answer.count else {
        return []
      }
      let number = String(decoding: answer[match.numberSpan], as: UTF8.self)
      return wrong([number], claim, &kind)
    }
    #expect(kind.count > 0)
    #expect(kind.escapes(from: site.files) == [])
  }

  @Test("reports an answer with another or an added qualifier")
  func findsOtherQualifiers() {
    let words = ["about", "at least", "more than", "fewer than", "up to", "nearly", "just over"]
    let kind = answerKind("an answer with another qualifier", without: "a number") { claim, kind in
      guard case .quantity(let quantity) = claim.evidence.answer, quantity.vague == nil else { return [] }
      let answer = Array(claim.claim.answer.value.utf8)
      let span = claim.grammar.quantities(in: answer).first?.numberSpan ?? answer.indices
      let number = String(decoding: answer[span], as: UTF8.self)
      return wrong(words.map { $0 + " " + number }, claim, &kind)
    }
    #expect(kind.escapes(from: site.files) == [])
  }

  @Test("reports a vague answer in other words or as a number")
  func findsOtherVagueWords() {
    let words = ["dozens", "scores", "hundreds", "thousands", "several hundred", "a few thousand", "24", "1,000"]
    let kind = answerKind("a vague answer in other words", without: "a vague answer") { claim, kind in
      guard case .quantity(let quantity) = claim.evidence.answer, quantity.vague != nil else { return [] }
      return wrong(words, claim, &kind)
    }
    #expect(kind.escapes(from: site.files) == [])
  }

  @Test("reports an unknown choice")
  func findsOtherChoices() {
    let kind = answerKind("a letter of a choice", without: "a choice") { claim, kind in
      guard case .choice(let choice) = claim.evidence.answer else { return [] }
      let others = changes(of: choice, where: \.isLetter, to: otherLetters) { changed in
        !claim.evidence.question.choices.contains { $0.id == changed }
      }
      return kind.wrong([others.first, others.last].compactMap { $0 }).map { ($0, .unknownAnswer) }
    }
    #expect(kind.escapes(from: site.files) == [])
  }

  @Test("reports a figure that is not part of the quotation")
  func findsOtherFigures() {
    var kind = MutationKind("a digit or letter of the figure")
    for claim in site.claims {
      guard let figure = claim.claim.figure else {
        kind.leaveOut("a figure")
        continue
      }
      let quote = Array(withSingleSpaces(claim.quote).utf8)
      let isWrong = { (words: String) in occurrences(of: words, in: quote) == 0 }
      let words = withSingleSpaces(figure.value)
      let letters = changes(of: words, where: \.isLetter, to: otherLetters, isWrong)
      let spoilt = kind.wrong(
        changes(of: words, where: isDigit, to: otherDigits, isWrong) + letters.prefix(1) + letters.suffix(1))
      kind.add(
        spoilt.map {
          claim.replacing(figure, with: $0, [.init(rule: .answerNotInQuote, place: figure.span.lowerBound)])
        },
        orWithout: "a wrong one")
    }
    #expect(kind.escapes(from: site.files) == [])
  }

  private func wrong(_ answers: [String], _ claim: ShippedSite.ProvenClaim, _ kind: inout MutationKind)
    -> [(String, Rule)]
  {
    let wrong = answers.filter { !claim.holds($0, in: claim.provingSpan) }
    for _ in wrong.count..<answers.count { kind.leaveOut("a mistake: the quotation says that too") }
    return wrong.map { ($0, .answerNotInQuote) }
  }

  // MARK: - The seeds

  @Test("reports each seed with a changed byte, and nothing else")
  func findsChangedSeeds() throws {
    var kind = MutationKind("a byte of a seed")
    for source in site.dossier.sources {
      let line = try #require(occurrence(of: "sha256:", in: source.file.bytes))
      let seed = source.seed.file
      let changed = Mutation.ExpectedDiagnostic(rule: .seedChanged, place: line, path: source.file.path)
      let bytes = seed.bytes
      func replacing(_ index: Int, _ replacement: [UInt8], _ diagnostic: Mutation.ExpectedDiagnostic) -> Mutation {
        Mutation(path: seed.path, span: index..<index + 1, replacement: replacement, expected: [diagnostic])
      }
      /// Positions of bytes of a kind, spread over the whole seed.
      func spread(_ count: Int, _ isOne: (UInt8) -> Bool) -> [Int] {
        let all = bytes.indices.filter { isOne(bytes[$0]) }
        return all.isEmpty ? [] : Set((0..<count).map { all[$0 * (all.count - 1) / max(count - 1, 1)] }).sorted()
      }
      var mutations: [Mutation] = []
      mutations += spread(6) { (0x61...0x7A).contains($0) }.map {
        replacing($0, [bytes[$0] == 0x7A ? 0x61 : bytes[$0] + 1], changed)
      }
      mutations += spread(4) { (0x30...0x39).contains($0) }.map {
        replacing($0, [0x30 + (bytes[$0] - 0x2F) % 10], changed)
      }
      mutations += spread(2) { $0 == 0x20 }.map { replacing($0, [0x09], changed) }
      mutations += spread(2) { $0 == 0x20 }.map { replacing($0, [0x20, 0x20], changed) }
      mutations += spread(2) { $0 == 0x0A }.map { replacing($0, [0x0D, 0x0A], changed) }
      // The last byte of a dash or quotation mark, which turns it into another one.
      mutations += spread(2) { $0 & 0xC0 == 0x80 && $0 & 0x3F > 1 }.map { replacing($0, [bytes[$0] ^ 1], changed) }
      mutations += [0, bytes.count / 2, bytes.count - 1].filter { bytes[$0] < 0x80 }.map { replacing($0, [], changed) }
      for (index, byte) in zip(spread(3) { $0 < 0x80 }, [0x00, 0xFF, 0x80] as [UInt8]) {
        mutations.append(replacing(index, [byte], .init(rule: .seedUnreadable, place: index)))
      }
      kind.add(mutations, orWithout: "bytes")
    }
    #expect(kind.count > 100)
    #expect(kind.escapes(from: site.files) == [])
  }

  private func occurrence(of words: String, in bytes: [UInt8]) -> Int? {
    let words = Array(words.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: words) }
  }
}

/// The span in the seed of the number, year or day that is a claim's answer; nil for other answers.
private func answeringSpan(of claim: ShippedSite.ProvenClaim) -> Range<Int>? {
  let proving = claim.provingSpan
  switch claim.evidence.answer {
  case .quantity(let answer): return claim.quantities(in: proving).first { $0.equals(answer) }?.span
  case .year(let answer):
    return claim.text.dates(in: proving).first { date in
      switch date.kind {
      case .year(let year), .dayMonth(_, _, let year?): year == answer
      default: false
      }
    }?.span
  case .day(let answer): return claim.text.dates(in: proving).first { $0.kind.names(answer) }?.span
  case .choice, .words: return nil
  }
}

/// The words of a seed, and the range of them that a quotation contains.
private struct Words {
  let all: [Range<Int>]
  let quoted: Range<Int>

  init(_ seed: SeedText, from span: Range<Int>) {
    let bytes = seed.folded.bytes
    all = bytes.indices.split { bytes[$0] == 0x20 }.map { $0.startIndex..<$0.endIndex }
    let (start, end) = (seed.folded.folded(span.lowerBound), seed.folded.folded(span.upperBound))
    let first = all.firstIndex { $0.upperBound > start } ?? 0
    quoted = first..<max(first + 1, all.firstIndex { $0.lowerBound >= end } ?? all.count)
  }

  /// The folded span of the same number of words, moved forward until its first word fits, or back until its last one
  /// does.
  func shift(back: Bool = false, until fits: (Range<Int>) -> Bool) -> Range<Int>? {
    var moved = quoted
    while moved.lowerBound >= 0, moved.upperBound <= all.count {
      if fits(back ? all[moved.upperBound - 1] : all[moved.lowerBound]) {
        return all[moved.lowerBound].lowerBound..<all[moved.upperBound - 1].upperBound
      }
      let step = back ? -1 : 1
      moved = moved.lowerBound + step..<moved.upperBound + step
    }
    return nil
  }
}
