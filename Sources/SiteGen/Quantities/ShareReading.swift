/// Parts of a whole: "two-thirds", "a third of them", "half of the crews", "3 in 10 homes".
extension QuantityReader {
  /// Reads the share that begins at a token and gives the token after it; nil where none does.
  mutating func readShare(at index: Int) -> Int? {
    if has(index, .half) { return readHalf(at: index) }
    if has(index, .fraction), at(index).kind == .word { return readPart(at: index) }
    if let (value, end) = wholeFirst(index) { return addShare(value, index..<end) }
    if let (value, end) = slashed(index) { return addShare(value, index..<end) }
    if let (value, end) = named(index) { return addShare(value, index..<end) }
    if let (value, end) = outOf(index) ?? rate(index) { return addShare(value, index..<end) }
    return nil
  }

  /// "half of them", "half the crews", "nearly half".
  private mutating func readHalf(at index: Int) -> Int? {
    guard cardinal(at: index) == nil else { return nil }
    let start = has(index - 1, .article) && index > next ? index - 1 : index
    guard !isAnswer else { return addShare(0.5, start..<index + 1) }
    // "половина жителей", but neither "вторая половина" nor "половина девятого"
    if lexicon.article.isEmpty, at(index + 1).kind == .word, !has(index + 1, [.ordinal, .function, .timeNoun]),
      !has(index - 1, .ordinal)
    {
      return addShare(0.5, start..<index + 1)
    }
    // Why: "the second half of" and "the northern half of" are times and places; "that night half of" is a share.
    let isAfterTime = has(index - 1, [.timeNoun, .weekday, .month]) && !has(index - 1, .ordinal)
    let isOneOfTwo =
      !has(.plainFractions) && has(index - 1, [.ordinal, .determiner])
      || (at(index - 1).kind == .word && !isAfterTime && has(index - 2, .determiner))
      || at(index - 1).kind == .hyphen || at(index + 1).kind == .hyphen
    let isQualified = qualifiers(before: start).map { !$0.0.isEmpty } == true
    // "half an hour", "less than half a page"
    if has(index + 1, .article), isQualified || has(index + 2, [.timeNoun, .measure]) {
      return add(0.5, start..<index + 1, .plain)
    }
    let noun = has(index + 1, .of) ? noun(from: index + 1, singular: true) : noun(from: index + 2)
    let isOfTime = noun.map { has($0, .timeNoun) } == true || has(index + 2, [.month, .timeNoun])
    let isShare =
      has(index + 1, .of)
      ? !isOfTime
      : has(index + 1, .determiner)
        ? (noun != nil || at(index + 2).flags.contains(.possessive)) && !isOfTime : isQualified && ends(index + 1)
    return isShare && !isOneOfTwo ? addShare(0.5, start..<index + 1) : index + 1
  }

  /// "a third of them", "less than a quarter", "fell by a fifth".
  private mutating func readPart(at index: Int) -> Int? {
    let hasArticle = !lexicon.article.isEmpty
    let start = hasArticle ? index - 1 : index
    guard start >= next, !hasArticle || has(start, .article), at(index).value > 2,
      has(.plainFractions) || !at(index).flags.contains(.endsInS)
    else { return index + 1 }
    if !hasArticle, has(index - 1, .ordinal) || has(index + 1, .ordinal) { return index + 1 }
    // "a quarter of an hour"
    guard !has(index + 1, .of) || !has(index + 2, .article) || !has(index + 3, .timeNoun) else { return index + 1 }
    let isQualified = qualifiers(before: start).map { !$0.0.isEmpty } == true
    let isAmount = has(start - 1, .weakYearBefore) && ends(index + 1)
    guard
      isAnswer || (has(.plainFractions) && !has(index, .ordinal)) || has(index + 1, .of) || isQualified || isAmount
        || has(index + 1, .pluralVerb)
        || has(index + 1, .comparative)
        || (at(index + 1).kind == .hyphen && has(index + 2, .scale))
    else { return index + 1 }
    return addShare(1 / at(index).value, start..<index + 1)
  }

  /// Whether no noun follows that the word before could modify.
  private func ends(_ index: Int) -> Bool {
    at(index).kind != .word && at(index).kind != .hyphen || has(index, [.function, .pluralVerb])
  }

  /// "三分之一": the whole stands before the part.
  private func wholeFirst(_ index: Int) -> (Double, Int)? {
    guard let whole = cardinal(at: index), has(whole.tokens.upperBound, .partMark),
      let part = cardinal(at: whole.tokens.upperBound + 1), part.value < whole.value, part.value > 0
    else { return nil }
    return (part.value / whole.value, part.tokens.upperBound)
  }

  /// "5/6", the whole of an answer.
  private func slashed(_ index: Int) -> (Double, Int)? {
    guard isAnswer, isPlainInteger(index), at(index + 1).sign == 0x2F, isPlainInteger(index + 2),
      isGlued(index + 1), isGlued(index + 2), at(index).value > 0, at(index).value < at(index + 2).value
    else { return nil }
    return (at(index).value / at(index + 2).value, index + 3)
  }

  /// "two-thirds", "five sixths", "one fifth of".
  private func named(_ index: Int) -> (Double, Int)? {
    let token = at(index)
    guard token.kind == .word, token.roles.contains(.unit) else { return nil }
    let part = at(index + 1).kind == .hyphen && isGlued(index + 1) ? index + 2 : index + 1
    guard has(part, .fraction), at(part).value > token.value, token.value > 0 else { return nil }
    if has(.plainFractions) { return (token.value / at(part).value, part + 1) }
    let singular = !at(part).flags.contains(.endsInS)
    guard token.value == 1 ? singular && (has(part + 1, .of) || isAnswer || part == index + 2) : !singular else {
      return nil
    }
    return (token.value / at(part).value, part + 1)
  }

  /// "3 in 10 homes", "one in five", "9 out of 10": of a round number, and not "killed 3 in 10 days".
  private func outOf(_ index: Int) -> (Double, Int)? {
    guard let part = cardinal(at: index), part.tokens.lowerBound == index, part.value >= 1, part.scale == 1,
      let share = shareWord(part.tokens.upperBound)
    else { return nil }
    let phrase = phraseEnd(.share, at: share)
    let isPhrase = phrase != nil
    var second = phrase ?? share + 1
    let isOut = isPhrase || has(second, .of)
    if isOut, !isPhrase { second += 1 }
    if has(second, .beforePronounOne), !has(second, .determiner), cardinal(at: second) == nil { second += 1 }
    guard let whole = cardinal(at: second), whole.value > part.value, at(whole.tokens.upperBound - 1).decimals == 0
    else {
      return nil
    }
    let end = whole.tokens.upperBound
    let isRound = whole.value <= 10 || [20, 25, 50, 100].contains(whole.value) || Int(whole.value) % 1000 == 0
    // Larger ones that are not round are years and ends of lists, and have no fraction that prints.
    guard whole.value <= 1000 || (isRound && whole.value <= 1_000_000) else { return nil }
    // Why: "17 out of 18 districts" names two numbers, "9 out of 10 families" a part.
    guard isRound || isAnswer || isPhrase, isOut || !has(index - 1, .afterPlural),
      !has(end, [.timeNoun, .measure, .month]),
      at(end).kind != .percent, !isGlued(end) || at(end).kind != .hyphen
    else { return nil }
    return (part.value / whole.value, end)
  }

  /// The word between the numbers of a share; the noun may stand before it if it is not a word of place: "un enfant sur
  /// cinq", but not "3 people in 10 villages".
  private func shareWord(_ index: Int) -> Int? {
    for word in index..<index + 3 {
      if has(word, .share) || phraseEnd(.share, at: word) != nil {
        return word == index || !has(word, .place) ? word : nil
      }
      guard at(word).kind == .word, !has(word, .function) else { return nil }
    }
    return nil
  }

  /// "8.4 per 1,000": digits per a power of ten from a hundred to a million.
  private func rate(_ index: Int) -> (Double, Int)? {
    let (part, whole) = (at(index), at(index + 2))
    guard part.kind == .number, !part.flags.contains(.noQuantity), has(index + 1, .per), whole.kind == .number,
      whole.decimals == 0, [100, 1000, 10_000, 100_000, 1_000_000].contains(whole.value),
      !has(index + 3, [.timeNoun, .measure, .scale, .hundred])
    else { return nil }
    // Why: one division is rounded once, so that the share reads back as it prints.
    var divisor = whole.value
    for _ in 0..<part.decimals { divisor *= 10 }
    return part.value < divisor ? (part.value / divisor, index + 3) : nil
  }

  private mutating func addShare(_ share: Double, _ named: Range<Int>) -> Int {
    // "a quarter of a million", "three-quarters of a million", "a quarter-million"
    var scaled = named.upperBound
    if at(scaled).kind == .hyphen || has(scaled, .of) { scaled += 1 }
    if has(scaled, .article) { scaled += 1 }
    let (scale, end) = scales(from: scaled, plural: false)
    let product = share * scale
    guard scale > 1, product < 1e15, product == Double(Int(product)) else { return add(share, named, .fraction) }
    return add(product, named.lowerBound..<end, .plain)
  }

  private mutating func add(_ value: Double, _ range: Range<Int>, _ unit: QuantityMatch.Unit) -> Int {
    guard let (how, start) = qualifiers(before: range.lowerBound) else { return range.upperBound }
    let end = at(range.upperBound - 1).end
    let noun = noun(from: range.upperBound).map { at($0).start..<at($0).end }
    add(
      QuantityMatch(
        quantity: QuantityReader.quantity((value, value), how), span: at(start).start..<end,
        numberSpan: at(range.lowerBound).start..<end, unit: unit, noun: noun),
      start..<range.upperBound, (value, value), how)
    return range.upperBound
  }
}
