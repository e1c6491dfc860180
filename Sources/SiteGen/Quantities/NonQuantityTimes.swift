/// Numbers that are times, sizes or coordinates.
extension QuantityReader {
  /// "half past nine", "ten past 9", "quarter to ten", "at 10.30", "5 min read", "zero-sum".
  func timeOfDay(_ index: Int) -> Int? {
    if let past = pastEnd(index) { return past }
    guard let number = cardinal(at: index) else { return nil }
    let end = number.tokens.upperBound
    // A compound with "zero" counts nothing: "zero-sum", "zero-tolerance".
    if number.isWords, number.value == 0, at(end).kind == .hyphen, isGlued(end), isGlued(end + 1) { return end + 2 }
    // "two-faced", "three-way"
    if number.isWords, at(end).kind == .hyphen, isGlued(end), isGlued(end + 1), at(end + 1).kind == .word {
      let isParticiple = at(end + 1).flags.contains(.endsInEd)
      if has(end + 1, WordTraits.kind) || (isParticiple && !has(end + 1, .cardinal)) { return end + 2 }
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

  private func endsLine(_ index: Int) -> Bool {
    [.edge, .period, .stop, .paragraph, .other].contains(at(index).kind) || at(index).flags.contains(.lineStart)
  }

  /// "5 x 5", "51.5° N", "51°30′", "51.5074, -0.1278", "20310107".
  func dimensionOrCoordinate(_ index: Int) -> Int? {
    var end = index
    while at(end + 1).sign == 0x78, isNumber(end + 2) { end += 2 }
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
      let isCompass = letter.flags.contains(.capital) && [0x6E, 0x65, 0x73, 0x77].contains(letter.sign)
      return isCompass ? index + 3 : nil
    }
    guard at(index).decimals >= 4, at(index + 1).kind == .comma else { return nil }
    let second = at(index + 2).kind == .hyphen || at(index + 2).kind == .minus ? index + 3 : index + 2
    return at(second).kind == .number && at(second).decimals >= 4 ? second + 1 : nil
  }

  private func isDegree(_ index: Int) -> Bool { at(index).kind == .other && at(index).sign == 0xB0C2 }
}
