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
  /// The numbers that it allows in comparisons: "about" reaches 10 % to both sides, "nearly" 15 % below, "just over"
  /// 10 % above; a vague word allows everything from its lower bound up.
  var comparisonBounds: QuantityBounds {
    if let vague { return QuantityBounds(lower: vague.lowerBound) }
    var bounds = nominalBounds
    guard approximate else { return bounds }
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

  /// The quantity that satisfies both; nil where they do not overlap.
  ///
  /// A vague word gives way to a number, and an approximate answer to a precise one that it allows; two approximate
  /// ones that differ reach from the one to the other.
  func intersection(_ other: Quantity) -> Quantity? {
    guard overlaps(other) else { return nil }
    if vague != nil, other.vague != nil { return Quantity.precedes(self, other) ? other : self }
    if vague != nil { return other }
    if other.vague != nil { return self }
    let (left, right) = (nominalBounds, other.nominalBounds)
    guard left.overlaps(right) else {
      if approximate != other.approximate { return approximate ? other : self }
      return Quantity.hull(of: [self, other])
    }
    let both = left.clamped(to: right)
    if both == left { return preferred(to: other) }
    if both == right { return other.preferred(to: self) }
    return Quantity(
      lower: both.lower.isFinite ? both.lower : nil, upper: both.upper.isFinite ? both.upper : nil,
      lowerOpen: both.lowerOpen, upperOpen: both.upperOpen, approximate: approximate && other.approximate)
  }

  /// The quantity that satisfies all of them, in any order; nil for an empty list, or where two do not overlap.
  static func intersection(of quantities: [Quantity]) -> Quantity? {
    let sorted = quantities.sorted(by: precedes)
    guard var result = sorted.first else { return nil }
    // Why: intervals of which each two overlap have a number in common (Helly), so one shrinking interval is enough.
    var bounds = result.comparisonBounds
    for quantity in sorted.dropFirst() {
      guard bounds.overlaps(quantity.comparisonBounds), let both = result.intersection(quantity) else { return nil }
      bounds = bounds.clamped(to: quantity.comparisonBounds)
      result = both
    }
    return result
  }

  /// The range from the lowest to the highest; vague words are ignored, and nil means that there was no number.
  static func hull(of quantities: [Quantity]) -> Quantity? {
    let bounded = quantities.filter(\.isBounded).sorted(by: precedes)
    guard var bounds = bounded.first?.nominalBounds else { return nil }
    for other in bounded.dropFirst().map(\.nominalBounds) {
      if other.lower < bounds.lower || (other.lower == bounds.lower && !other.lowerOpen) {
        (bounds.lower, bounds.lowerOpen) = (other.lower, other.lowerOpen)
      }
      if other.upper > bounds.upper || (other.upper == bounds.upper && !other.upperOpen) {
        (bounds.upper, bounds.upperOpen) = (other.upper, other.upperOpen)
      }
    }
    return Quantity(
      lower: bounds.lower.isFinite ? bounds.lower : nil, upper: bounds.upper.isFinite ? bounds.upper : nil,
      lowerOpen: bounds.lowerOpen, upperOpen: bounds.upperOpen, approximate: bounded.allSatisfy(\.approximate))
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

  /// Of two that allow the same numbers, the one that is not approximate.
  private func preferred(to other: Quantity) -> Quantity {
    nominalBounds == other.nominalBounds && approximate && !other.approximate ? other : self
  }
}
