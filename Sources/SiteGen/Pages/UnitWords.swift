/// The units of answers, in the plural form that a number takes.
extension Site {
  /// The unit to print after a brief answer; nil if it is not a number, or a vague word.
  func unit(of brief: BriefAnswer, to question: Question) -> String? {
    guard case .quantity(let last) = brief.all.last?.answer else { return nil }
    return unit(of: question, after: last)
  }

  /// The unit to print after a number; nil after a vague word: "dozens", not "dozens people".
  func unit(of question: Question, after quantity: Quantity) -> String? {
    guard quantity.vague == nil else { return nil }
    // Why the upper bound: of "1 to 3", the number before the unit is 3.
    let number = quantity.upper ?? quantity.lower
    let category = number.map(PluralRules(language: settings.language).category(of:)) ?? .other
    return question.unit(inForm: category) ?? question.unit
  }
}
