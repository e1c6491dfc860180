extension Quantity {
  /// The quantity as its author would write it: "more than 3,800", "between 16 and 18", "dozens".
  ///
  /// `separator` stands between groups of three digits. A quantity without any bound prints as nothing.
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
      return approximate
        ? filled(phrases.about, filled(phrases.range, number(lower), number(upper)))
        : filled(phrases.between, number(lower), number(upper))
    }
  }

  /// A number in digits, grouped in threes from 1,000 on, without exponent.
  static func digits(_ value: Double, separator: String = ",", phrases: QuantityPhrases = .english) -> String {
    if value == 1.0 / 3 { return phrases.third }
    if value == 2.0 / 3 { return phrases.twoThirds }
    guard value.magnitude < 1e18 else { return value.description }
    var whole = Int(value.magnitude)
    var fraction = ""
    let rest = value.magnitude - Double(whole)
    if rest > 0 {
      let description = value.magnitude.description
      if !description.utf8.contains(UInt8(ascii: "e")), let point = description.utf8.firstIndex(of: UInt8(ascii: ".")) {
        fraction = String(description[description.index(after: point)...])
      } else {
        let millionths = Int(rest * 1_000_000 + 0.5)
        if millionths >= 1_000_000 { whole += 1 }
        fraction = String(String(millionths % 1_000_000 + 1_000_000).dropFirst())
        while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
      }
    }
    let plain = Array(String(whole).utf8)
    var text = value < 0 ? "-" : ""
    for (index, digit) in plain.enumerated() {
      if index > 0, (plain.count - index).isMultiple(of: 3) { text += separator }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return fraction.isEmpty ? text : text + phrases.decimal + fraction
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
