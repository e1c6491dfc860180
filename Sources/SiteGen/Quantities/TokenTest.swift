/// Conditions on one token, all of which must hold. docs/language-tables.md describes them.
struct TokenTest: Equatable, Sendable {
  /// Facts that depend on the neighbours of a token.
  struct Facts: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let glued = Facts(rawValue: 1 << 0)
    static let near = Facts(rawValue: 1 << 1)
    static let plain = Facts(rawValue: 1 << 2)
    static let plural = Facts(rawValue: 1 << 3)
    static let sentenceStart = Facts(rawValue: 1 << 4)
    static let counts = Facts(rawValue: 1 << 5)
    static let noun = Facts(rawValue: 1 << 6)
    static let unknown = Facts(rawValue: 1 << 7)
    static let new = Facts(rawValue: 1 << 8)
    static let square = Facts(rawValue: 1 << 9)
    static let clock = Facts(rawValue: 1 << 10)
    static let day = Facts(rawValue: 1 << 11)
    static let letter = Facts(rawValue: 1 << 12)
    // Of a number as a whole.
    static let inWords = Facts(rawValue: 1 << 16)
    static let round = Facts(rawValue: 1 << 17)
    // Compared with the number that the pattern has matched before.
    static let rising = Facts(rawValue: 1 << 18)
    static let belowScale = Facts(rawValue: 1 << 19)
    static let thousandfold = Facts(rawValue: 1 << 20)
    /// No pattern makes it a non-quantity.
    static let quantity = Facts(rawValue: 1 << 21)

    /// A range together with the number after it.
    static let pair = Facts(rawValue: 1 << 22)
    // Compared with the number that the pattern has matched before.
    static let tenfold = Facts(rawValue: 1 << 23)
    static let lessButForScale = Facts(rawValue: 1 << 24)

    static let named: [String: Facts] = [
      "GLUED": .glued, "NEAR": .near, "PLAIN": .plain, "PLURAL": .plural, "SENTENCE-START": .sentenceStart,
      "COUNTS": .counts, "NOUN": .noun, "UNKNOWN": .unknown, "NEW": .new, "SQUARE": .square, "CLOCK": .clock,
      "DAY": .day, "LETTER": .letter, "IN-WORDS": .inWords, "ROUND": .round, "RISING": .rising,
      "BELOW-SCALE": .belowScale, "THOUSANDFOLD": .thousandfold, "QUANTITY": .quantity,
      "PAIR": .pair, "TENFOLD": .tenfold, "LESS-BUT-FOR-SCALE": .lessButForScale,
    ]
  }

  /// What a range is about: `VALUE=1..31`.
  enum Measure: String, CaseIterable, Sendable {
    case value = "VALUE"
    case scale = "SCALE"
    case places = "PLACES"
    case decimals = "DECIMALS"
    case length = "LENGTH"

    var path: WritableKeyPath<TokenTest, ClosedRange<Double>> {
      switch self {
      case .value: \.value
      case .scale: \.scale
      case .places: \.places
      case .decimals: \.decimals
      case .length: \.length
      }
    }
  }

  static let anything = -Double.infinity...Double.infinity

  static let kinds: [String: [QuantityToken.Kind]] = [
    "WORD": [.word], "NAME": [.name], "LETTERS": [.word, .name], "DIGITS": [.number], "DATE": [.isoDate],
    "COMMA": [.comma], "PERIOD": [.period], "STOP": [.stop], "HYPHEN": [.hyphen], "DASH": [.dash],
    "MINUS": [.minus], "PLUS": [.plus], "PERCENT": [.percent], "CURRENCY": [.currency], "OPEN": [.open],
    "CLOSE": [.close], "PARAGRAPH": [.paragraph], "MARK": [.other], "EDGE": [.edge],
  ]

  static let flags: [String: QuantityToken.Flags] = [
    "CAPITAL": .capital, "ENDS-IN-S": .endsInS, "POSSESSIVE": .possessive, "LINE-START": .lineStart,
    "BROKEN": .noQuantity, "GROUPED": .grouped, "ENDS-IN-EST": .endsInEst, "SPACED": .afterSpace,
    "ENDS-IN-ED": .endsInEd, "ENDS-IN-ING-OR-LY": .endsInIngOrLy, "PADDED": .zeroPadded, "SLASHED": .slashed,
    "NO-VOWEL": .noVowel, "UNCLEAR": .unclear,
  ]

  /// A bit for each kind; all by default.
  var kinds = UInt32.max
  /// At least one of these roles, if there are any; all of these; none of these.
  var anyRoles: WordRole = []
  var roles: WordRole = []
  var excludedRoles: WordRole = []
  var flags: QuantityToken.Flags = []
  var excludedFlags: QuantityToken.Flags = []
  var facts: Facts = []
  var excludedFacts: Facts = []
  /// The word in the lexicon, or the scalar of a mark or of a single letter; the excluded one.
  var word: Int32 = -1
  var excludedWord: Int32 = -1
  var sign: UInt32 = 0
  var excludedSign: UInt32 = 0
  var value = anything
  var scale = anything
  var places = anything
  var decimals = anything
  var length = anything
  var hasLimits = false

  static let countOfKinds = Int(QuantityToken.Kind.other.rawValue) + 1

  static func bit(_ kind: QuantityToken.Kind) -> UInt32 { 1 << UInt32(kind.rawValue) }

  /// Whether the test asks for nothing but one role.
  var isRoleAlone: Bool {
    var plain = TokenTest()
    plain.roles = roles
    return self == plain && !roles.isEmpty && roles.rawValue.nonzeroBitCount == 1
  }

  /// The conditions of both; nil if they cannot be combined.
  func and(_ other: TokenTest) -> TokenTest? {
    var both = self
    both.kinds &= other.kinds
    if both.anyRoles.isEmpty {
      both.anyRoles = other.anyRoles
    } else if !other.anyRoles.isEmpty {
      return nil
    }
    both.roles.formUnion(other.roles)
    both.excludedRoles.formUnion(other.excludedRoles)
    both.flags.formUnion(other.flags)
    both.excludedFlags.formUnion(other.excludedFlags)
    both.facts.formUnion(other.facts)
    both.excludedFacts.formUnion(other.excludedFacts)
    for path in [\TokenTest.word, \TokenTest.excludedWord] {
      guard both[keyPath: path] < 0 || other[keyPath: path] < 0 else { return nil }
      if both[keyPath: path] < 0 { both[keyPath: path] = other[keyPath: path] }
    }
    for path in [\TokenTest.sign, \TokenTest.excludedSign] {
      guard both[keyPath: path] == 0 || other[keyPath: path] == 0 else { return nil }
      if both[keyPath: path] == 0 { both[keyPath: path] = other[keyPath: path] }
    }
    for path in Measure.allCases.map(\.path) {
      let (one, two) = (self[keyPath: path], other[keyPath: path])
      guard one.overlaps(two) else { return nil }
      both[keyPath: path] = one.clamped(to: two)
    }
    both.hasLimits = hasLimits || other.hasLimits
    return both
  }
}
