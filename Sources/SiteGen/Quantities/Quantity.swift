/// A number as a person writes it: a value or bounds, with a qualifier.
///
/// Each class of qualifiers has one form, so that equality is equality of meaning: "about" is a value and
/// `approximate`, "more than" an open lower bound, "at least" a closed one, "nearly" an open upper bound and
/// `approximate`, "just over" an open lower bound and `approximate`.
struct Quantity: Hashable, Sendable {
  /// Nil for a quantity without a lower bound.
  var lower: Double?
  /// Nil for a quantity without an upper bound.
  var upper: Double?
  var lowerOpen = false
  var upperOpen = false
  var approximate = false
  /// Set for words such as "dozens", which have no other bounds.
  var vague: VagueWord?
  /// Whether it was written with a round word: "two dozen", "a hundred". This widens it in comparisons with other
  /// answers, but "two dozen" and 24 are equal.
  var isRound = false

  init(
    lower: Double?, upper: Double?, lowerOpen: Bool = false, upperOpen: Bool = false, approximate: Bool = false
  ) {
    self.lower = lower
    self.upper = upper
    self.lowerOpen = lowerOpen
    self.upperOpen = upperOpen
    self.approximate = approximate
  }

  init(_ value: Double, approximate: Bool = false) {
    self.init(lower: value, upper: value, approximate: approximate)
  }

  init(_ vague: VagueWord) {
    self.init(lower: nil, upper: nil)
    self.vague = vague
  }

  /// Whether it has at least one bound; false for vague words.
  var isBounded: Bool { vague == nil && (lower != nil || upper != nil) }

  /// The value of a quantity without a qualifier.
  var exactValue: Double? { isPoint && !approximate ? lower : nil }

  /// Whether it is one value, "about" or not.
  var isPoint: Bool { vague == nil && lower != nil && lower == upper }

  static func == (left: Quantity, right: Quantity) -> Bool {
    left.lower == right.lower && left.upper == right.upper && left.lowerOpen == right.lowerOpen
      && left.upperOpen == right.upperOpen && left.approximate == right.approximate && left.vague == right.vague
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(lower)
    hasher.combine(upper)
    hasher.combine(lowerOpen)
    hasher.combine(upperOpen)
    hasher.combine(approximate)
    hasher.combine(vague)
  }

  /// Whether an answer and a quantity of its quotation are the same: the qualifier counts in every direction, and
  /// words of one class ("some", "around", "about") are one.
  func equals(_ other: Quantity) -> Bool { self == other }
}

/// A quantity in vague words ("dozens", "a few thousand"), which is shown as words, never as a number.
struct VagueWord: Hashable, Sendable {
  /// As it is shown: in lower case, except for nouns of languages that capitalise them.
  var words: String
  /// In comparisons the words mean this number or more.
  var lowerBound: Double
}

/// The phrases with which quantities are printed in one language; `{}` is the placeholder for a number.
struct QuantityPhrases: Sendable {
  var about = "about {}"
  var moreThan = "more than {}"
  var justOver = "just over {}"
  var atLeast = "at least {}"
  var atLeastAbout = "at least about {}"
  var fewerThan = "fewer than {}"
  var nearly = "nearly {}"
  var atMost = "up to {}"
  var atMostAbout = "up to about {}"
  var between = "between {} and {}"
  var range = "{}–{}"
  var both = "{} and {}"
  var third = "a third"
  var twoThirds = "two-thirds"
  var decimal = "."

  static let english = QuantityPhrases()
}
