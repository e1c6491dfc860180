/// Verbs that bound a number, with all that may stand between them: "no llegará a superar la barrera de los 250", "dürfte
/// 250 nicht übersteigen".
extension QuantityReader {
  /// What a verb says of a number.
  struct Bound {
    /// Nil where that is not certain.
    var qualifier: Qualifier?
    /// The verb and its negation.
    var tokens: Range<Int>
  }

  /// What the verb directly before a number says of it; nil where there is none. Articles, words such as "already", a
  /// negation and "the threshold of" may stand in between.
  func boundVerb(before start: Int) -> Bound? {
    guard !lexicon.verbs.isEmpty else { return nil }
    var (index, isDenied, isUnclear) = (start - 1, isDenied(after: start), false)
    while index >= next, start - index <= 8, at(index).kind == .word || at(index).kind == .currency {
      if let (verb, count) = verbPhrase(endingAt: index) {
        return bound(verb, index + 1 - count..<start, isDenied: isDenied, isUnclear: isUnclear)
      }
      if has(index, [.not, .verbNot]) {
        isDenied = true
      } else if has(index, .barely) {
        isUnclear = true
      } else if at(index).kind == .word, !has(index, [.adverb, .article, .determiner, .mark]), !isOfMark(index) {
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// What a verb further away in the clause says of a number that follows "the threshold of" or a determiner, and so may
  /// be its object: "überstieg erstmals seit Monaten die Marke von 250". It is certain only after the former.
  func distantVerb(before start: Int) -> Bound? {
    guard !lexicon.verbs.isEmpty, !isAnswer else { return nil }
    var mark = start - 1
    while mark >= next, has(mark, [.article, .determiner, .of]), !has(mark, .mark) { mark -= 1 }
    let hasMark = has(mark, .mark)
    guard hasMark || (has(start - 1, .determiner) && !has(start - 1, .of) && !has(start - 2, .of)) else { return nil }
    var (index, isDenied) = (hasMark ? mark - 1 : start - 2, false)
    while index >= next, start - index <= 12, at(index).kind == .word, !has(index, [.and, .or, .cardinal]) {
      if let (verb, count) = verbPhrase(endingAt: index), verb != nil || hasMark {
        let found = bound(verb, index + 1 - count..<start, isDenied: false, isUnclear: isDenied)
        return hasMark ? found : found.map { Bound(qualifier: nil, tokens: $0.tokens) }
      }
      isDenied = isDenied || has(index, [.not, .verbNot, .barely, .no])
      index -= 1
    }
    // "pulverizó la barrera de los 250", "kam der Marke von 250 nahe"
    guard hasMark, has(mark + 1, .of), has(mark - 1, [.determiner, .article]), mark - 2 >= next else { return nil }
    let isVerb = at(mark - 2).kind == .word && (has(.verbsLast) || !has(mark - 2, [.function, .of, .to, .from]))
    return isVerb ? Bound(qualifier: nil, tokens: mark - 1..<start) : nil
  }

  /// What the verb at the end of its clause says of the number between two tokens: "wird 250 nicht übersteigen".
  func boundVerb(after number: Range<Int>) -> Bound? {
    guard has(.verbsLast), !isAnswer else { return nil }
    var (index, isDenied, isUnclear) = (number.upperBound, false, false)
    while index < number.upperBound + 5, at(index).kind == .word {
      if let verb = lexicon.verbs[at(index).word]?.first(where: { $0.words.count == 1 }) {
        let isLast = at(index + 1).kind != .word || has(index + 1, [.be, .pluralVerb, .and, .or, .function])
        guard isLast, !has(index + 1, .determiner) else { return nil }
        var before = number.lowerBound - 1
        while before >= next, number.lowerBound - before <= 6, at(before).kind == .word {
          isDenied = isDenied || has(before, [.not, .verbNot]) || has(before, .no)
          isUnclear = isUnclear || has(before, .barely)
          before -= 1
        }
        guard verb.qualifier != nil || isDenied else { return nil }
        // "kam der Marke von 250 nahe", but not "250 Meter nahe"
        guard verb.qualifier != .nearly || (1...3).contains(where: { has(number.lowerBound - $0, .mark) }) else {
          return nil
        }
        let qualifier = isUnclear ? nil : QuantityReader.qualifier(verb.qualifier, isDenied: isDenied)
        return Bound(qualifier: qualifier, tokens: number.lowerBound..<index + 1)
      }
      if has(index, [.not, .verbNot]) {
        isDenied = true
      } else if has(index, .barely) {
        isUnclear = true
      } else if has(index, [.function, .determiner, .and, .or, .cardinal]), !has(index, .adverb) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether a negation ends the clause after a number: "überschritt die 250 Euro nicht".
  private func isDenied(after start: Int) -> Bool {
    guard has(.verbsLast) else { return false }
    let end = cardinal(at: start)?.tokens.upperBound ?? start + 1
    return (end..<end + 4).first { at($0).kind != .word && at($0).kind != .percent || has($0, .not) }
      .map { has($0, .not) && at($0 + 1).kind != .word } == true
  }

  /// Whether a token is the "of" in "the threshold of".
  private func isOfMark(_ index: Int) -> Bool { has(index, .of) && has(index - 1, .mark) }

  /// What a verb says of its number, after what denies it before the verb; nil where it bounds nothing, as "reach".
  private func bound(_ verb: Qualifier?, _ tokens: Range<Int>, isDenied: Bool, isUnclear: Bool) -> Bound? {
    var (first, isDenied, isUnclear) = (tokens.lowerBound, isDenied, isUnclear)
    // How many others than words such as "could" stand between the verb and the token.
    var others = 0
    var index = first - 1
    // Why from 0 on: "none of them exceeds 40" has read "none" already.
    while index >= 0, tokens.lowerBound - index <= 8, at(index).kind == .word || isNumber(index),
      !has(index, [.and, .or, .but])
    {
      if has(index, [.not, .verbNot]) {
        // "no cree que supere", "not only exceeded": what is denied is not certain.
        isUnclear = isUnclear || others > 0
        (isDenied, first) = (true, index)
        break
      }
      // "no town exceeds", but not "none of the 12 towns that a storm hit which exceeded"
      if has(index, [.no, .none, .startsAnswer]) {
        isUnclear = isUnclear || others > 1
        (isDenied, first) = (true, index)
        break
      }
      if has(index, .barely), others == 0 { isUnclear = true }
      if has(index, .only) || !has(index, [.function, .adverb, .be, .change, .motion]) { others += 1 }
      index -= 1
    }
    guard verb != nil || isDenied || isUnclear else { return nil }
    let qualifier = isUnclear ? nil : QuantityReader.qualifier(verb, isDenied: isDenied)
    return Bound(qualifier: qualifier, tokens: max(first, next)..<tokens.upperBound)
  }

  /// The class of a verb with its negation: what does not exceed 40 is up to 40, what does not reach 40 is fewer.
  private static func qualifier(_ verb: Qualifier?, isDenied: Bool) -> Qualifier? {
    guard isDenied else { return verb }
    switch verb {
    case nil, .atLeast?: return .fewerThan
    case .moreThan?, .justOver?: return .atMost
    case .fewerThan?: return .atLeast
    case .atMost?: return .moreThan
    case .about?, .nearly?: return nil
    }
  }

  /// The class of the longest verb that ends at a token, and the number of its words. A preposition such as "nahe", which
  /// is a verb's only after its number, is none.
  private func verbPhrase(endingAt index: Int) -> (Qualifier?, Int)? {
    let verb = lexicon.verbs[at(index).word]?.first { verb in
      (verb.qualifier != .nearly || verb.words.count > 1 || !has(.verbsLast))
        && verb.words.indices.allSatisfy { index - $0 >= next && at(index - $0).word == verb.words[$0] }
    }
    return verb.map { ($0.qualifier, $0.words.count) }
  }
}
