/// A number that an editor may have computed: the sum or difference of two others.
struct ComputedNumber: Sendable {
  private var number: Double
  private var left: Double
  private var right: Double
  private var isSum: Bool

  /// Nil if the number is not the sum or difference of any two of the first 40 numbers. A sum is preferred.
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
  /// The number without its qualifier; nil for ranges and vague words.
  fileprivate var statedNumber: Double? {
    if vague != nil { return nil }
    guard let lower else { return upper }
    return upper == nil || upper == lower ? lower : nil
  }
}
