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
  let rawValue: UInt32

  /// Plurals end in s: "police officers".
  static var pluralS: LanguageTraits { LanguageTraits(rawValue: 1) }
  /// Superlatives end in "est".
  static var superlativeEst: LanguageTraits { LanguageTraits(rawValue: 2) }
  /// Days are written "May 7", too.
  static var monthFirst: LanguageTraits { LanguageTraits(rawValue: 4) }
  /// Nouns begin with capital letters, so a number after a capitalised word is not part of a name.
  static var capitalNouns: LanguageTraits { LanguageTraits(rawValue: 8) }
  /// Number words are written together: "einundzwanzig".
  static var joinedNumbers: LanguageTraits { LanguageTraits(rawValue: 16) }
  /// Digits with a point are an ordinal: "3. Mai".
  static var ordinalPoints: LanguageTraits { LanguageTraits(rawValue: 32) }
  /// The words for fractions are no ordinals, and the same in the plural: "zwei Drittel".
  static var plainFractions: LanguageTraits { LanguageTraits(rawValue: 64) }

  /// "and" may join any two parts of a number: "vinte e três mil e quatrocentos".
  static var andAnywhere: LanguageTraits { LanguageTraits(rawValue: 128) }
  /// "and" joins tens and units: "treinta y uno", "vingt et un".
  static var andAfterTens: LanguageTraits { LanguageTraits(rawValue: 256) }
  /// Units come before tens: "einundzwanzig", "واحد وعشرون".
  static var unitsFirst: LanguageTraits { LanguageTraits(rawValue: 512) }
  /// "soixante-dix", "quatre-vingts".
  static var baseTwenty: LanguageTraits { LanguageTraits(rawValue: 1024) }
  /// Words are not separated by spaces, and a sequence of digits in words is a number: Chinese.
  static var noSpaces: LanguageTraits { LanguageTraits(rawValue: 2048) }

  /// "Thousand" and "hundred" mean one of it within a number, too: "bir milyon bin yüz".
  static var impliedOne: LanguageTraits { LanguageTraits(rawValue: 4096) }

  /// "A to B" is a range only after "from": "до" alone means "up to".
  static var rangeNeedsFrom: LanguageTraits { LanguageTraits(rawValue: 8192) }
  /// Weekdays are written without a capital letter.
  static var lowerDays: LanguageTraits { LanguageTraits(rawValue: 16384) }

  /// "3 bin 800" is one number.
  static var mixedScales: LanguageTraits { LanguageTraits(rawValue: 1 << 15) }
  /// "49-бап" is an ordinal.
  static var ordinalHyphens: LanguageTraits { LanguageTraits(rawValue: 1 << 16) }
  /// Nouns stay in the singular after numbers, so that any word may be the one that is counted.
  static var singularCounted: LanguageTraits { LanguageTraits(rawValue: 1 << 17) }

  /// A noun comes last in its phrase, after all that describes it: "a young police officer".
  static var adjectivesFirst: LanguageTraits { LanguageTraits(rawValue: 1 << 18) }

  /// A verb may end its clause, after its object: "dürfte 250 übersteigen".
  static var verbsLast: LanguageTraits { LanguageTraits(rawValue: 1 << 19) }

  /// Two numbers next to each other are a range: "iki üç".
  static var pairedNumbers: LanguageTraits { LanguageTraits(rawValue: 1 << 20) }

  /// The traits as tables name them.
  static let named: [String: LanguageTraits] = [
    "plural-s": .pluralS, "superlative-est": .superlativeEst, "month-first": .monthFirst,
    "capital-nouns": .capitalNouns, "joined-numbers": .joinedNumbers, "ordinal-points": .ordinalPoints,
    "plain-fractions": .plainFractions, "and-anywhere": .andAnywhere, "and-after-tens": .andAfterTens,
    "units-first": .unitsFirst, "base-twenty": .baseTwenty, "no-spaces": .noSpaces,
    "implied-one": .impliedOne, "mixed-scales": .mixedScales,
    "ordinal-hyphens": .ordinalHyphens, "singular-counted": .singularCounted, "range-needs-from": .rangeNeedsFrom,
    "lower-days": .lowerDays, "adjectives-first": .adjectivesFirst, "verbs-last": .verbsLast,
    "paired-numbers": .pairedNumbers,
  ]
}

/// The part that a word may play in or near a number; a word may have several roles.
struct WordRole: OptionSet, Hashable, Sendable {
  let rawValue: UInt128

  @inline(__always) init(rawValue: UInt128) { self.rawValue = rawValue }

  // Why: the standard initializer asks the runtime for types, which takes most of the time of many tests.
  @inline(__always) init(arrayLiteral roles: WordRole...) {
    self.init(rawValue: roles.reduce(0) { $0 | $1.rawValue })
  }

  // Numbers.
  static var unit: WordRole { WordRole(rawValue: 1 << 0) }
  static var ten: WordRole { WordRole(rawValue: 1 << 1) }
  static var hundred: WordRole { WordRole(rawValue: 1 << 2) }
  static var scale: WordRole { WordRole(rawValue: 1 << 3) }
  static var dozen: WordRole { WordRole(rawValue: 1 << 4) }
  /// "dozens", "thousands": vague unless a number precedes it.
  static var vaguePlural: WordRole { WordRole(rawValue: 1 << 5) }
  /// An article that is "one" in a few places: "eine der Frauen", "mindestens ein Toter", "ein bis zwei".
  static var one: WordRole { WordRole(rawValue: 1 << 6) }
  /// "several", "few": vague, alone or with a scale.
  static var vagueFew: WordRole { WordRole(rawValue: 1 << 7) }
  static var half: WordRole { WordRole(rawValue: 1 << 8) }
  static var fraction: WordRole { WordRole(rawValue: 1 << 9) }
  static var none: WordRole { WordRole(rawValue: 1 << 10) }
  static var no: WordRole { WordRole(rawValue: 1 << 11) }
  static var ordinal: WordRole { WordRole(rawValue: 1 << 12) }
  static var ordinalSuffix: WordRole { WordRole(rawValue: 1 << 13) }
  /// Glued to digits: "5m", "3bn".
  static var shortScale: WordRole { WordRole(rawValue: 1 << 14) }
  // Glue.
  static var article: WordRole { WordRole(rawValue: 1 << 15) }
  static var and: WordRole { WordRole(rawValue: 1 << 16) }
  static var or: WordRole { WordRole(rawValue: 1 << 17) }
  static var to: WordRole { WordRole(rawValue: 1 << 18) }
  static var between: WordRole { WordRole(rawValue: 1 << 19) }
  static var from: WordRole { WordRole(rawValue: 1 << 20) }
  static var of: WordRole { WordRole(rawValue: 1 << 21) }
  static var not: WordRole { WordRole(rawValue: 1 << 22) }
  static var conditional: WordRole { WordRole(rawValue: 1 << 23) }
  /// After it, "from 20 to 30" is two numbers: "rose".
  static var change: WordRole { WordRole(rawValue: 1 << 24) }
  // Units.
  static var percent: WordRole { WordRole(rawValue: 1 << 25) }
  static var per: WordRole { WordRole(rawValue: 1 << 26) }
  static var cent: WordRole { WordRole(rawValue: 1 << 27) }
  /// The words of a table's `currency` keys.
  static var currency: WordRole { WordRole(rawValue: 1 << 28) }
  // Dates, times and ages.
  static var month: WordRole { WordRole(rawValue: 1 << 29) }
  static var weekday: WordRole { WordRole(rawValue: 1 << 30) }
  static var timeMark: WordRole { WordRole(rawValue: 1 << 31) }
  static var yearBefore: WordRole { WordRole(rawValue: 1 << 32) }
  static var weakYearBefore: WordRole { WordRole(rawValue: 1 << 33) }
  static var timeNoun: WordRole { WordRole(rawValue: 1 << 34) }
  static var old: WordRole { WordRole(rawValue: 1 << 35) }
  static var aged: WordRole { WordRole(rawValue: 1 << 36) }
  static var era: WordRole { WordRole(rawValue: 1 << 37) }
  // Names and nouns.
  /// "Flight", "No.", "page": the number after it is part of a name.
  static var designator: WordRole { WordRole(rawValue: 1 << 38) }
  /// A plural, or counted without one: "people", "police".
  static var counted: WordRole { WordRole(rawValue: 1 << 39) }
  /// Not a noun, although it may look like one: "was", "as".
  static var function: WordRole { WordRole(rawValue: 1 << 40) }
  static var determiner: WordRole { WordRole(rawValue: 1 << 41) }
  static var pluralVerb: WordRole { WordRole(rawValue: 1 << 42) }
  // "one", "no" and "many".
  static var beforePronounOne: WordRole { WordRole(rawValue: 1 << 43) }
  static var afterPronounOne: WordRole { WordRole(rawValue: 1 << 44) }
  static var superlative: WordRole { WordRole(rawValue: 1 << 45) }
  static var afterIdiomaticNo: WordRole { WordRole(rawValue: 1 << 46) }
  static var beforeDegree: WordRole { WordRole(rawValue: 1 << 47) }
  static var amount: WordRole { WordRole(rawValue: 1 << 48) }
  static var size: WordRole { WordRole(rawValue: 1 << 49) }
  static var afterPlural: WordRole { WordRole(rawValue: 1 << 50) }
  static var phone: WordRole { WordRole(rawValue: 1 << 51) }
  static var score: WordRole { WordRole(rawValue: 1 << 52) }
  static var odd: WordRole { WordRole(rawValue: 1 << 53) }
  static var couple: WordRole { WordRole(rawValue: 1 << 54) }
  /// Between the two numbers of a share: "3 in 10", "3 out of 10".
  static var share: WordRole { WordRole(rawValue: 1 << 55) }
  /// Allowed between a qualifier and its number: "at least another 18".
  static var further: WordRole { WordRole(rawValue: 1 << 56) }
  /// After it, "about" is not a qualifier: "talked".
  static var takesAbout: WordRole { WordRole(rawValue: 1 << 57) }
  /// After it, a month and a number are a day even before a noun: "on".
  static var dayBefore: WordRole { WordRole(rawValue: 1 << 58) }
  /// Opens a clause of place: "In Kelt 14 died".
  static var place: WordRole { WordRole(rawValue: 1 << 59) }
  /// Between the minutes and the hour of a time in words: "half past nine".
  static var past: WordRole { WordRole(rawValue: 1 << 60) }
  /// In the singular before a noun: "26 100-metre races", "a 3 100 metre race".
  static var measure: WordRole { WordRole(rawValue: 1 << 61) }
  static var minus: WordRole { WordRole(rawValue: 1 << 62) }

  // Composition of numbers.
  /// Added to what stands before it, from 100 to 900: "doscientos", "двести".
  static var hundreds: WordRole { WordRole(rawValue: 1 << 63) }
  /// A unit with its scale in one word: "ألفان".
  static var thousands: WordRole { WordRole(rawValue: 1 << 64) }
  /// Added to the unit before it, without "and": "أحد عشر".
  static var teen: WordRole { WordRole(rawValue: 1 << 65) }
  /// Multiplies within a group of digits, as the words for ten, hundred and thousand do in Chinese.
  static var multiplier: WordRole { WordRole(rawValue: 1 << 66) }
  /// Between the whole and the decimals of a number in words: "point", "virgule".
  static var point: WordRole { WordRole(rawValue: 1 << 67) }
  /// Names the place of decimals in words: "десятых".
  static var decimalPart: WordRole { WordRole(rawValue: 1 << 68) }
  /// A case ending that is split from a number: "100-ден", "100'den".
  static var suffix: WordRole { WordRole(rawValue: 1 << 69) }
  /// A word that is written together with the next one: "و" in Arabic.
  static var prefix: WordRole { WordRole(rawValue: 1 << 70) }
  /// After a metre in digits: "3.4m tall".
  static var dimension: WordRole { WordRole(rawValue: 1 << 71) }
  /// A vague plural or a month that is also another word ("scores", "may"): it counts only before some words, or with a
  /// capital letter.
  static var ambiguous: WordRole { WordRole(rawValue: 1 << 72) }
  /// Vague only after an article: "a few".
  static var withArticle: WordRole { WordRole(rawValue: 1 << 73) }
  /// Ends with a point: "ca."
  static var abbreviated: WordRole { WordRole(rawValue: 1 << 74) }
  /// The last word of an address that starts with a house number: "street".
  static var street: WordRole { WordRole(rawValue: 1 << 75) }
  /// After a number word and a hyphen: "two-way". The noun that follows is not counted.
  static var kind: WordRole { WordRole(rawValue: 1 << 76) }
  /// After it, "up to" is not a qualifier: "goes up to 14".
  static var motion: WordRole { WordRole(rawValue: 1 << 77) }
  /// A pronoun before a form of "be": "she is 86".
  static var person: WordRole { WordRole(rawValue: 1 << 78) }
  static var be: WordRole { WordRole(rawValue: 1 << 79) }
  /// "a girl of 4"
  static var human: WordRole { WordRole(rawValue: 1 << 80) }
  /// "a fifth less"
  static var comparative: WordRole { WordRole(rawValue: 1 << 81) }
  /// Names two numbers or more: "junctions 12 and 15".
  static var designators: WordRole { WordRole(rawValue: 1 << 82) }
  /// "plus or minus 3".
  static var plus: WordRole { WordRole(rawValue: 1 << 83) }

  /// A month of another calendar, after a day: "12 Rajab".
  static var calendar: WordRole { WordRole(rawValue: 1 << 84) }
  /// After the number of its name, with a capital letter: "the 47 Brigade".
  static var numbered: WordRole { WordRole(rawValue: 1 << 85) }
  /// A phrase for a number in answers begins with it: "nobody", "no one". Set by the lexicon.
  static var startsAnswer: WordRole { WordRole(rawValue: 1 << 86) }
  /// Two, in answers: "both pilots".
  static var both: WordRole { WordRole(rawValue: 1 << 87) }
  /// Before a length it may say where: "under eight metres of mud".
  static var location: WordRole { WordRole(rawValue: 1 << 88) }
  /// A unit of length, in the singular or plural.
  static var length: WordRole { WordRole(rawValue: 1 << 89) }
  /// Before a number that is its name even if a noun follows: "grade 5 pupils".
  static var graded: WordRole { WordRole(rawValue: 1 << 90) }
  /// After a year in digits, whatever stands before it: "до 2030 года".
  static var yearAfter: WordRole { WordRole(rawValue: 1 << 91) }
  /// Belongs to a number but is not understood, such as a scale beyond 10^15.
  static var unread: WordRole { WordRole(rawValue: 1 << 92) }
  /// Before a number it means "about": "человек двадцать".
  static var inverted: WordRole { WordRole(rawValue: 1 << 93) }
  /// "в 7 часов"
  static var hour: WordRole { WordRole(rawValue: 1 << 94) }
  /// "7 часов утра"
  static var dayPart: WordRole { WordRole(rawValue: 1 << 95) }
  /// After a month in digits: "1月7日".
  static var monthMark: WordRole { WordRole(rawValue: 1 << 96) }
  /// After a day in digits.
  static var dayMark: WordRole { WordRole(rawValue: 1 << 97) }
  /// Before a percentage: "百分之26".
  static var percentBefore: WordRole { WordRole(rawValue: 1 << 98) }
  /// Between the whole and the part: "三分之一".
  static var partMark: WordRole { WordRole(rawValue: 1 << 99) }
  /// Makes an ordinal of the number after it: "第二十六".
  static var ordinalPrefix: WordRole { WordRole(rawValue: 1 << 100) }
  /// Says that a number is more, with its subject in between: "تجاوز عدد القتلى 250".
  static var more: WordRole { WordRole(rawValue: 1 << 101) }
  /// Says that a number is less, with its subject in between.
  static var fewer: WordRole { WordRole(rawValue: 1 << 102) }
  /// A verb of which an age is the object: "tiene 38 años".
  static var hasAge: WordRole { WordRole(rawValue: 1 << 103) }
  /// A scale that is one only after a number: "ألفا", "mila".
  static var afterNumber: WordRole { WordRole(rawValue: 1 << 104) }
  /// A unit only next to another number word: "семью".
  static var inside: WordRole { WordRole(rawValue: 1 << 105) }
  /// After the second number of a range: "5 ile 10 arasında".
  static var betweenAfter: WordRole { WordRole(rawValue: 1 << 106) }
  /// A noun for a number that is approximate: "une dizaine".
  static var aboutNumber: WordRole { WordRole(rawValue: 1 << 107) }
  /// A qualifier before a number may end with it. Set by the lexicon.
  static var endsPhrase: WordRole { WordRole(rawValue: 1 << 108) }
  /// A qualifier after a number may begin with it. Set by the lexicon.
  static var startsPhrase: WordRole { WordRole(rawValue: 1 << 109) }
  /// Another phrase may begin with it. Set by the lexicon.
  static var startsOther: WordRole { WordRole(rawValue: 1 << 110) }
  /// Named by a pattern. Set by the lexicon.
  static var literal: WordRole { WordRole(rawValue: 1 << 112) }
  /// The plural of a noun of the table. Set by the lexicon.
  static var pluralNoun: WordRole { WordRole(rawValue: 1 << 111) }

  /// The singular of a noun whose plural is in the table. Set by the lexicon.
  static var singularNoun: WordRole { WordRole(rawValue: 1 << 113) }
  /// No noun, but may stand before a singular that counts: "that a man was killed".
  static var beforeSingular: WordRole { WordRole(rawValue: 1 << 114) }
  /// Near a singular it may say that there are others, or that it is no certain one: "among", "every", "not".
  static var notAlone: WordRole { WordRole(rawValue: 1 << 115) }
  /// Negates a verb that bounds a number: "without exceeding 40".
  static var verbNot: WordRole { WordRole(rawValue: 1 << 120) }
  /// Makes it unclear what such a verb says: "barely".
  static var barely: WordRole { WordRole(rawValue: 1 << 121) }
  /// After a negation, it says that there is no negation: "not only".
  static var only: WordRole { WordRole(rawValue: 1 << 124) }
  /// Begins what a negation before it does not deny: "but".
  static var but: WordRole { WordRole(rawValue: 1 << 126) }
  /// May stand between such a verb and its number: "already".
  static var adverb: WordRole { WordRole(rawValue: 1 << 122) }
  /// The limit that is exceeded: "the threshold of 40".
  static var mark: WordRole { WordRole(rawValue: 1 << 123) }
  /// A share may begin with it, as a pattern says: "jeder fünfte". Set by the patterns.
  static var shareWord: WordRole { WordRole(rawValue: 1 << 125) }
  /// A noun in the dual: "شخصان" is two people.
  static var dual: WordRole { WordRole(rawValue: 1 << 116) }
  /// Tenths, after their number: "六成" is 60 per cent.
  static var tenths: WordRole { WordRole(rawValue: 1 << 117) }
  /// The roles that only the reading of singulars knows.
  static var ofSingulars: WordRole { [.singularNoun, .beforeSingular, .notAlone] }

  /// The roles of words that a table knows only as nouns, or only because a pattern names them.
  static var ofUnknown: WordRole { ofSingulars.union(.literal) }

  /// Words at which a quantity, a date or a non-quantity may begin.
  static var triggers: WordRole {
    [
      .unit, .ten, .hundred, .scale, .dozen, .vaguePlural, .vagueFew, .half, .fraction, .none, .no, .month,
      .weekday, .amount, .couple, .one, .hundreds, .thousands, .multiplier, .aboutNumber, .startsAnswer, .both,
      .shareWord, .dual,
    ]
  }
  /// Words of which numbers in words consist.
  static var cardinal: WordRole {
    [
      .unit, .ten, .hundred, .hundreds, .thousands, .multiplier, .scale, .dozen,
    ]
  }

  /// Words from which case endings are split.
  static var declined: WordRole {
    cardinal.union([
      .currency, .percent, .half, .counted, .pluralNoun, .timeNoun, .measure, .month, .weekday, .length,
    ])
  }

  /// Roles of words that have a value, which a table writes after them.
  static var valued: WordRole {
    [
      .unit, .ten, .hundred, .scale, .shortScale, .dozen, .vaguePlural, .half, .fraction, .month, .weekday,
      .hundreds, .thousands, .teen, .multiplier, .decimalPart, .aboutNumber, .dual,
    ]
  }

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
    "hundreds": .hundreds, "thousands": .thousands, "teen": .teen, "multiplier": .multiplier, "point": .point,
    "decimal-part": .decimalPart, "suffix": .suffix, "prefix": .prefix, "dimension": .dimension,
    "ambiguous": .ambiguous, "with-article": .withArticle, "abbreviated": .abbreviated, "street": .street,
    "kind": .kind, "motion": .motion, "person": .person, "be": .be, "designators": .designators, "plus": .plus,
    "calendar": .calendar, "numbered": .numbered, "both": .both,
    "year-after": .yearAfter, "unread": .unread, "inverted": .inverted, "hour": .hour, "day-part": .dayPart,
    "month-mark": .monthMark, "day-mark": .dayMark, "percent-before": .percentBefore, "part-mark": .partMark,
    "ordinal-prefix": .ordinalPrefix, "more-verb": .more, "fewer-verb": .fewer,
    "has-age": .hasAge, "after-number": .afterNumber, "inside": .inside, "between-after": .betweenAfter,
    "about-number": .aboutNumber,
    "location": .location, "length": .length, "graded": .graded,
    "human": .human, "comparative": .comparative,
    "not-before-verb": .verbNot, "barely": .barely, "only": .only, "but": .but, "adverb": .adverb, "mark": .mark,
    "before-singular": .beforeSingular, "not-alone": .notAlone,
    "dual": .dual, "tenths": .tenths,
  ]
}
