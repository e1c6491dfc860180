extension Quantity {
  /// The quantity as its author would write it: "more than 3,800", "between 16 and 18", "dozens".
  ///
  /// `separator` goes between groups of three digits. A quantity without any bound prints as nothing.
  func words(separator: String = ",", phrases: QuantityPhrases = .english) -> String {
    if let vague { return vague.words }
    func number(_ value: Double) -> String { Quantity.digits(value, separator: separator, phrases: phrases) }
    switch (lower, upper) {
    case (nil, nil): return ""
    case (let lower?, nil):
      return filled(
        lowerOpen
          ? (approximate ? phrases.justOver : phrases.moreThan)
          : (approximate ? phrases.atLeastAbout : phrases.atLeast), number(lower))
    case (nil, let upper?):
      return filled(
        upperOpen
          ? (approximate ? phrases.nearly : phrases.fewerThan)
          : (approximate ? phrases.atMostAbout : phrases.atMost), number(upper))
    case (let lower?, let upper?) where lower == upper:
      return approximate ? filled(phrases.about, number(lower)) : number(lower)
    case (let lower?, let upper?) where lowerOpen || upperOpen:
      let low = filled(lowerOpen ? phrases.moreThan : phrases.atLeast, number(lower))
      let high = filled(upperOpen ? phrases.fewerThan : phrases.atMost, number(upper))
      return filled(phrases.both, low, high)
    case (let lower?, let upper?):
      guard approximate else { return filled(phrases.between, number(lower), number(upper)) }
      // Why: "about 20–30,000" would be from 20,000, and a sign is not read after a dash.
      guard lower >= 0, upper < 1000 else {
        return filled(phrases.between, filled(phrases.about, number(lower)), number(upper))
      }
      return filled(phrases.about, filled(phrases.range, number(lower), number(upper)))
    }
  }

  /// A number in digits, grouped in threes from 1,000 on, without exponent; "a third", "5/6" where decimals would not end.
  static func digits(_ value: Double, separator: String = ",", phrases: QuantityPhrases = .english) -> String {
    if value == 1.0 / 3 { return phrases.third }
    if value == 2.0 / 3 { return phrases.twoThirds }
    guard value.magnitude < 1e18 else { return value.description }
    let whole = Int(value.magnitude)
    let decimals = value.magnitude > Double(whole) ? decimals(of: value.magnitude) : []
    if decimals.count > 12, value > 0, value < 1, let part = part(value) { return part }
    let plain = Array(String(whole).utf8)
    var text = value < 0 ? "-" : ""
    for (index, digit) in plain.enumerated() {
      if index > 0, (plain.count - index).isMultiple(of: 3) { text += separator }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return decimals.isEmpty ? text : text + phrases.decimal + String(decoding: decimals, as: UTF8.self)
  }

  /// The digits after the decimal mark, the fewest that read back as the same number.
  private static func decimals(of value: Double) -> [UInt8] {
    let description = value.description.utf8
    let parts = description.split(separator: UInt8(ascii: "e"))
    guard let mantissa = parts.first else { return [] }
    let numbers = mantissa.split(separator: UInt8(ascii: "."))
    // Why: what is written with a power of ten has one digit before the mark, and only numbers below 1 have decimals.
    guard parts.count > 1 else { return numbers.count > 1 ? Array(numbers[1]) : [] }
    let power = Int(String(decoding: parts[1], as: UTF8.self)) ?? 0
    var digits = numbers.flatMap { Array($0) }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(-power - 1, 0)) + digits
  }

  /// The fraction that a number below 1 is, with a denominator of at most 1,000, or in thousands to a million.
  private static func part(_ value: Double) -> String? {
    for step in 3...2000 {
      let whole = step <= 1000 ? step : (step - 1000) * 1000
      let part = Int(value * Double(whole) + 0.5)
      if part > 0, part < whole, Double(part) / Double(whole) == value { return "\(part)/\(whole)" }
    }
    return nil
  }

  private func filled(_ phrase: String, _ arguments: String...) -> String {
    var text = ""
    var next = 0
    var skips = false
    for scalar in phrase.unicodeScalars {
      if skips {
        skips = false
      } else if scalar == "{", next < arguments.count {
        text += arguments[next]
        next += 1
        skips = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
