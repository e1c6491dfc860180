/// A number with its range, unit, qualifiers before and after, and noun.
extension QuantityReader {
  /// Reads the quantity that begins at a token and gives the token after it; nil where none does.
  mutating func readNumber(at index: Int) -> Int? {
    if let end = readShare(at: index) { return end }
    let pair = pair(at: index)
    guard let plain = pair?.high ?? cardinal(at: index), plain.tokens.lowerBound >= next else { return nil }
    var first = pair == nil ? signed(plain) : plain
    if pair != nil { first.tokens = index..<plain.tokens.upperBound }
    var end = first.tokens.upperBound
    // "20 с лишним тысяч", "30多万"
    var inner: Qualifier?
    if first.scale == 1, let (qualifier, following) = afterPhrase(at: end),
      has(following, [.scale, .hundred, .multiplier])
    {
      let (scale, last) = scales(from: following, plural: true)
      if scale > 1 {
        let divisor = first.isWords ? 1 : at(first.tokens.upperBound - 1).decimalDivisor
        first.value = scaled((first.value * divisor).rounded(), scale, divisor)
        (first.scale, inner, end) = (scale, qualifier, last)
        first.tokens = first.tokens.lowerBound..<last
      }
    }
    if isOrdinal(end) { return end + (at(end).kind == .hyphen ? 2 : 1) }
    if first.isWords, (10...20).contains(first.value), has(end, [.ten, .unit]) {
      // "nineteen ninety-one"
      return (cardinal(at: end)?.tokens.upperBound ?? end)
    }
    if first.value == 1, first.isWords, first.tokens.count == 1, has(index, .unit), halfOfUnit(at: index + 1) == nil,
      let end = readOne(at: index)
    {
      return end
    }
    var start = first.tokens.lowerBound
    var currency = currencyBefore(&start)
    var bounds = (first.value, first.value)
    var isAboutInside = false
    var isRound = first.isRound
    var (unit, afterUnit) = self.unit(at: end)
    end = afterUnit
    if let pair {
      bounds = (pair.low, first.value)
    } else if !standsAlone, let (second, scaled, range) = secondOfRange(first, currency ?? unit, start, end) {
      bounds = (scaled, second.value)
      isRound = second.isRound
      isAboutInside =
        range.lowerBound < start && !has(start - 1, [.between, .from, .determiner, .article])
        && at(start - 1).kind == .word
      (start, end) = (range.lowerBound, second.tokens.upperBound)
      (unit, end) = self.unit(at: end)
      currency = currencyBefore(&start) ?? currency
    }
    if has(.noSpaces), (first.tokens.lowerBound..<end).contains(where: { has($0, .tenths) }) { unit = .percent }
    // "trois ans et demi", "سنتين ونصف"
    let counted = end
    if bounds.0 == bounds.1, bounds.0 == bounds.0.rounded(),
      let after = halfOfUnit(at: has(end - 1, .dual) ? end - 1 : end)
    {
      (bounds, end) = ((bounds.0 + 0.5, bounds.1 + 0.5), after)
    }
    let numberSpan = at(start).start..<(at(end - 1).end)
    guard var (how, qualified) = qualifiers(before: start) else { return end }
    // "under eight metres of mud" says where.
    if start - qualified == 1, has(qualified, .location), has(end, .length), has(end + 1, .of) {
      (how, qualified) = (Qualification(), start)
    }
    // "over two days" may be a period instead of a bound; "over 18 to 24 months" and "$2 million over ten years" are.
    let mayBeStretch = how.qualifier == .moreThan && start - qualified == 1 && has(end, .timeNoun)
    let isStretch = mayBeStretch && (bounds.0 < bounds.1 || followsQuantity(qualified))
    if isStretch { (how.qualifier, qualified) = (nil, start) }
    how.about = how.about || isAboutInside || inner == .about || isInverted(start)
    if let inner, inner != .about { how.qualifier = how.qualifier ?? inner }
    how = qualification(how)
    if how.isEmpty, let verb = verb(before: qualified) { how.qualifier = verb }
    if how.isEmpty, hasDistantVerb(before: qualified) {
      reading.notUnderstood.append(at(qualified).start..<at(end - 1).end)
      return end
    }
    var (last, isResult) = (end, false)
    if let (qualifier, following) = qualifier(after: end) {
      if qualifier == .about {
        how.about = true
        last = following
      } else if how.qualifier != nil {
        if qualifier == given { last = following }
      } else {
        // "40 пайызға дейін өсті" says what a number became.
        isResult = qualifier == .atMost && has(end, .suffix) && has(following, .change)
        if !isResult { how.qualifier = qualifier }
        last = following
      }
    }
    if how.qualifier == nil, let verb = boundVerb(after: start..<last) {
      (how.qualifier, how.isUnclear, last) = (verb.qualifier, verb.qualifier == nil, verb.tokens.upperBound)
    }
    let dual = first.tokens.upperBound - 1
    let noun = has(dual, .dual) ? dual : noun(from: counted, singular: bounds.1 == 1) ?? noun(from: last)
    var match = QuantityMatch(
      quantity: QuantityReader.quantity(bounds, how), span: at(qualified).start..<at(last - 1).end,
      numberSpan: numberSpan, unit: currency ?? unit, noun: noun.map { at($0).start..<at($0).end })
    match.quantity.isRound = isRound
    if mayBeStretch, bounds.0 == bounds.1, isStretch || how.qualifier == .moreThan {
      let other = Qualification(qualifier: isStretch ? .moreThan : nil, about: how.about)
      match.alternatives = [QuantityReader.quantity(bounds, other)]
    }
    if let metres = first.inMetres, bounds.0 == bounds.1 {
      match.alternatives.append(QuantityReader.quantity((metres, metres), how))
    }
    // "Fines go up to 400" may be a bound all the same.
    if how.qualifier == nil, isResult || (has(start - 1, .to) && has(start - 3, .motion)) {
      match.alternatives = [QuantityReader.quantity(bounds, Qualification(qualifier: .atMost, about: how.about))]
    }
    add(match, qualified..<last, bounds, how)
    return last
  }

  /// Whether only the noun of another quantity stands between it and a token.
  private func followsQuantity(_ index: Int) -> Bool {
    guard let before = found.last?.tokens.upperBound, before <= index, index - before <= 3 else { return false }
    return (before..<index).allSatisfy { at($0).kind == .word && !has($0, [.function, .and, .or, .pluralVerb]) }
  }

  /// "человек двадцать"
  private func isInverted(_ start: Int) -> Bool {
    has(start - 1, .inverted) && start - 1 >= next && !isNumber(start - 2) && !has(start - 2, .cardinal)
  }

  /// The class of a verb that has its subject between itself and a number.
  private func verb(before start: Int) -> Qualifier? {
    var index = start - 1
    while index >= next, start - index <= 6, at(index).kind == .word {
      let isDenied = has(index - 1, .not)
      if has(index, .more) { return isDenied ? .atMost : .moreThan }
      if has(index, .fewer) { return isDenied ? .atLeast : .fewerThan }
      if has(index, [.function, .from, .to, .cardinal]) { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether such a verb stands so far away in the clause that it may have another object.
  private func hasDistantVerb(before start: Int) -> Bool {
    var index = start - 1
    while index >= next, start - index <= 14, at(index).kind == .word, !has(index, [.cardinal, .and, .or]) {
      if has(index, [.more, .fewer]) { return true }
      index -= 1
    }
    return false
  }

  /// The negative number, where a sign or "minus" precedes it; a hyphen counts only after a space or a bracket.
  private func signed(_ number: Cardinal) -> Cardinal {
    let start = number.tokens.lowerBound
    guard start - 1 >= next, isSign(start - 1) else { return number }
    if let both = plusOrMinus(before: start) {
      var number = number
      number.tokens = both..<number.tokens.upperBound
      return number
    }
    let sign = at(start - 1)
    let isMark = sign.kind != .word
    guard !isMark || isAnswer || sign.flags.contains(.afterSpace) || at(start - 2).kind == .open else { return number }
    var negative = number
    negative.value = -number.value
    negative.tokens = start - 1..<number.tokens.upperBound
    return negative
  }

  /// The first token of "plus or minus" directly before a token.
  func plusOrMinus(before index: Int) -> Int? {
    let isBoth = has(index - 1, .minus) && (has(index - 2, .or) || at(index - 2).sign == 0x2F)
    return isBoth && has(index - 3, .plus) && index - 3 >= next ? index - 3 : nil
  }

  private func isSign(_ index: Int) -> Bool {
    (has(index, .minus) && phrase(endingAt: index) == nil)
      || ((at(index).kind == .hyphen || at(index).kind == .minus) && isGlued(index + 1) && isNumber(index + 1))
  }

  private func isOrdinal(_ index: Int) -> Bool {
    if at(index).kind == .hyphen, isGlued(index), isGlued(index + 1) {
      return has(index + 1, .ordinal) && !has(index + 1, .timeNoun)
    }
    return false
  }

  /// Reads "one of whom", "one man" and gives the token after it; nil where "one" may begin a number.
  mutating func readOne(at index: Int) -> Int? {
    if isAnswer { return nil }
    let joined = at(index + 1).kind == .hyphen || at(index + 1).kind == .dash
    if joined, isGlued(index + 1) { return has(index + 2, .afterPronounOne) ? index + 3 : nil }
    if has(index - 1, .beforePronounOne), !(has(index - 1, .determiner) && looksPlural(index + 1)) { return index + 1 }
    if has(index + 1, .of) {
      // "one of the most", "one of the biggest".
      for offset in 2..<6 where isSuperlative(index + offset) { return index + 2 }
      return addOne(index)
    }
    if has(index + 1, [.or, .to, .and]), startsRange(index) { return nil }
    if unit(at: index + 1).1 > index + 1 { return nil }
    if has(index + 1, .afterPronounOne) { return index + 1 }
    if qualifier(after: index + 1) != nil { return nil }
    if let (how, _) = qualifiers(before: index), !how.isEmpty { return nil }
    return countsOne(index + 1) ? nil : addOne(index)
  }

  /// Whether a word for one counts something: in languages whose tables know the nouns, one of them must follow.
  private func countsOne(_ index: Int) -> Bool {
    if lexicon.kinds.isEmpty || has(.pluralS) || has(.capitalNouns) { return noun(from: index, singular: true) != nil }
    return (0..<3).contains { offset in
      (0..<offset).allSatisfy { at(index + $0).kind == .word && !has(index + $0, .function) }
        && (has(index + offset, [.counted, .pluralNoun, .timeNoun, .measure, .currency, .length])
          || lexiconIndex(index + offset).flatMap { lexicon.kinds[$0] } != nil)
    }
  }

  private func startsRange(_ index: Int) -> Bool { cardinal(at: index + 2) != nil }

  private mutating func addOne(_ index: Int) -> Int {
    guard let (how, start) = qualifiers(before: index) else { return index + 1 }
    let span = at(index).start..<at(index).end
    add(
      QuantityMatch(
        quantity: QuantityReader.quantity((1, 1), how), span: at(start).start..<at(index).end, numberSpan: span,
        countsOnlyInAnswers: true),
      start..<index + 1, nil, how)
    return index + 1
  }

  private func isSuperlative(_ index: Int) -> Bool {
    let token = at(index)
    guard token.kind == .word else { return false }
    return token.roles.contains(.superlative)
      || (has(.superlativeEst) && token.flags.contains(.endsInEst) && !token.flags.contains(.capital))
  }

  // MARK: - Units

  /// The second number of a range, the first in the scale of the second, and the tokens of both with "between" or "from".
  private func secondOfRange(
    _ first: Cardinal, _ unit: QuantityMatch.Unit, _ start: Int, _ end: Int
  ) -> (Cardinal, Double, Range<Int>)? {
    // "entre el 20 y el 30"
    let isArticle =
      has(start - 1, [.determiner, .article]) && has(start - 2, [.between, .from]) && phrase(endingAt: start - 1) == nil
    let before = start - (isArticle ? 2 : 1) >= next ? start - (isArticle ? 2 : 1) : -1
    // "20- to 30,000"
    let isSuspended =
      at(end).kind == .hyphen && isGlued(end) && !isGlued(end + 1) && has(end + 1, [.to, .or, .and])
    let end = isSuspended ? end + 1 : end
    let mark = at(end)
    let isDash = mark.kind == .dash || mark.kind == .hyphen
    let between =
      has(end, .and)
      && (has(before, .between) || cardinal(at: end + 1).map { isBetween(before: $0.tokens.upperBound) } == true)
    let outer = qualifiedPrefix(start)
    let betweenQualified = outer.map { has($0, .between) && has(end, .and) } ?? false
    // "zwei, drei Männer"
    let isComma =
      mark.kind == .comma && first.isWords && at(start - 1).kind != .comma
      && !has(start - 1, [.and, .determiner, .ordinal, .of])
    if isComma {
      guard let second = cardinal(at: end + 1), second.isWords, second.value == first.value + 1, second.value < 10,
        looksPlural(second.tokens.upperBound)
      else { return nil }
    }
    guard isComma || isDash || between || betweenQualified || has(end, [.to, .or]) else { return nil }
    if has(.rangeNeedsFrom), has(end, .to), !has(end, .or), !has(before, .from), !isDash { return nil }
    // Why: a hyphen joins only what it touches; a dash between spaces may separate thoughts.
    if isDash, !isGlued(end) || !isGlued(end + 1) {
      guard mark.kind == .dash, !isGlued(end), !isGlued(end + 1), isNumber(end + 1) else { return nil }
    }
    var second = end + 1
    if isCurrencyCode(second) || (at(second + 1).kind == .currency && isGlued(second + 1)) { second += 1 }
    if at(second).kind == .currency { second += 1 }
    if isArticle, has(second, [.determiner, .article]) { second += 1 }
    if has(second, .article), has(second + 1, [.hundred, .scale, .dozen]) { second += 1 }
    // "+0.1 to +0.4"
    if at(second).kind == .plus, isGlued(second + 1) { second += 1 }
    let sign = second
    if isSign(second) { second += 1 }
    guard !has(second, .half), let plain = cardinal(at: second), nonQuantity(at: second) == nil else { return nil }
    let number = second > sign ? signed(plain) : plain
    var low = first.value
    if first.scale == 1, number.scale > 1, low > 0, low < number.value / number.scale {
      low = scaled(first, by: number.scale)
    }
    // "20–30,000", "20- to 30,000"
    if isDash || isSuspended, isPlainInteger(first.tokens.lowerBound), at(second).flags.contains(.grouped), low > 0,
      low < number.value / 1000
    {
      low *= 1000
    }
    let isUnitBefore = unit == .percent && (has(start, .percentBefore) || at(start).kind == .percent)
    guard low < number.value, !isOrdinal(number.tokens.upperBound),
      isUnitBefore || hasUnit(number, unit, start, end)
    else { return nil }
    if has(end, .or), first.isWords != number.isWords, at(end + 1).kind != .number { return nil }
    var from = start
    if between, has(before, .between) {
      from = before
    } else if betweenQualified, let outer {
      from = outer
    } else if has(before, .from), has(end, .to) || isDash {
      guard !isChange(before, number.tokens.upperBound) else { return nil }
      from = before
    } else if has(end, .to), !isDash, has(start - 2, .from), at(start - 1).kind == .word, followsChange(start - 2) {
      // "pasará de costar 900 a 1.150"
      return nil
    }
    return (number, low, from..<number.tokens.upperBound)
  }

  /// Whether a word such as "аралығында" follows a number, after a case ending or not.
  private func isBetween(before index: Int) -> Bool {
    has(has(index, .suffix) ? index + 1 : index, .betweenAfter)
  }

  /// Whether "from 8 to 11" says what a number was before and after a change. Without a noun that the two may count
  /// together, as in "from 8 to 11 people", it always does.
  func isChange(_ from: Int, _ end: Int) -> Bool {
    // "crews of from 20 to 30"
    if has(from - 1, .of) { return false }
    var index = from - 1
    while index >= 0, from - index < 14, ![.period, .paragraph, .edge].contains(at(index).kind) {
      // "Biglietto più caro: da 1,5 a 2 euro"
      if at(index).kind == .stop, at(index).sign != 0x3A { break }
      if has(index, .change) { return true }
      index -= 1
    }
    if has(end, .change) || has(end + 1, .change) { return true }
    let first = cardinal(at: from + 1)
    if let first, let second = cardinal(at: first.tokens.upperBound + 1), first.scale == 1, second.scale > 1 {
      return false
    }
    return noun(from: end) == nil && unit(at: end).1 == end && !has(end, [.measure, .timeNoun, .length]) && !isAnswer
  }

  /// Whether the second number of a range has the unit of the first: "fell 5% to $31" and "fell $2 to $31" have two.
  private func hasUnit(_ number: Cardinal, _ unit: QuantityMatch.Unit, _ start: Int, _ end: Int) -> Bool {
    var sign = number.tokens.lowerBound
    let before = currencyBefore(&sign)
    let (following, last) = self.unit(at: number.tokens.upperBound)
    // Why: "rose 4 to 5 percent" says by how much, "rose 4 percent to 5 percent" to what.
    // "up two to 9" says how the number became 9.
    if has(end, .to), !has(last, .of), let (_, first) = qualifiers(before: start), has(first - 1, .change),
      unit != .plain || following == .plain
    {
      return false
    }
    if let before { return before == unit }
    return following == .plain ? unit != .percent : unit == .plain || unit == following
  }

  /// A number times a scale, without the rounding error of its decimals.
  private func scaled(_ number: Cardinal, by scale: Double) -> Double {
    let divisor = at(number.tokens.upperBound - 1).decimalDivisor
    let digits = number.value * divisor
    return digits < 1e15 ? scaled(Double(Int(digits + 0.5)), scale, divisor) : number.value * scale
  }

  /// The first token of "between about" before a number.
  private func qualifiedPrefix(_ start: Int) -> Int? {
    guard let (how, outer) = qualifiers(before: start), how.about, outer < start, outer - 1 >= next else { return nil }
    return outer - 1
  }
}
