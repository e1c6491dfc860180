/// Two numbers in words, next to each other, that are a range: "iki üç", "دو سه هزار", "两三", "七八十".
extension QuantityReader {
  struct Pair {
    /// The first number, in the scale of the second.
    var low: Double
    var high: Cardinal
  }

  /// The pair that begins at a token; nil where none does.
  func pair(at index: Int) -> Pair? {
    guard has(.pairedNumbers), at(index).kind == .word, has(index, .cardinal), !has(index - 1, .cardinal),
      let pair = has(.noSpaces) ? joinedPair(at: index) : spacedPair(at: index),
      !has(pair.high.tokens.upperBound, .cardinal)
    else { return nil }
    return pair
  }

  private func spacedPair(at index: Int) -> Pair? {
    guard let first = cardinal(at: index), first.isWords, first.scale == 1, first.tokens.lowerBound == index,
      has(first.tokens.upperBound, .cardinal), let second = cardinal(at: first.tokens.upperBound), second.isWords,
      isPair(first.value, second.value / second.scale)
    else { return nil }
    return Pair(low: first.value * second.scale, high: second)
  }

  /// Whether people say two numbers for something in between: "two three", "three five", "ten fifteen", "twenty thirty".
  private func isPair(_ first: Double, _ second: Double) -> Bool {
    let step = second - first
    func isMultiple(of unit: Double) -> Bool { first.truncatingRemainder(dividingBy: unit) == 0 }
    switch first {
    case 1..<10: return step == 1 || (first == 3 && second == 5) || (first == 5 && second == 10)
    case 10..<100: return (first < 20 && step < 3) || (isMultiple(of: 5) && (step == 5 || step == 10))
    default: return first < 1000 && isMultiple(of: 100) && step == 100
    }
  }

  /// "两三" is 2 to 3, "七八十" 70 to 80, "十七八" 17 to 18.
  private func joinedPair(at index: Int) -> Pair? {
    let (first, second) = (at(index), at(index + 1))
    let digit = first.value.truncatingRemainder(dividingBy: 10)
    guard first.roles.contains(.unit), second.roles.contains(.unit), isGlued(index + 1), digit >= 1, second.value < 10,
      second.value == digit + 1 || (first.value == 3 && second.value == 5), !has(index + 2, .unit),
      !has(index + 2, [.monthMark, .dayMark]), let high = cardinal(at: index + 1)
    else { return nil }
    let place = high.value / second.value
    let tens = first.value - digit
    guard isPowerOfTen(place), tens == 0 || place == 1 || place >= 10_000 else { return nil }
    var last = high
    last.value += tens * place
    return Pair(low: first.value * place, high: last)
  }

  private func isPowerOfTen(_ value: Double) -> Bool {
    var value = value
    while value >= 10 { value /= 10 }
    return value == 1
  }
}
