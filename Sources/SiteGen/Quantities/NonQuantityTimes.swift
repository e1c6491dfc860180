/// Numbers that are times, sizes or coordinates.
extension QuantityReader {
  /// "half past nine", "ten past 9", "quarter to ten", "at 10.30", "5 min read", "zero-sum".
  func timeOfDay(_ index: Int) -> Int? {
    if let past = pastEnd(index) { return past }
    if isMilitaryTime(index) { return index + 2 }
    guard let number = cardinal(at: index) else { return nil }
    let end = number.tokens.upperBound
    if let time = clockEnd(number) { return time }
    // A compound with "zero" counts nothing: "zero-sum", "zero-tolerance".
    if number.isWords, number.value == 0, at(end).kind == .hyphen, isGlued(end), isGlued(end + 1) { return end + 2 }
    // "two-faced", "three-way"
    if number.isWords, at(end).kind == .hyphen, isGlued(end), isGlued(end + 1), at(end + 1).kind == .word {
      // "Trois-Rivières"
      if !has(.capitalNouns), at(index).flags.contains(.capital), at(end + 1).flags.contains(.capital),
        !has(end + 1, .cardinal), !has(end + 1, .fraction)
      {
        return end + 2
      }
      let isParticiple = at(end + 1).flags.contains(.endsInEd)
      if has(end + 1, .kind) || (isParticiple && !has(end + 1, .cardinal)) { return end + 2 }
    }
    let noun = at(end).kind == .hyphen ? end + 1 : end
    if has(noun, .timeNoun), has(noun + 1, .takesAbout), endsLine(noun + 2) { return noun + 2 }
    if at(index).kind == .number, at(index).decimals == 2, has(index - 1, .place), number.scale == 1 {
      let minutes = Int(at(index).value) % 100
      let isTime = at(index).value < 2400 && minutes < 60 && minutes % 5 == 0
      let goesOn = at(end).kind == .word && at(end).roles.isDisjoint(with: .function)
      if isTime, !goesOn, ![.percent, .currency, .hyphen, .dash].contains(at(end).kind) { return end }
    }
    return nil
  }

  /// The token after "half past nine" whose first word or number is at `index`.
  private func pastEnd(_ index: Int) -> Int? {
    let isQuarter = has(index, .half) || (has(index, .fraction) && at(index).value == 4)
    let minutes = isQuarter ? nil : cardinal(at: index)
    let past = minutes?.tokens.upperBound ?? index + 1
    guard isQuarter || minutes.map({ $0.value < 30 }) == true, has(past, .past) || (isQuarter && has(past, .to)),
      let hour = cardinal(at: past + 1), (1...24).contains(hour.value), hour.scale == 1,
      !looksPlural(hour.tokens.upperBound)
    else { return nil }
    return hour.tokens.upperBound
  }

  /// "a las 10 y media", "в 7 часов утра"
  private func clockEnd(_ number: Cardinal) -> Int? {
    var end = number.tokens.upperBound
    guard (0...24).contains(number.value), number.scale == 1 else { return nil }
    if has(end, .hour), has(end + 1, .dayPart) { return end + 2 }
    let start = number.tokens.lowerBound
    // "с 9 до 18 часов"
    if has(end, .to), let second = cardinal(at: end + 1), second.value <= 24, has(second.tokens.upperBound, .hour),
      has(start - 1, .from) || lexicon.phrases[.clock]?[at(start - 1).word] != nil
    {
      return second.tokens.upperBound + 1
    }
    guard has(start - 1, .startsOther) else { return nil }
    let isClock = lexicon.phrases[.clock]?[at(start - 1).word]?.contains { phrase in
      phrase.indices.allSatisfy { at(start - 1 - $0).word == phrase[$0] }
    }
    let isShort = lexicon.phrases[.clock]?[at(start - 1).word]?.allSatisfy { $0.count == 1 } == true
    guard isClock == true, !isShort || has(end, [.hour, .dayPart]),
      has(end, [.hour, .timeNoun, .dayPart]) || !looksPlural(end)
    else { return nil }
    if has(end, [.hour, .timeNoun]) { end += 1 }
    if let half = andAHalf(at: end) { return half }
    if has(end, .and), let minutes = cardinal(at: end + 1), minutes.value < 60 { return minutes.tokens.upperBound }
    if has(end, .and), has(end + 1, [.half, .fraction]) { return end + 2 }
    if let minutes = cardinal(at: end), minutes.value < 60, has(minutes.tokens.upperBound, .timeNoun) {
      return minutes.tokens.upperBound + 1
    }
    return end
  }

  /// "at 1730 hours"
  private func isMilitaryTime(_ index: Int) -> Bool {
    guard isPlainInteger(index) || at(index).flags.contains(.noQuantity), at(index).end - at(index).start == 4,
      has(index + 1, .timeNoun), has(index - 1, [.place, .weakYearBefore, .yearBefore, .dayBefore])
    else { return false }
    return at(index).value < 2400 && Int(at(index).value) % 100 < 60 && at(index).decimals == 0
  }

  private func endsLine(_ index: Int) -> Bool {
    [.edge, .period, .stop, .paragraph, .other].contains(at(index).kind) || at(index).flags.contains(.lineStart)
  }

  /// "5 x 5", "51.5° N", "51°30′", "51.5074, -0.1278", "20310107".
  func dimensionOrCoordinate(_ index: Int) -> Int? {
    var end = index
    while [0x78, 0xD7].contains(at(end + 1).sign), isNumber(end + 2) { end += 2 }
    if end > index { return end + 1 }
    if isPlainInteger(index), at(index).digits == 8 {
      let digits = Int(at(index).value)
      let day = Day(year: digits / 10000, month: digits / 100 % 100, day: digits % 100)
      return day != nil && (1900...2199).contains(digits / 10000) && !looksPlural(index + 1) ? index + 1 : nil
    }
    if isDegree(index + 1) {
      if isNumber(index + 2), isGlued(index + 2) {
        end = index + 2
        while isNumber(end + 1), at(end + 1).start - at(end).end <= 3 { end += 1 }
        return end + 1
      }
      let letter = at(index + 2)
      // "12° posto"
      if !has(.monthFirst), letter.kind == .word, letter.sign == 0, isGlued(index + 1) { return index + 2 }
      let isCompass = letter.flags.contains(.capital) && [0x6E, 0x65, 0x73, 0x77].contains(letter.sign)
      return isCompass ? index + 3 : nil
    }
    guard at(index).decimals >= 4, at(index + 1).kind == .comma else { return nil }
    let second = at(index + 2).kind == .hyphen || at(index + 2).kind == .minus ? index + 3 : index + 2
    return at(second).kind == .number && at(second).decimals >= 4 ? second + 1 : nil
  }

  private func isDegree(_ index: Int) -> Bool { at(index).kind == .other && at(index).sign == 0xB0 }
}
