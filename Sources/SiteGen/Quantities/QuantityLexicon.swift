/// A word of at most 16 bytes in lower case, packed for fast comparison.
struct PackedWord: Hashable, Sendable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  /// The slot of the word in a table of 2,048, before collisions.
  var slot: Int {
    Int(truncatingIfNeeded: ((low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93) >> 53)
  }

  init() {}

  /// Nil for a word that is too long.
  init?(_ word: some Sequence<UInt8>) {
    var count = 0
    for byte in word {
      guard count < 16 else { return nil }
      if count < 8 { low |= UInt64(byte) << (8 * count) } else { high |= UInt64(byte) << (8 * (count - 8)) }
      count += 1
    }
  }
}

/// The words of a language, looked up by packed word, and its phrases, by their last or first word.
struct QuantityLexicon: Sendable {
  struct Word: Sendable {
    var key: PackedWord
    /// As it is printed: the first of its forms, with its capital letter.
    var printed: PackedWord
    var roles: WordRole = []
    var traits: WordTraits = []
    /// The value of a number, month or weekday; 0 for other words.
    var value = 0.0
    /// The factor of an "m" or "k" directly after digits.
    var shortScale = 0.0
    /// An index into `currencies`.
    var currency = 0

    var isPrintedAsRead: Bool { printed == key }
  }

  struct Phrase: Sendable {
    var qualifier: Qualifier
    /// Words in the order in which they are compared: from the number away.
    var words: [Int16]
  }

  private(set) var words: [Word] = []
  /// For each word, the phrases before a number that end with it, longest first.
  private(set) var before: [[Phrase]] = []
  /// For each word, the phrases after a number that begin with it, longest first.
  private(set) var after: [[Phrase]] = []
  private(set) var currencies: [String] = []
  /// The marks that may group digits in threes, besides narrow and no-break spaces.
  var groupSeparators: [UInt8] = []
  var decimalSeparators: [UInt8] = []
  var traits: LanguageTraits = []
  /// The article of vague words: "a few".
  private(set) var article = ""
  /// For each class of qualifiers, the words printed before a vague word.
  private(set) var prefixes: [Qualifier: String] = [:]
  /// The parts of numbers that are written as one word, by their first letter, longest first.
  private(set) var joinedParts: [[JoinedPart]] = []
  /// Open addressing over 2,048 slots, -1 for none.
  private(set) var slots = [Int16](repeating: -1, count: 2048)

  /// Whether there are words at all: without them only digits are read.
  var hasWords: Bool { !words.isEmpty }

  /// For languages without a table: digits with either separator, and no words.
  static let digitsAlone: QuantityLexicon = {
    var lexicon = QuantityLexicon()
    lexicon.groupSeparators = [UInt8(ascii: ","), UInt8(ascii: ".")]
    lexicon.decimalSeparators = lexicon.groupSeparators
    lexicon.traits = [.pluralS, .monthFirst]
    return lexicon
  }()

  /// Gives a word a role, adding the word where it is new; nil for one that is too long or too many.
  mutating func add(_ word: some Sequence<UInt8>, _ role: WordRole) -> Int? {
    guard let key = PackedWord(word) else { return nil }
    if role == .article, article.isEmpty { article = key.text }
    var slot = key.slot
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if words[index].key == key {
        words[index].roles.formUnion(role)
        return index
      }
      slot = (slot + 1) & 2047
    }
    guard words.count < 1500 else { return nil }
    slots[slot] = Int16(words.count)
    words.append(Word(key: key, printed: key, roles: role))
    before.append([])
    after.append([])
    return words.count - 1
  }

  /// Sets the value of a word.
  mutating func set(_ value: Double, of word: Int, as role: WordRole) {
    if role == .shortScale { words[word].shortScale = value } else { words[word].value = value }
  }

  /// Adds traits to a word.
  mutating func set(_ traits: WordTraits, of word: Int) { words[word].traits.formUnion(traits) }

  /// Sets the printed form of a word.
  mutating func set(printed: PackedWord, of word: Int) { words[word].printed = printed }

  /// Adds a part of numbers that are written as one word, by its first letter, longest first.
  mutating func addJoined(_ part: JoinedPart) {
    guard let first = part.bytes.first, first &- 0x61 < 26 else { return }
    if joinedParts.isEmpty { joinedParts = Array(repeating: [], count: 26) }
    let letter = Int(first - 0x61)
    let place = joinedParts[letter].firstIndex { $0.bytes.count < part.bytes.count } ?? joinedParts[letter].count
    joinedParts[letter].insert(part, at: place)
  }

  /// Makes a word the name of a currency; `sign` is the sign or name that is printed.
  mutating func setCurrency(_ sign: String, of word: Int) {
    words[word].currency = currencies.firstIndex(of: sign) ?? currencies.count
    if words[word].currency == currencies.count { currencies.append(sign) }
  }

  /// Adds a phrase, whose words are in the order in which they are written.
  mutating func addPhrase(_ qualifier: Qualifier, _ words: [Int], before isBefore: Bool) {
    guard let first = isBefore ? words.last : words.first else { return }
    if isBefore, prefixes[qualifier] == nil {
      prefixes[qualifier] = words.map { self.words[$0].printed.text }.joined(separator: " ")
    }
    let phrase = Phrase(qualifier: qualifier, words: (isBefore ? words.reversed() : words).map { Int16($0) })
    func insert(into phrases: inout [Phrase]) {
      let place = phrases.firstIndex { $0.words.count < words.count } ?? phrases.count
      phrases.insert(phrase, at: place)
    }
    if isBefore { insert(into: &before[first]) } else { insert(into: &after[first]) }
  }
}

extension PackedWord {
  /// The word as text.
  var text: String {
    var bytes: [UInt8] = []
    for half in [low, high] {
      for shift in 0..<8 {
        let byte = UInt8(truncatingIfNeeded: half >> UInt64(8 * shift))
        if byte > 0 { bytes.append(byte) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
