/// The numbers that a quantity allows, as an interval; sides without a bound are infinite.
struct QuantityBounds: Hashable, Sendable {
  var lower = -Double.infinity
  var upper = Double.infinity
  var lowerOpen = false
  var upperOpen = false

  /// Whether a number lies in both.
  func overlaps(_ other: QuantityBounds) -> Bool {
    let both = clamped(to: other)
    return both.lower < both.upper || (both.lower == both.upper && !both.lowerOpen && !both.upperOpen)
  }

  /// Whether every number that the other allows lies in this.
  func contains(_ other: QuantityBounds) -> Bool { clamped(to: other) == other }

  /// The numbers that both allow; the result overlaps nothing where there are none.
  func clamped(to other: QuantityBounds) -> QuantityBounds {
    var result = self
    if other.lower > lower || (other.lower == lower && other.lowerOpen) {
      result.lower = other.lower
      result.lowerOpen = other.lowerOpen
    }
    if other.upper < upper || (other.upper == upper && other.upperOpen) {
      result.upper = other.upper
      result.upperOpen = other.upperOpen
    }
    return result
  }
}

extension Quantity {
  /// The numbers that it allows in comparisons: "about" and round words ("two dozen") reach 10 % to both sides, "nearly"
  /// 15 % below, "just over" 10 % above; a vague word allows everything from its lower bound up.
  var comparisonBounds: QuantityBounds {
    if let vague { return QuantityBounds(lower: vague.lowerBound) }
    var bounds = nominalBounds
    guard approximate || isRound else { return bounds }
    switch (lower, upper) {
    case (let lower?, nil) where !lowerOpen: bounds.lower = lower - lower.magnitude * 0.1
    case (nil, let upper?) where !upperOpen: bounds.upper = upper + upper.magnitude * 0.1
    case (let lower?, let upper?):
      bounds.lower = lower - lower.magnitude * 0.1
      bounds.upper = upper + upper.magnitude * 0.1
    default: break
    }
    return bounds
  }

  /// Whether some number satisfies both, by their comparison bounds.
  func overlaps(_ other: Quantity) -> Bool { comparisonBounds.overlaps(other.comparisonBounds) }

  /// The side on which a quantity has no bound of its own.
  enum Side { case above, below }

  /// Nil for a quantity with two bounds, and for a vague word.
  var openSide: Side? {
    if vague != nil { return nil }
    return upper == nil ? .above : lower == nil ? .below : nil
  }

  /// The number or range without qualifiers.
  var unqualified: Quantity {
    vague == nil ? Quantity(lower: lower ?? upper, upper: upper ?? lower) : self
  }

  /// Whether both are the same number, of which the qualifiers say more or less: "26", "about 26" and "at least 26", but
  /// not "more than 26" and "fewer than 26".
  func isSameNumber(as other: Quantity) -> Bool {
    let sides = [openSide, other.openSide].compactMap { $0 }
    return unqualified == other.unqualified && Set(sides).count < 2
  }

  /// An order for sorting: by bounds, then by qualifier, then by words.
  static func precedes(_ left: Quantity, _ right: Quantity) -> Bool {
    let (a, b) = (left.comparisonBounds, right.comparisonBounds)
    if a.lower != b.lower { return a.lower < b.lower }
    if a.upper != b.upper { return a.upper < b.upper }
    if a.lowerOpen != b.lowerOpen { return b.lowerOpen }
    if a.upperOpen != b.upperOpen { return a.upperOpen }
    if left.approximate != right.approximate { return right.approximate }
    return (left.vague?.words ?? "") < (right.vague?.words ?? "")
  }

  /// The bounds as the words state them; only "nearly" and "just over" reach 15 % and 10 % to their other side.
  private var nominalBounds: QuantityBounds {
    var bounds = QuantityBounds(
      lower: lower ?? -.infinity, upper: upper ?? .infinity, lowerOpen: lowerOpen, upperOpen: upperOpen)
    guard approximate else { return bounds }
    if upper == nil, lowerOpen, let lower { bounds.upper = lower + lower.magnitude * 0.1 }
    if lower == nil, upperOpen, let upper { bounds.lower = upper - upper.magnitude * 0.15 }
    return bounds
  }
}
