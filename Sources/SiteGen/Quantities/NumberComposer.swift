/// Puts a number together from its words, in the order in which they are written.
///
/// Words that add ("forty", "two", "doscientos") must be smaller than the place that the word before them leaves open;
/// words that multiply ("hundred", "thousand") multiply what stands before them. A word that does not fit is refused, and
/// the number is unchanged.
struct NumberComposer {
  private let traits: LanguageTraits
  /// The thousands, millions and so on that are complete.
  private var total = 0.0
  /// The part below the last scale that has been multiplied, and the part that has not.
  private var group = 0.0
  private var pending = 0.0
  /// The next word that adds must be less than this.
  private var open = Double.infinity
  private var lastScale = Double.infinity
  private var lastMultiplier = Double.infinity
  private var endsInUnit = false
  /// The number of digits in words that were put next to each other: "二〇二二".
  private(set) var digits = 0
  private(set) var isEmpty = true
  /// Set by the caller after "and", until the next word.
  var isAfterAnd = false

  init(_ traits: LanguageTraits) { self.traits = traits }

  var value: Double {
    // 两万五 is 25,000: without a zero, the last digit counts the place after the last multiplier.
    if traits.contains(.noSpaces), digits == 1, isElided, !isAfterZero {
      let place = group > 0 ? lastMultiplier : lastScale
      if place < .infinity, place >= 100 { return total + group + pending * place / 10 }
    }
    return total + group + pending
  }

  /// After a zero for an empty place: "一百零五".
  private var isAfterZero = false
  private var isElided: Bool { pending >= 1 && pending < 10 && (group > 0 || total > 0) && open == 1 }

  /// The part below the last scale.
  var belowScale: Double { group + pending }

  var endsInScale: Bool { belowScale == 0 && total > 0 }

  /// Whether "and" may follow, before a word that adds.
  func mayJoin(_ next: Double) -> Bool {
    if traits.contains(.andAnywhere) { return !isEmpty }
    if traits.contains(.unitsFirst), endsInUnit, next >= 20 { return true }
    if traits.contains(.andAfterTens) { return next < 20 && open <= 20 && open > 1 }
    return next < 100 && !isEmpty && open >= 100
  }

  /// Adds a word; false if it does not continue the number.
  mutating func append(_ role: WordRole, _ value: Double) -> Bool {
    let fits: Bool
    switch role {
    case .hundred, .multiplier: fits = multiply(by: value)
    case .scale: fits = scale(by: value)
    case .dozen:
      fits = scale(by: value)
      if fits { open = 0 }
    case .thousands: fits = addScaled(value)
    case .teen: fits = addTeen(value)
    case .ten: fits = add(value, leaving: traits.contains(.baseTwenty) && (value == 60 || value == 80) ? 20 : 10)
    case .hundreds: fits = add(value, leaving: 100)
    default: fits = add(value, leaving: 1)
    }
    guard fits else { return false }
    isEmpty = false
    isAfterAnd = false
    return true
  }

  /// Adds a number that is written as one word: after "zweitausend", only less than a thousand may follow.
  mutating func append(joined value: Double) -> Bool {
    var place = 1.0
    while place < 1e6, value.truncatingRemainder(dividingBy: place * 10) == 0 { place *= 10 }
    guard value > 0, add(value, leaving: place) else { return false }
    (isEmpty, isAfterAnd) = (false, false)
    return true
  }

  private mutating func add(_ value: Double, leaving place: Double) -> Bool {
    if value == 0, !isEmpty || !traits.contains(.noSpaces) {
      guard traits.contains(.noSpaces) || isEmpty else { return false }
      if isEmpty {
        open = 0
      } else if digits > 0, total == 0, group == 0 {
        pending *= 10
      } else {
        isAfterZero = true
      }
      return true
    }
    if traits.contains(.noSpaces), value < 10, digits > 0, open <= 1, group == 0, total == 0 {
      pending = pending * 10 + value
      digits += 1
      return true
    }
    if endsInUnit, place == 10, isAfterAnd, traits.contains(.unitsFirst) {
      pending += value
      (open, endsInUnit) = (1, false)
      return true
    }
    if endsInUnit, value == 20, traits.contains(.baseTwenty), pending.truncatingRemainder(dividingBy: 100) == 4 {
      pending += 76
      (open, endsInUnit) = (20, false)
      return true
    }
    guard value < open, isEmpty || value == value.rounded() else { return false }
    pending += value
    endsInUnit = value < 10 && (open >= 100)
    open = place
    digits += 1
    return true
  }

  private mutating func addTeen(_ value: Double) -> Bool {
    guard endsInUnit else { return add(value, leaving: 1) }
    pending += value
    (open, endsInUnit) = (1, false)
    return true
  }

  private mutating func multiply(by value: Double) -> Bool {
    guard pending < max(value, 100), digits <= 1 || !traits.contains(.noSpaces), value < lastMultiplier,
      value < lastScale, pending > 0 || isImplied(value)
    else { return false }
    group += max(pending, 1) * value
    pending = 0
    (open, lastMultiplier, endsInUnit, digits) = (value, value, false, 0)
    return true
  }

  private mutating func scale(by value: Double) -> Bool {
    let part = group + pending
    if value < lastScale {
      guard part > 0 || isImplied(value), part.truncatingRemainder(dividingBy: 1) == 0 || total == 0 else {
        return false
      }
      total += max(part, 1) * value
    } else {
      // "dos mil millones"
      guard lastScale == 1000, value >= 1_000_000 else { return false }
      total = (total + part) * value
    }
    (group, pending, open, lastScale, lastMultiplier) = (0, 0, value, value, .infinity)
    (endsInUnit, digits) = (false, 0)
    return true
  }

  private mutating func addScaled(_ value: Double) -> Bool {
    guard group + pending == 0, value < lastScale else { return false }
    total += value
    lastScale = value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1000
    open = lastScale
    return true
  }

  /// Whether a word that multiplies may mean one of it: "hundred" at the start, "bir milyon bin" in some languages.
  private func isImplied(_ value: Double) -> Bool {
    isEmpty || (traits.contains(.impliedOne) && value <= 1000 && open >= value)
  }
}
