/// Numbers that are part of a name and do not count: "Boeing 737", "Channel 24", "page 5", list numbers, "[12]".
extension QuantityReader {
  /// The token after digits at `index` that are part of a name; nil where they may count.
  func numberInName(_ index: Int) -> Int? {
    guard !isAnswer, var end = nameEnd(index) else { return nil }
    // "Boeing 737-800", "pages 14–16"
    while [.hyphen, .dash].contains(at(end).kind), isGlued(end), isGlued(end + 1), isNumber(end + 1) { end += 2 }
    // "pages 4, 5 and 6"
    return has(index - 1, .designator) && at(index - 1).flags.contains(.endsInS) ? listEnd(end) ?? end : end
  }

  private func nameEnd(_ index: Int) -> Int? {
    let before = at(index - 1)
    if let end = listMark(index) ?? houseNumber(index) ?? numberedName(index) { return end }
    if before.kind == .period, isGlued(index - 1), isGlued(index) ? isNote(index) : isDesignated(index - 2) {
      return index + 1
    }
    // "№ 12"
    if before.sign == 0x2116, before.kind == .other { return index + 1 }
    guard before.kind == .word || before.kind == .name,
      !at(index).flags.contains(.grouped) || has(index - 1, .designator)
    else { return nil }
    // Why: without the words of a language, a name before a number looks like any other noun.
    guard lexicon.hasWords else { return nil }
    let end = digitGroups(at: index)
    let counts = countsSomething(end)
    if has(index - 1, .of), has(index - 2, .designator), at(index - 2).flags.contains(.capital), !counts {
      return end
    }
    if has(index - 1, .graded), at(index).value < 100,
      !has(index - 2, [.cardinal, .function]) || has(index - 2, .determiner)
    {
      return end
    }
    if has(index - 1, .designator) {
      if has(end, .of) { return end }
      let isPlace = nameStart(index - 1, isAtLeast: 2).map(opensPlace) == true
      let isName = has(.capitalNouns) ? before.end == before.start + 1 : before.flags.contains(.capital)
      return counts && (isPlace || !isName) ? nil : end
    }
    if has(index - 1, .designators) { return listEnd(end) }
    // "Year 9 pupils"
    if has(index - 1, .timeNoun), before.flags.isDisjoint(with: [.endsInS, .possessive]),
      before.flags.contains(.capital),
      isPlainInteger(index), at(index).value < 100, !has(index - 2, [.determiner, .unit, .ordinal, .beforePronounOne]),
      !has(.capitalNouns)
    {
      return end
    }
    if has(index - 1, .timeNoun), !before.flags.contains(.endsInS), !counts || has(end, .of), at(index).value < 400 {
      return end
    }
    guard at(index).decimals == 0, !counts else { return nil }
    guard before.kind == .name || !has(.capitalNouns) else { return nil }
    guard before.kind == .name || isUnknownName(index - 1, before: end), !before.flags.contains(.possessive),
      at(index).value < 10_000
    else { return nil }
    return nameStart(index - 1, isAtLeast: 1).map(opensPlace) == true ? nil : end
  }

  /// "14 Harbor Street", "12–14 Mill Lane": digits, one to three words with a capital, the last one for a street.
  private func houseNumber(_ index: Int) -> Int? {
    guard isPlainInteger(index), at(index).digits <= 4, !has(.capitalNouns) else { return nil }
    var end = index + 1
    if [.hyphen, .dash].contains(at(end).kind), isGlued(end), isGlued(end + 1), isPlainInteger(end + 1) { end += 2 }
    for word in end..<end + 4 {
      guard at(word).flags.contains(.capital), at(word).kind == .word || at(word).kind == .name,
        !has(word, .function)
      else { return nil }
      // "40 Mill Lane residents"
      if word > end, has(word, .street), !looksPlural(word) { return looksPlural(word + 1) ? nil : word + 1 }
    }
    return nil
  }

  /// "the 47 Brigade", "12 Rajab"
  private func numberedName(_ index: Int) -> Int? {
    guard isPlainInteger(index), !isAnswer else { return nil }
    if has(index + 1, .calendar) {
      return isPlainInteger(index + 2) && at(index + 2).digits == 4 ? index + 3 : index + 2
    }
    return has(index + 1, .numbered) && at(index + 1).flags.contains(.capital) ? index + 2 : nil
  }

  /// "the Five Star Movement"
  func numberWordInName(_ index: Int) -> Int? {
    guard at(index).kind == .word, at(index).flags.contains(.capital), !has(.capitalNouns), !startsSentence(index),
      let number = cardinal(at: index), number.tokens.lowerBound == index
    else { return nil }
    let end = number.tokens.upperBound
    guard at(end).kind == .word, at(end).flags.contains(.capital), at(end).flags.isDisjoint(with: [.endsInS]),
      at(end).roles.isEmpty, at(end + 1).kind == .word, at(end + 1).flags.contains(.capital),
      !looksPlural(end + 1), !has(end + 1, .function)
    else { return nil }
    return end
  }

  /// The token after the last number in "junctions 12 and 15"; nil where there is only one, or the last one counts.
  private func listEnd(_ end: Int) -> Int? {
    var last = end
    while at(last).kind == .comma || [.hyphen, .dash].contains(at(last).kind) || has(last, [.and, .or, .to]),
      isPlainInteger(last + 1)
    {
      last += 2
    }
    return last > end && (has(last, .of) || !countsSomething(last)) ? last : nil
  }

  /// "1. Open", "(2) Close", "[12]".
  private func listMark(_ index: Int) -> Int? {
    let (before, after) = (at(index - 1), at(index + 1))
    guard at(index).digits <= 3 else { return nil }
    // Why: the number at the start of a wrapped line may end the sentence, as after "rose to".
    if at(index).flags.contains(.lineStart), !has(index - 1, .function), [.period, .close].contains(after.kind),
      isGlued(index + 1),
      !isGlued(index + 2)
    {
      return index + 2
    }
    if before.kind == .open, after.kind == .close, isGlued(index), isGlued(index + 1),
      before.flags.contains(.lineStart) || before.isSquare
    {
      return index + 2
    }
    return nil
  }

  private func isDesignated(_ index: Int) -> Bool { has(index, .designator) || has(index, .no) }

  /// Whether digits directly after a period refer to a note ("said.4 Then") or belong to a name ("No.5").
  private func isNote(_ index: Int) -> Bool {
    isDesignated(index - 2) || (at(index - 2).kind == .word && !looksPlural(index + 1))
  }

  /// Whether a capitalised word that is in no table is a name. The first word of a sentence is one only where the
  /// sentence continues after the number and the word does not end like a verb or an adverb.
  private func isUnknownName(_ index: Int, before end: Int) -> Bool {
    let token = at(index)
    guard token.kind == .word, token.flags.contains(.capital), token.roles.isEmpty else { return false }
    guard startsSentence(index) else { return true }
    if has(.singularCounted), at(end).kind == .word, !at(end).flags.contains(.capital) { return false }
    return token.flags.isDisjoint(with: [.endsInEd, .endsInIngOrLy])
      && [.word, .dash].contains(at(end).kind) && !at(end).flags.contains(.lineStart)
  }

  /// The first of the consecutive capitalised words that end at a token; nil for fewer than `count`.
  private func nameStart(_ last: Int, isAtLeast count: Int) -> Int? {
    var start = last
    while last - start < 5, at(start - 1).kind == .word || at(start - 1).kind == .name,
      at(start - 1).flags.contains(.capital), !has(start - 1, .place)
    {
      start -= 1
    }
    return last - start + 1 >= count ? start : nil
  }

  /// Whether a word of place at the start of its clause precedes a name: "In Kelt 14 died", but not "works in Kelt 14".
  private func opensPlace(_ start: Int) -> Bool {
    let place = has(start - 1, [.article, .determiner]) ? start - 2 : start - 1
    guard has(place, .place) else { return false }
    return startsSentence(place) || [.comma, .dash].contains(at(place - 1).kind)
      || (has(place - 1, [.and, .or, .function]) && !has(place - 1, .be))
  }

  /// Whether the digits that end before a token count what follows, unlike digits in names.
  func countsSomething(_ after: Int) -> Bool {
    if at(after).kind == .percent { return true }
    if [.dash, .hyphen, .plus].contains(at(after).kind) { return isGlued(after) }
    if has(after, [.pluralVerb, .afterPlural, .of, .scale, .hundred, .dozen, .percent, .per, .currency]) {
      return true
    }
    if has(after, [.or, .to]) { return cardinal(at: after + 1) != nil }
    if has(.capitalNouns) { return looksPlural(after) }
    guard let noun = noun(from: after) else { return false }
    // Why: "Kanal 24 counted votes" and "Kanal 24 lists the votes" continue with what Kanal 24 did.
    return !(after..<noun).contains { at($0).flags.contains(.endsInEd) }
      && !(has(noun + 1, [.article, .determiner]) && !has(noun, .counted))
  }
}
