/// The qualifiers around a number.
extension QuantityReader {
  /// The qualifiers that end directly before a token, and their first token; nil for a number that is negated.
  func qualifiers(before index: Int) -> (Qualification, Int)? {
    var how = Qualification()
    var start = index
    if let verb = boundVerb(before: start) {
      (how.qualifier, how.isUnclear) = (verb.qualifier, verb.qualifier == nil)
      return (how, verb.tokens.lowerBound)
    }
    while true {
      var end = start
      var phrase = phrase(endingAt: end - 1)
      // "at least another 18", "an estimated total of 18".
      while phrase == nil, start == index, index - end < 3, has(end - 1, .further), end - 1 >= next {
        end -= 1
        phrase = self.phrase(endingAt: end - 1)
        // "some of the 40", "worried about the 40"
        if has(end, .of) || (has(end, .determiner) && phrase?.1 == 1) { phrase = nil }
      }
      if phrase == nil, start == index, let qualifier = signQualifier(index - 1) { phrase = (qualifier, 1) }
      // "gastos em saneamento, no mínimo, 60 por cento"
      if phrase == nil, start == index, at(index - 1).kind == .comma,
        let (qualifier, count) = self.phrase(endingAt: index - 2), count > 1, at(index - 2 - count).kind == .comma
      {
        phrase = (qualifier, count + 1)
      }
      guard let (qualifier, count) = phrase else { break }
      if qualifier == .about { how.about = true } else { how.qualifier = how.qualifier ?? qualifier }
      start = end - count
    }
    // "supera unos 40", but not "supera casi 40"
    if let verb = (how.isEmpty ? nil : boundVerb(before: start)) ?? distantVerb(before: start) {
      how.isUnclear = verb.qualifier == nil || (how.qualifier != nil && how.qualifier != verb.qualifier)
      how.qualifier = verb.qualifier
      return (how, verb.tokens.lowerBound)
    }
    guard let denial = denial(before: start, isQualified: !how.isEmpty) else { return (how, start) }
    // "nie unter 40" is at least 40; "will not have been under 40" and "did not injure over 40" are not certain.
    switch how.qualifier {
    case .moreThan? where denial.token == start - 1: how.qualifier = .atMost
    case .fewerThan? where denial.token == start - 1: how.qualifier = .atLeast
    case .moreThan?, .fewerThan?, .atLeast?, .atMost?: how.isUnclear = true
    case nil where denial.isOfVerb, .about? where denial.isOfVerb, .nearly? where denial.isOfVerb: return (how, start)
    default: return nil
    }
    return (how, denial.token)
  }

  /// The negation before a token, and before a qualifier also across forms of "have" and the like and one verb.
  private func denial(before start: Int, isQualified: Bool) -> (token: Int, isOfVerb: Bool)? {
    if isAnswer { return nil }
    for word in stride(from: start - 1, through: max(next, start - (isQualified ? 3 : 1)), by: -1) {
      if has(word, .not) || (isQualified && word == start - 1 && has(word, .verbNot)) {
        return has(word - 1, .conditional) ? nil : (word, false)
      }
      // "did not go up more than 40", but not "officials who are not named, of more than 40"
      if isQualified, isPlainWord(word), has(word - 1, [.not, .verbNot]), word == start - 1 || !has(word + 1, .of) {
        return (word - 1, true)
      }
      guard at(word).kind == .word, has(word, .function), !has(word, [.and, .or, .conditional]) else { return nil }
    }
    return nil
  }

  func phrase(endingAt index: Int) -> (Qualifier, Int)? {
    guard index >= next, index < tokens.count else { return nil }
    // "ca. 400"
    if at(index).kind == .period, isGlued(index), has(index - 1, .abbreviated) {
      return phrase(endingAt: index - 1).map { ($0.0, $0.1 + 1) }
    }
    guard at(index).kind == .word, has(index, .endsPhrase) else { return nil }
    let last = Int(at(index).word)
    guard last >= 0, last < lexicon.before.count else { return nil }
    for phrase in lexicon.before[last] where index + 1 - phrase.words.count >= next {
      guard let count = length(of: phrase, endingAt: index) else { continue }
      if count == 1, has(index - 1, .takesAbout) { return nil }
      // "went up to 40", "выросло до 40"
      let endsAt = (0..<count).contains { has(index - $0, .to) }
      if endsAt, has(index - count, .motion) || ((count == 1 || !has(index, .to)) && followsChange(index)) {
        return nil
      }
      return (phrase.qualifier, count)
    }
    return nil
  }

  /// The number of tokens of a phrase that ends at a token, with commas or hyphens between its words:
  /// "более, чем", "где-то"; nil where it
  /// does not stand there.
  private func length(of phrase: QuantityLexicon.Phrase, endingAt index: Int) -> Int? {
    var token = index
    for (offset, word) in phrase.words.enumerated() {
      if offset > 0, at(token).kind == .comma || (at(token).kind == .hyphen && isGlued(token) && isGlued(token + 1)) {
        token -= 1
      }
      guard token >= next, at(token).word == word else { return nil }
      token -= 1
    }
    return index - token
  }

  /// Whether a word of change stands before a token in its clause.
  func followsChange(_ index: Int) -> Bool {
    var token = index - 1
    while token >= 0, index - token < 8, ![.period, .paragraph].contains(at(token).kind) {
      // "aumentan en dos, hasta los 9", "снизилась на 0,3 процентного пункта, до 2,4 %"
      if at(token).kind == .comma, !endsChange(token) { break }
      // "подорожчає на 5 гривень — до 20 грн"
      if at(token).kind == .stop, at(token).sign != 0x2014 { break }
      if has(token, [.change, .motion]) { return true }
      token -= 1
    }
    return false
  }

  /// Whether a comma follows a number, with a noun of at most two words after a preposition.
  private func endsChange(_ comma: Int) -> Bool {
    guard let number = found.last?.tokens, (0...2).contains(comma - number.upperBound) else { return false }
    return comma == number.upperBound
      || (has(number.lowerBound - 1, [.function, .from, .of, .place])
        && (number.upperBound..<comma).allSatisfy { at($0).kind == .word })
  }

  /// The class of a sign before a number: "~50", "≥ 50". A plain "<" or ">" must touch the number, or begin an item of a
  /// list: "≈ 300 tents, > 1,000 in transit".
  private func signQualifier(_ index: Int) -> Qualifier? {
    guard index >= next, at(index).kind == .other else { return nil }
    switch at(index).sign {
    case 0x7E, 0x2248, 0x223C, 0x2245: return .about
    case 0x2265, 0x2A7E, 0x2267: return .atLeast
    case 0x2264, 0x2A7D, 0x2266: return .atMost
    case 0x3E: return isGlued(index + 1) || beginsItem(index) ? .moreThan : nil
    case 0x3C: return isGlued(index + 1) || beginsItem(index) ? .fewerThan : nil
    default: return nil
    }
  }

  private func beginsItem(_ index: Int) -> Bool {
    [.comma, .open, .stop].contains(at(index - 1).kind) && !at(index).flags.contains(.lineStart)
  }

  /// The qualifier after a number or after its noun, and the token after it.
  func qualifier(after index: Int) -> (Qualifier, Int)? {
    if at(index).kind == .plus, isGlued(index) { return (.atLeast, index + 1) }
    // "20-odd", "40-plus".
    if at(index).kind == .hyphen, isGlued(index), isGlued(index + 1), at(index + 1).word >= 0, has(index + 1, .odd) {
      let phrase = lexicon.after[Int(at(index + 1).word)].first { $0.words.count == 1 }
      return (phrase?.qualifier ?? .about, index + 2)
    }
    return qualifyingPhrase(at: index) ?? qualifyingPhrase(afterNounAt: has(index, .of) ? index + 1 : index)
  }

  /// The qualifier after what is counted: "une trentaine de blessés au moins", "3 km/h environ", "20 años de cárcel como
  /// mínimo".
  private func qualifyingPhrase(afterNounAt noun: Int) -> (Qualifier, Int)? {
    let isNoun = looksPlural(noun) || has(noun, [.measure, .length, .timeNoun, .old])
    let isRate = at(noun + 1).sign == 0x2F && isGlued(noun + 1) && isGlued(noun + 2)
    if isNoun, let found = qualifyingPhrase(at: isRate ? noun + 3 : noun + 1),
      !has(noun + 1, .and) || !has(found.1 - 1, .comparative) || !isSubject(found.1)
    {
      return found
    }
    guard isNoun || (!has(.pluralS) && isPlainWord(noun)) else { return nil }
    let isLong = has(noun + 1, .of) && isPlainWord(noun + 2)
    for end in isLong ? [noun + 1, noun + 3] : [noun + 1] where !has(end, [.and, .or]) {
      // Why two words: one word may belong to what follows.
      if let found = qualifyingPhrase(at: end), found.1 > end + 1, at(end).kind == .word { return found }
    }
    return nil
  }

  /// Whether a new clause may begin with a word: "20 homes and more rain fell", "12 people and more missing pets".
  private func isSubject(_ index: Int) -> Bool {
    isPlainWord(index) && !has(index, .change) && at(index).flags.isDisjoint(with: .endsInEd)
      && (!has(index, .afterPlural) || at(index + 1).kind == .word && !has(index + 1, .function))
  }

  private func isPlainWord(_ index: Int) -> Bool {
    at(index).kind == .word && !has(index, [.function, .pluralVerb, .determiner, .and, .or])
      && !has(index, .cardinal)
  }

  /// The qualifier of the number before a token that begins there, and the token after it. After a comma it has at least
  /// two words: "20 people, if not more", but not "20 people, over a day".
  private func qualifyingPhrase(at index: Int) -> (Qualifier, Int)? {
    let isAfterComma = at(index).kind == .comma
    let start = isAfterComma ? index + 1 : index
    guard at(start).kind == .word, has(start, .startsPhrase), !has(start, .odd), let first = lexiconIndex(start),
      !isAfterComma || !has(start, .and)
    else { return nil }
    for phrase in lexicon.after[first] where !isAfterComma || phrase.words.count > 1 {
      let end = start + phrase.words.count
      let isWhole = phrase.words.indices.allSatisfy { at(start + $0).word == phrase.words[$0] }
      // "三年以上七年以下"
      if isWhole, has(.noSpaces) || !startsNumber(end), !isTakenByNextNumber(start..<end) {
        return (phrase.qualifier, end)
      }
    }
    return nil
  }

  /// The phrase that begins at a token, whatever follows it.
  func afterPhrase(at index: Int) -> (Qualifier, Int)? {
    guard has(index, .startsPhrase), let first = lexiconIndex(index) else { return nil }
    let phrase = lexicon.after[first].first { phrase in
      phrase.words.indices.allSatisfy { at(index + $0).word == phrase.words[$0] }
    }
    return phrase.map { ($0.qualifier, index + $0.words.count) }
  }

  /// Whether the words after a number belong to the qualifier of the next one: "26 dockers and more than 3,800 people".
  private func isTakenByNextNumber(_ words: Range<Int>) -> Bool {
    for next in words.upperBound..<words.upperBound + 3 where startsNumber(next) {
      guard let (_, start) = qualifiers(before: plusOrMinus(before: next) ?? next) else { return false }
      return min(start, plusOrMinus(before: next) ?? next) < words.upperBound
    }
    return false
  }

  private func startsNumber(_ index: Int) -> Bool {
    if isNumber(index)
      || has(
        index, [.unit, .ten, .hundred, .hundreds, .thousands, .dozen, .vaguePlural, .vagueFew, .half, .aboutNumber])
      || has(.impliedOne) && has(index, .scale)
    {
      return true
    }
    if at(index).kind == .currency { return true }
    return has(index, .article) && has(index + 1, [.hundred, .dozen, .scale, .vagueFew])
  }
}
