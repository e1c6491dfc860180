/// Numbers in digits and words: "3,800", "2.5 million", "one hundred and twenty", "a dozen", "half a million".
extension QuantityReader {
  /// The number that begins at a token; nil where none does.
  func cardinal(at index: Int) -> Cardinal? {
    let token = at(index)
    if token.kind == .number { return digits(at: index) }
    guard token.kind == .word, !token.flags.contains(.possessive) else { return nil }
    if token.roles.contains(.half) { return half(at: index) }
    return token.roles.isDisjoint(with: .cardinal) ? nil : words(at: index)
  }

  private func digits(at index: Int) -> Cardinal? {
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
      guard !isLetter || isAnswer || at(index - 1).kind == .currency || noun(from: end + 1) != nil else {
        return cardinal(mantissa / divisor, 1, index..<end, isWords: false)
      }
      scale = word.shortScale
      end += 1
    } else {
      if let after = andAHalf(at: end) {
        (mantissa, divisor, end) = (mantissa / divisor * 2 + 1, 2, after)
      }
      (scale, end) = scales(from: end, plural: token.value >= 1)
    }
    return cardinal(scaled(mantissa, scale, divisor), scale, index..<end, isWords: false)
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
    return has(end, [.measure, .timeNoun]) && !after.flags.contains(.endsInS) ? single : end
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
      value: value, tokens: range, end: at(range.upperBound - 1).end, isWords: isWords, scale: scale)
  }

  private func lexiconWord(_ index: Int) -> QuantityLexicon.Word? {
    let word = Int(at(index).word)
    return word >= 0 && word < lexicon.words.count ? lexicon.words[word] : nil
  }

  /// "million", "hundred thousand", "dozen", also after a hyphen; in the plural only as "2 millions".
  func scales(from index: Int, plural: Bool) -> (Double, Int) {
    var (scale, end) = (1.0, index)
    while true {
      let word = at(end).kind == .hyphen && isGlued(end) && isGlued(end + 1) ? end + 1 : end
      let isScale =
        has(word, [.hundred, .scale, .dozen])
        || (plural && scale == 1 && has(word, .vaguePlural) && at(word).value >= 1_000_000)
      guard at(word).kind == .word, isScale, at(word).value > 0, scale < 1e9 else { return (scale, end) }
      scale *= at(word).value
      end = word + 1
    }
  }

  /// "and a half".
  private func andAHalf(at index: Int) -> Int? {
    var parts = index
    for role in [WordRole.and, .article, .half] {
      if at(parts).kind == .hyphen, isGlued(parts), isGlued(parts + 1) { parts += 1 }
      guard has(parts, role) else { return nil }
      parts += 1
    }
    return parts
  }

  private func half(at index: Int) -> Cardinal? {
    var end = index + 1
    if at(end).kind == .hyphen, isGlued(end) { end += 1 }
    if has(end, .article) { end += 1 }
    let (scale, last) = scales(from: end, plural: false)
    guard scale > 1 else { return nil }
    let start = has(index - 1, .article) && index > next ? index - 1 : index
    return cardinal(scale / 2, scale, start..<last, isWords: true)
  }

  private func words(at index: Int) -> Cardinal? {
    var start = index
    if has(index, [.hundred, .scale, .dozen]), index > next, has(index - 1, .article) { start = index - 1 }
    var (total, group, position, scale) = (0.0, 0.0, index, 1.0)
    var isEmpty = true
    while position < tokens.count {
      var word = position
      if !isEmpty {
        if at(word).kind == .hyphen, isGlued(word), isGlued(word + 1) {
          word += 1
        } else if has(word, .and), group >= 100 || (group == 0 && total > 0), has(word + 1, [.unit, .ten]) {
          word += 1
        }
      }
      let token = at(word)
      guard token.kind == .word, !token.flags.contains(.possessive) else { break }
      let value = token.value
      if token.roles.contains(.unit) {
        let rest = Int(group) % 100
        guard isEmpty || rest == 0 || (rest >= 20 && rest % 10 == 0 && value < 10), isEmpty || value > 0 else { break }
        group += value
      } else if token.roles.contains(.ten) {
        guard isEmpty || Int(group) % 100 == 0 else { break }
        group += value
      } else if token.roles.contains(.hundred) {
        guard group < 100 else { break }
        group = max(group, 1) * 100
      } else if token.roles.contains(.scale) || token.roles.contains(.dozen) {
        // Why: "five million thousand" is no number, while "a hundred thousand" is.
        guard total == 0 || value < scale else { break }
        total += max(group, 1) * value
        group = 0
        scale = value
      } else {
        break
      }
      isEmpty = false
      position = word + 1
    }
    guard !isEmpty else { return nil }
    if total == 0, let after = andAHalf(at: position) {
      let (multiple, end) = scales(from: after, plural: false)
      return cardinal((group + 0.5) * multiple, multiple, start..<end, isWords: true)
    }
    // "a million and a half"
    if total > 0, group == 0, let after = andAHalf(at: position), !has(after, .timeNoun) {
      return cardinal(total + scale / 2, scale, start..<after, isWords: true)
    }
    // Only a scale that ends the number can be meant for the first of a range, too: "two to three hundred".
    let last = at(position - 1)
    let shared = last.roles.isDisjoint(with: [.hundred, .scale, .dozen]) ? 1 : last.value
    return cardinal(total + group, shared, start..<position, isWords: true)
  }
}
