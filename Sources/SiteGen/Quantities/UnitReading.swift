/// Currencies, percent signs and measures around a number.
extension QuantityReader {
  /// The currency or percent sign before a number, to which `start` moves; nil where there is none.
  func currencyBefore(_ start: inout Int) -> QuantityMatch.Unit? {
    // "yüzde 20", "%20"
    if start - 1 >= next,
      has(start - 1, .percentBefore) || (at(start - 1).kind == .percent && isGlued(start) && !isNumber(start - 2))
    {
      start -= 1
      return .percent
    }
    if start - 1 >= next, isCurrencyCode(start - 1) {
      start -= 1
      return named(at(start))
    }
    guard at(start - 1).kind == .currency, start - 1 >= next else { return nil }
    start -= 1
    let sign = at(start).mark
    if isGlued(start), at(start - 1).kind == .word, start - 1 >= next { start -= 1 }
    return .money(sign)
  }

  /// As in "USD 5".
  func isCurrencyCode(_ index: Int) -> Bool {
    let length = at(index).end - at(index).start
    return has(index, .currency) && at(index).flags.contains(.capital) && (2...3).contains(length)
  }

  /// "%", "per cent", "dollars", "US dollars", and the token after it.
  func unit(at index: Int) -> (QuantityMatch.Unit, Int) {
    if at(index).kind == .percent || has(index, .percent) { return (.percent, index + 1) }
    if has(index, .per) {
      let cent = at(index + 1).kind == .period ? index + 2 : index + 1
      if has(cent, .cent) { return (.percent, cent + 1) }
    }
    // "2,5 Mio. Euro"
    if at(index).kind == .period, isGlued(index), has(index - 1, .abbreviated) {
      let following = unit(at: index + 1)
      if following.0 != .plain { return following }
    }
    if at(index).kind == .currency, !(isGlued(index + 1) && isNumber(index + 1)) {
      return (.money(at(index).mark), index + 1)
    }
    // "US-Dollar", "Schweizer Franken"
    let isJoined = at(index + 1).kind == .hyphen && isGlued(index + 1) && isGlued(index + 2)
    let word = has(index, .currency) ? index : index + (isJoined ? 2 : 1)
    guard has(word, .currency), at(word).end - at(word).start > 1 || isGluedCoin(word),
      word == index || at(index).flags.contains(.capital), at(word).word >= 0
    else {
      return (.plain, index)
    }
    return (named(at(word)), word + 1)
  }

  /// "14p", "50c"
  func isGluedCoin(_ index: Int) -> Bool {
    isGlued(index) && isNumber(index - 1) && has(index, .currency) && !at(index).flags.contains(.capital)
  }

  private func named(_ token: QuantityToken) -> QuantityMatch.Unit {
    let currency = lexicon.words[Int(token.word)].currency
    return .money(currency < lexicon.currencies.count ? lexicon.currencies[currency] : "")
  }

  // MARK: - Ranges
}
