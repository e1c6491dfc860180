/// Days and years: "Friday", "7 January 2022", "January 7", "2022-01-07", "in 2019".
extension QuantityReader {
  /// Reads a date that begins at a token and gives the token after it; nil where none does.
  mutating func readDate(at index: Int) -> Int? {
    let token = at(index)
    switch token.kind {
    case .isoDate:
      let digits = Int(token.value)
      if let day = Day(year: digits / 10000, month: digits / 100 % 100, day: digits % 100) {
        add(.dayMonth(day: day.day, month: day.month, year: day.year), index..<index + 1)
      }
      return index + 1
    case .number:
      if isAnswer { return nil }
      if let end = markedDay(at: index) { return end }
      return dayThenMonth(at: index) ?? years(at: index)
    case .word where has(.noSpaces) && has(index, .cardinal):
      return isAnswer ? nil : markedDay(at: index)
    case .word where token.roles.contains(.weekday):
      guard token.flags.contains(.capital) || (has(.lowerDays) && !has(index, .ambiguous)) else { return index + 1 }
      add(.weekday(Int(token.value)), index..<index + 1)
      return dayAfterWeekday(index)
    case .word where token.roles.contains(.month):
      return monthFirst(at: index)
    default: return nil
    }
  }

  private mutating func add(_ kind: DateMention.Kind, _ range: Range<Int>) {
    reading.dates.append(DateMention(span: at(range.lowerBound).start..<at(range.upperBound - 1).end, kind: kind))
  }

  /// "2022年1月7日", "1月7日", "7日", with digits or words before each mark.
  private mutating func markedDay(at index: Int) -> Int? {
    guard let first = cardinal(at: index), first.tokens.lowerBound == index else { return nil }
    var (end, number): (Int, Cardinal?) = (first.tokens.upperBound, first)
    var (year, month): (Int?, Int?) = (nil, nil)
    if has(end, .yearAfter), has(.noSpaces), (1000...2199).contains(first.value) {
      year = Int(first.value)
      end += 1
      number = cardinal(at: end)
      if let next = number { end = next.tokens.upperBound }
    }
    if let value = number?.value, has(end, .monthMark), (1...12).contains(value) {
      month = Int(value)
      end += 1
      number = cardinal(at: end)
      if let next = number { end = next.tokens.upperBound }
    }
    if let value = number?.value, has(end, .dayMark), (1...31).contains(value), month != nil || year == nil {
      if let month { add(.dayMonth(day: Int(value), month: month, year: year), index..<end + 1) }
      return end + 1
    }
    guard year != nil || month != nil else { return nil }
    if let number { end = number.tokens.lowerBound }
    if let year { add(.year(year), index..<end) }
    return end
  }

  /// The token after "lunes 7" or "segunda-feira (7)", in languages that write weekdays with a small letter.
  private func dayAfterWeekday(_ index: Int) -> Int {
    guard has(.lowerDays) else { return index + 1 }
    var day = index + 1
    if at(day).kind == .hyphen, isGlued(day), isGlued(day + 1) { day += 2 }
    let mark = at(day).kind
    if mark == .comma || mark == .open { day += 1 }
    guard isPlainInteger(day), (1...31).contains(at(day).value), !looksPlural(day + 1), noun(from: day + 1) == nil,
      at(day + 1).kind != .percent, !has(day + 1, [.scale, .hundred, .percent, .of, .month, .currency, .to]),
      mark != .open || at(day + 1).kind == .close, !isGlued(day + 1) || at(day + 1).kind != .word
    else { return index + 1 }
    return day + 1
  }

  private func isMonth(_ index: Int) -> Bool {
    let token = at(index)
    return token.kind == .word && token.roles.contains(.month)
      && (token.flags.contains(.capital) || !has(index, .ambiguous))
  }

  /// A day of a month in digits, and the token after its suffix.
  private func day(at index: Int) -> (Int, Int)? {
    let isPadded = at(index).flags.contains(.zeroPadded) && at(index).end - at(index).start == 2
    guard isPlainInteger(index) || isPadded, (1...31).contains(at(index).value) else { return nil }
    let isPoint = at(index + 1).kind == .period && has(.ordinalPoints)
    let suffix = isGlued(index + 1) && (isPoint || has(index + 1, .ordinalSuffix))
    return (Int(at(index).value), suffix ? index + 2 : index + 1)
  }

  private func yearNumber(_ index: Int) -> Int? {
    guard at(index).digits == 4, isPlainInteger(index), (1000...2199).contains(at(index).value) else { return nil }
    return Int(at(index).value)
  }

  /// A year that follows a day and month, with or without a comma.
  private func yearAfter(_ index: Int) -> (year: Int, end: Int)? {
    let position = at(index).kind == .comma || has(index, .of) ? index + 1 : index
    guard let year = yearNumber(position), !has(position + 1, .counted) else { return nil }
    return (year, position + 1)
  }

  private mutating func dayThenMonth(at index: Int) -> Int? {
    guard var (day, end) = day(at: index), leadsToMonth(end) else { return nil }
    var days = [(day, index)]
    while let (other, second, after) = nextDay(end) {
      days.append((other, second))
      (day, end) = (other, after)
    }
    if has(end, .of) { end += 1 }
    let month = Int(at(end).value)
    end += at(end + 1).kind == .period && at(end).end - at(end).start <= 4 && yearNumber(end + 2) != nil ? 2 : 1
    let year = yearAfter(end)
    for (position, day) in days.enumerated() {
      let last = position == days.count - 1
      add(
        .dayMonth(day: day.0, month: month, year: year?.year),
        day.1..<(last ? year?.end ?? end : min(day.1 + 1, end)))
    }
    return year?.end ?? end
  }

  /// Whether a month follows a day, after three further days at most.
  private func leadsToMonth(_ index: Int) -> Bool {
    var end = index
    for _ in 0..<4 {
      if isMonth(end) || has(end, .of) && isMonth(end + 1) { return true }
      guard let (_, _, after) = nextDay(end) else { return false }
      end = after
    }
    return false
  }

  /// The day that is joined to one which ends before a token, its token, and the token after it.
  private func nextDay(_ index: Int) -> (day: Int, index: Int, end: Int)? {
    guard joins(index) else { return nil }
    // "entre el 24 y el 25 de diciembre"
    let start = has(index + 1, [.determiner, .article, .to]) ? index + 2 : index + 1
    return day(at: start).map { ($0.0, start, $0.1) }
  }

  private func joins(_ index: Int) -> Bool {
    [.dash, .hyphen, .comma].contains(at(index).kind) || has(index, [.and, .to, .or])
  }

  private mutating func monthFirst(at index: Int) -> Int? {
    guard isMonth(index) else { return index + 1 }
    let start = at(index + 1).kind == .period && isGlued(index + 1) ? index + 2 : index + 1
    let month = Int(at(index).value)
    guard has(.monthFirst), let (first, end) = day(at: start),
      !countsDirectly(start, end) || has(index - 1, .dayBefore)
        || (has(index - 1, .weakYearBefore) && !has(end, .counted))
    else {
      guard let (year, end) = yearAfter(index + 1) else { return index + 1 }
      add(.year(year), index..<end)
      return end
    }
    let year = yearAfter(end)
    var last = year?.end ?? end
    add(.dayMonth(day: first, month: month, year: year?.year), index..<last)
    // "January 7 and 8", "January 7–9", but not "January 7, 26 people".
    while year == nil, at(last).kind != .comma, joins(last), let (other, after) = day(at: last + 1),
      other > first, !countsDirectly(last + 1, after), !has(after, .pluralVerb), !has(after, .afterPlural)
    {
      add(.dayMonth(day: other, month: month, year: nil), last + 1..<after)
      last = after
    }
    return last
  }

  /// Whether digits count the noun directly after them.
  private func countsDirectly(_ number: Int, _ end: Int) -> Bool {
    end == number + 1 && (looksPlural(end) || at(end).kind == .percent || has(end, [.scale, .hundred]))
  }

  /// A year, with those that follow after a dash or "to".
  private mutating func years(at index: Int) -> Int? {
    guard let year = yearNumber(index), isYear(index, year) else { return nil }
    if has(index + 1, .yearAfter), isGlued(index + 1) {
      add(.year(year), index..<index + 2)
      return index + 2
    }
    if isGlued(index + 1), at(index + 1).kind == .word { return index + 2 }
    add(.year(year), index..<index + 1)
    var end = index + 1
    while [.dash, .hyphen].contains(at(end).kind) || has(end, [.to, .and, .or]) {
      if let other = yearNumber(end + 1), other > year, !countsDirectly(end + 1, end + 2) {
        add(.year(other), end + 1..<end + 2)
        end += 2
      } else if isGlued(end), isPlainInteger(end + 1), isGlued(end + 1), at(end + 1).digits == 2 {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func isYear(_ index: Int, _ year: Int) -> Bool {
    if has(index + 1, .yearAfter) { return true }
    if isGlued(index + 1), at(index + 1).kind == .word { return at(index + 1).end == at(index + 1).start + 1 }
    if at(index + 1).kind == .percent || has(index + 1, [.scale, .hundred, .percent, .currency]) { return false }
    if at(index - 1).kind == .currency { return false }
    if at(index + 1).kind == .plus, isGlued(index + 1) { return false }
    let counted = looksPlural(index + 1)
    let likely = (1900...2099).contains(year)
    if has(index - 1, .yearBefore) { return likely || !counted }
    if has(index - 1, .between) || has(index - 1, .from) {
      let second = joins(index + 1) ? yearNumber(index + 2) : nil
      if second != nil { return !looksPlural(index + 3) }
    }
    if let (how, start) = qualifiers(before: index), start < index {
      return has(start - 1, .yearBefore) && !counted && (how.about || likely)
    }
    guard likely else { return false }
    // "2019 kamen Helfer" is a year, "2019 Helfer" none.
    if has(.capitalNouns) { return !counted && !has(index + 1, .further) }
    let described = has(index - 1, .determiner) || at(index - 1).flags.contains(.possessive)
    if counted || (has(.monthFirst) && noun(from: index + 1).map({ $0 <= index + 2 }) == true) {
      return described && !has(index + 1, .counted)
    }
    if has(index + 1, .pluralVerb) && !has(index - 1, .weakYearBefore) { return false }
    return true
  }
}
