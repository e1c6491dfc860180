/// A number as a person writes it: a value or bounds, and the qualifier that goes with it.
///
/// Each class of qualifiers has one form, so that equality is equality of meaning: "about" is a value and
/// `approximate`, "more than" an open lower bound, "at least" a closed one, "nearly" an open upper bound and
/// `approximate`, "just over" an open lower bound and `approximate`.
struct Quantity: Hashable, Sendable {
  /// Nil where nothing is said of how few there are.
  var lower: Double?
  /// Nil where nothing is said of how many there are.
  var upper: Double?
  var lowerOpen = false
  var upperOpen = false
  var approximate = false
  /// Set for "dozens" and its like, which have no other bounds.
  var vague: VagueWord?

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

  /// Whether a number bounds it on one side at least: false for vague words alone.
  var isBounded: Bool { vague == nil && (lower != nil || upper != nil) }

  /// The value, where it is one and not qualified.
  var exactValue: Double? { isPoint && !approximate ? lower : nil }

  /// Whether it is one value, "about" or not.
  var isPoint: Bool { vague == nil && lower != nil && lower == upper }

  /// Whether an answer and a quantity of its quotation are the same: the qualifier counts in every direction, and
  /// words of one class ("some", "around", "about") are one.
  func equals(_ other: Quantity) -> Bool { self == other }
}

/// A quantity that is only words ("dozens", "a few thousand"): shown as words, never as a number.
struct VagueWord: Hashable, Sendable {
  /// As it is shown, in lower case but for nouns that their language writes with a capital.
  var words: String
  /// What it means when compared: this number and more.
  var lowerBound: Double
}

/// The words with which quantities are printed in one language; `{}` stands for a number.
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
