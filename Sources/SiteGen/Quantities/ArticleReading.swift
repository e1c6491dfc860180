/// Articles that mean "one", in languages that use the same word for both: "eine der Frauen", "mindestens ein Toter".
extension QuantityReader {
  /// Reads an article as a number and gives the token after it; nil where it is only an article.
  mutating func readArticle(at index: Int) -> Int? {
    if has(index + 1, .of) {
      let isOne = has(index + 1, .determiner) || isNumber(index + 2) || has(index + 2, [.determiner, .unit])
      return isOne ? readOne(at: index) : nil
    }
    guard let (found, start) = qualifiers(before: index) else { return nil }
    var how = found
    // "weniger als ein Prozent", "бір пайыздан аз"
    var (unit, last) = unit(at: index + 1)
    if unit == .percent {
      if how.isEmpty, let (qualifier, following) = qualifier(after: last) {
        (how, last) = (
          Qualification(qualifier: qualifier == .about ? nil : qualifier, about: qualifier == .about), following
        )
      }
      return addOne(index..<last, (1, 1), qualification(how), start, unit)
    }
    if isAnswer, at(index + 1).kind == .edge { return addOne(index..<index + 1, (1, 1), how, start) }
    // "ein bis zwei Tage"
    if has(index + 1, [.to, .or]), let second = cardinal(at: index + 2), second.scale == 1, second.value > 1 {
      return addOne(index..<second.tokens.upperBound, (1, second.value), how, start)
    }
    let isNumber = !has(index + 1, [.hundred, .scale, .dozen, .half, .fraction, .couple, .vagueFew, .size, .amount])
    // Why: "über eine Brücke" and "etwa ein Auto" contain no number.
    guard how.qualifier == .atLeast || how.qualifier == .atMost, isNumber else { return nil }
    return addOne(index..<index + 1, (1, 1), how, start)
  }

  private mutating func addOne(
    _ range: Range<Int>, _ bounds: (Double, Double), _ how: Qualification, _ start: Int,
    _ unit: QuantityMatch.Unit = .plain
  ) -> Int {
    let end = at(range.upperBound - 1).end
    let noun = noun(from: range.upperBound).map { at($0).start..<at($0).end }
    add(
      QuantityMatch(
        quantity: QuantityReader.quantity(bounds, how), span: at(start).start..<end,
        numberSpan: at(range.lowerBound).start..<end, unit: unit, noun: noun),
      start..<range.upperBound, bounds, how)
    return range.upperBound
  }
}
