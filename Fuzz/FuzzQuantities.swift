@testable import SiteGen

private let grammars = ["en", "de", "xx"].map { QuantityGrammar(language: $0) }

/// Quantities and dates are within the text, in order and without overlap. A printed quantity reads back as itself.
func fuzzQuantities(_ bytes: [UInt8]) {
  for (index, grammar) in grammars.enumerated() {
    let reading = grammar.read(bytes, readsAges: bytes.count % 2 == 0)
    var end = 0
    for match in reading.quantities {
      demand(match.span.lowerBound >= end && match.span.upperBound <= bytes.count, "quantities overlap")
      demand(
        match.numberSpan.clamped(to: match.span) == match.numberSpan && !match.numberSpan.isEmpty,
        "a number is outside its span")
      end = match.span.upperBound
      if let noun = match.noun { demand(noun.upperBound <= bytes.count && !noun.isEmpty, "a noun is outside the text") }
      demand(match.equals(match.quantity), "a quantity does not equal itself")
      // "Nearly 0" and "just over 0" allow no numbers, because ten per cent of 0 is 0.
      let isNearZero = match.quantity.approximate && (match.quantity.lower == 0 || match.quantity.upper == 0)
      demand(isNearZero || match.quantity.overlaps(match.quantity), "a quantity allows no number: \(match.quantity)")
      guard index == 0, isPrintable(match) else { continue }
      let words = match.quantity.words()
      demand(grammar.parseAnswer(words) == match.quantity, "'\(words)' reads back as another quantity")
    }
    end = 0
    for date in reading.dates {
      demand(date.span.lowerBound >= end && date.span.upperBound <= bytes.count, "dates overlap")
      end = date.span.upperBound
    }
    _ = grammar.parseAnswer(String(decoding: bytes, as: UTF8.self))
    let part = bytes.count / 3..<bytes.count
    for match in grammar.quantities(in: bytes, range: part) {
      demand(match.span.clamped(to: part) == match.span, "a quantity is outside the range that is read")
    }
  }
}

// False for numbers of more than 15 digits, which lose their last digits, and for shares, which are printed in other
// words.
private func isPrintable(_ match: QuantityMatch) -> Bool {
  guard match.unit == .plain, match.quantity.vague == nil else { return false }
  // "about 4 to 10,400" prints with a dash, which reads as "4,000 to 10,400", as in "20–30,000".
  if match.quantity.approximate, let low = match.quantity.lower, let high = match.quantity.upper, low < high / 1000 {
    return false
  }
  return [match.quantity.lower, match.quantity.upper].allSatisfy { bound in
    guard let bound else { return true }
    return bound < 1e15 && bound == bound.rounded()
  }
}
