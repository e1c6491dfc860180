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
  func words(_ style: NumberStyle) -> String {
    "\(style.digits(number)) is the \(isSum ? "sum" : "difference") of \(style.digits(left)) and \(style.digits(right))"
  }

  /// "44 is 26 + 18"
  func formula(_ style: NumberStyle) -> String {
    "\(style.digits(number)) is \(style.digits(left)) \(isSum ? "+" : "−") \(style.digits(right))"
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
