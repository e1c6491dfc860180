/// How a noun relates to what a question counts.
enum NounRelation {
  /// It is what is counted.
  case counted
  /// It may be counted, or stands for something that may.
  case related
  /// It is something else, or unknown.
  case other
}

/// A singular with an article, which is 1 in some answers: "a man was killed".
///
/// Why only there: an article is in almost every sentence, and whether it counts depends on the question.
extension QuantityReader {
  /// The only counted noun among the tokens of a range, if it is a singular with an article and nothing says that there
  /// may be more; nil otherwise.
  func singular(in range: Range<Int>, relation: (QuantityToken) -> NounRelation) -> QuantityMatch? {
    func named(_ index: Int) -> NounRelation { at(index).kind == .word ? relation(at(index)) : .other }
    let inside = tokens.indices.filter { range.lowerBound <= at($0).start && at($0).end <= range.upperBound }
    var found: Range<Int>?
    var index = inside.first ?? 0
    while index <= inside.last ?? -1 {
      if has(index, [.notAlone, .not, .pluralVerb]) || joinsOthers(index) { return nil }
      if isIndefinite(index), let noun = noun(ofArticle: index), noun <= inside.last ?? -1, named(noun) == .counted {
        let describes = (index + 1..<noun).allSatisfy { isKnown($0) ? named($0) == .counted : true }
        guard found == nil, describes, mayPrecedeSingular(index), mayFollowSingular(noun + 1) else { return nil }
        found = index..<noun + 1
        index = noun + 1
      } else {
        if named(index) != .other { return nil }
        index += 1
      }
    }
    return found.map { phrase in
      let noun = at(phrase.upperBound - 1)
      return QuantityMatch(
        quantity: Quantity(1), span: at(phrase.lowerBound).start..<noun.end,
        numberSpan: at(phrase.lowerBound).start..<at(phrase.lowerBound).end, countsOnlyInAnswers: true,
        noun: noun.start..<noun.end)
    }
  }

  /// Whether the table lists a token as a noun.
  private func isKnown(_ index: Int) -> Bool { lexiconIndex(index).map { lexicon.kinds[$0] != nil } ?? false }

  private func isIndefinite(_ index: Int) -> Bool {
    guard has(index, .article), !at(index).flags.contains(.capital) || startsPhrase(index) else { return false }
    // "la" is an article, too.
    return has(index, .one) || !lexicon.words.contains { $0.roles.contains(.one) }
  }

  /// The singular that an article belongs to; nil where another word may be its noun.
  private func noun(ofArticle article: Int) -> Int? {
    var index = article + 1
    if has(.capitalNouns) {
      while index < article + 4, describes(index), !at(index).flags.contains(.capital) { index += 1 }
    } else if has(.adjectivesFirst) {
      // Why the last word: in "a police station", the station is meant.
      while index < article + 5, describes(index + 1) { index += 1 }
    } else {
      while index < article + 3, has(index, .size) { index += 1 }
    }
    guard (article + 1..<index).allSatisfy(describes), describes(index), has(index, .singularNoun),
      !has(index, [.pluralNoun, .counted]), at(index).flags.contains(.capital) == has(.capitalNouns)
    else { return nil }
    return index
  }

  /// Whether a token may be a noun, or describe one.
  private func describes(_ index: Int) -> Bool {
    let token = at(index)
    return token.kind == .word && !token.flags.contains(.possessive)
      && token.roles.isDisjoint(
        with: WordRole.cardinal.union([
          .function, .determiner, .pluralVerb, .notAlone, .and, .or, .of, .to, .not, .further, .comparative, .half,
          .fraction, .ordinal, .vaguePlural, .vagueFew, .couple, .amount, .timeNoun, .measure, .currency, .month,
          .weekday, .percent,
        ]))
  }

  private func startsPhrase(_ index: Int) -> Bool {
    [.edge, .period, .stop, .paragraph, .open, .comma, .dash].contains(at(index - 1).kind)
      || (at(index).flags.contains(.lineStart) && at(index).flags.contains(.capital))
  }

  /// Whether what precedes an article leaves no doubt that its noun is one certain thing.
  private func mayPrecedeSingular(_ index: Int) -> Bool {
    if startsPhrase(index) || has(index - 1, .beforeSingular) { return true }
    return at(index - 1).kind == .word
      && !has(
        index - 1,
        [
          .function, .determiner, .pluralVerb, .be, .notAlone, .not, .no, .half, .further, .conditional, .per, .of, .to,
          .and, .or, .from, .place, .beforeDegree, .endsPhrase,
        ])
  }

  /// Whether what follows a singular shows that it is the noun of its phrase.
  private func mayFollowSingular(_ index: Int) -> Bool {
    switch at(index).kind {
    case .edge, .comma, .period, .stop, .open, .close, .paragraph: return true
    case .word:
      let isJoined = has(index, [.and, .or, .of, .per, .comparative, .notAlone, .pluralVerb])
      let isOther = has(.capitalNouns) ? !at(index).flags.contains(.capital) : has(index, [.function, .be])
      return isOther && !isJoined
    default: return false
    }
  }

  /// Whether "and" adds a name or several things: "a man and Ana Ruiz".
  private func joinsOthers(_ index: Int) -> Bool {
    guard has(index, .and) else { return false }
    let next = has(index + 1, [.article, .determiner]) ? index + 2 : index + 1
    return at(next).flags.contains(.capital) || looksPlural(next)
  }
}
