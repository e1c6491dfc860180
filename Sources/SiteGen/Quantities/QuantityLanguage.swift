/// The words with which one language writes quantities and dates: data alone, read by `QuantityLexicon`.
struct QuantityLanguage: Sendable {
  /// As in the site's `language`, its first part.
  var code: String
  /// Numbers that words stand for, with the part that they play.
  var numerals: [(role: WordRole, words: [(String, Double)])] = []
  /// Words by what they do to a number next to them, separated by white space.
  var roles: [(role: WordRole, words: String)] = []
  /// Words before a number that qualify it.
  var before: [(Qualifier, [String])] = []
  /// Words after a number, or after its noun, that qualify it.
  var after: [(Qualifier, [String])] = []
  /// Currencies: the words for each, and its sign or name.
  var currencies: [(sign: String, words: String)] = []
  /// What may stand between three digits and the next three, besides thin and no-break spaces.
  var groupSeparators: [UInt8]
  var decimalSeparators: [UInt8]

  /// A language without a table: its digits are read, with either separator, but no word.
  static func digitsAlone(_ code: String) -> QuantityLanguage {
    let separators = [UInt8(ascii: ","), UInt8(ascii: ".")]
    return QuantityLanguage(code: code, groupSeparators: separators, decimalSeparators: separators)
  }

  /// The languages that have tables.
  static let all = [english]
}

/// How a number is qualified: one case a class of words that mean the same.
enum Qualifier: UInt8, Sendable {
  case about, atLeast, atMost, moreThan, fewerThan, nearly, justOver
}

/// What a word may do to a number near it; a word may have several roles.
struct WordRole: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  // Numbers.
  static let unit = WordRole(rawValue: 1 << 0)
  static let ten = WordRole(rawValue: 1 << 1)
  static let hundred = WordRole(rawValue: 1 << 2)
  static let scale = WordRole(rawValue: 1 << 3)
  static let dozen = WordRole(rawValue: 1 << 4)
  /// "dozens", "thousands": vague unless a number stands before.
  static let vaguePlural = WordRole(rawValue: 1 << 5)
  /// A vague plural that is another word too ("scores") and counts only before some words.
  static let ambiguousPlural = WordRole(rawValue: 1 << 6)
  /// "several", "few": vague by itself or with a scale.
  static let vagueFew = WordRole(rawValue: 1 << 7)
  static let half = WordRole(rawValue: 1 << 8)
  static let fraction = WordRole(rawValue: 1 << 9)
  static let none = WordRole(rawValue: 1 << 10)
  static let no = WordRole(rawValue: 1 << 11)
  static let ordinal = WordRole(rawValue: 1 << 12)
  static let ordinalSuffix = WordRole(rawValue: 1 << 13)
  /// Glued to digits: "5m", "3bn".
  static let shortScale = WordRole(rawValue: 1 << 14)
  // Glue.
  static let article = WordRole(rawValue: 1 << 15)
  static let and = WordRole(rawValue: 1 << 16)
  static let or = WordRole(rawValue: 1 << 17)
  static let to = WordRole(rawValue: 1 << 18)
  static let between = WordRole(rawValue: 1 << 19)
  static let from = WordRole(rawValue: 1 << 20)
  static let of = WordRole(rawValue: 1 << 21)
  static let not = WordRole(rawValue: 1 << 22)
  static let conditional = WordRole(rawValue: 1 << 23)
  /// After which "from 20 to 30" is two numbers: "rose".
  static let change = WordRole(rawValue: 1 << 24)
  // Units.
  static let percent = WordRole(rawValue: 1 << 25)
  static let per = WordRole(rawValue: 1 << 26)
  static let cent = WordRole(rawValue: 1 << 27)
  static let currency = WordRole(rawValue: 1 << 28)
  // Dates, times and ages.
  static let month = WordRole(rawValue: 1 << 29)
  static let weekday = WordRole(rawValue: 1 << 30)
  static let timeMark = WordRole(rawValue: 1 << 31)
  static let yearBefore = WordRole(rawValue: 1 << 32)
  static let weakYearBefore = WordRole(rawValue: 1 << 33)
  static let timeNoun = WordRole(rawValue: 1 << 34)
  static let old = WordRole(rawValue: 1 << 35)
  static let aged = WordRole(rawValue: 1 << 36)
  static let era = WordRole(rawValue: 1 << 37)
  // Names and nouns.
  /// "Flight", "No.", "page": a number after it names.
  static let designator = WordRole(rawValue: 1 << 38)
  /// A plural, or counted without one: "people", "police".
  static let counted = WordRole(rawValue: 1 << 39)
  /// No noun, though it may look like one: "was", "as".
  static let function = WordRole(rawValue: 1 << 40)
  static let determiner = WordRole(rawValue: 1 << 41)
  static let pluralVerb = WordRole(rawValue: 1 << 42)
  // "one", "no" and "many".
  static let beforePronounOne = WordRole(rawValue: 1 << 43)
  static let afterPronounOne = WordRole(rawValue: 1 << 44)
  static let superlative = WordRole(rawValue: 1 << 45)
  static let afterIdiomaticNo = WordRole(rawValue: 1 << 46)
  static let beforeDegree = WordRole(rawValue: 1 << 47)
  static let amount = WordRole(rawValue: 1 << 48)
  static let size = WordRole(rawValue: 1 << 49)
  static let afterPlural = WordRole(rawValue: 1 << 50)
  static let phone = WordRole(rawValue: 1 << 51)
  static let score = WordRole(rawValue: 1 << 52)
  static let odd = WordRole(rawValue: 1 << 53)
  static let couple = WordRole(rawValue: 1 << 54)
  /// A month's name that is another word too: "may".
  static let ambiguousMonth = WordRole(rawValue: 1 << 55)
  /// May stand between a qualifier and its number: "at least another 18".
  static let further = WordRole(rawValue: 1 << 57)
  /// After which "about" is no qualifier: "talked".
  static let takesAbout = WordRole(rawValue: 1 << 58)
  /// After which a month and a number are a day even before a noun: "on".
  static let dayBefore = WordRole(rawValue: 1 << 59)

  /// Words that start a look at their surroundings.
  static let triggers: WordRole = [
    .unit, .ten, .hundred, .scale, .dozen, .vaguePlural, .vagueFew, .half, .fraction, .none, .no, .month,
    .weekday, .amount, .couple,
  ]
  /// Words that can be part of a number in words.
  static let cardinal: WordRole = [.unit, .ten, .hundred, .scale, .dozen]
}
