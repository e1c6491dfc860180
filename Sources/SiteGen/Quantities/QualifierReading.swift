/// Qualifiers around a number, and the words that only answers count: "dozens", "several", "no".
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
    // "nie unter 40" is at least 40; "will not have been under 40" is not certain.
    switch how.qualifier {
    case .moreThan? where denial == start - 1: how.qualifier = .atMost
    case .fewerThan? where denial == start - 1: how.qualifier = .atLeast
    case .moreThan?, .fewerThan?, .atLeast?, .atMost?: how.isUnclear = true
    default: return nil
    }
    return (how, denial)
  }

  /// The negation before a token, and before a qualifier also across forms of "have" and the like.
  private func denial(before start: Int, isQualified: Bool) -> Int? {
    if isAnswer { return nil }
    for word in stride(from: start - 1, through: max(next, start - (isQualified ? 3 : 1)), by: -1) {
      if has(word, .not) || (isQualified && word == start - 1 && has(word, .verbNot)) {
        return has(word - 1, .conditional) ? nil : word
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
      // "aumentan en dos, hasta los 9"
      if at(token).kind == .comma, found.last?.tokens.upperBound != token { break }
      // "подорожчає на 5 гривень — до 20 грн"
      if at(token).kind == .stop, at(token).sign != 0x2014 { break }
      if has(token, [.change, .motion]) { return true }
      token -= 1
    }
    return false
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
    let isNoun = looksPlural(noun) || has(noun, [.measure, .length]) || (has(.noSpaces) && has(noun, .timeNoun))
    let isRate = at(noun + 1).sign == 0x2F && isGlued(noun + 1) && isGlued(noun + 2)
    if isNoun, let found = qualifyingPhrase(at: isRate ? noun + 3 : noun + 1),
      !has(noun + 1, .and) || !isSubject(found.1)
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
      if isWhole, !startsNumber(end), !isTakenByNextNumber(start..<end) { return (phrase.qualifier, end) }
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
    if isNumber(index) || has(index, [.unit, .ten, .hundred, .dozen, .vaguePlural, .vagueFew, .half, .aboutNumber]) {
      return true
    }
    if at(index).kind == .currency { return true }
    return has(index, .article) && has(index + 1, [.hundred, .dozen, .scale, .vagueFew])
  }

  /// Reads a quantity that is not a number: vague words, "no", "none", "a large number"; gives the token after it.
  mutating func readWords(at index: Int) -> Int? {
    let token = at(index)
    guard token.kind == .word else { return nil }
    if token.roles.contains(.aboutNumber) { return readAboutNumber(at: index) }
    // "он мыңдаған", "yüz binlerce"
    if has(.singularCounted), token.value == 10 || token.value == 100, has(index + 1, .vaguePlural),
      !token.roles.isDisjoint(with: .cardinal), at(index + 1).value >= 1000
    {
      let words = (index...index + 1).map(lexiconText).joined(separator: " ")
      return addVague(words, token.value * at(index + 1).value * 2, index..<index + 2)
    }
    if token.roles.contains(.vaguePlural) {
      // "около тысячи", "до сотни"
      let isNumber =
        !token.roles.isDisjoint(with: .cardinal)
        && (given != nil || phrase(endingAt: index - 1) != nil || has(index - 1, [.from, .to, .between]))
      return isNumber ? nil : readVaguePlural(at: index)
    }
    if token.roles.contains(.vagueFew) || token.roles.contains(.couple) { return readFew(at: index) }
    if token.roles.contains(.amount) { return readAmount(at: index) }
    if token.roles.contains(.startsAnswer), let (value, end) = answerPhrase(at: index) {
      return addAnswer(value, at: index, to: end)
    }
    if token.roles.contains(.both) {
      // "entrambi gli operai", but not "both the crew and the pilot"
      let noun = has(index + 1, [.determiner, .article]) ? index + 2 : index + 1
      if looksPlural(noun), noun == index + 1 || !has(noun + 1, .and) { return addAnswer(2, at: index) }
    }
    if token.roles.contains(.one), pair(at: index) == nil {
      if has(index + 1, .aboutNumber) { return index }
      let isPart = cardinal(at: index).map { $0.tokens.count > 1 } ?? false
      let share = has(index + 1, .share) ? index + 2 : phraseEnd(.share, at: index + 1)
      let isShare = has(index + 1, .fraction) || share.map { cardinal(at: $0) != nil } == true
      if has(index + 1, .fraction), !isAnswer, !has(.plainFractions) { return index }
      if isPart || andAHalf(at: index + 1) != nil || isShare { return nil }
      // "hasta un 30 %"
      if !isAnswer, isNumber(index + 1) || at(index + 1).kind == .percent { return index }
      // The next token reads its article itself.
      let hyphen = at(index + 1).kind == .hyphen ? index + 2 : index + 1
      if has(hyphen, [.half, .couple, .vagueFew, .size, .amount, .aboutNumber]) { return index }
      return readArticle(at: index) ?? (token.roles.contains(.unit) && !isAnswer ? index + 1 : nil)
    }
    if token.roles.contains(.none), !token.roles.contains(.no) || isAnswer || has(index + 1, .of) {
      return addAnswer(0, at: index)
    }
    if token.roles.contains(.no) {
      guard at(index + 1).kind == .word, !has(index + 1, .afterIdiomaticNo), !isAnswer,
        !has(index + 1, [.function, .pluralVerb, .designator]), cardinal(at: index + 1) == nil
      else { return nil }
      return addAnswer(0, at: index)
    }
    return nil
  }

  /// Adds a word that only answers count: "none" is 0, "both" 2.
  private mutating func addAnswer(_ value: Double, at index: Int, to end: Int? = nil) -> Int {
    let end = end ?? index + 1
    let span = at(index).start..<at(end - 1).end
    let noun = noun(from: end, singular: true).map { at($0).start..<at($0).end }
    add(
      QuantityMatch(quantity: Quantity(value), span: span, numberSpan: span, countsOnlyInAnswers: true, noun: noun),
      index..<end, nil, Qualification())
    return end
  }

  /// The number of "nobody", "no one", "one of", "her iki" and the token after it; nil before a noun, as in "no one day",
  /// and for one of the biggest.
  private func answerPhrase(at index: Int) -> (Double, Int)? {
    for kind in QuantityLexicon.PhraseKind.allCases {
      guard let value = kind.answer else { continue }
      for phrase in lexicon.phrases[kind]?[at(index).word] ?? [] {
        var end = index + 1
        let isWhole = phrase.dropFirst().allSatisfy { word in
          if at(end).kind == .hyphen, isGlued(end), isGlued(end + 1) { end += 1 }
          end += 1
          return at(end - 1).word == word
        }
        guard isWhole else { continue }
        if value == 0, end > index + 1, has(end, [.singularNoun, .timeNoun, .measure]) { continue }
        if value == 1, (index - 5..<end + 4).contains(where: { has($0, .superlative) }) { continue }
        return (value, end)
      }
    }
    return nil
  }

  private mutating func readVaguePlural(at index: Int) -> Int? {
    let token = at(index)
    var (bound, end) = (token.value, index + 1)
    // "tens of thousands", "десятки тысяч"
    let scale = has(end, .of) ? end + 1 : end
    if has(scale, [.vaguePlural, .scale, .hundred]), at(scale).value > bound, at(scale).kind == .word {
      bound *= at(scale).value
      end = scale + 1
    } else if has(index, .ambiguous), !isAnswer, !has(end, .afterPlural) {
      return nil
    }
    let words = (index..<end).map(lexiconText).joined(separator: " ")
    // "dozens and dozens", "thousands upon thousands" mean no more than the word alone.
    while end + 1 < tokens.count, at(end).kind == .word, at(end + 1).word == token.word { end += 2 }
    return addVague(words, bound * 2, index..<end)
  }

  /// "une dizaine", "plus d'une centaine", "une dizaine de milliers"
  private mutating func readAboutNumber(at index: Int) -> Int? {
    var (value, end) = (at(index).value, index + 1)
    let scale = has(end, .of) ? end + 1 : end
    if has(scale, [.vaguePlural, .scale]), at(scale).value >= 1000, at(scale).kind == .word {
      (value, end) = (value * at(scale).value, scale + 1)
    }
    var start = index
    // "un demi-millier"
    if at(index - 1).kind == .hyphen, has(index - 2, .half), index - 2 >= next {
      start = index - 2
      value *= at(start).value
    }
    if start > next, has(start - 1, [.article, .one]) { start -= 1 }
    guard var (how, qualified) = qualifiers(before: start) else { return end }
    how.about = how.qualifier == nil
    if let (qualifier, following) = qualifier(after: end), how.qualifier == nil {
      end = following
      if qualifier != .about { how.qualifier = qualifier }
    }
    qualified = min(qualified, start)
    let noun = noun(from: end).map { at($0).start..<at($0).end }
    add(
      QuantityMatch(
        quantity: QuantityReader.quantity((value, value), how), span: at(qualified).start..<at(end - 1).end,
        numberSpan: at(start).start..<at(end - 1).end, noun: noun),
      qualified..<end, (value, value), how)
    return end
  }

  private mutating func readFew(at index: Int) -> Int? {
    let token = at(index)
    let article = index > next && has(index - 1, .article)
    // "so many" is not a number; "as few as several hundred" is.
    guard !has(index - 1, .beforeDegree) || token.roles.contains(.couple) || phrase(endingAt: index - 1) != nil else {
      return nil
    }
    var (bound, end) = (1.0, index + 1)
    if token.roles.contains(.couple), has(end, .of), has(end + 1, [.hundred, .scale, .dozen]) { end += 1 }
    while has(end, [.hundred, .scale, .dozen, .vaguePlural]), at(end).value > 0, bound < 1e9 {
      bound *= at(end).value
      end += 1
    }
    let text = (index..<end).map(lexiconText).joined(separator: " ")
    let isFew = has(index, .withArticle)
    if isFew, !article, bound == 1 { return nil }
    if bound == 1, has(end, .designator) && !looksPlural(end) { return nil }
    // Why: "many more than 20" and "several times" do not count anything.
    if bound == 1, has(index + 1, .function) && !has(index + 1, [.of, .afterPlural, .pluralVerb]) { return nil }
    let found = article && isFew ? lexiconText(index - 1) : lexicon.article
    return addVague(
      isFew ? found + " " + text : text, bound * 2, (article ? index - 1 : index)..<end,
      onlyInAnswers: bound == 1)
  }

  private mutating func readAmount(at index: Int) -> Int? {
    guard
      has(index + 1, .of) || isAnswer || (lexicon.article.isEmpty && has(index - 1, .size))
        || (has(.capitalNouns) && has(index - 1, .size))
    else { return nil }
    var start = index
    if has(start - 1, .size), start - 1 >= next { start -= 1 }
    let article = has(start - 1, .article) && start - 1 >= next
    guard article || start < index else { return nil }
    let text = (start...index).map(lexiconText).joined(separator: " ")
    // Why: "large number" may be quoted without its article, which does not change its meaning.
    return addVague(
      article ? lexiconText(start - 1) + " " + text : text, 2, (article && isAnswer ? start - 1 : start)..<index + 1,
      onlyInAnswers: true)
  }

  private mutating func addVague(
    _ text: String, _ bound: Double, _ range: Range<Int>, onlyInAnswers: Bool = false
  ) -> Int {
    guard let (found, start) = qualifiers(before: range.lowerBound) else { return range.upperBound }
    let how = qualification(found)
    var vague = VagueWord(words: text, lowerBound: bound)
    if let prefix = (how.qualifier ?? (how.about ? .about : nil)).flatMap({ lexicon.prefixes[$0] }) {
      vague.words = prefix + " " + text
      if [.atMost, .fewerThan, .nearly].contains(how.qualifier) { vague.lowerBound = 0 }
    }
    let end = at(range.upperBound - 1).end
    let noun = noun(from: range.upperBound).map { at($0).start..<at($0).end }
    add(
      QuantityMatch(
        quantity: Quantity(vague), span: at(start).start..<end, numberSpan: at(range.lowerBound).start..<end,
        countsOnlyInAnswers: onlyInAnswers, noun: noun),
      start..<range.upperBound, nil, how)
    return range.upperBound
  }

  /// A word as the lexicon prints it.
  private func lexiconText(_ index: Int) -> String {
    let word = Int(at(index).word)
    guard word >= 0, word < lexicon.words.count else { return "" }
    return lexicon.words[word].printed
  }
}
