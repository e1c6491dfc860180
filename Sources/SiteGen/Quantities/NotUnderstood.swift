/// Words that may be a quantity of which only a part is understood.
extension QuantityReader {
  /// The token after such words if they begin at `index`; nil where all of a number is understood.
  func notUnderstood(at index: Int) -> Int? {
    guard var end = partlyUnderstood(at: index) else { return nil }
    while has(end, [.scale, .vaguePlural, .hundred]), at(end).kind == .word { end += 1 }
    return end
  }

  private func partlyUnderstood(at index: Int) -> Int? {
    let token = at(index)
    if token.kind == .number {
      // "2/3 of the voters"
      if token.flags.contains(.slashed), has(index + 1, .of) { return index + 1 }
      // "3 1/2"
      if isPlainInteger(index), at(index + 1).flags.contains(.slashed), at(index + 1).kind == .number {
        return index + 2
      }
      // "1.5 Millionen"
      if token.flags.contains(.noQuantity) {
        return has(index + 1, [.scale, .vaguePlural]) && at(index + 1).value >= 1000 ? index + 2 : nil
      }
      if token.flags.contains(.unclear), !token.flags.contains(.slashed) || !isMeasured(index + 1) { return index + 1 }
      if let end = brokenGroup(index) { return end }
    }
    // "quarter of a million"
    if has(index, .fraction), !has(index - 1, [.article, .one]), has(index + 1, .of), has(index + 2, .article),
      has(index + 3, [.scale, .hundred]), !isAnswer
    {
      return index + 4
    }
    if has(index, .afterNumber), cardinal(at: index) == nil {
      return has(index + 1, .and) ? cardinal(at: index + 2)?.tokens.upperBound ?? index + 1 : index + 1
    }
    if let end = scaleBeforeNumber(index) { return end }
    guard !isAnswer || token.kind == .word, let number = cardinal(at: index), number.tokens.lowerBound >= next else {
      return nil
    }
    let end = number.tokens.upperBound
    // "50 ± 5"
    if at(end).sign == 0xB1, isNumber(end + 1) { return end + 2 }
    if has(end, .unread) { return end + 1 }
    // "on binlerce", "trois dizaines"
    let isArticle = number.value == 1 && has(index, [.one, .article])
    if number.isWords, has(end, [.vaguePlural, .aboutNumber]), !has(end, .cardinal), !isArticle { return end + 1 }
    // "5 por mil"
    if has(end, .per), has(end + 1, [.scale, .hundred]), !has(end + 1, .cent), !looksPlural(end + 2) { return end + 2 }
    // "5 grados bajo cero"
    if let below = phraseEnd(.belowZero, at: end) ?? phraseEnd(.belowZero, at: end + 1) { return below }
    // "minus 5–10 degrees"
    if has(number.tokens.lowerBound - 1, .minus), [.dash, .hyphen].contains(at(end).kind), isGlued(end),
      let second = cardinal(at: end + 1)
    {
      return second.tokens.upperBound
    }
    // "trois ans et demi"
    if at(end).kind == .word, !has(end, [.function, .and, .scale, .hundred, .dozen]), let half = andAHalf(at: end + 1),
      has(end, .timeNoun) || looksPlural(end)
    {
      return half
    }
    // "20'den 30'a kadar"
    if has(end, .suffix), isNumber(end + 1) || has(end + 1, .cardinal), let second = cardinal(at: end + 1) {
      return second.tokens.upperBound
    }
    if let second = sharedThousands(index, end) ?? sharedScale(number) { return second }
    // "5 M d'euros"
    if !number.isWords, number.scale == 1, isLoneScale(end) { return end + 1 }
    if number.isWords { return isListOfDigits(number) ? end : unfinishedWords(number) }
    if number.scale >= 1000, at(end).kind == .number, at(end).flags.contains(.afterSpace), at(end).digits <= 3,
      !at(end).flags.contains(.noQuantity), at(end).value < number.scale
    {
      return end + 1
    }
    return unknownAbbreviation(end)
  }

  /// "三四百" is from three to four hundred, and digits in words next to each other may be a range or a year.
  private func isListOfDigits(_ number: Cardinal) -> Bool {
    guard has(.noSpaces) else { return false }
    let words = number.tokens.prefix { has($0, .unit) && at($0).value < 10 }
    return words.count > 1
  }

  /// "тысяч пять" is about five thousand.
  private func scaleBeforeNumber(_ index: Int) -> Int? {
    guard has(index, .vaguePlural), has(index, .cardinal), at(index).value >= 100, !isAnswer else { return nil }
    guard isNumber(index + 1) || has(index + 1, [.unit, .ten, .hundreds]), let number = cardinal(at: index + 1) else {
      return nil
    }
    return number.tokens.upperBound
  }

  /// The token after number words that do not make one number ("two million thousand"), or that may make one with what
  /// follows a comma ("two million, three hundred thousand").
  private func unfinishedWords(_ number: Cardinal) -> Int? {
    if at(number.tokens.upperBound).kind == .comma, number.scale >= 1000,
      let rest = cardinal(at: number.tokens.upperBound + 1), rest.isWords, rest.value >= 100, rest.value < number.scale
    {
      return rest.tokens.upperBound
    }
    if let end = unjoined(number) { return end }
    // "два-три"
    let hyphen = number.tokens.upperBound
    if at(hyphen).kind == .hyphen, let second = cardinal(at: hyphen + 1), second.value > number.value { return nil }
    guard var end = nextNumber(hyphen), !isYearInWords(number, end - 1) else { return nil }
    while let more = nextNumber(end) { end = more }
    return end
  }

  /// "1,5 million": digits with a comma that groups nothing, before a scale or after a currency.
  private func brokenGroup(_ index: Int) -> Int? {
    guard at(index + 1).kind == .comma, isGlued(index + 1), isGlued(index + 2), isNumber(index + 2) else { return nil }
    let end = index + 3
    guard isMeasured(end) || at(index - 1).kind == .currency else { return nil }
    return end
  }

  /// Whether a scale, a percent sign or a currency follows.
  private func isMeasured(_ index: Int) -> Bool {
    has(index, [.scale, .hundred, .percent, .currency, .vaguePlural]) || [.percent, .currency].contains(at(index).kind)
  }

  /// "mille e duecento": the token after a smaller number that "and" does not join in the language.
  private func unjoined(_ number: Cardinal) -> Int? {
    let join = number.tokens.upperBound
    guard has(join, .and), number.scale >= 100, has(join + 1, .cardinal), let rest = cardinal(at: join + 1),
      rest.isWords, rest.value < number.scale, rest.value >= 100 || lexicon.traits.contains(.andAfterTens)
    else { return nil }
    return rest.tokens.upperBound
  }

  /// "rose from 5 to 6 million": the first number may have the scale of the second.
  private func sharedScale(_ first: Cardinal) -> Int? {
    let (start, end) = (first.tokens.lowerBound, first.tokens.upperBound)
    guard has(start - 1, .from), has(end, .to), first.scale == 1, let second = cardinal(at: end + 1),
      second.scale >= 1000, first.value < 1000, isChange(start - 1, second.tokens.upperBound)
    else { return nil }
    return second.tokens.upperBound
  }

  /// "10 to 12,000": the first number may be in thousands, too.
  private func sharedThousands(_ index: Int, _ end: Int) -> Int? {
    guard isPlainInteger(index), end == index + 1, at(index).value > 0, at(index).digits <= 3, has(end, [.to, .or]),
      let second = cardinal(at: end + 1), !second.isWords, second.scale == 1, at(index).value * 1000 < second.value,
      at(end + 1).flags.contains(.grouped) || second.tokens.count > 1
    else { return nil }
    return second.tokens.upperBound
  }

  /// A letter by itself that may be a scale: "M", "k", "G".
  private func isLoneScale(_ index: Int) -> Bool {
    let token = at(index)
    guard token.kind == .word, !isGlued(index), at(index + 1).kind != .period else { return false }
    return token.flags.contains(.capital) ? [0x6D, 0x67].contains(token.sign) : token.sign == 0x6B
  }

  /// The token after a number in words that directly follows; nil for anything else.
  private func nextNumber(_ index: Int) -> Int? {
    let word = at(index).kind == .hyphen && isGlued(index) && isGlued(index + 1) ? index + 1 : index
    guard at(word).kind == .word, has(word, .cardinal), at(word).roles.isDisjoint(with: [.one, .article, .function]),
      nonQuantity(at: word) == nil, let number = cardinal(at: word)
    else { return nil }
    return number.tokens.upperBound
  }

  private func hasNoVowel(_ index: Int) -> Bool { at(index).flags.contains(.noVowel) }

  /// "nineteen ninety-one"
  private func isYearInWords(_ first: Cardinal, _ second: Int) -> Bool {
    (10...20).contains(first.value) && has(first.tokens.upperBound, [.ten, .unit])
  }

  /// The token after a number and an abbreviation that is in no table and may be a scale: "3 Tsd. Menschen".
  private func unknownAbbreviation(_ end: Int) -> Int? {
    let (word, point, after) = (at(end), at(end + 1), at(end + 2))
    let letters = word.end - word.start
    guard word.kind == .word, word.word < 0, letters <= 8, !isGlued(end), point.kind == .period, isGlued(end + 1),
      after.kind == .word, !isGlued(end + 2), !after.flags.contains(.lineStart),
      !after.flags.contains(.capital) || (has(.capitalNouns) && letters <= 4 && hasNoVowel(end))
    else { return nil }
    return end + 2
  }
}
