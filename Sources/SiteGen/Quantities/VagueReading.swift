/// Quantities that are not numbers: "dozens", "several", "a large number"; and the words that only answers count: "no".
extension QuantityReader {
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
      if isPart || andAHalf(at: index + 1) != nil || halfOfUnit(at: index + 1) != nil || isShare { return nil }
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

  /// The number of "nobody", "no one", "one of", "her iki" and the token after it; nil in "no one day"
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
        if value == 0, phrase.count == 2, has(end, [.singularNoun, .timeNoun, .measure]) { continue }
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
