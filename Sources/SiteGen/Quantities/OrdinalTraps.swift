/// Ordinals in digits with a point: "der 3. Tag", "am 3. und 4. Juli", "im 19. Jahrhundert".
extension QuantityReader {
  /// The token behind an ordinal's point; nil where the point may end a sentence.
  func ordinalTrap(_ index: Int) -> Int? {
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
}
