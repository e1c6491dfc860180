/// Numbers in digits and words: "3,800", "2.5 million", "one hundred and twenty", "a dozen", "half a million".
extension QuantityReader {
  /// The number that begins at a token; nil where none does.
  func cardinal(at index: Int) -> Cardinal? {
    if let current, current.index == index { return current.number }
    let token = at(index)
    if token.kind == .number { return digits(at: index) }
    guard token.kind == .word, !token.flags.contains(.possessive) else { return nil }
    if token.roles.contains(.half) { return half(at: index) }
    if token.roles.contains(.dual) { return cardinal(token.value, 1, index..<index + 1, isWords: true) }
    return token.roles.isDisjoint(with: .cardinal) ? nil : words(at: index)
  }

  /// `depth` counts the scales before these digits: "2 billion 300 million 5 thousand".
  private func digits(at index: Int, depth: Int = 0) -> Cardinal? {
    let token = at(index)
    guard !token.flags.contains(.noQuantity) else { return nil }
    var (mantissa, end, scale) = (token.value, digitGroups(at: index), 1.0)
    var divisor = at(end - 1).decimalDivisor
    for group in index + 1..<max(end, index + 1) {
      mantissa = mantissa * 1000 * at(group).decimalDivisor + at(group).value
    }
    if isGlued(end), let word = lexiconWord(end), word.shortScale > 0 {
      // "100m away" is a measure; "5m people" and "$5m" are millions.
      let isLetter = at(end).end - at(end).start == 1
      let isCertain =
        !isLetter || word.shortScale == 1000 || isAnswer || at(index - 1).kind == .currency
        || noun(from: end + 1) != nil
        || has(end + 1, .pluralVerb)
      guard isCertain || (divisor > 1 && !has(end + 1, .dimension)) else {
        return cardinal(mantissa / divisor, 1, index..<end, isWords: false)
      }
      scale = word.shortScale
      end += 1
      // "3mila miliardi"
      let (larger, following) = scales(from: end, plural: true)
      if scale == 1000, larger > 1, larger * scale < 1e15 { (scale, end) = (scale * larger, following) }
      if !isCertain {
        var number = cardinal(scaled(mantissa, scale, divisor), scale, index..<end, isWords: false)
        number?.inMetres = mantissa / divisor
        return number
      }
    } else if at(end).sign > 0, let word = lexiconWord(end), word.shortScale > 0,
      at(end + 1).kind == .currency || at(index - 1).kind == .currency || isMillions(end)
    {
      // "5 M€", "2,5 M de dosis"
      scale = word.shortScale
      end += 1
    } else {
      if let after = andAHalf(at: end) {
        (mantissa, divisor, end) = (mantissa / divisor * 2 + 1, 2, after)
      }
      (scale, end) = scales(from: end, plural: token.value >= 1)
    }
    var value = scaled(mantissa, scale, divisor)
    if scale == 1, let (percent, last) = tenths(value, at: end) {
      return cardinal(percent, 10, index..<last, isWords: false)
    }
    // "2 millones y medio"
    if scale >= 1000, let after = andAHalf(at: end), !has(after, .timeNoun) {
      (value, end) = (value + scale / 2, after)
    }
    // "۲ هزار و ۵۰۰ میلیارد"
    if scale == 1000, divisor == 1, depth == 0, let larger = larger(after: value, at: end) {
      (value, scale, end) = (larger.value, larger.scale, larger.tokens.upperBound)
    }
    // "5 million 200 thousand", "12 هزار و 345"
    if scale >= 1000, divisor == 1, depth < 3, let rest = rest(at: end, below: scale, depth: depth + 1) {
      value += rest.value
      (scale, end) = (rest.scale, rest.tokens.upperBound)
    }
    return cardinal(value, scale, index..<end, isWords: false)
  }

  /// Whether "M" is a scale because what it counts follows: "2,5 M de dosis", but not "5 M de altura".
  private func isMillions(_ index: Int) -> Bool {
    at(index).sign == 0x6D && at(index).flags.contains(.capital) && has(index + 1, .of)
      && (looksPlural(index + 2) || has(index + 2, .currency))
  }

  /// The digits that continue a number which ends in a scale.
  private func rest(at index: Int, below scale: Double, depth: Int = 1) -> Cardinal? {
    let isJoined = has(.andAnywhere) && has(index, .and)
    let isAbbreviated = at(index).kind == .period && has(index - 1, .abbreviated)
    let start = isJoined || isAbbreviated ? index + 1 : index
    guard at(start).kind == .number, !at(start).flags.contains(.noQuantity), at(start).decimals == 0,
      let rest = digits(at: start, depth: depth), rest.value < scale,
      isJoined || rest.scale >= 1000 || has(.mixedScales)
    else { return nil }
    return rest
  }

  /// Thousands and the digits after them, times the larger scale that follows both: "2 bin 500 milyon".
  private func larger(after thousands: Double, at index: Int) -> Cardinal? {
    let isJoined = has(.andAnywhere) && has(index, .and)
    let start = isJoined ? index + 1 : index
    guard isJoined || has(.mixedScales), isPlainInteger(start), at(start).value < 1000 else { return nil }
    let (scale, end) = scales(from: start + 1, plural: true)
    guard scale >= 1_000_000, scale < 1e13 else { return nil }
    return cardinal((thousands + at(start).value) * scale, scale, start..<end, isWords: false)
  }

  /// The token after digits that are grouped by plain spaces: one to three, then threes. There must be neither a number
  /// nor a date next to them ("lists 12 345 67", "on May 5 300"), and no measure in the singular after them ("3 100 metre
  /// races").
  func digitGroups(at index: Int) -> Int {
    let (first, before) = (at(index), at(index - 1))
    let single = index + 1
    guard first.kind == .number, (1...3).contains(first.digits), first.value > 0, first.decimals == 0,
      first.flags.isDisjoint(with: [.grouped, .noQuantity]), !has(index - 1, [.month, .phone]),
      before.kind != .plus || !isGlued(index),
      before.kind != .number || before.digits > 3 || !first.flags.contains(.afterSpace)
    else { return single }
    var end = single
    while isGroupAfterSpace(end), at(end - 1).decimals == 0 { end += 1 }
    guard end > single, end - single < 5 else { return single }
    let after = at(end)
    if after.kind == .number, after.flags.contains(.afterSpace) { return single }
    if isGlued(end), [.word, .name, .hyphen, .other].contains(after.kind) { return single }
    // "3 100 metre races"
    return has(.pluralS) && has(end, [.measure, .timeNoun]) && !after.flags.contains(.endsInS) ? single : end
  }

  private func isGroupAfterSpace(_ index: Int) -> Bool {
    let group = at(index)
    let length = 3 + (group.decimals > 0 ? Int(group.decimals) + 1 : 0)
    return group.kind == .number && group.digits == 3 && group.end - group.start == length
      && group.flags.contains(.afterSpace) && group.start - at(index - 1).end == 1
      && !group.flags.contains(.grouped)
  }

  /// Digits times a scale by the divisor of their decimals, rounded once: "2.3 million" is 2,300,000.
  func scaled(_ digits: Double, _ scale: Double, _ divisor: Double) -> Double {
    guard scale < 1e15, divisor <= 1e15 else { return digits * scale / divisor }
    let (times, parts) = (Int(scale), Int(divisor))
    if times % parts == 0 { return digits * Double(times / parts) }
    return parts % times == 0 ? digits / Double(parts / times) : digits * scale / divisor
  }

  private func cardinal(_ value: Double, _ scale: Double, _ range: Range<Int>, isWords: Bool) -> Cardinal? {
    guard value.magnitude < 1e15 else { return nil }
    return Cardinal(
      value: value, scale: scale, tokens: range, isWords: isWords,
      isRound: has(range.upperBound - 1, [.dozen, .hundred, .hundreds]))
  }

  private func lexiconWord(_ index: Int) -> QuantityLexicon.Word? { lexiconIndex(index).map { lexicon.words[$0] } }

  /// The token after a phrase that begins at a token.
  func phraseEnd(_ kind: QuantityLexicon.PhraseKind, at index: Int) -> Int? {
    guard has(index, .startsOther), let phrases = lexicon.phrases[kind]?[at(index).word] else { return nil }
    return phrases.first { phrase in phrase.indices.allSatisfy { at(index + $0).word == phrase[$0] } }
      .map { index + $0.count }
  }

  /// The index of a token's word in the lexicon.
  func lexiconIndex(_ index: Int) -> Int? {
    let word = Int(at(index).word)
    return word >= 0 && word < lexicon.words.count ? word : nil
  }

  /// "million", "hundred thousand", "dozen", also after a hyphen; in the plural only as "2 millions".
  func scales(from index: Int, plural: Bool) -> (Double, Int) {
    var (scale, end) = (1.0, index)
    while true {
      let word = at(end).kind == .hyphen && isGlued(end) && isGlued(end + 1) ? end + 1 : end
      let isScale =
        has(word, [.hundred, .scale, .dozen, .multiplier])
        || (plural && scale == 1 && has(word, .vaguePlural) && at(word).value >= 1_000_000)
      guard at(word).kind == .word, isScale, at(word).value > 0, scale < 1e9 else { return (scale, end) }
      scale *= at(word).value
      end = word + 1
    }
  }

  /// "and a half".
  func andAHalf(at index: Int) -> Int? {
    if let end = phraseEnd(.half, at: index) { return end }
    let and = afterHyphen(index)
    guard has(and, .and) else { return nil }
    let article = afterHyphen(and + 1)
    let half = afterHyphen(article + 1)
    return has(article, .article) && has(half, .half) ? half + 1 : nil
  }

  /// The token after a unit and "and a half": "ans et demi", "year and a half"; nil where there is none.
  func halfOfUnit(at index: Int) -> Int? {
    guard has(index, [.timeNoun, .measure, .length, .dual]), let after = andAHalf(at: index + 1), !has(after, .cardinal)
    else { return nil }
    // "قريتين ونصف المدينة": half of something else.
    let mayBeOther = has(index, .dual) && at(after).kind == .word && !has(after, [.function, .from, .of])
    return mayBeOther ? nil : after
  }

  /// The token after a hyphen that joins two words; otherwise the token itself.
  private func afterHyphen(_ index: Int) -> Int {
    at(index).kind == .hyphen && isGlued(index) && isGlued(index + 1) ? index + 1 : index
  }

  private func half(at index: Int) -> Cardinal? {
    var end = index + 1
    if at(end).kind == .hyphen, isGlued(end) { end += 1 }
    if has(end, .article) { end += 1 }
    let (scale, last) = scales(from: end, plural: false)
    guard scale > 1 else { return nil }
    let start = has(index - 1, .article) && index > next ? index - 1 : index
    return cardinal(scale * at(index).value, scale, start..<last, isWords: true)
  }

  private func words(at index: Int) -> Cardinal? {
    var start = index
    if has(index, [.hundred, .scale, .dozen]), index > next, has(index - 1, .article) { start = index - 1 }
    var composer = NumberComposer(lexicon.traits)
    var position = index
    while let word = nextWord(position, &composer), append(at(word), to: &composer) { position = word + 1 }
    guard !composer.isEmpty, isCertain(index, position, composer) else { return nil }
    // Why: a word after "and" that did not fit does not belong to the number.
    composer.isAfterAnd = false
    if let (percent, last) = tenths(composer.value, at: position) {
      return cardinal(percent, 10, start..<last, isWords: true)
    }
    if let (digits, divisor, end) = spokenDecimals(position, after: composer.value) {
      let (scale, last) = scales(from: end, plural: false)
      return cardinal(scaled(digits, scale, divisor), scale, start..<last, isWords: true)
    }
    // Only a scale that ends the number can be meant for the first of a range, too: "two to three hundred".
    let last = at(position - 1)
    var shared = last.roles.isDisjoint(with: [.hundred, .scale, .dozen, .multiplier]) || last.isJoined ? 1 : last.value
    if last.roles.contains(.thousands) { shared = last.value >= 1e9 ? 1e9 : last.value >= 1e6 ? 1e6 : 1000 }
    if shared == 1000, let larger = larger(after: composer.value, at: position) {
      return cardinal(larger.value, larger.scale, start..<larger.tokens.upperBound, isWords: true)
    }
    // "یک میلیون و ۲۰۰ هزار", "bin 200"
    if shared >= 1000, let rest = rest(at: position, below: shared) {
      return cardinal(composer.value + rest.value, rest.scale, start..<rest.tokens.upperBound, isWords: true)
    }
    if let after = andAHalf(at: position), shared == 1 || !has(after, .timeNoun) {
      // "a million and a half", "two and a half million"
      if shared > 1 { return cardinal(composer.value + shared / 2, shared, start..<after, isWords: true) }
      let (multiple, end) = scales(from: after, plural: false)
      return cardinal((composer.value + 0.5) * multiple, multiple, start..<end, isWords: true)
    }
    return cardinal(composer.value, shared, start..<position, isWords: true)
  }

  /// Whether number words count something: those that are other words too need a noun or another number word next to
  /// them, and in languages without spaces a word that is counted must follow.
  private func isCertain(_ start: Int, _ end: Int, _ composer: NumberComposer) -> Bool {
    if isAnswer { return true }
    // "un tanto por ciento"
    if end == start + 1, has(start - 1, .per), has(start, .cent) { return false }
    let counts: WordRole = [
      .counted, .pluralNoun, .timeNoun, .measure, .percent, .currency, .scale, .hundred, .multiplier, .length, .tenths,
    ]
    if end == start + 1, has(start, .inside) { return false }
    // "مليونا و300 ألف": with a rest, it is one million and not two.
    if end == start + 1, has(start, .afterNumber) {
      return has(.impliedOne) && has(.andAnywhere) && has(end, .and)
        && (andAHalf(at: end) != nil || rest(at: end, below: at(start).value) != nil)
    }
    // "打" alone is "beat".
    if has(.noSpaces), end == start + 1, has(start, .dozen) { return false }
    if end == start + 1, has(start, .ambiguous) {
      let joins: WordRole = [.and, .or, .to]
      return has(end, counts.union(.cardinal)) || has(start - 1, .cardinal) || qualifier(after: end) != nil
        || (has(end, joins) && has(end + 1, .cardinal))
        || (has(start - 1, joins) && has(start - 2, .cardinal)) || phrase(endingAt: start - 1) != nil
    }
    guard has(.noSpaces), !has(end - 1, .dozen) else { return true }
    // "一亿两千万选民", but not "千万"
    if has(start, .unit), has(end - 1, .scale), at(end - 1).value >= 10_000 { return true }
    return has(end, counts.union([.partMark, .yearAfter, .monthMark, .dayMark]))
      || has(start - 1, [.percentBefore, .partMark]) || (has(end, .to) && has(end + 1, .cardinal))
      || qualifier(after: end) != nil || phrase(endingAt: start - 1) != nil
  }

  /// The next word of a number, after a hyphen or an "and" that may stand between; nil where the number ends.
  private func nextWord(_ position: Int, _ composer: inout NumberComposer) -> Int? {
    var word = position
    func skipHyphen() { if at(word).kind == .hyphen, isGlued(word), isGlued(word + 1) { word += 1 } }
    if !composer.isEmpty {
      skipHyphen()
      // Why: in a text, a comma may separate two numbers.
      if isAnswer, at(word).kind == .comma, composer.endsInScale { word += 1 }
      if has(word, .and), at(word).roles.isDisjoint(with: .cardinal) {
        word += 1
        skipHyphen()
        guard has(word, .cardinal), composer.mayJoin(at(word).value) else { return nil }
        composer.isAfterAnd = true
      }
    }
    let token = at(word)
    return token.kind == .word && !token.flags.contains(.possessive) && has(word, .cardinal.union(.teen)) ? word : nil
  }

  private func append(_ token: QuantityToken, to composer: inout NumberComposer) -> Bool {
    if token.isJoined { return composer.append(joined: token.value) }
    let roles: [WordRole] = [
      .unit, .ten, .hundreds, .teen, .hundred, .multiplier, .thousands, .scale, .dozen,
    ]
    return roles.contains { token.roles.contains($0) && composer.append($0, token.value) }
  }

  /// Tenths in per cent, and the token after them: "六成" is 60, "六成五" is 65.
  private func tenths(_ value: Double, at index: Int) -> (Double, Int)? {
    guard has(index, .tenths), value >= 1, value <= 10 else { return nil }
    let next = at(index + 1)
    let hundredths = next.roles.contains(.half) ? 5 : next.roles.contains(.unit) && next.value < 10 ? next.value : 0
    return hundredths > 0 ? (value * 10 + hundredths, index + 2) : (value * 10, index + 1)
  }

  /// "one point two", "deux virgule cinq", "пять целых две десятых": the digits, the power of ten by which the decimals
  /// divide them, and the token after the decimals.
  private func spokenDecimals(_ index: Int, after whole: Double) -> (Double, Double, Int)? {
    guard has(index, .point), has(index + 1, .cardinal) else { return nil }
    var (decimals, divisor, end) = (0.0, 1.0, index + 1)
    while has(end, .unit), at(end).value < 10, at(end).value == at(end).value.rounded(), divisor < 1e9 {
      decimals = decimals * 10 + at(end).value
      divisor *= 10
      end += 1
    }
    if end == index + 1 || has(end, [.ten, .teen, .hundreds]) {
      guard let number = cardinal(at: index + 1), number.scale == 1, number.value < 1000 else { return nil }
      (decimals, end) = (number.value, number.tokens.upperBound)
      divisor = number.value < 10 ? 10 : number.value < 100 ? 100 : 1000
    }
    if has(end, .decimalPart) {
      (divisor, end) = (at(end).value, end + 1)
      guard decimals < divisor else { return nil }
    }
    return (whole * divisor + decimals, divisor, end)
  }
}
