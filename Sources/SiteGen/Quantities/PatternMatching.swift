/// Matches the patterns of the language at a token.
extension QuantityReader {
  /// The number that a pattern has matched last, with which the next one may be compared.
  private struct Previous {
    var value = Double.nan
    var scale = 1.0
    /// The digits of the part of a proportion, the power of ten by which they are divided, and the whole.
    var part: Double?
    var divisor = 1.0
    var whole: Double?

    mutating func note(_ label: QuantityPattern.Label?, _ value: Double, _ divisor: Double = 1) {
      switch label {
      case .part: (part, self.divisor) = (value, divisor)
      // The word for a half is the half of one.
      case .whole: whole = value < 1 && value > 0 ? 1 / value : value
      case nil: break
      }
    }
  }

  struct PatternMatch {
    var outcome: QuantityPattern.Outcome
    /// Of what the pattern describes, with the article of a number.
    var tokens: Range<Int>
    var share: Double?
  }

  /// What the first pattern that matches makes of the words at `index`; nil where a quantity may begin.
  func pattern(at index: Int) -> PatternMatch? {
    let match = firstMatch(at: index) { _ in true }
    return match?.outcome == .quantity ? nil : match
  }

  /// The token after a non-quantity that begins at `index`; nil where a quantity may begin.
  func nonQuantity(at index: Int) -> Int? {
    let match = firstMatch(at: index) { $0 == .nonQuantity || $0 == .quantity }
    return match?.outcome == .nonQuantity ? match?.tokens.upperBound : nil
  }

  private func firstMatch(
    at index: Int, _ isWanted: (QuantityPattern.Outcome) -> Bool
  ) -> PatternMatch? {
    let number = cardinal(at: index)
    let start = number?.tokens.lowerBound ?? index
    let token = surroundings(index, index, index + 1)
    let isToken = number.map { $0.tokens == index..<index + 1 } ?? false
    let ofNumber = isToken ? token : number.map { surroundings($0.tokens.lowerBound, index, $0.tokens.upperBound) }
    for word in 0..<lexicon.patternIndex.width {
      var candidates = lexicon.patternIndex.candidates(word, token, ofNumber)
      while candidates != 0 {
        let pattern = lexicon.patterns.patterns[word * 64 + candidates.trailingZeroBitCount]
        candidates &= candidates - 1
        if !isWanted(pattern.outcome) || (isAnswer ? !pattern.inAnswers : !pattern.inTexts)
          || readsAges && pattern.isAge
        {
          continue
        }
        if let match = match(pattern, at: index, from: lexicon.patterns.beginsWithNumber(pattern) ? start : index) {
          return match
        }
      }
    }
    return nil
  }

  private func surroundings(_ start: Int, _ index: Int, _ end: Int) -> PatternIndex.Surroundings {
    func key(_ index: Int) -> PatternIndex.Key { lexicon.patternIndex.key(of: at(index), isGlued: isGlued(index)) }
    return PatternIndex.Surroundings(
      secondBefore: key(start - 2), before: key(start - 1), first: key(index), after: key(end),
      secondAfter: key(end + 1))
  }

  /// Matches a pattern whose number begins at `index`, or at `start` with its article.
  private func match(_ pattern: QuantityPattern, at index: Int, from start: Int) -> PatternMatch? {
    guard start >= next else { return nil }
    var previous = Previous()
    guard let end = run(pattern.consumed, index, isBackward: false, &previous),
      run(pattern.after, end, isBackward: false, &previous) != nil,
      run(pattern.before, start, isBackward: true, &previous) != nil
    else { return nil }
    var match = PatternMatch(outcome: pattern.outcome, tokens: start..<end)
    if pattern.outcome == .proportion {
      // Why: one division is rounded once, so that the share reads back as it prints.
      guard let part = previous.part, let whole = previous.whole.map({ $0 * previous.divisor }), part > 0, part < whole
      else { return nil }
      match.share = part / whole
    }
    return match
  }

  /// The position after a sequence of elements; nil where it does not match. Backwards, a position is the token after the
  /// next one to be tried.
  private func run(_ elements: Range<Int>, _ start: Int, isBackward: Bool, _ previous: inout Previous) -> Int? {
    var position = start
    for index in elements {
      let element = lexicon.patterns.elements[index]
      var count = 0
      while count < element.most, count == 0 || (0...tokens.count).contains(position),
        let next = step(element, position, isBackward, &previous)
      {
        count += 1
        if next == position { break }
        position = next
      }
      guard count >= element.least else { return nil }
    }
    return position
  }

  private func step(
    _ element: QuantityPattern.Element, _ position: Int, _ isBackward: Bool, _ previous: inout Previous
  ) -> Int? {
    switch element.kind {
    case .token:
      let index = isBackward ? position - 1 : position
      guard passes(element.tests, index, previous) else { return nil }
      if isNumber(index) { (previous.value, previous.scale) = (at(index).value / at(index).decimalDivisor, 1) }
      previous.note(element.label, at(index).value, at(index).decimalDivisor)
      return isBackward ? index : index + 1
    case .number:
      guard let number = cardinal(at: position), passes(element.tests, position, previous, number) else { return nil }
      (previous.value, previous.scale) = (number.value, number.scale)
      previous.note(element.label, number.value)
      return number.tokens.upperBound
    case .figure:
      guard isNumber(position), passes(element.tests, position, previous) else { return nil }
      (previous.value, previous.scale) = (at(position).value, 1)
      return digitGroups(at: position)
    case .qualifiers: return qualifiers(before: position)?.1
    case .qualifier(let qualifier):
      guard let (how, start) = qualifiers(before: position), start < position,
        how.qualifier == qualifier || (how.about && qualifier == .about), passes(element.tests, position - 1, previous)
      else { return nil }
      return start
    case .phrase(let kind):
      if isBackward { return phraseStart(kind, before: position) }
      return kind == .half ? andAHalf(at: position) : phraseEnd(kind, at: position)
    case .group:
      return firstBranch(element, position, isBackward, &previous)
    case .presence:
      return firstBranch(element, position, isBackward, &previous) == nil ? nil : position
    case .absence:
      return firstBranch(element, position, isBackward, &previous) == nil ? position : nil
    }
  }

  private func firstBranch(
    _ element: QuantityPattern.Element, _ position: Int, _ isBackward: Bool, _ previous: inout Previous
  ) -> Int? {
    for branch in element.branches {
      var inside = previous
      if let end = run(lexicon.patterns.sequences[branch], position, isBackward: isBackward, &inside) {
        previous = inside
        return end
      }
    }
    return nil
  }

  // MARK: - Conditions

  private func passes(
    _ tests: Range<Int>, _ index: Int, _ previous: Previous = Previous(), _ number: Cardinal? = nil
  ) -> Bool {
    tests.isEmpty || tests.contains { passes(lexicon.patterns.tests[$0], index, previous, number) }
  }

  private func passes(_ test: TokenTest, _ index: Int, _ previous: Previous, _ number: Cardinal?) -> Bool {
    let token = at(index)
    guard TokenTest.bit(token.kind) & test.kinds != 0, token.roles.isSuperset(of: test.roles),
      test.anyRoles.isEmpty || !token.roles.isDisjoint(with: test.anyRoles),
      token.roles.isDisjoint(with: test.excludedRoles), token.flags.isSuperset(of: test.flags),
      token.flags.isDisjoint(with: test.excludedFlags), test.word < 0 || token.word == test.word,
      test.excludedWord < 0 || token.word != test.excludedWord, test.sign == 0 || token.sign == test.sign,
      test.excludedSign == 0 || token.sign != test.excludedSign,
      !test.hasLimits || isInside(test, token, number)
    else { return false }
    var facts = test.facts.union(test.excludedFacts).rawValue
    while facts != 0 {
      let fact = TokenTest.Facts(rawValue: facts & (~facts + 1))
      if isTrue(fact, index, previous, number) != test.facts.contains(fact) { return false }
      facts &= facts - 1
    }
    return true
  }

  private func isInside(_ test: TokenTest, _ token: QuantityToken, _ number: Cardinal?) -> Bool {
    test.value.contains(number?.value ?? token.value) && test.scale.contains(number?.scale ?? 1)
      && test.places.contains(Double(token.digits)) && test.decimals.contains(Double(token.decimals))
      && test.length.contains(Double(token.end - token.start))
  }

  private func isTrue(_ fact: TokenTest.Facts, _ index: Int, _ previous: Previous, _ number: Cardinal?) -> Bool {
    let token = at(index)
    let value = number?.value ?? token.value / token.decimalDivisor
    switch fact {
    case .glued: return isGlued(index)
    case .near: return token.start - at(index - 1).end <= 1
    case .plain: return isPlainInteger(index)
    case .plural: return looksPlural(index)
    case .sentenceStart: return startsSentence(index)
    case .counts: return countsSomething(index)
    case .noun: return noun(from: index) != nil
    case .unknown: return token.roles.isSubset(of: .ofUnknown)
    case .new: return token.word < 0
    case .square: return token.isSquare
    case .clock: return isClockTime(token)
    case .day: return isCompactDay(token)
    case .letter: return token.kind == .word && token.sign > 0
    case .inWords: return number?.isWords ?? false
    case .round:
      return number.map { has($0.tokens.upperBound - 1, [.ten, .hundred, .hundreds, .scale, .thousands]) } ?? false
    case .rising: return value > previous.value
    case .belowScale: return value < previous.scale
    case .thousandfold: return value > previous.value * 1000
    case .quantity: return nonQuantity(at: index) == nil
    default: return false
    }
  }

  /// "1730", and with a point "10.30", of which the minutes must be a multiple of five.
  private func isClockTime(_ token: QuantityToken) -> Bool {
    guard token.kind == .number, token.value < 2400 else { return false }
    let minutes = Int(token.value) % 100
    return minutes < 60 && (token.decimals == 0 || (token.decimals == 2 && minutes % 5 == 0))
  }

  /// "20310107"
  private func isCompactDay(_ token: QuantityToken) -> Bool {
    guard token.kind == .number, token.digits == 8, token.decimals == 0 else { return false }
    let digits = Int(token.value)
    return (1900...2199).contains(digits / 10000)
      && Day(year: digits / 10000, month: digits / 100 % 100, day: digits % 100) != nil
  }

  /// The first token of a phrase that ends before a token.
  private func phraseStart(_ kind: QuantityLexicon.PhraseKind, before index: Int) -> Int? {
    guard has(index - 1, .startsOther), let phrases = lexicon.phrases[kind]?[at(index - 1).word] else { return nil }
    return phrases.first { phrase in phrase.indices.allSatisfy { at(index - 1 - $0).word == phrase[$0] } }
      .map { index - $0.count }
  }
}
