/// Qualifiers around a number, and the words that only answers count: "dozens", "several", "no".
extension QuantityReader {
  /// The qualifiers that end directly before a token, and their first token; nil for a number that is negated.
  func qualifiers(before index: Int) -> (Qualification, Int)? {
    var how = Qualification()
    var start = index
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
      guard let (qualifier, count) = phrase else { break }
      if qualifier == .about { how.about = true } else { how.qualifier = how.qualifier ?? qualifier }
      start = end - count
    }
    if start > next, has(start - 1, .not), !has(start - 2, .conditional), !isAnswer { return nil }
    return (how, start)
  }

  private func phrase(endingAt index: Int) -> (Qualifier, Int)? {
    guard index >= next, index < tokens.count else { return nil }
    // "ca. 400"
    if at(index).kind == .period, isGlued(index), has(index - 1, WordTraits.abbreviated) {
      return phrase(endingAt: index - 1).map { ($0.0, $0.1 + 1) }
    }
    guard at(index).kind == .word else { return nil }
    let last = Int(at(index).word)
    guard last >= 0, last < lexicon.before.count else { return nil }
    for phrase in lexicon.before[last] where index + 1 - phrase.words.count >= next {
      var matches = true
      for (offset, word) in phrase.words.enumerated() where at(index - offset).word != word { matches = false }
      guard matches else { continue }
      if phrase.words.count == 1, has(index - 1, .takesAbout) { return nil }
      // "went up to 40"
      if has(index, .to), has(index - phrase.words.count, WordTraits.motion) { return nil }
      return (phrase.qualifier, phrase.words.count)
    }
    return nil
  }

  /// The qualifier after a number or after its noun, and the token after it.
  func qualifier(after index: Int) -> (Qualifier, Int)? {
    if at(index).kind == .plus, isGlued(index) { return (.atLeast, index + 1) }
    // "20-odd", "40-plus".
    if at(index).kind == .hyphen, isGlued(index), isGlued(index + 1), at(index + 1).word >= 0, has(index + 1, .odd) {
      let phrase = lexicon.after[Int(at(index + 1).word)].first { $0.words.count == 1 }
      return (phrase?.qualifier ?? .about, index + 2)
    }
    for start in [index, index + 1] {
      if start > index, !looksPlural(index) { break }
      let first = Int(at(start).word)
      guard at(start).kind == .word, first >= 0, first < lexicon.after.count, !has(start, .odd) else { continue }
      for phrase in lexicon.after[first] {
        var matches = true
        for (offset, word) in phrase.words.enumerated() where at(start + offset).word != word { matches = false }
        let end = start + phrase.words.count
        if matches, !startsNumber(end), !isTakenByNextNumber(start..<end) { return (phrase.qualifier, end) }
      }
    }
    return nil
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
    if isNumber(index) || has(index, [.unit, .ten, .hundred, .dozen, .vaguePlural, .vagueFew]) { return true }
    if at(index).kind == .currency { return true }
    return has(index, .article) && has(index + 1, [.hundred, .dozen, .scale, .vagueFew])
  }

  /// Reads a quantity that is not a number: vague words, "no", "none", "a large number"; gives the token after it.
  mutating func readWords(at index: Int) -> Int? {
    let token = at(index)
    guard token.kind == .word else { return nil }
    if token.roles.contains(.vaguePlural) { return readVaguePlural(at: index) }
    if token.roles.contains(.vagueFew) || token.roles.contains(.couple) { return readFew(at: index) }
    if token.roles.contains(.amount) { return readAmount(at: index) }
    if token.roles.contains(.one) { return readArticle(at: index) }
    if token.roles.contains(.none), !token.roles.contains(.no) || isAnswer || has(index + 1, .of) {
      return addZero(index)
    }
    if token.roles.contains(.no) {
      guard at(index + 1).kind == .word, !has(index + 1, .afterIdiomaticNo), !isAnswer,
        !has(index + 1, [.function, .pluralVerb, .designator])
      else { return nil }
      return addZero(index)
    }
    return nil
  }

  private mutating func addZero(_ index: Int) -> Int {
    let span = at(index).start..<at(index).end
    let noun = noun(from: index + 1, singular: true).map { at($0).start..<at($0).end }
    add(
      QuantityMatch(quantity: Quantity(0), span: span, numberSpan: span, countsOnlyInAnswers: true, noun: noun),
      index..<index + 1, nil, Qualification())
    return index + 1
  }

  private mutating func readVaguePlural(at index: Int) -> Int? {
    let token = at(index)
    var (bound, end) = (token.value, index + 1)
    if has(end, .of), has(end + 1, .vaguePlural), at(end + 1).value > bound {
      bound *= at(end + 1).value
      end += 2
    } else if has(index, WordTraits.ambiguous), !isAnswer, !has(end, .afterPlural) {
      return nil
    }
    let words = (index..<end).map(lexiconText).joined(separator: " ")
    // "dozens and dozens", "thousands upon thousands" mean no more than the word alone.
    while end + 1 < tokens.count, at(end).kind == .word, at(end + 1).word == token.word { end += 2 }
    return addVague(words, bound * 2, index..<end)
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
    let isFew = has(index, WordTraits.withArticle)
    if isFew, !article, bound == 1 { return nil }
    if bound == 1, has(end, .designator) && !looksPlural(end) { return nil }
    // Why: "many more than 20" and "several times" do not count anything.
    if bound == 1, has(index + 1, .function) && !has(index + 1, [.of, .afterPlural, .pluralVerb]) { return nil }
    return addVague(
      isFew ? lexicon.article + " " + text : text, bound * 2, (article ? index - 1 : index)..<end,
      onlyInAnswers: bound == 1)
  }

  private mutating func readAmount(at index: Int) -> Int? {
    guard has(index + 1, .of) || isAnswer || (has(.capitalNouns) && has(index - 1, .size)) else { return nil }
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
    guard let (how, start) = qualifiers(before: range.lowerBound) else { return range.upperBound }
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
    return lexicon.words[word].printed.text
  }
}
