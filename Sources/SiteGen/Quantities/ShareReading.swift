/// Parts of a whole: "two-thirds", "a third of them", "half of the crews", "3 in 10 homes".
extension QuantityReader {
  /// Reads the share that begins at a token and gives the token after it; nil where none does.
  mutating func readShare(at index: Int) -> Int? {
    if has(index, .half) { return readHalf(at: index) }
    if has(index, .fraction), at(index).kind == .word { return readPart(at: index) }
    return nil
  }

  /// "half of them", "half the crews", "nearly half".
  private mutating func readHalf(at index: Int) -> Int? {
    guard cardinal(at: index) == nil else { return nil }
    // "год с половиной", "عام ونصف العام"
    let unit = index - 2
    if lexicon.article.isEmpty, unit >= next, let end = halfOfUnit(at: unit), end > index,
      at(end).kind != .word || has(end, [.function, .from, .of])
    {
      return add(1.5, unit..<end, .plain)
    }
    // "a year and a half"
    let start = has(index - 1, .article) && index > next ? index - 1 : index
    let one = start - 3
    if start < index, has(start - 1, .and), has(one, .article), one >= next,
      has(one + 1, [.timeNoun, .measure, .length])
    {
      return add(1.5, one..<index + 1, .plain)
    }
    let part = at(index).value
    guard !isAnswer else { return addShare(part, start..<index + 1) }
    // "половина жителей", but neither "вторая половина" nor "половина девятого"
    // "жартысы", "yarısı"
    if lexicon.article.isEmpty || has(index + 1, .suffix), at(index + 1).kind == .word,
      given != nil || !has(index + 1, [.ordinal, .function, .timeNoun]), !has(index - 1, .ordinal)
    {
      return addShare(part, start..<index + 1)
    }
    // Why: "the second half of" and "the northern half of" are times and places; "that night half of" is a share.
    let isAfterTime = has(index - 1, [.timeNoun, .weekday, .month]) && !has(index - 1, .ordinal)
    let isOneOfTwo =
      !has(.plainFractions) && has(index - 1, [.ordinal, .determiner])
      || (at(index - 1).kind == .word && !isAfterTime && has(index - 2, .determiner))
      || at(index - 1).kind == .hyphen || at(index + 1).kind == .hyphen
    let isQualified = qualifiers(before: start).map { !$0.0.isEmpty } == true
    // "a half-hour"
    if has(.adjectivesFirst), at(index + 1).kind == .hyphen, isGlued(index + 1), isGlued(index + 2),
      has(index + 2, [.timeNoun, .measure, .length])
    {
      return add(0.5, start..<index + 1, .plain)
    }
    // "half an hour", "half a percentage point", "less than half a page"
    if has(index + 1, .article), isQualified || has(index + 2, [.timeNoun, .measure, .length, .percent]) {
      return add(0.5, start..<index + 1, .plain)
    }
    let noun = has(index + 1, .of) ? noun(from: index + 1, singular: true) : noun(from: index + 2)
    let isOfTime = noun.map { has($0, .timeNoun) } == true || has(index + 2, [.month, .timeNoun])
    let isShare =
      has(index + 1, .of)
      ? !isOfTime
      : has(index + 1, .determiner)
        ? (noun != nil || isQualified || has(index - 1, .place) || at(index + 2).flags.contains(.possessive))
          && !isOfTime
        : isQualified && ends(index + 1)
    return isShare && (isQualified || !isOneOfTwo) ? addShare(part, start..<index + 1) : index + 1
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
    // "bajó en un tercio", but not "in un quarto", which is ambiguous
    let isOfChange =
      has(start - 1, .change) || (has(start - 1, .yearBefore) && !has(index, .ambiguous) && followsChange(start - 1))
    let isAmount = (has(start - 1, .weakYearBefore) || isOfChange) && ends(index + 1)
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

  mutating func addShare(_ share: Double, _ named: Range<Int>) -> Int {
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
    guard let (found, start) = qualifiers(before: range.lowerBound) else { return range.upperBound }
    var how = qualification(found)
    var last = range.upperBound
    // "жартысынан көбі", "三分之二以上", "a third or more"
    if how.isEmpty, let (qualifier, following) = afterPhrase(at: last) {
      (how.qualifier, last) = (qualifier, following)
    }
    let end = at(last - 1).end
    let noun = noun(from: last).map { at($0).start..<at($0).end }
    add(
      QuantityMatch(
        quantity: QuantityReader.quantity((value, value), how), span: at(start).start..<end,
        numberSpan: at(range.lowerBound).start..<at(range.upperBound - 1).end, unit: unit, noun: noun),
      start..<last, (value, value), how)
    return last
  }
}
