/// A word, number or punctuation mark of a text, with its entry in the lexicon.
struct QuantityToken: Sendable {
  enum Kind: UInt8, Sendable {
    /// Before the first or after the last token.
    case edge
    case word, name, number, isoDate
    case comma, period, stop, hyphen, dash, minus, plus, percent, currency, open, close, paragraph, other
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16

    static let capital = Flags(rawValue: 1)
    static let endsInS = Flags(rawValue: 2)
    static let possessive = Flags(rawValue: 4)
    /// The first of its line.
    static let lineStart = Flags(rawValue: 8)
    /// Digits that are not a quantity: a time, a version, a leading zero.
    static let noQuantity = Flags(rawValue: 16)
    static let grouped = Flags(rawValue: 32)
    /// As superlatives do in English.
    static let endsInEst = Flags(rawValue: 64)
    /// Directly after a plain space.
    static let afterSpace = Flags(rawValue: 128)
    /// As participles do in English.
    static let endsInEd = Flags(rawValue: 256)
    /// As participles and adverbs do in English.
    static let endsInIngOrLy = Flags(rawValue: 512)
    /// Two digits, of which the first is a zero: "03".
    static let zeroPadded = Flags(rawValue: 1024)
    /// Two numbers with a slash: "1/2".
    static let slashed = Flags(rawValue: 2048)
    /// A word without a Latin vowel, as abbreviations are.
    static let noVowel = Flags(rawValue: 4096)
    /// Digits with a mark that may group or precede decimals: "3,800" where both are common.
    static let unclear = Flags(rawValue: 8192)
  }

  var start: Int
  var end: Int
  var kind: Kind
  var flags: Flags = []
  /// The number of digits in `value` that follow the decimal mark, and of those before it.
  var decimals: UInt8 = 0
  var digits: UInt8 = 0
  /// The word in the lexicon, -1 for none.
  var word: Int32 = -1
  /// Whether it is a number that is written as one word: "einundzwanzig".
  var isJoined = false
  var roles: WordRole = []
  /// Of a currency's sign, a bracket, another mark or a word of one letter, in lower case: its scalar.
  var sign: UInt32 = 0
  /// A number's digits without marks; a date as year, month and day in decimal; a word's value.
  var value = 0.0

  /// The power of ten by which `value` is divided because of the decimals.
  var decimalDivisor: Double {
    var divisor = 1.0
    for _ in 0..<decimals { divisor *= 10 }
    return divisor
  }

  /// Whether it is a square bracket.
  var isSquare: Bool { sign == 0x5B }

  /// A currency's sign.
  var mark: String { Unicode.Scalar(sign).map { String($0) } ?? "" }

  static let edge = QuantityToken(start: 0, end: 0, kind: .edge)
}
