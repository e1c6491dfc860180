/// Matches the patterns of the language at a token.
extension QuantityReader {
  /// The number that a pattern has matched last, with which the next one may be compared, and the parts with labels.
  private struct Previous {
    struct Part {
      var label: QuantityPattern.Label
      var value: Double
      /// The power of ten by which the value is divided.
      var divisor: Double
      var tokens: Range<Int>
    }

    var value = Double.nan
    var scale = 1.0
    // Why: most patterns do not match, so parts are noted only once it is known that one does.
    var notesParts = false
    var parts: [Part] = []

    mutating func note(_ label: QuantityPattern.Label?, _ value: Double, _ divisor: Double, _ tokens: Range<Int>) {
      if notesParts, let label { parts.append(Part(label: label, value: value, divisor: divisor, tokens: tokens)) }
    }

    /// What was matched so far, without a copy of the parts.
    var mark: (value: Double, scale: Double, parts: Int) { (value, scale, parts.count) }

    mutating func goBack(to mark: (value: Double, scale: Double, parts: Int)) {
      (value, scale) = (mark.value, mark.scale)
      if parts.count > mark.parts { parts.removeLast(parts.count - mark.parts) }
    }

    func last(_ label: QuantityPattern.Label) -> Part? { parts.last { $0.label == label } }

    /// The part of a whole, 1 where none is marked; nil unless it is smaller. One division is rounded once, so that it
    /// reads back as it prints.
    var share: Double? {
      guard let whole = last(.whole) else { return nil }
      let (part, parts) = last(.part).map { ($0.value, $0.divisor) } ?? (1, 1)
      // The word for a half is the half of one.
      let divisor = (whole.value < 1 && whole.value > 0 ? 1 / whole.value : whole.value) * parts
      return part > 0 && part < divisor ? part / divisor : nil
    }
  }

  struct PatternMatch {
    var outcome: QuantityPattern.Outcome
    /// Of what the pattern describes, with the article of a number.
    var tokens: Range<Int>
    var share: Double?
    var dates: [DateMention] = []
  }

  /// What the first pattern that matches makes of the words at `index`; nil where a quantity may begin.
  func pattern(at index: Int) -> PatternMatch? {
    let match = firstMatch(at: index, among: lexicon.patternIndex.sets.others)
    return match?.outcome == .quantity ? nil : match
  }

  /// The qualifier that a pattern gives the quantity at `index`, and the token after what it describes.
  func qualifierOfPattern(at index: Int) -> (Qualifier, Int)? {
    guard mayGiveQualifiers else { return nil }
    let match = firstMatch(at: index, among: lexicon.patternIndex.sets.givingQualifiers)
    return match.flatMap { match in match.outcome.qualifier.map { ($0, match.tokens.upperBound) } }
  }

  /// The token after a non-quantity that begins at `index`; nil where a quantity may begin.
  func nonQuantity(at index: Int) -> Int? {
    let match = firstMatch(at: index, among: lexicon.patternIndex.sets.ofNonQuantities)
    return match?.outcome == .nonQuantity ? match?.tokens.upperBound : nil
  }

  /// The first pattern of a set that matches.
  private func firstMatch(at index: Int, among set: [UInt64]) -> PatternMatch? {
    let number = cardinal(at: index)
    let start = number?.tokens.lowerBound ?? index
    let token = surroundings(index, index, index + 1)
    let isToken = number.map { $0.tokens == index..<index + 1 } ?? false
    let ofNumber = isToken ? token : number.map { surroundings($0.tokens.lowerBound, index, $0.tokens.upperBound) }
    for word in 0..<lexicon.patternIndex.width {
      var candidates = lexicon.patternIndex.candidates(word, token, ofNumber) & patterns[word] & set[word]
      while candidates != 0 {
        let pattern = lexicon.patterns.patterns[word * 64 + candidates.trailingZeroBitCount]
        candidates &= candidates - 1
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
    var found = Previous()
    guard let end = run(pattern, at: index, from: start, &found) else { return nil }
    if pattern.outcome == .proportion || pattern.outcome == .date {
      found = Previous(notesParts: true)
      _ = run(pattern, at: index, from: start, &found)
    }
    var match = PatternMatch(outcome: pattern.outcome, tokens: start..<end)
    if pattern.outcome == .proportion {
      guard let share = found.share else { return nil }
      match.share = share
    } else if pattern.outcome == .date {
      match.dates = dates(of: found, start..<end)
    }
    return match
  }

  /// The end of what a pattern describes; nil where it does not match.
  private func run(_ pattern: QuantityPattern, at index: Int, from start: Int, _ previous: inout Previous) -> Int? {
    guard let end = run(pattern.consumed, index, isBackward: false, &previous),
      run(pattern.after, end, isBackward: false, &previous) != nil,
      run(pattern.before, start, isBackward: true, &previous) != nil
    else { return nil }
    return end
  }

  /// The days and years of a date. The last one goes on to the end of the pattern; a single one is the whole pattern.
  private func dates(of found: Previous, _ range: Range<Int>) -> [DateMention] {
    func number(_ label: QuantityPattern.Label) -> Int? { found.last(label).map { Int($0.value) } }
    let days = found.parts.filter { $0.label == .day && range.contains($0.tokens.lowerBound) }
    let named = days.isEmpty ? found.parts.filter { $0.label == .year || $0.label == .weekday } : days
    return named.enumerated().map { index, part in
      let kind: DateMention.Kind =
        switch part.label {
        case .year: .year(Int(part.value))
        case .weekday: .weekday(Int(part.value))
        default: .dayMonth(day: Int(part.value), month: number(.month) ?? 0, year: number(.year))
        }
      let isLastDay = part.label == .day && index == named.count - 1
      let start = named.count == 1 ? range.lowerBound : part.tokens.lowerBound
      let end = named.count == 1 || isLastDay ? range.upperBound : part.tokens.upperBound
      return DateMention(span: at(start).start..<at(end - 1).end, kind: kind)
    }
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
      let divisor = element.value == nil ? at(index).decimalDivisor : 1
      previous.note(element.label, element.value ?? at(index).value, divisor, index..<index + 1)
      return isBackward ? index : index + 1
    case .number:
      guard let number = cardinal(at: position), passes(element.tests, position, previous, number) else { return nil }
      (previous.value, previous.scale) = (number.value, number.scale)
      previous.note(element.label, number.value, 1, number.tokens)
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
    case .presence, .absence:
      // Why: what is only looked at is no number to compare with, and no part of a date.
      let start = previous.mark
      let isThere = firstBranch(element, position, isBackward, &previous) != nil
      previous.goBack(to: start)
      if case .presence = element.kind { return isThere ? position : nil }
      return isThere ? nil : position
    }
  }

  private func firstBranch(
    _ element: QuantityPattern.Element, _ position: Int, _ isBackward: Bool, _ previous: inout Previous
  ) -> Int? {
    let start = previous.mark
    for branch in element.branches {
      if let end = run(lexicon.patterns.sequences[branch], position, isBackward: isBackward, &previous) { return end }
      previous.goBack(to: start)
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
    case .tenfold: return value > previous.value * 10
    case .lessButForScale:
      return number.map { $0.scale > 1 && $0.value / $0.scale <= previous.value } ?? false
    case .pair: return pair(at: index) != nil
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
    guard token.kind == .number, token.digits == 8, token.decimals == 0, !token.flags.contains(.grouped) else {
      return false
    }
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
