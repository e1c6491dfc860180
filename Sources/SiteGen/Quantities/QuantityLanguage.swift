/// The meaning of a qualifier. All words of one class mean the same.
enum Qualifier: String, CaseIterable, Sendable {
  case about
  case atLeast = "at-least"
  case atMost = "at-most"
  case moreThan = "more-than"
  case fewerThan = "fewer-than"
  case nearly
  case justOver = "just-over"
}

/// What distinguishes a language besides its words.
struct LanguageTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// Plurals end in s: "police officers".
  static let pluralS = LanguageTraits(rawValue: 1)
  /// Superlatives end in "est".
  static let superlativeEst = LanguageTraits(rawValue: 2)
  /// Days are written "May 7", too.
  static let monthFirst = LanguageTraits(rawValue: 4)
  /// Nouns begin with capital letters, so a number after a capitalised word is not part of a name.
  static let capitalNouns = LanguageTraits(rawValue: 8)
  /// Number words are written together: "einundzwanzig".
  static let joinedNumbers = LanguageTraits(rawValue: 16)
  /// Digits with a point are an ordinal: "3. Mai".
  static let ordinalPoints = LanguageTraits(rawValue: 32)
  /// The words for fractions are no ordinals, and the same in the plural: "zwei Drittel".
  static let plainFractions = LanguageTraits(rawValue: 64)

  /// The traits as tables name them.
  static let named: [String: LanguageTraits] = [
    "plural-s": .pluralS, "superlative-est": .superlativeEst, "month-first": .monthFirst,
    "capital-nouns": .capitalNouns, "joined-numbers": .joinedNumbers, "ordinal-points": .ordinalPoints,
    "plain-fractions": .plainFractions,
  ]
}

/// Properties of a word that few checks need, in addition to its roles.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// A vague plural or a month that is also another word ("scores", "may"): it counts only before some words, or with a
  /// capital letter.
  static let ambiguous = WordTraits(rawValue: 1)
  /// Vague only after an article: "a few".
  static let withArticle = WordTraits(rawValue: 2)
  /// Ends with a point: "ca."
  static let abbreviated = WordTraits(rawValue: 4)
  /// The last word of an address that starts with a house number: "street".
  static let street = WordTraits(rawValue: 8)
  /// After a number word and a hyphen: "two-way". The noun that follows is not counted.
  static let kind = WordTraits(rawValue: 16)
  /// After it, "up to" is not a qualifier: "goes up to 14".
  static let motion = WordTraits(rawValue: 32)
  /// A pronoun before a form of "be": "she is 86".
  static let person = WordTraits(rawValue: 64)
  static let be = WordTraits(rawValue: 128)
  /// "a girl of 4"
  static let human = WordTraits(rawValue: 1024)
  /// "a fifth less"
  static let comparative = WordTraits(rawValue: 2048)
  /// Names two numbers or more: "junctions 12 and 15".
  static let designators = WordTraits(rawValue: 256)
  /// "plus or minus 3".
  static let plus = WordTraits(rawValue: 512)

  /// The traits as tables name them.
  static let named: [String: WordTraits] = [
    "ambiguous": .ambiguous, "with-article": .withArticle, "abbreviated": .abbreviated, "street": .street,
    "kind": .kind, "motion": .motion, "person": .person, "be": .be, "designators": .designators, "plus": .plus,
    "human": .human, "comparative": .comparative,
  ]
}

/// The part that a word may play in or near a number; a word may have several roles.
struct WordRole: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  // Numbers.
  static let unit = WordRole(rawValue: 1 << 0)
  static let ten = WordRole(rawValue: 1 << 1)
  static let hundred = WordRole(rawValue: 1 << 2)
  static let scale = WordRole(rawValue: 1 << 3)
  static let dozen = WordRole(rawValue: 1 << 4)
  /// "dozens", "thousands": vague unless a number precedes it.
  static let vaguePlural = WordRole(rawValue: 1 << 5)
  /// An article that is "one" in a few places: "eine der Frauen", "mindestens ein Toter", "ein bis zwei".
  static let one = WordRole(rawValue: 1 << 6)
  /// "several", "few": vague, alone or with a scale.
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
  /// After it, "from 20 to 30" is two numbers: "rose".
  static let change = WordRole(rawValue: 1 << 24)
  // Units.
  static let percent = WordRole(rawValue: 1 << 25)
  static let per = WordRole(rawValue: 1 << 26)
  static let cent = WordRole(rawValue: 1 << 27)
  /// The words of a table's `currency` keys.
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
  /// "Flight", "No.", "page": the number after it is part of a name.
  static let designator = WordRole(rawValue: 1 << 38)
  /// A plural, or counted without one: "people", "police".
  static let counted = WordRole(rawValue: 1 << 39)
  /// Not a noun, although it may look like one: "was", "as".
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
  /// Between the two numbers of a share: "3 in 10", "3 out of 10".
  static let share = WordRole(rawValue: 1 << 56)
  /// Allowed between a qualifier and its number: "at least another 18".
  static let further = WordRole(rawValue: 1 << 57)
  /// After it, "about" is not a qualifier: "talked".
  static let takesAbout = WordRole(rawValue: 1 << 58)
  /// After it, a month and a number are a day even before a noun: "on".
  static let dayBefore = WordRole(rawValue: 1 << 59)
  /// Opens a clause of place: "In Kelt 14 died".
  static let place = WordRole(rawValue: 1 << 60)
  /// Between the minutes and the hour of a time in words: "half past nine".
  static let past = WordRole(rawValue: 1 << 61)
  /// In the singular before a noun: "26 100-metre races", "a 3 100 metre race".
  static let measure = WordRole(rawValue: 1 << 62)
  static let minus = WordRole(rawValue: 1 << 63)

  /// Words at which a quantity, a date or a non-quantity may begin.
  static let triggers: WordRole = [
    .unit, .ten, .hundred, .scale, .dozen, .vaguePlural, .vagueFew, .half, .fraction, .none, .no, .month,
    .weekday, .amount, .couple, .one,
  ]
  /// Words of which numbers in words consist.
  static let cardinal: WordRole = [.unit, .ten, .hundred, .scale, .dozen]

  /// Roles of words that have a value, which a table writes after them.
  static let valued: WordRole = [
    .unit, .ten, .hundred, .scale, .shortScale, .dozen, .vaguePlural, .half, .fraction, .month, .weekday,
  ]

  /// The roles as tables name them; currencies have a key of their own.
  static let named: [String: WordRole] = [
    "unit": .unit, "ten": .ten, "hundred": .hundred, "scale": .scale, "dozen": .dozen, "vague-plural": .vaguePlural,
    "one": .one, "vague-few": .vagueFew, "half": .half, "fraction": .fraction, "none": .none,
    "no": .no, "ordinal": .ordinal, "ordinal-suffix": .ordinalSuffix, "short-scale": .shortScale, "article": .article,
    "and": .and, "or": .or, "to": .to, "between": .between, "from": .from, "of": .of, "not": .not,
    "conditional": .conditional, "change": .change, "percent": .percent, "per": .per, "cent": .cent, "month": .month,
    "weekday": .weekday, "time-mark": .timeMark, "year-before": .yearBefore, "weak-year-before": .weakYearBefore,
    "time-noun": .timeNoun, "old": .old, "aged": .aged, "era": .era, "designator": .designator, "counted": .counted,
    "function": .function, "determiner": .determiner, "plural-verb": .pluralVerb,
    "before-pronoun-one": .beforePronounOne, "after-pronoun-one": .afterPronounOne, "superlative": .superlative,
    "after-idiomatic-no": .afterIdiomaticNo, "before-degree": .beforeDegree, "amount": .amount, "size": .size,
    "after-plural": .afterPlural, "phone": .phone, "score": .score, "odd": .odd, "couple": .couple,
    "further": .further, "takes-about": .takesAbout, "share": .share, "place": .place, "past": .past,
    "measure": .measure, "minus": .minus, "day-before": .dayBefore,
  ]
}
