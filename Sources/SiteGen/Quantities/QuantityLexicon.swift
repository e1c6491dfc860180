/// A word of at most 16 bytes, in lower case, packed so that two words are compared at once.
struct PackedWord: Hashable, Sendable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  /// Where the word stands in a table of 2,048 slots before collisions.
  var slot: Int {
    Int(truncatingIfNeeded: ((low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93) >> 53)
  }

  init() {}

  /// Nil for a word that is too long.
  init?(_ word: some StringProtocol) {
    var count = 0
    for byte in word.utf8 {
      guard count < 16 else { return nil }
      if count < 8 { low |= UInt64(byte) << (8 * count) } else { high |= UInt64(byte) << (8 * (count - 8)) }
      count += 1
    }
  }
}

/// A language's words as they are looked up: by packed word, and its phrases by their last or first word.
struct QuantityLexicon: Sendable {
  struct Word: Sendable {
    var key: PackedWord
    var roles: WordRole = []
    /// What the word stands for as a number, month or weekday; 0 where it does not.
    var value = 0.0
    /// What a glued "m" or "k" multiplies by.
    var shortScale = 0.0
    /// An index into `currencies`.
    var currency = 0
  }

  struct Phrase: Sendable {
    var qualifier: Qualifier
    /// Words in the order in which they are compared: from the number away.
    var words: [Int16]
  }

  private(set) var words: [Word] = []
  /// For each word, the phrases that end with it and stand before a number, longest first.
  private(set) var before: [[Phrase]] = []
  /// For each word, the phrases that begin with it and stand after a number, longest first.
  private(set) var after: [[Phrase]] = []
  private(set) var currencies: [String] = []
  let groupSeparators: [UInt8]
  let decimalSeparators: [UInt8]
  let hasWords: Bool
  /// Open addressing over 2,048 slots, -1 for none.
  private(set) var slots = [Int16](repeating: -1, count: 2048)

  init(_ language: QuantityLanguage) {
    groupSeparators = language.groupSeparators
    decimalSeparators = language.decimalSeparators
    hasWords = !language.numerals.isEmpty
    for (role, numerals) in language.numerals {
      for (word, value) in numerals {
        guard let index = add(word, role) else { continue }
        if role == .shortScale { words[index].shortScale = value } else { words[index].value = value }
      }
    }
    for (role, text) in language.roles {
      for word in text.split(whereSeparator: \.isWhitespace) { _ = add(word, role) }
    }
    for (sign, text) in language.currencies {
      for word in text.split(separator: " ") {
        if let index = add(word, .currency) { words[index].currency = currencies.count }
      }
      currencies.append(sign)
    }
    let before = language.before.flatMap { phrase in phrase.1.map { ids(of: $0, phrase.0, reversed: true) } }
    let after = language.after.flatMap { phrase in phrase.1.map { ids(of: $0, phrase.0, reversed: false) } }
    self.before = grouped(before)
    self.after = grouped(after)
  }

  private func grouped(_ phrases: [Phrase]) -> [[Phrase]] {
    var groups = [[Phrase]](repeating: [], count: words.count)
    for phrase in phrases {
      if let first = phrase.words.first { groups[Int(first)].append(phrase) }
    }
    return groups.map { $0.sorted { $0.words.count > $1.words.count } }
  }

  private mutating func ids(of text: String, _ qualifier: Qualifier, reversed: Bool) -> Phrase {
    let ids = text.split(separator: " ").compactMap { add($0, []).map { Int16($0) } }
    return Phrase(qualifier: qualifier, words: reversed ? ids.reversed() : ids)
  }

  private mutating func add(_ word: some StringProtocol, _ role: WordRole) -> Int? {
    guard let key = PackedWord(word), words.count < 1500 else { return nil }
    var slot = key.slot
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if words[index].key == key {
        words[index].roles.formUnion(role)
        return index
      }
      slot = (slot + 1) & 2047
    }
    slots[slot] = Int16(words.count)
    words.append(Word(key: key, roles: role))
    return words.count - 1
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
