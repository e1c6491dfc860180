/// Two numbers of which a third one is the sum or the difference: what an editor computed, and no source says.
struct ComputedNumber: Sendable {
  private var number: Double
  private var left: Double
  private var right: Double
  private var isSum: Bool

  /// Nil where no two of the first 40 numbers make it; a sum is looked for before a difference.
  init?(_ quantity: Quantity, from quantities: [Quantity]) {
    guard let number = quantity.statedNumber, number > 0 else { return nil }
    let parts = quantities.compactMap(\.statedNumber).filter { $0 > 0 }.prefix(40)
    func pair(_ makes: (Double, Double) -> Bool) -> (Double, Double)? {
      for (index, left) in parts.enumerated() {
        for right in parts.dropFirst(index + 1) where makes(left, right) { return (left, right) }
      }
      return nil
    }
    self.number = number
    if let (left, right) = pair({ $0 + $1 == number }) {
      (self.left, self.right, isSum) = (left, right, true)
    } else if let (left, right) = pair({ ($0 - $1).magnitude == number }) {
      (self.left, self.right, isSum) = (max(left, right), min(left, right), false)
    } else {
      return nil
    }
  }

  /// "44 is the sum of 26 and 18"
  var words: String {
    isSum
      ? "\(Quantity.digits(number)) is the sum of \(Quantity.digits(left)) and \(Quantity.digits(right))"
      : "\(Quantity.digits(number)) is the difference of \(Quantity.digits(left)) and \(Quantity.digits(right))"
  }

  /// "44 is 26 + 18"
  var formula: String {
    "\(Quantity.digits(number)) is \(Quantity.digits(left)) \(isSum ? "+" : "−") \(Quantity.digits(right))"
  }
}

extension Quantity {
  /// The one number that it states, qualifier aside; nil for ranges and vague words.
  fileprivate var statedNumber: Double? {
    if vague != nil { return nil }
    guard let lower else { return upper }
    return upper == nil || upper == lower ? lower : nil
  }
}
