/// Digits and number words that are not quantities: names, ages, times, ordinals, telephone numbers.
extension QuantityReader {
  /// The token after a non-quantity that begins at `index`; nil where a quantity may begin.
  func nonQuantity(at index: Int) -> Int? {
    let token = at(index)
    if token.kind == .number {
      if token.flags.contains(.noQuantity) { return phoneEnd(index + 1) }
      if let end = dimensionOrCoordinate(index) ?? gluedNumber(index) ?? ordinalNumber(index) ?? numberInName(index)
        ?? phoneNumber(index)
        ?? scoreOfGame(index)
      {
        return end
      }
    }
    guard !isAnswer else { return nil }
    if let end = ordinalInWords(index) { return end }
    if let end = timeOfDay(index) ?? numberWordInName(index) { return end }
    let name = has(index - 1, .of) ? index - 2 : index - 1
    let isName =
      token.flags.contains(.capital)
      ? at(name).flags.contains(.capital) : name == index - 1 && !countsSomething(index + 1)
    if has(index, [.unit, .ten]) {
      if has(name, .designator), isName { return index + 1 }
      // "a las tres de la tarde"
      if has(index - 1, .designator), !at(index - 1).flags.contains(.capital), has(index + 1, .of) { return index + 1 }
    }
    return ageOfPerson(index)
  }

  /// "der 3. Tag", "am 3. und 4. Juli", "im 19. Jahrhundert": the point must not be one that may end a sentence.
  private func ordinalNumber(_ index: Int) -> Int? {
    guard has(.ordinalPoints), !isAnswer, isOrdinalForm(index) else { return nil }
    let after = at(index + 2)
    let isSecond = has(index - 1, [.and, .or, .to]) && isOrdinalForm(index - 3)
    if isSecond || has(index - 1, .dayBefore) { return index + 2 }
    guard after.kind == .word else { return nil }
    if !after.flags.contains(.capital) { return index + 2 }
    return has(index - 1, .determiner) && after.roles.isDisjoint(with: [.function, .determiner]) ? index + 2 : nil
  }

  private func isOrdinalForm(_ index: Int) -> Bool {
    isPlainInteger(index) && at(index).digits <= 3 && at(index + 1).kind == .period && isGlued(index + 1)
  }

  /// "двадцать первый", "two hundred and first", "第二十六"
  private func ordinalInWords(_ index: Int) -> Int? {
    let isPrefixed = has(index - 1, .ordinalPrefix)
    guard let number = cardinal(at: index), isPrefixed || number.isWords else { return nil }
    let end = number.tokens.upperBound
    if isPrefixed { return end }
    if number.value == 1, has(end, .ordinal), !has(end, [.timeNoun, .cardinal, .fraction]) { return end + 1 }
    guard has(end - 1, [.ten, .hundred, .hundreds, .scale, .thousands]) else { return nil }
    let skipped = has(end, .and) || (at(end).kind == .hyphen && isGlued(end)) ? end + 1 : end
    return has(skipped, .ordinal) && !has(skipped, [.timeNoun, .cardinal]) ? skipped + 1 : nil
  }

  /// "2nd", "5pm", "2010s", "5G", "COVID-19", "+44".
  private func gluedNumber(_ index: Int) -> Int? {
    if isGlued(index + 1), at(index + 1).kind == .word || at(index + 1).kind == .name,
      !has(.noSpaces) || at(index + 1).flags.contains(.capital) || at(index + 1).sign > 0
    {
      let suffix = at(index + 1)
      let length = suffix.end - suffix.start
      if has(index + 1, .ordinalSuffix) || has(index + 1, .timeMark) { return index + 2 }
      if shortScale(index + 1) || isGluedCoin(index + 1) || isGluedDegree(index + 1) { return nil }
      let isUnit = suffix.kind == .word && length <= 4 && length > 1 && !suffix.flags.contains(.capital)
      return isUnit ? nil : index + 2
    }
    // "49-бап"
    if has(.ordinalHyphens), at(index + 1).kind == .hyphen, isGlued(index + 1), isGlued(index + 2),
      at(index + 2).kind == .word
    {
      return index + 3
    }
    // "12 500e"
    let group = digitGroups(at: index)
    if group > index + 1, isGlued(group), has(group, .ordinalSuffix) { return group + 1 }
    // "11-S"
    if at(index + 1).kind == .hyphen, isGlued(index + 1), isGlued(index + 2), at(index + 2).sign > 0,
      at(index + 2).flags.contains(.capital)
    {
      return index + 3
    }
    // "5+1"
    if at(index + 1).kind == .plus, isGlued(index + 1), isGlued(index + 2), isNumber(index + 2) { return index + 3 }
    // "12.º"
    if at(index + 1).kind == .period, isGlued(index + 1), isGlued(index + 2), has(index + 2, .ordinalSuffix) {
      return index + 3
    }
    if isGlued(index), at(index - 1).kind == .hyphen, isGlued(index - 1), [.word, .name].contains(at(index - 2).kind),
      !has(index - 2, [.cardinal, .measure]), at(index).decimals == 0 || at(index - 2).flags.contains(.capital)
    {
      return index + 1
    }
    if isGlued(index), at(index - 1).kind == .plus, at(index + 1).kind != .percent { return phoneEnd(index + 1) }
    if has(index + 1, .timeMark), !isAnswer { return index + 2 }
    // "1-in-3"
    if at(index + 1).kind == .hyphen, isGlued(index + 1), isGlued(index + 2), has(index + 2, .function),
      !has(index + 2, .odd)
    {
      return isNumber(index + 4) ? index + 5 : index + 3
    }
    // "from 8 to 10 p.m."
    if !isAnswer, joinsAges(index + 1), isNumber(index + 2), let end = timeEnd(index + 2) { return end }
    if !isAnswer, let end = timeEnd(index) { return end }
    if has(index + 1, .era), at(index + 1).flags.contains(.capital) { return index + 2 }
    return nil
  }

  /// "41.7C", "38F": with less than two digits it is a name more often.
  private func isGluedDegree(_ index: Int) -> Bool {
    let number = at(index - 1)
    return [0x63, 0x66].contains(at(index).sign) && at(index).flags.contains(.capital)
      && number.digits + number.decimals > 1 && number.digits < 4
  }

  /// "5 pm", "5pm", "5 p.m."
  private func timeEnd(_ index: Int) -> Int? {
    if has(index + 1, .timeMark) { return index + 2 }
    func isLetter(_ index: Int) -> Bool { at(index).kind == .word && at(index).end - at(index).start == 1 }
    guard isLetter(index + 1), at(index + 2).kind == .period, isGlued(index + 2), isLetter(index + 3),
      isGlued(index + 3)
    else { return nil }
    return index + 4
  }

  private func shortScale(_ index: Int) -> Bool {
    let word = Int(at(index).word)
    return word >= 0 && word < lexicon.words.count && lexicon.words[word].shortScale > 0
  }

  /// "555-123-4567", and what follows "call" or "tel".
  private func phoneNumber(_ index: Int) -> Int? {
    let chained =
      [.hyphen, .dash].contains(at(index + 1).kind) && isGlued(index + 1) && isNumber(index + 2) && isGlued(index + 2)
      && [.hyphen, .dash].contains(at(index + 3).kind) && isGlued(index + 3) && isNumber(index + 4)
      && isGlued(index + 4)
    if chained { return phoneEnd(index + 1) }
    let called =
      has(index - 1, .phone) || ([.stop, .period, .open].contains(at(index - 1).kind) && has(index - 2, .phone))
    return called && at(index).digits >= 3 && !looksPlural(index + 1) ? phoneEnd(index + 1) : nil
  }

  /// The token after the digit groups that continue a telephone number.
  private func phoneEnd(_ index: Int) -> Int {
    var end = index
    while end < tokens.count {
      if isPhonePart(end) {
        end += 1
      } else if [.hyphen, .dash, .close, .open].contains(at(end).kind),
        isPhonePart(end + 1) || (at(end).kind == .hyphen && isGlued(end) && isGlued(end + 1) && isNumber(end + 1))
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func isPhonePart(_ index: Int) -> Bool {
    isPlainOrBroken(index) && at(index - 1).kind != .comma && at(index).digits >= 2
      && at(index).start - at(index - 1).end <= 1
  }

  private func isPlainOrBroken(_ index: Int) -> Bool {
    let token = at(index)
    return token.kind == .number && token.decimals == 0 && !token.flags.contains(.grouped)
  }

  /// "won 3–1", "a 2-1 victory", and any hyphened pair that goes down.
  private func scoreOfGame(_ index: Int) -> Int? {
    // "ganó 3 a 1"
    if has(index + 1, .to), isPlainInteger(index), isPlainInteger(index + 2), at(index).value < 100,
      at(index + 2).value < 100, has(index + 3, .score) || (index - 7..<index).contains(where: { has($0, .score) }),
      !looksPlural(index + 3)
    {
      return index + 3
    }
    guard [.hyphen, .dash].contains(at(index + 1).kind), isGlued(index + 1), isNumber(index + 2), isGlued(index + 2)
    else {
      return nil
    }
    let rises = at(index + 2).value > at(index).value
    let scaled = has(index + 3, [.scale, .hundred]) || isGlued(index + 3) && at(index + 3).kind == .word
    let isNil = at(index).value == 0 && !looksPlural(index + 3)
    if has(index - 1, .score) || has(index + 3, .score) || (isNil && !isAnswer) { return index + 3 }
    return rises || scaled || isAnswer || at(index).decimals > 0 || at(index + 2).decimals > 0 ? nil : index + 3
  }

  /// "29-year-old", "81 years old", "aged 5", "Name, 29,".
  private func ageOfPerson(_ index: Int) -> Int? {
    guard !readsAges, let number = cardinal(at: index), number.value < 130 else { return nil }
    var end = number.tokens.upperBound
    if number.isWords, has(end, .timeMark) { return end + 1 }
    if let old = oldEnd(end) { return old }
    // "5 or 6 years old", "18- to 25-year-olds"
    let join = at(end).kind == .hyphen && isGlued(end) && !isGlued(end + 1) ? end + 1 : end
    if joinsAges(join), let second = cardinal(at: join + 1), let old = oldEnd(second.tokens.upperBound) { return old }
    let start = number.tokens.lowerBound
    let aged =
      has(start - 1, .aged) || (has(start - 1, [.of, .between, .from]) && has(start - 2, .aged))
    let counts = has(end, .timeNoun) ? !has(start - 1, .of) : looksPlural(end) && !has(start - 1, .aged)
    if isAgeInYears(start, end) { return end + 1 }
    if aged, !counts {
      if joinsAges(end), let second = cardinal(at: end + 1) { end = second.tokens.upperBound }
      return end
    }
    guard number.scale == 1, at(index).decimals == 0 else { return nil }
    if isAgeAfterBe(start, end) { return end }
    // "a girl of 4"
    if has(start - 1, .of), has(start - 2, .human), !looksPlural(end),
      !has(end, [.timeNoun, .measure, .percent, .per, .of]), at(end).kind != .percent
    {
      return end
    }
    if has(start - 2, .counted), has(start - 1, .function), let (how, first) = qualifiers(before: start),
      first == start - 1, how.qualifier == .fewerThan || how.qualifier == .moreThan,
      noun(from: end) == nil || (how.qualifier == .fewerThan && has(end, .timeNoun))
    {
      return end
    }
    guard !number.isWords else { return nil }
    // "in Tarn, 26, and in Ost, 18" are places.
    if has(start - 3, [.yearBefore, .from]) { return nil }
    // Where any noun has a capital letter, a name is two such words.
    let before = at(start - 3)
    if has(.capitalNouns), !before.flags.contains(.capital) || !before.roles.isEmpty { return nil }
    let named = at(start - 2)
    // "a man, 29, was held"
    if [.comma, .open].contains(at(start - 1).kind), [.comma, .close].contains(at(end).kind), named.kind == .word,
      !looksPlural(start - 2), !has(start - 2, [.function, .timeNoun]),
      (start - 4..<start - 2).contains(where: { has($0, .article) && !has($0 - 1, .place) })
    {
      return end
    }
    if [.comma, .open].contains(at(start - 1).kind), named.kind == .word, named.flags.contains(.capital),
      named.roles.isEmpty, !startsSentence(start - 2), [.comma, .close, .period].contains(at(end).kind)
    {
      return end
    }
    let nameStarts = named.kind == .word && named.flags.contains(.capital) && named.roles.isEmpty
    return nameStarts && at(start - 1).kind == .comma && at(end).kind == .comma ? end : nil
  }

  /// "женщина 34 лет", "una niña de 8 años", "Mario Rossi, 41 anni, è", "tiene 38 años."
  private func isAgeInYears(_ start: Int, _ end: Int) -> Bool {
    guard has(end, .old), has(end, .timeNoun) else { return false }
    let isMark = [.comma, .close, .period, .stop, .edge, .paragraph].contains(at(end + 1).kind)
    if has(start - 1, [.human, .person, .aged]) || (has(start - 1, .be) && has(start - 2, .person)) { return true }
    if has(start - 1, .hasAge) { return isMark || has(end + 1, .and) }
    let before = has(start - 1, .of) ? start - 1 : start
    if before < start, (2...4).contains(where: { has(before - $0 + 1, .human) }) { return true }
    return isMark && [.comma, .open].contains(at(before - 1).kind) && at(before - 2).kind == .word
      && (at(before - 2).flags.contains(.capital) || (before - 5..<before - 1).contains { has($0, .human) })
  }

  /// "She is 86, and", "Ana Samal was 12.": a pronoun or a name, a form of "be", the number and a mark, "and", "when" or "at".
  private func isAgeAfterBe(_ start: Int, _ end: Int) -> Bool {
    guard
      [.comma, .period, .stop, .close, .paragraph, .edge].contains(at(end).kind)
        || has(end, [.and, .conditional, .place]),
      !(isGlued(end + 1) && isNumber(end + 1)), !isNumber(end + 1),
      let (_, first) = qualifiers(before: start)
    else { return false }
    let isGluedBe = has(first - 1, .person) && at(first - 1).flags.contains(.possessive)
    if isGluedBe { return true }
    guard has(first - 1, .be), !has(first - 1, .pluralVerb) else { return false }
    if has(first - 1, .person) || has(first - 2, .person) { return true }
    guard !has(.capitalNouns), at(first - 2).kind == .word, at(first - 2).flags.contains(.capital),
      at(first - 2).roles.isEmpty, !at(first - 2).flags.contains(.possessive)
    else { return false }
    // "the toll in Torbay was 26"
    var name = first - 2
    while at(name - 1).kind == .word, at(name - 1).flags.contains(.capital), at(name - 1).roles.isEmpty,
      name > first - 5
    {
      name -= 1
    }
    return !has(name - 1, [.function, .determiner, .article, .of])
  }

  /// The token after "years old", "-year-old" or "years of age".
  private func oldEnd(_ end: Int) -> Int? {
    let noun = at(end).kind == .hyphen ? end + 1 : end
    if noun > end, has(noun, .old) { return noun + 1 }
    if lexicon.article.isEmpty, has(end, .old), !has(end, .timeNoun) { return end + 1 }
    guard has(noun, .timeNoun) else { return nil }
    let old = at(noun + 1).kind == .hyphen ? noun + 2 : noun + 1
    if has(old, .old) || isOldPlural(old) { return old + 1 }
    return has(noun + 1, .of) && has(noun + 2, .aged) ? noun + 3 : nil
  }

  private func isOldPlural(_ index: Int) -> Bool {
    at(index).kind == .word && at(index).end - at(index).start == 4 && at(index).flags.contains(.endsInS)
      && at(index - 1).kind == .hyphen
  }

  private func joinsAges(_ index: Int) -> Bool {
    [.dash, .hyphen].contains(at(index).kind) || has(index, [.to, .and, .or])
  }
}
